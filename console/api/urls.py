"""The addresses of the API, version 1."""

from django.urls import path
from drf_spectacular.views import SpectacularAPIView

from console.api.affected import AffectedList
from console.api.audit import EventProof, ReplyStatement
from console.api.customers import CustomerDetail
from console.api.drafts import DraftDetail, DraftList
from console.api.locations import LocationList
from console.api.recalls import RecallDetail, RecallList
from console.api.sending import DraftSend
from console.api.tickets import TicketDetail, TicketList

app_name = "api"

urlpatterns = [
    path("schema/", SpectacularAPIView.as_view(), name="schema"),
    path("locations/", LocationList.as_view(), name="locations"),
    path("customers/<str:code>/", CustomerDetail.as_view(), name="customer"),
    path("tickets/", TicketList.as_view(), name="tickets"),
    path("tickets/<uuid:ticket_id>/", TicketDetail.as_view(), name="ticket"),
    path("drafts/", DraftList.as_view(), name="drafts"),
    path("drafts/<uuid:draft_id>/", DraftDetail.as_view(), name="draft"),
    path("drafts/<uuid:draft_id>/send/", DraftSend.as_view(), name="send"),
    path("audit/drafts/<uuid:draft_id>/statement/", ReplyStatement.as_view(), name="statement"),
    path("audit/events/<uuid:event_id>/", EventProof.as_view(), name="proof"),
    path("affected/", AffectedList.as_view(), name="affected"),
    path("recalls/", RecallList.as_view(), name="recalls"),
    path("recalls/<uuid:recall_id>/", RecallDetail.as_view(), name="recall"),
]
