"""Writes locations and hours as a table, or one location's hours as an opening_hours string."""

from __future__ import annotations

from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from locations.importers.export import hours_string, locations_table, with_hours
from locations.models import Location


class Command(BaseCommand):
    help = "Prints locations and hours as CSV, or the hours of one as an opening_hours string."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--brand", help="only the locations of this brand: its code")
        parser.add_argument("--location", help="only this location: its code")
        parser.add_argument(
            "--osm", action="store_true", help="an opening_hours string instead of a table"
        )

    def handle(self, *args: Any, **options: Any) -> None:
        rows = Location.objects.all()
        if options["brand"]:
            rows = rows.filter(brand__code=options["brand"])
        if options["location"]:
            rows = rows.filter(code=options["location"])
        if not rows.exists():
            raise CommandError("There is no such location.")
        if not options["osm"]:
            self.stdout.write(locations_table(rows), ending="")
            return
        for row in with_hours(rows):
            self.stdout.write(f"{row.code}\t{hours_string(row)}")
