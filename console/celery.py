"""The Celery application; its messages only wake workers early, the database row is the queue."""

import os

from celery import Celery

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "console.settings")

app = Celery("draftgate")
app.config_from_object("django.conf:settings", namespace="CELERY")
app.autodiscover_tasks()
