"""The addresses for looking back."""

from django.urls import path

from console.lookback import recalling, views

urlpatterns = [
    path("decisions/<uuid:decision_id>/replay/", views.taken_again, name="replay"),
    path("affected/", views.affected_drafts, name="affected"),
    path("affected.csv", views.affected_csv, name="affected_csv"),
    path("affected.json", views.affected_json, name="affected_json"),
    path("affected/recall/", recalling.recall, name="recall"),
    path("recalls/<uuid:recall_id>/", recalling.recalled, name="recalled"),
]
