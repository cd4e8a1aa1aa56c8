"""Checks the log of what was decided."""

from __future__ import annotations

from pathlib import Path
from typing import Any
from uuid import UUID

from django.core.management.base import BaseCommand, CommandError, CommandParser

from compliance.audit.draft_check import check_draft
from compliance.audit.notes import NoteError, Verifier, read_vkey
from compliance.audit.verification import CannotCheckError, LogCheck
from compliance.models import AuditLog
from drafting.attestation.agreement import disagreements


class Command(BaseCommand):
    help = (
        "Derives the log anew from its events and says what does not agree. Ends with status 1 "
        "when something does not, with 2 when it cannot be checked."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument(
            "--since", type=int, default=0, help="only what came after the checkpoint of this size"
        )
        parser.add_argument("--log", default="", help="only the log of this name; all unless given")
        parser.add_argument(
            "--draft",
            type=UUID,
            help="only the events of one draft, and whether the tables still say the same",
        )
        parser.add_argument(
            "--vkey", type=Path, help="a file with the public keys to trust, one on each line"
        )
        parser.add_argument(
            "--checkpoint",
            type=Path,
            action="append",
            default=[],
            help="a checkpoint that somebody held outside; may be given several times",
        )

    def handle(self, *args: Any, **options: Any) -> None:
        try:
            trusted = _keys(options["vkey"]) if options["vkey"] else None
            outside = [path.read_bytes() for path in options["checkpoint"]]
        except (OSError, NoteError) as error:
            raise CommandError(str(error), returncode=2) from error
        if options["draft"]:
            self._draft(options["draft"], trusted)
            return
        logs = _logs(options["log"], incremental=bool(options["since"]))
        if not logs:
            self.stdout.write("There is no log yet: nothing has happened.")
            return
        faults = [
            "A given checkpoint is of none of these logs."
            for written in outside
            if not any(_is_of(written, log) for log in logs)
        ]
        for log in logs:
            given = [written for written in outside if _is_of(written, log)]
            try:
                check = LogCheck(log, since=options["since"], trusted=trusted, outside=given)
            except CannotCheckError as error:
                raise CommandError(str(error), returncode=2) from error
            while check.step():
                pass
            since = f" after the first {check.since:,}" if check.since else ""
            end = "have no place for good" if log.closed_at else "wait for their place"
            self.stdout.write(
                f"{log.origin}: {check.read:,} events{since} and {check.checkpoints:,} "
                f"checkpoints derived anew; {check.waiting:,} events {end}."
            )
            faults += check.faults
        self._end(faults)
        if not outside:
            self.stdout.write(
                "What this cannot show: that nobody wrote the whole log anew with its key. A "
                "checkpoint that somebody else holds shows it: --checkpoint FILE."
            )

    def _draft(self, draft: UUID, trusted: tuple[Verifier, ...] | None) -> None:
        found = check_draft(draft, trusted=trusted)
        if not found.events:
            raise CommandError(f"The log tells nothing of a draft {draft}.", returncode=2)
        self.stdout.write(
            f"Draft {draft}: {found.events:,} events, of which {found.waiting:,} wait for their "
            "place."
        )
        self._end([*found.faults, *disagreements(draft)])

    def _end(self, faults: tuple[str, ...] | list[str]) -> None:
        for fault in faults:
            self.stdout.write(f"! {fault}")
        if faults:
            raise CommandError(f"The log does not hold: {len(faults):,} faults.")
        self.stdout.write("Nothing is wrong.")


def _logs(origin: str, *, incremental: bool) -> list[AuditLog]:
    """Return the logs to check, the open one last; what is new is only in the open one."""
    if origin:
        found = list(AuditLog.objects.filter(origin=origin))
        if not found:
            raise CommandError(f"There is no log {origin}.", returncode=2)
        return found
    logs = AuditLog.objects.order_by("pk")
    return list(logs.filter(closed_at=None) if incremental else logs)


def _is_of(written: bytes, log: AuditLog) -> bool:
    return written.partition(b"\n")[0] == log.origin.encode()


def _keys(path: Path) -> tuple[Verifier, ...]:
    """Read public keys; what `audit_key show --all` writes behind each is passed over."""
    lines = path.read_text(encoding="utf-8").splitlines()
    return tuple(read_vkey(line.split()[0]) for line in lines if line.strip())
