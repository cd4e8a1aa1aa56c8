"""A draft's payload: what it was made from, whether it is that still, and what a model is told."""

import hashlib
import json
import re
from copy import deepcopy
from datetime import UTC, datetime
from html import unescape

import pytest
from django.db import connection
from django.test import Client

from compliance.sealing import keyring
from drafting.models import ContextRecord, Draft, ReviewItem, Ticket
from locations.models import PolicyValue

HOSTILE = "<script>alert(1)</script></pre>"


@pytest.fixture
def client(reviewer):
    client = Client()
    client.force_login(reviewer)
    return client


def page(client, draft):
    answer = client.get(f"/drafts/{draft.pk}/payload/")
    assert answer.status_code == 200
    return unescape(answer.content.decode())


def stored(draft, payload):
    """Put another payload in place of a draft's, with its right fingerprint, as an old row has."""
    record = ContextRecord.objects.get(pk=draft.context_id)
    record.payload = payload
    sealed = ContextRecord._meta.get_field("payload").pre_save(record, add=False)
    ContextRecord.objects.filter(pk=record.pk).update(payload=sealed)


def test_it_shows_record_facts_and_provenance(client, held):
    shown = page(client, held)
    assert held.context.sha256 in shown
    assert "the same" in shown
    assert "Tuesday, 3 November 2026, 12:00 EST" in shown
    assert "location:ald-boston" in shown
    assert "Can I return my boots?" in shown
    assert "R1" in shown
    assert "the same now" in shown
    assert f"/review/{ReviewItem.objects.get(draft=held).pk}/" in shown
    assert "/admin/" not in shown


def test_a_payload_that_was_changed_is_shown_in_red(client, held):
    payload = deepcopy(held.context.payload)
    payload["facts"]["place"]["policies"][0]["value"] = 90
    stored(held, payload)
    shown = page(client, held)
    assert "This is not what was stored with the draft" in shown
    assert '<code class="bad">' in shown


def test_a_payload_that_was_changed_without_its_key_is_not_shown(client, held):
    with connection.cursor() as cursor:
        cursor.execute("UPDATE drafting_contextrecord SET payload = payload || '\\x00'")
    answer = client.get(f"/drafts/{held.pk}/payload/")
    assert answer.status_code == 409
    assert "This text is not what was stored" in answer.content.decode()


def test_an_erased_payload_says_when_it_was_erased(client, held):
    keyring.destroy([held.ticket.data_key_id], at=datetime(2026, 11, 21, tzinfo=UTC))
    for address in ("payload/", "payload.json"):
        answer = client.get(f"/drafts/{held.pk}/{address}")
        assert answer.status_code == 410
        assert "Erased on November 21, 2026." in answer.content.decode()
    item = ReviewItem.objects.get(draft=held)
    assert client.get(f"/review/{item.pk}/").status_code == 410
    queue = client.get("/review/")
    assert queue.status_code == 200
    assert "Erased on November 21, 2026." in queue.content.decode()


def test_without_the_master_key_pages_say_so(client, held, settings, tmp_path):
    settings.DRAFTGATE_MASTER_KEY = ""
    settings.DRAFTGATE_MASTER_KEY_FILE = str(tmp_path / "none")
    keyring.forget()
    answer = client.get(f"/drafts/{held.pk}/payload/")
    assert answer.status_code == 503
    assert "Texts cannot be read here" in answer.content.decode()
    assert client.get("/review/").status_code == 200
    assert client.get("/healthz").status_code == 503


def test_the_download_is_the_canonical_json(client, held):
    answer = client.get(f"/drafts/{held.pk}/payload.json")
    assert answer["Content-Type"] == "application/json"
    assert answer["Content-Disposition"] == f'attachment; filename="payload-{held.pk}.json"'
    assert hashlib.sha256(answer.content).hexdigest() == held.context.sha256
    assert json.loads(answer.content) == held.context.payload


def test_fields_of_later_versions_are_not_recorded(client, held):
    payload = held.context.payload
    del payload["facts"]["place"]["services"]
    del payload["facts"]["customer"]["consents"]
    del payload["facts"]["save_offers"]
    payload["version"] = 0
    payload["weather"] = "rain"
    stored(held, payload)
    shown = page(client, held)
    assert "facts.customer.consents" in shown
    assert shown.count("not recorded when this payload was stored") >= 2
    assert "0 (today’s is" in shown
    assert "not known to this version of Draftgate: weather" in shown


