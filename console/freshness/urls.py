"""The address of the freshness board."""

from django.urls import path

from console.freshness import views

app_name = "freshness"

urlpatterns = [path("", views.board, name="board")]
