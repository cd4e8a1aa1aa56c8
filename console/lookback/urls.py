"""The addresses for looking back."""

from django.urls import path

from console.lookback import views

urlpatterns = [
    path("decisions/<uuid:decision_id>/replay/", views.taken_again, name="replay"),
    path("affected/", views.affected_drafts, name="affected"),
    path("affected.csv", views.affected_csv, name="affected_csv"),
]
