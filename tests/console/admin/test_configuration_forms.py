"""An operator edits configuration: reasons, versions, lists, values, deletions."""

import pytest
from django.test import Client

from compliance.models import ChannelRestriction, ComplianceRule, ToneOverlay
from locations import changes
from locations.models import Location, PolicyTerm, PolicyValue, Promotion, WeeklyHours


@pytest.fixture
def client(operator):
    client = Client()
    client.force_login(operator)
    return client


def _form_of(response):
    """What a browser would send back from a page: every field of every form on it."""
    form = response.context["adminform"].form
    sent = {}
    for bound in form:
        value = bound.value()
        sent[bound.html_name] = "" if value is None else value
    for inline in response.context["inline_admin_formsets"]:
        formset = inline.formset
        for bound in formset.management_form:
            sent[bound.html_name] = bound.value()
        for child in formset.initial_forms:
            for bound in child:
                if bound.name != "DELETE":
                    value = bound.value()
                    sent[bound.html_name] = "" if value is None else value
    return {name: value for name, value in sent.items() if value is not False}


@pytest.fixture
def page(boston):
    return f"/admin/locations/location/{boston.pk}/change/"


def _field_of(sent, formset, key, value):
    """The name of an inline's field on the row where another field has this value."""
    for name, found in sent.items():
        if name.startswith(formset) and str(found) == str(value):
            return name.rsplit("-", 1)[0] + f"-{key}"
    raise AssertionError(f"no row of {formset} with {value}")


def test_the_refund_window_changes_with_its_reason_in_the_history(client, page, boston):
    sent = _form_of(client.get(page))
    sent[_field_of(sent, "policy_values", "value", "14")] = "21"
    sent["change_reason"] = "Boston follows the franchise from November"
    assert client.post(page, sent).status_code == 302
    value = PolicyValue.objects.get(location=boston)
    assert (value.value, value.version) == (21, 2)
    entry = value.history.first()
    assert entry.history_change_reason == "Boston follows the franchise from November"
    assert entry.history_user.username == "olaf"
    boston.refresh_from_db()
    assert boston.version == 1, "the location itself did not change"
    shown = client.get(page.replace("change", "history")).content.decode()
    assert "Boston follows the franchise from November" in shown
    assert "<del>14</del>" in shown
    assert "<ins>21</ins>" in shown
    assert "olaf" in shown


def test_a_change_without_a_reason_is_not_saved_and_nothing_typed_is_lost(client, page, boston):
    sent = _form_of(client.get(page)) | {"name": "Alder Wharf", "change_reason": "  "}
    response = client.post(page, sent)
    assert response.status_code == 200
    shown = response.content.decode()
    assert "Say why this changes" in shown
    assert 'value="Alder Wharf"' in shown
    boston.refresh_from_db()
    assert boston.name == "Alder Harbor"


def test_two_people_on_one_form(client, page, boston, operator):
    opened = client.get(page)
    theirs = Location.objects.get(pk=boston.pk)
    theirs.phone = "617-555-0199"
    changes.save(row=theirs, actor=operator, reason="new line")
    sent = _form_of(opened) | {"name": "Alder Wharf", "change_reason": "renamed"}
    response = client.post(page, sent)
    shown = response.content.decode()
    assert response.status_code == 200
    assert "changed this while you were editing" in shown
    assert "617-555-0199" in shown
    assert 'value="Alder Wharf"' in shown, "what was typed is still there"
    boston.refresh_from_db()
    assert boston.name == "Alder Harbor"
    # Having seen it, the second save is a decision.
    again = _form_of(response) | {"name": "Alder Wharf", "change_reason": "renamed"}
    assert client.post(page, again).status_code == 302
    boston.refresh_from_db()
    assert (boston.name, boston.version) == ("Alder Wharf", 3)


