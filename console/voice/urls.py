"""The addresses of the pages of a voice."""

from django.urls import path

from console.voice import learning, views

app_name = "voice"

urlpatterns = [
    path("lab/", views.lab, name="lab"),
    path("drift/", views.drift_page, name="drift"),
    path("example/<slug:field>/", views.example, name="example"),
    path("learn/", learning.learn, name="learn"),
    path("learn/<int:pk>/", learning.proposal, name="learned"),
]
