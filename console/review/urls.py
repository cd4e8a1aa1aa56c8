"""The addresses of the review queue."""

from django.urls import path

from console.review import claims, views

app_name = "review"

urlpatterns = [
    path("", views.queue, name="queue"),
    path("failed/<uuid:job_id>/retry/", views.retry, name="retry"),
    path("<int:pk>/", views.item, name="item"),
    path("<int:pk>/claim/", claims.take, name="claim"),
    path("<int:pk>/claim/over/", claims.take_over, name="take_over"),
    path("<int:pk>/claim/release/", claims.release, name="release"),
    path("<int:pk>/approve/", views.approve, name="approve"),
    path("<int:pk>/edit/", views.edit, name="edit"),
    path("<int:pk>/reject/", views.reject, name="reject"),
]
