"""The freshness board: what is stale, why, since when, whose, and what was written from it."""

from datetime import date

import pytest
from django.contrib.auth.models import User
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from console.standing import attention_items
from drafting.knowledge import checks
from drafting.models import Draft
from locations import changes
from locations.models import Brand, KnowledgeArticle

WHY = {"actor": None, "reason": "as agreed"}


@pytest.fixture
def board(operator):
    client = Client()
    client.force_login(operator)

    def get(query=""):
        while checks.work():
            pass
        answer = client.get(f"/knowledge/freshness/{query}")
        assert answer.status_code == 200
        return answer.content.decode()

    return get


def article(code, body, **more):
    brand = Brand.objects.get(code="alder")
    row = KnowledgeArticle(code=code, brand=brand, title=f"About {code}", body=body, **more)
    return changes.save(row=row, **WHY)


def test_an_empty_board_says_why_it_is_empty(boston, board):
    changes.save(row=Brand.objects.get(), **WHY)
    page = board()
    assert "Nothing is to mend" in page or "Nothing was examined yet" in page
    article("fine", "Hats are round.")
    assert "Nothing is to mend" in board()


def test_it_shows_what_is_wrong_what_holds_since_when_and_whose_it_is(boston, board, operator):
    row = article("wrong", "Boots may be returned within 90 days.", owner=operator)
    page = board()
    assert "About wrong" in page
    assert "Boots may be returned within 90 days." in page
    assert "What holds: 14 days" in page
    assert operator.username in page
    assert f"/admin/locations/knowledgearticle/{row.pk}/change/" in page
    assert "No draft in 30 days was written from it" in page


def test_it_counts_and_links_the_drafts_that_were_written_from_an_article(boston, board, drafted):
    article("wrong", "Boots may be returned within 90 days.")
    first, second = drafted(), drafted()
    Draft.objects.filter(pk__in=(first.pk, second.pk)).update(articles=["other", "wrong"])
    page = board()
    assert "2 drafts in 30 days" in page
    assert f"/admin/drafting/draft/{first.pk}/change/" in page
    assert f"/admin/drafting/draft/{second.pk}/change/" in page


def test_hostile_words_are_shown_as_words(boston, board):
    article("wrong", "All returns within 90 days. <b onclick=x>&</b>")
    KnowledgeArticle.objects.update(title="<script>alert(1)</script>")
    page = board()
    assert "<script>alert(1)" not in page
    assert "&lt;script&gt;alert(1)" in page


def test_filters_by_brand_kind_and_owner(boston, board, operator):
    article("wrong", "Boots may be returned within 90 days.")
    article("late", "Hats are round.", review_by=date(2020, 1, 1), owner=operator)
    article("old", "Hats are round.", status="deprecated")
    page = board()
    assert "About wrong" in page
    assert "About late" in page
    assert "About old" not in page
    assert "About old" in board("?kind=deprecated")
    assert "About wrong" not in board("?kind=review")
    assert "About late" not in board("?owner=nobody")
    assert "About wrong" not in board(f"?owner={operator.username}")
    assert "About late" in board("?brand=alder")
    assert "Nothing fits these filters" in board("?brand=elsewhere")
    assert "About wrong" in board("?kind=%00&page=999")


def test_an_auditor_may_read_and_is_not_told_to_edit(boston, board, auditor):
    article("wrong", "Boots may be returned within 90 days.")
    board()
    client = Client()
    client.force_login(auditor)
    page = client.get("/knowledge/freshness/").content.decode()
    assert "You may read; operators mend." in page
    assert "Edit" not in page


def test_what_is_to_mend_needs_attention(boston, board):
    assert [item for item in attention_items(timezone.now()) if "freshness" in item.url] == []
    article("wrong", "Boots may be returned within 90 days.")
    article("old", "Hats are round.", status="deprecated")
    board()
    (item,) = (item for item in attention_items(timezone.now()) if "freshness" in item.url)
    assert item.count == 1


def test_the_number_of_queries_stays_as_it_is(boston, board, operator, drafted):
    def queries():
        client = Client()
        client.force_login(operator)
        client.get("/knowledge/freshness/")
        with CaptureQueriesContext(connection) as found:
            client.get("/knowledge/freshness/")
        return len(found)

    article("wrong-0", "Boots may be returned within 90 days.")
    board()
    few = queries()
    for number in range(1, 12):
        owner = User.objects.create(username=f"owner-{number}")
        article(f"wrong-{number}", "Boots may be returned within 90 days.", owner=owner)
        Draft.objects.filter(pk=drafted().pk).update(articles=[f"wrong-{number}"])
    board()
    assert queries() == few
    assert few <= 15
