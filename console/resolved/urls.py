"""The addresses of the preview and of a draft's payload."""

from django.urls import path

from console.resolved import views

urlpatterns = [
    path("preview/", views.preview, name="preview"),
    path("drafts/<uuid:draft_id>/payload/", views.payload, name="payload"),
    path("drafts/<uuid:draft_id>/payload.json", views.payload_json, name="payload_json"),
]