def test_two_people_on_one_row_of_a_page(client, page, boston, operator):
    opened = client.get(page)
    value = PolicyValue.objects.get(location=boston)
    value.value = 7
    changes.save(row=value, actor=operator, reason="shorter")
    sent = _form_of(opened)
    sent[_field_of(sent, "policy_values", "value", "14")] = "21"
    response = client.post(page, sent | {"change_reason": "longer"})
    assert response.status_code == 200
    assert "changed this while you were editing" in response.content.decode()
    value.refresh_from_db()
    assert value.value == 7


@pytest.mark.parametrize(
    ("typed", "complaint"),
    [("soon", "is not a number"), ("-3", "is negative"), ("", "This field is required")],
)
def test_a_value_that_does_not_fit_its_unit(client, page, boston, typed, complaint):
    sent = _form_of(client.get(page))
    sent[_field_of(sent, "policy_values", "value", "14")] = typed
    response = client.post(page, sent | {"change_reason": "try"})
    assert response.status_code == 200
    assert complaint in response.content.decode()
    assert PolicyValue.objects.get(location=boston).value == 14


def test_hours_and_holidays_are_edited_with_the_same_reason(client, page, boston):
    sent = _form_of(client.get(page))
    sent["weekly_hours-0-sun"] = "closed"
    sent["dated_hours-0-hours"] = "10:00-14:00"
    sent["change_reason"] = "Sundays off"
    assert client.post(page, sent).status_code == 302
    assert WeeklyHours.objects.get(location=boston).sun == "closed"
    for row in (WeeklyHours.objects.get(location=boston), boston.dated_hours.get()):
        assert row.history.first().history_change_reason == "Sundays off"


def test_hours_that_cannot_be_read_say_what_to_write(client, page, boston):
    sent = _form_of(client.get(page)) | {"weekly_hours-0-mon": "9 to 5", "change_reason": "x"}
    response = client.post(page, sent)
    assert "09:00-17:00" in response.content.decode()
    assert WeeklyHours.objects.get(location=boston).mon == "10:00-19:00"


def test_a_zone_that_does_not_exist(client, page):
    sent = _form_of(client.get(page)) | {"zone": "Boston", "change_reason": "x"}
    assert "America/New_York" in client.post(page, sent).content.decode()


def test_two_values_of_one_term_on_the_same_days(client, boston):
    term = PolicyTerm.objects.get()
    sent = {
        "term": term.pk,
        "value": "10",
        "layer": "location",
        "location": boston.pk,
        "change_reason": "x",
    }
    response = client.post("/admin/locations/policyvalue/add/", sent)
    assert response.status_code == 200
    assert "is in force on the same days" in response.content.decode()


def test_lists_are_typed_as_lines_and_commas(client, boston):
    rule = ComplianceRule.objects.get()
    url = f"/admin/compliance/compliancerule/{rule.pk}/change/"
    page = client.get(url)
    assert "sold as is\nno warranty" in page.content.decode()
    sent = _form_of(page) | {
        "examples": "sold as is\r\n\r\nas-is sale\r\n",
        "binds_on": "location",
        "states": "US-MA, US-NY",
        "change_reason": "counsel asked",
    }
    assert client.post(url, sent).status_code == 302
    rule.refresh_from_db()
    assert rule.examples == ["sold as is", "as-is sale"]
    assert rule.states == ["US-MA", "US-NY"]


def test_conditions_are_checked_at_their_field(client, boston):
    rule = ComplianceRule.objects.get()
    url = f"/admin/compliance/compliancerule/{rule.pk}/change/"
    sent = _form_of(client.get(url)) | {"change_reason": "evidence is kept now"}
    for name, typed, why in (
        ("conditions", "purchase.age_days <= thirty", "Line 1, character 22"),
        ("conditions", "location.no_such_term is missing", "No policy term has the key no_such"),
        ("exemptions", "food\r\npurchase.age = 3", "character 16"),
        ("except_rules", "no-such-rule", "No rule has the code no-such-rule"),
        ("params", '{"US-MA": 5}', "Write a value for each state, in quotes"),
    ):
        shown = client.post(url, sent | {name: typed}).content.decode()
        assert why in shown, name
    typed = "purchase.age_days <= 30  \r\nany of:\r\n  order.amount < $5\r\n"
    assert client.post(url, sent | {"conditions": typed}).status_code == 302
    rule.refresh_from_db()
    assert rule.conditions == "purchase.age_days <= 30\nany of:\n  order.amount < $5"


