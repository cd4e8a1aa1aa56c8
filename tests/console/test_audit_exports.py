"""Exports that are asked for on a page: previewed, confirmed, written by a worker, and fetched."""

from __future__ import annotations

import io
import re
import zipfile
from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone

from compliance.audit import keys
from compliance.audit.bundle import read_keys
from compliance.audit.canonical import read_canonical
from compliance.audit.events import open_log, stamp
from compliance.audit.inspection import inspect
from compliance.audit.requests import forget_old, forget_texts, write_next
from compliance.audit.sequencer import sequence
from compliance.models import AuditEvent, AuditExport, AuditExportPart, AuditKey, DataKey, EventType
from compliance.sealing.cipher import SealError, key_id_of
from drafting import sending
from drafting.attestation.exporting import step


@pytest.fixture(autouse=True)
def time_enough(settings):
    # A busy machine must not turn a decision into one that the gate had no time for.
    settings.DRAFTGATE_GATE_TIMEOUT_MS = 60_000


@pytest.fixture
def sent(drafted, agent, settings, tmp_path):
    """A draft that was sent, with all its events under a checkpoint."""
    settings.DRAFTGATE_AUDIT_KEY = ""
    settings.DRAFTGATE_AUDIT_KEY_FILE = str(tmp_path / "audit" / "key")
    settings.DRAFTGATE_AUDIT_CHECKPOINT_FILE = str(tmp_path / "audit" / "checkpoint")
    draft = drafted()
    sending.send(draft=draft, actor=agent, text=draft.shown_text)
    keys.create(open_log().origin)
    sequence(now=timezone.now())
    return draft


@pytest.fixture
def pages(auditor):
    client = Client()
    client.force_login(auditor)
    return client


def fetched(pages) -> bytes:
    asked = AuditExport.objects.get()
    answer = pages.get(f"/audit/exports/{asked.pk}/")
    assert answer.status_code == 200
    return b"".join(answer.streaming_content)


def holds(content: bytes, tmp_path) -> int:
    """Verify a file as a stranger does; return how many events it holds."""
    path = tmp_path / "fetched.zip"
    path.write_bytes(content)
    trusted = read_keys("".join(f"{k.vkey} {k.since}-\n" for k in AuditKey.objects.all()))
    found = inspect(path, trusted=trusted, now=stamp(timezone.now()))
    assert found.faults == ()
    return found.events


def test_an_export_is_previewed_asked_for_written_and_fetched(pages, sent, tmp_path, monkeypatch):
    monkeypatch.setattr("compliance.audit.requests._PART_BYTES", 1_000)
    count = AuditEvent.objects.filter(draft=sent.pk).count()
    preview = pages.get("/audit/exports/", {"draft": sent.pk})
    assert preview.context["count"] == count
    assert pages.post("/audit/exports/", {"draft": sent.pk}).status_code == 302
    assert "waits for a worker" in pages.get("/audit/exports/").content.decode()
    assert step()
    assert not step()
    assert AuditExportPart.objects.count() > 2
    content = fetched(pages)
    assert holds(content, tmp_path) == count
    with zipfile.ZipFile(io.BytesIO(content)) as file:
        assert "texts.ndjson" not in file.namelist()
    told = read_canonical(bytes(AuditEvent.objects.get(type=EventType.LOG_EXPORTED).body))
    assert told["actor"]["kind"] == "auditor"
    assert told["actor"]["id"] == "axel"
    assert told["details"]["selection"] == {"draft": str(sent.pk)}


def test_the_whole_log_goes_when_nothing_is_chosen(pages, sent, tmp_path):
    assert pages.post("/audit/exports/", {"since": ""}).status_code == 302
    step()
    assert holds(fetched(pages), tmp_path) == AuditEvent.objects.count() - 1


def test_texts_are_released_only_when_it_is_confirmed(pages, sent, tmp_path):
    asked = {"draft": sent.pk, "texts": "on"}
    preview = pages.get("/audit/exports/", asked).content.decode()
    ids = re.findall(r' id="([^"]+)"', preview)
    assert len(ids) == len(set(ids))
    assert '<input type="hidden" name="texts" value="True">' in preview
    answer = pages.post("/audit/exports/", asked)
    assert (answer.status_code, AuditExport.objects.count()) == (422, 0)
    assert "Texts are released only when you confirm it" in answer.content.decode()
    assert pages.post("/audit/exports/", {**asked, "confirm": "on"}).status_code == 302
    step()
    content = fetched(pages)
    holds(content, tmp_path)
    with zipfile.ZipFile(io.BytesIO(content)) as file:
        assert sent.shown_text.encode() in file.read("texts.ndjson")


