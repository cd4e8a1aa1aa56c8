"""The addresses of the pages about what is stored of people."""

from django.urls import path

from console.privacy import holds, records, retained

app_name = "privacy"

urlpatterns = [
    path("", records.find, name="find"),
    path("customers/<str:code>/", records.customer, name="customer"),
    path("customers/<str:code>/erase/", records.erase_of_customer, name="erase_customer"),
    path("tickets/<uuid:ticket_id>/", records.ticket, name="ticket"),
    path("tickets/<uuid:ticket_id>/erase/", records.erase_of_ticket, name="erase_ticket"),
    path("holds/", holds.register, name="holds"),
    path("holds/<int:hold_id>/release/", holds.release_one, name="release"),
    path("erasures/", retained.erasures, name="erasures"),
    path("retention/", retained.retention, name="retention"),
]