def test_an_entry_that_is_wrong_is_named(client, boston):
    offer = Promotion.objects.get()
    url = f"/admin/locations/promotion/{offer.pk}/change/"
    sent = _form_of(client.get(url)) | {
        "excluded_states": "US-NY, usma",
        "locations": "ald-boston, ald-bosten",
        "weekdays": "friday",
        "change_reason": "x",
    }
    shown = client.post(url, sent).content.decode()
    assert "“usma”: Write an existing state" in shown
    assert "No location has the code ald-bosten" in shown
    assert "friday: write weekdays as mon" in shown
    offer.refresh_from_db()
    assert offer.version == 1


def test_json_that_is_not_json_comes_back_as_typed(client, page):
    sent = _form_of(client.get(page)) | {"licence_states": "[US-CA", "change_reason": "x"}
    shown = client.post(page, sent).content.decode()
    assert "This is not JSON" in shown
    assert "[US-CA" in shown


def test_a_new_row_is_saved_with_its_values_left_blank(client, boston):
    url = "/admin/compliance/toneoverlay/add/"
    sent = _form_of(client.get(url)) | {
        "code": "dental",
        "vertical": boston.vertical.pk,
        "change_reason": "A voice of our own",
    }
    assert sent["replacements"] == sent["sentence_quantiles"] == ""
    assert client.post(url, sent).status_code == 302
    row = ToneOverlay.objects.get(code="dental")
    assert (row.replacements, row.sentence_quantiles) == ({}, {})


def test_an_entry_that_is_too_long_is_named_by_its_beginning(client, boston):
    url = "/admin/compliance/toneoverlay/add/"
    sent = _form_of(client.get(url)) | {"code": "dental", "vertical": boston.vertical.pk}
    sent |= {"closings": "Take good care, " * 40, "change_reason": "A voice of our own"}
    (told,) = client.post(url, sent).context["adminform"].form.errors["closings"]
    assert told.startswith("“Take good care, Take good care,")
    assert "at most 500 characters" in told
    assert len(told) < 150


def test_a_voice_is_for_a_channel_that_exists(client, boston):
    ChannelRestriction.objects.get_or_create(code="sms")
    url = "/admin/compliance/toneoverlay/add/"
    sent = _form_of(client.get(url)) | {"code": "dental-sms", "vertical": boston.vertical.pk}
    sent |= {"channel": "smss", "change_reason": "Texts are shorter"}
    shown = client.post(url, sent).content.decode()
    assert "No channel restriction has the code smss" in shown
    assert client.post(url, sent | {"channel": "sms"}).status_code == 302
    assert ToneOverlay.objects.get().channel == "sms"


def test_stored_values_may_be_emptied(client, boston):
    row = ToneOverlay.objects.create(
        code="dental", vertical=boston.vertical, replacements={"cheap": "affordable"}
    )
    url = f"/admin/compliance/toneoverlay/{row.pk}/change/"
    sent = _form_of(client.get(url)) | {"replacements": "", "change_reason": "Not needed"}
    assert client.post(url, sent).status_code == 302
    row.refresh_from_db()
    assert row.replacements == {}


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ('{"50": Infinity}', "Infinity is no number"),
        ('{"50": NaN}', "NaN is no number"),
        ('{"50": 1e999}', "1e999 is no number"),
        (r'{"\u0000": 3}', "stands for nothing"),
        (r'{"50": ["\ud800"]}', "stands for nothing"),
    ],
)
def test_what_the_database_cannot_hold_is_refused_in_words(client, boston, typed, told):
    url = "/admin/compliance/toneoverlay/add/"
    sent = _form_of(client.get(url)) | {
        "code": "dental",
        "vertical": boston.vertical.pk,
        "sentence_quantiles": typed,
        "change_reason": "x",
    }
    refused = client.post(url, sent)
    assert refused.status_code == 200
    assert told in " ".join(refused.context["adminform"].form.errors["sentence_quantiles"])
    assert not ToneOverlay.objects.exists()


