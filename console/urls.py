"""Every address of the console, one line each."""

from django.contrib import admin
from django.contrib.auth.views import LoginView, LogoutView
from django.urls import include, path

from console.explaining.views import trial
from console.health import healthz
from console.home import home

handler404 = "console.api.errors.page_not_found"
handler500 = "console.api.errors.server_error"

urlpatterns = [
    path("", home, name="home"),
    path("review/", include("console.review.urls")),
    path("", include("console.resolved.urls")),
    path("", include("console.rulebook.urls")),
    path("", include("console.lookback.urls")),
    path("audit/", include("console.audit.urls")),
    path("try/", trial, name="try"),
    path("privacy/", include("console.privacy.urls")),
    path("voice/", include("console.voice.urls")),
    path("knowledge/freshness/", include("console.freshness.urls")),
    path("api/v1/", include("console.api.urls")),
    path("admin/", admin.site.urls),
    path("accounts/login/", LoginView.as_view(redirect_authenticated_user=True), name="login"),
    path("accounts/logout/", LogoutView.as_view(), name="logout"),
    path("healthz", healthz, name="healthz"),
]