def test_a_file_is_only_for_who_asked(pages, sent, operator):
    pages.post("/audit/exports/", {"draft": sent.pk})
    step()
    other = Client()
    other.force_login(operator)
    assert other.get(f"/audit/exports/{AuditExport.objects.get().pk}/").status_code == 404
    assert "You asked for none yet" in other.get("/audit/exports/").content.decode()


def test_files_are_forgotten_after_a_day_and_texts_when_they_are_erased(pages, sent):
    pages.post("/audit/exports/", {"draft": sent.pk})
    pages.post("/audit/exports/", {"draft": sent.pk, "texts": "on", "confirm": "on"})
    while step():
        pass
    assert forget_old(timezone.now() + timedelta(hours=23)) == 0
    assert forget_texts(timezone.now()) == 1
    assert AuditExport.objects.get(with_texts=True).state == "gone"
    assert forget_old(timezone.now() + timedelta(hours=25)) == 1
    assert not AuditExportPart.objects.exists()
    assert "no longer kept" in pages.get("/audit/exports/").content.decode()


def test_a_file_with_texts_is_sealed_until_its_key_is_destroyed(pages, sent, monkeypatch):
    monkeypatch.setattr("compliance.audit.requests._PART_BYTES", 1_000)
    pages.post("/audit/exports/", {"draft": sent.pk, "texts": "on", "confirm": "on"})
    step()
    asked = AuditExport.objects.get()
    stored = [bytes(data) for data in asked.parts.values_list("data", flat=True)]
    content = fetched(pages)
    assert len(stored) > 2
    assert key_id_of(stored[0]) == asked.data_key_id
    assert not any(content[place : place + 40] in b"".join(stored) for place in range(0, 4000, 40))
    AuditExportPart.objects.filter(number=1).update(data=stored[2])
    with pytest.raises(SealError):
        fetched(pages)
    forget_texts(timezone.now())
    assert DataKey.objects.get(pk=asked.data_key_id).wrapped is None


def test_why_an_export_failed_quotes_no_text_in_the_log(pages, sent, monkeypatch, caplog):
    def broken(events):
        raise ValueError(sent.shown_text)

    pages.post("/audit/exports/", {"draft": sent.pk, "texts": "on", "confirm": "on"})
    assert write_next(texts=broken)
    assert "ValueError" in caplog.text
    assert sent.shown_text not in caplog.text
    assert sent.shown_text not in AuditExport.objects.get().why


def test_what_cannot_be_written_says_why(pages, sent, settings):
    settings.DRAFTGATE_AUDIT_KEY_FILE = "/nonexistent/key"
    pages.post("/audit/exports/", {"draft": sent.pk})
    assert step()
    asked = AuditExport.objects.get()
    assert (asked.state, asked.parts.count()) == ("failed", 0)
    assert "There is no key at" in pages.get("/audit/exports/").content.decode()
    assert not AuditEvent.objects.filter(type=EventType.LOG_EXPORTED).exists()


def test_whoever_is_killed_leaves_it_waiting_without_an_event(pages, sent, monkeypatch):
    pages.post("/audit/exports/", {"draft": sent.pk})

    def killed(*_, **__):
        raise KeyboardInterrupt

    monkeypatch.setattr(AuditExportPart.objects, "create", killed)
    with pytest.raises(KeyboardInterrupt):
        step()
    monkeypatch.undo()
    assert AuditExport.objects.get().state == "asked"
    assert not AuditEvent.objects.filter(type=EventType.LOG_EXPORTED).exists()


@pytest.mark.parametrize(
    "wrong", [{"draft": "x"}, {"since": "2026-11-02", "until": "2026-11-01"}, {"agent": "\x00"}]
)
def test_what_makes_no_sense_is_said(pages, wrong):
    assert pages.get("/audit/exports/", wrong).status_code == 422
    assert pages.post("/audit/exports/", wrong).status_code == 422


def test_nothing_signed_is_nothing_to_export(pages, held):
    page = pages.get("/audit/exports/", {"draft": held.pk}).content.decode()
    assert "Nothing is signed yet" in page
