"""A number of emoji that differed on a channel becomes an overlay for that channel."""

from django.db import migrations
from django.utils import timezone

_SCOPE = ("vertical_id", "brand_id", "location_id")
_REASON = "A number of emoji for one channel became an overlay of its own."


def split_channels(apps, schema_editor):
    overlays = apps.get_model("compliance", "ToneOverlay")
    for row in overlays.objects.exclude(emoji_max_by_channel={}).order_by("pk"):
        for channel, count in sorted(row.emoji_max_by_channel.items()):
            scope = {name: getattr(row, name) for name in _SCOPE}
            if overlays.objects.filter(channel=channel, **scope).exists():
                continue
            variant = overlays.objects.create(
                code=f"{row.code[:60]}-{channel[:19]}", channel=channel, emoji_max=count, **scope
            )
            _record(apps, variant)


def join_channels(apps, schema_editor):
    overlays = apps.get_model("compliance", "ToneOverlay")
    for variant in overlays.objects.exclude(channel="").order_by("pk"):
        scope = {name: getattr(variant, name) for name in _SCOPE}
        row = overlays.objects.filter(channel="", **scope).first()
        if row is not None and variant.emoji_max is not None:
            row.emoji_max_by_channel[variant.channel] = variant.emoji_max
            row.save(update_fields=["emoji_max_by_channel"])
        variant.delete()


def _record(apps, row):
    """Write the history entry that a change through the console would have written."""
    history = apps.get_model("compliance", "HistoricalToneOverlay")
    names = [field.attname for field in row._meta.concrete_fields]
    history.objects.create(
        history_date=timezone.now(),
        history_type="+",
        history_change_reason=_REASON,
        **{name: getattr(row, name) for name in names},
    )


class Migration(migrations.Migration):

    dependencies = [
        ('compliance', '0011_voices_in_full'),
    ]

    operations = [
        migrations.RunPython(split_channels, join_channels),
    ]