def test_deleting_needs_a_reason_and_keeps_the_history(client, boston):
    value = PolicyValue.objects.get(location=boston)
    url = f"/admin/locations/policyvalue/{value.pk}/delete/"
    assert client.post(url, {"post": "yes"}).status_code == 302
    assert PolicyValue.objects.filter(pk=value.pk).exists()
    assert client.post(url, {"post": "yes", "change_reason": "back to 30"}).status_code == 302
    assert not PolicyValue.objects.filter(pk=value.pk).exists()
    entry = PolicyValue.history.filter(id=value.pk).first()
    assert (entry.history_type, entry.history_change_reason) == ("-", "back to 30")
    shown = client.get(f"/admin/locations/location/{boston.pk}/history/").content.decode()
    assert "back to 30" in shown


def test_what_goes_with_a_row_keeps_the_reason_too(client, boston):
    url = f"/admin/locations/location/{boston.pk}/delete/"
    assert client.post(url, {"post": "yes", "change_reason": "closed for good"}).status_code == 302
    assert not Location.objects.filter(pk=boston.pk).exists()
    for model in (WeeklyHours, PolicyValue):
        entry = model.history.filter(location_id=boston.pk).first()
        assert (entry.history_type, entry.history_change_reason) == ("-", "closed for good")
        assert entry.history_user.username == "olaf"


def test_nothing_is_deleted_in_bulk(client, boston):
    shown = client.get("/admin/locations/location/").content.decode()
    assert "delete_selected" not in shown


def test_the_page_says_what_is_in_force_and_why(client, page):
    shown = client.get(page).content.decode()
    assert "location:ald-boston, version 1" in shown
    assert "vertical:retail" in shown, "what the location's value overrode"


def test_codes_typed_by_an_operator_are_never_markup(client, page, boston):
    sent = _form_of(client.get(page)) | {
        "name": "<script>alert(1)</script>",
        "change_reason": "<img src=x onerror=alert(1)>",
    }
    assert client.post(page, sent).status_code == 302
    for path in (page, page.replace("change", "history"), "/admin/locations/location/"):
        shown = client.get(path).content.decode()
        assert "<script>alert" not in shown
        assert "<img src=x" not in shown


def test_each_problem_names_its_field(client, page):
    sent = _form_of(client.get(page)) | {"zone": "", "state": "MA", "change_reason": "x"}
    shown = client.post(page, sent).content.decode()
    assert "<li>Time zone: This field is required.</li>" in shown
    assert "<li>State: Write an existing state" in shown


def test_a_problem_of_several_rows_is_one_sentence(client, page):
    sent = _form_of(client.get(page)) | {"change_reason": "x"}
    rows = int(sent["dated_hours-TOTAL_FORMS"])
    for row in (rows, rows + 1):
        sent |= {
            f"dated_hours-{row}-hours_type": "main",
            f"dated_hours-{row}-on": "2099-12-31",
            f"dated_hours-{row}-hours": "closed",
        }
    sent["dated_hours-TOTAL_FORMS"] = rows + 2
    shown = client.post(page, sent).content.decode()
    duplicate = "Please correct the duplicate data for on and hours_type, which must be unique."
    assert f"<li>Dated hours: {duplicate}</li>" in shown
