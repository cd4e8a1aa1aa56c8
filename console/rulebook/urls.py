"""The addresses of the rules and the concepts."""

from django.urls import path

from console.rulebook import views

app_name = "rulebook"

urlpatterns = [
    path("rules/", views.rules, name="rules"),
    path("rules/<slug:rule>/", views.rule, name="rule"),
    path("concepts/", views.concepts, name="concepts"),
]