def test_a_payload_that_cannot_be_read_says_which_field_and_keeps_its_download(client, held):
    payload = held.context.payload
    payload["facts"]["at"] = "yesterday"
    stored(held, payload)
    shown = page(client, held)
    assert "facts.at: expected an ISO 8601 datetime, found 'yesterday'" in shown
    assert client.get(f"/drafts/{held.pk}/payload.json").status_code == 200
    item = ReviewItem.objects.get(draft=held)
    review = client.get(f"/review/{item.pk}/")
    assert review.status_code == 200
    assert "cannot be read" in review.content.decode()


def test_the_model_is_told_what_the_settings_say_and_no_more(client, drafted, settings):
    draft = drafted()
    payload = draft.context.payload
    payload["facts"]["customer"] |= {
        "code": "c-77",
        "name": "Dana Whitlock",
        "points": 1250,
        "orders": [
            {
                "id": "F-1",
                "location": "ald-boston",
                "item": "rain shell",
                "total": "149.00",
                "on": "2026-10-25",
                "status": "delivered",
            }
        ],
        "history": ["Asked about boots"],
    }
    stored(draft, payload)
    settings.DRAFTGATE_MODEL_CUSTOMER_FIELDS = ["first_name", "recent_orders"]
    shown = page(client, draft)
    told = json.loads(re.search(r'<pre class="told"[^>]*>(.*?)</pre>', shown, re.DOTALL)[1])
    assert told["customer"]["first_name"] == "Dana"
    assert set(told["customer"]) == {"first_name", "recent_orders"}
    kept = re.search(r"<dt>Not sent</dt><dd>(.*?)</dd>", shown)[1]
    assert kept == (
        "code, name, but for the first, points, location of the orders, total of the orders, "
        "history"
    )
    settings.DRAFTGATE_MODEL_CUSTOMER_FIELDS = []
    nothing = page(client, draft)
    assert "<dt>Sent</dt><dd>nothing</dd>" in nothing
    assert "code, name, points, orders, history" in nothing
    assert "No model was asked for this draft" in nothing


def test_whose_prompt_was_another_is_told(client, drafted):
    draft = drafted()
    Draft.objects.filter(pk=draft.pk).update(prompt_version="0123456789ab", model="small")
    shown = page(client, draft)
    assert "by another template or list of fields (0123456789ab)" in re.sub("</?code>", "", shown)


def test_a_degraded_customer_says_why(client, drafted):
    draft = drafted()
    payload = draft.context.payload
    payload["facts"]["customer"]["unavailable"] = "the CRM did not answer within 2 seconds"
    stored(draft, payload)
    assert "could not be brought up to date:</strong> the CRM did not answer" in page(client, draft)


def test_what_was_left_out_and_why(client, drafted, boston):
    from locations.models import Promotion  # noqa: PLC0415 - one test's own row

    Promotion.objects.update(locations=["ald-denver"])
    shown = page(client, drafted())
    assert "does not run at ald-boston" in shown
    Promotion.objects.all().delete()
    assert "Nothing was left out." in page(client, drafted())


def test_what_was_cut_for_its_size(client, drafted):
    draft = drafted()
    assert "Nothing had to be cut." in page(client, draft)
    payload = draft.context.payload
    payload["truncated"] = [{"what": "articles", "names": ["kb-7", "kb-9"]}]
    stored(draft, payload)
    assert "kb-7, kb-9" in page(client, draft)
    del payload["truncated"]
    stored(draft, payload)
    shown = page(client, draft)
    assert "Nothing had to be cut." not in shown
    assert "Not recorded when this payload was stored." in shown


def test_hostile_words_are_shown_and_never_run(client, drafted):
    draft = drafted(message=f"Can I return it? {HOSTILE}")
    raw = client.get(f"/drafts/{draft.pk}/payload/").content.decode()
    assert "<script>alert" not in raw
    assert raw.count("</pre>") == raw.count("<pre")
    assert "&lt;script&gt;alert" in raw


def test_a_value_that_changed_since_does_not_change_the_payload(client, held):
    PolicyValue.objects.all().delete()
    assert "14 days" in page(client, held)


def test_the_ways_to_it(client, operator, held):
    item = ReviewItem.objects.get(draft=held)
    way = f'href="/drafts/{held.pk}/payload/"'
    assert way in client.get(f"/review/{item.pk}/").content.decode()
    staff = Client()
    staff.force_login(operator)
    assert way in staff.get(f"/admin/drafting/draft/{held.pk}/change/").content.decode()
    assert f"/admin/drafting/draft/{held.pk}/change/" in page(staff, held)


def test_rules_that_changed_since_are_told(client, held):
    from compliance.models import ComplianceRule  # noqa: PLC0415 - one test's own row

    ComplianceRule.objects.filter(code="R1").update(version=7)
    assert "now version 7" in page(client, held)
    ComplianceRule.objects.all().delete()
    assert "not in scope any more" in page(client, held)
    assert Ticket.objects.exists()
