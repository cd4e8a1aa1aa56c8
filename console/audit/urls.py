"""The addresses of the auditor's pages."""

from django.urls import path

from console.audit import event, exports, views

app_name = "audit"

urlpatterns = [
    path("", views.log, name="log"),
    path("events/", views.events, name="events"),
    path("events/<uuid:event_id>/", event.event, name="event"),
    path("events/<uuid:event_id>/event.json", event.event_bytes, name="event_bytes"),
    path("events/<uuid:event_id>/proof", event.event_proof, name="event_proof"),
    path("events/<uuid:event_id>/statement", event.event_statement, name="event_statement"),
    path("drafts/<uuid:draft_id>/", views.timeline, name="timeline"),
    path("checkpoint", event.checkpoint, name="checkpoint"),
    path("vkeys", event.vkeys, name="vkeys"),
    path("VERIFY.md", event.guide, name="guide"),
    path("exports/", exports.exports, name="exports"),
    path("exports/<uuid:export_id>/", exports.export_file, name="export_file"),
]
