"""The pages of a voice; texts that are tried are stored nowhere."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_http_methods

from console.readers import for_readers


@for_readers
@require_http_methods(["GET", "POST"])
def lab(request: HttpRequest) -> HttpResponse:
    """Show how a text keeps to a voice, and what becomes of it."""
    return render(request, "voice/lab.html")
