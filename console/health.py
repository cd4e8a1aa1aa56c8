"""The health page a load balancer asks."""

from django.db import DatabaseError, connection
from django.http import HttpRequest, JsonResponse
from django.views.decorators.cache import never_cache

from compliance.sealing.master import MasterKeyError, wrappers


@never_cache
def healthz(request: HttpRequest) -> JsonResponse:
    """Answers 200 when the database answers and texts can be sealed, 503 when not."""
    try:
        with connection.cursor() as cursor:
            cursor.execute("SELECT 1")
    except DatabaseError:
        return JsonResponse({"status": "database unavailable"}, status=503)
    try:
        wrappers()
    except MasterKeyError:
        return JsonResponse({"status": "no master key for texts"}, status=503)
    return JsonResponse({"status": "ok"})
