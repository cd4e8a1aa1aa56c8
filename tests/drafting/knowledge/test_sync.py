"""Articles from folders and feeds: incremental, never deleted, and nothing hostile gets in."""

import json
import threading
from datetime import UTC, date, datetime
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest
from django.core.exceptions import ValidationError
from django.core.management import CommandError, call_command

from drafting.knowledge import checks
from drafting.knowledge.sync.run import synchronize
from drafting.models import ArticleFlag, KnowledgeRun, KnowledgeSource
from locations import changes
from locations.models import Brand, KnowledgeArticle

NOW = datetime(2026, 11, 3, 17, 0, tzinfo=UTC)
WHY = {"actor": None, "reason": "as agreed"}


@pytest.fixture
def brand(db):
    return Brand.objects.create(code="oak", name="Oak")


def source(brand, kind, location, **more):
    row = KnowledgeSource(code="help", brand=brand, kind=kind, location=location, **more)
    return changes.save(row=row, **WHY)


def articles():
    return {row.source_id: row for row in KnowledgeArticle.objects.all()}


# --- Folders --------------------------------------------------------------------------------------


@pytest.fixture
def files(tmp_path, settings):
    settings.DRAFTGATE_KNOWLEDGE_ROOT = str(tmp_path)
    folder = tmp_path / "help"
    folder.mkdir()

    def write(name, text):
        path = folder / name
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(text if isinstance(text, bytes) else text.encode())
        return path

    return write


@pytest.fixture
def folder(brand, files):
    files("returns.md", "# Bringing things back\n\nWithin 30 days.\n\n- With a receipt.")
    files(
        "fees/late.html",
        "<title>Late fees</title><h2>Fees</h2><p onclick='x()'>It is $5.</p><script>x</script>",
    )
    files(".hidden.md", "Not for anyone.")
    files("photo.png", b"\x89PNG")
    return source(brand, "folder", "help", states=["US-ME"], review_days=90)


def test_files_become_articles_with_what_the_source_says_of_new_ones(folder):
    outcome = synchronize(source=folder, now=NOW)
    assert outcome.is_fine
    found = articles()
    assert set(found) == {"returns.md", "fees/late.html"}
    returns, fees = found["returns.md"], found["fees/late.html"]
    assert (returns.code, returns.title) == ("help-returns", "Bringing things back")
    assert returns.states == ["US-ME"]
    assert returns.review_by == date(2027, 2, 1)
    assert (fees.code, fees.title, fees.body) == (
        "help-fees-late",
        "Late fees",
        "## Fees\n\nIt is $5.",
    )
    assert ("fees/late.html", "1 × script left out") in outcome.warnings
    record = returns.history.get()
    assert record.history_change_reason == "Taken over from help."


def test_what_did_not_change_gets_no_new_version_and_what_did_gets_one(folder, files):
    synchronize(source=folder, now=NOW)
    outcome = synchronize(source=folder, now=NOW)
    assert (outcome.unchanged, outcome.created, outcome.updated) == (2, [], [])
    assert {row.version for row in articles().values()} == {1}
    files("returns.md", "# Bringing things back\n\nWithin 14 days.")
    outcome = synchronize(source=folder, now=NOW)
    assert outcome.updated == ["help-returns"]
    assert articles()["returns.md"].version == 2
    assert articles()["fees/late.html"].version == 1


def test_what_is_gone_is_marked_and_flagged_and_comes_back(folder, files):
    path = files("hats.md", "Hats are round.")
    synchronize(source=folder, now=NOW)
    path.unlink()
    outcome = synchronize(source=folder, now=NOW)
    assert outcome.missing == ["help-hats"]
    row = articles()["hats.md"]
    assert (row.missing_since, row.status) == (date(2026, 11, 3), "active")
    while checks.work():
        pass
    assert ArticleFlag.objects.get(article=row).kind == "missing"
    assert synchronize(source=folder, now=NOW).missing == []
    files("hats.md", "Hats are round.")
    assert synchronize(source=folder, now=NOW).back == ["help-hats"]
    assert articles()["hats.md"].missing_since is None


def test_what_is_gone_may_be_deprecated(folder, files):
    folder.when_missing = "deprecate"
    changes.save(row=folder, **WHY)
    path = files("hats.md", "Hats are round.")
    synchronize(source=folder, now=NOW)
    path.unlink()
    synchronize(source=folder, now=NOW)
    assert articles()["hats.md"].status == "deprecated"
    files("hats.md", "Hats are round.")
    synchronize(source=folder, now=NOW)
    assert articles()["hats.md"].status == "active"


def test_an_article_far_too_large_is_refused_and_changes_nothing(folder, files):
    files("big.md", "Hats are round.")
    synchronize(source=folder, now=NOW)
    before = articles()["big.md"]
    files("big.md", "word " * 1_000_000)
    files("returns.md", "# Bringing things back\n\nWithin 14 days.")
    outcome = synchronize(source=folder, now=NOW)
    ((name, problem),) = outcome.problems
    assert name == "big.md"
    assert problem == ("The article has 5.0 MB; an article may have 1 MB. Split it into several.")
    assert articles()["big.md"].body == before.body
    assert articles()["big.md"].missing_since is None
    assert outcome.updated == ["help-returns"]
    assert KnowledgeRun.objects.latest("pk").problems == [["big.md", problem]]


@pytest.mark.parametrize(
    ("name", "content", "words"),
    [
        ("bytes.md", b"\xff\xfe\x00h\x00i", "UTF-8"),
        ("empty.md", b"  \n", "no words"),
        ("scripts.html", b"<script>alert(1)</script>", "no words"),
    ],
)
def test_what_cannot_become_an_article_says_why(folder, files, name, content, words):
    files(name, content)
    ((refused, problem),) = synchronize(source=folder, now=NOW).problems
    assert refused == name
    assert words in problem


def test_a_link_out_of_the_folder_is_not_followed(folder, files, tmp_path):
    secret = tmp_path / "secret.md"
    secret.write_text("The password is hats.")
    (tmp_path / "help" / "link.md").symlink_to(secret)
    ((name, problem),) = synchronize(source=folder, now=NOW).problems
    assert (name, "outside" in problem) == ("link.md", True)


def test_a_folder_outside_of_the_root_is_not_read(brand, tmp_path, settings):
    for location in ("/etc", "../etc", "help/../../etc"):
        with pytest.raises(ValidationError):
            source(brand, "folder", location)
    (tmp_path / "root").mkdir()
    (tmp_path / "out").mkdir()
    (tmp_path / "root" / "link").symlink_to(tmp_path / "out")
    settings.DRAFTGATE_KNOWLEDGE_ROOT = str(tmp_path / "root")
    row = source(brand, "folder", "link")
    assert "not below" in synchronize(source=row).error
    settings.DRAFTGATE_KNOWLEDGE_ROOT = ""
    assert "DRAFTGATE_KNOWLEDGE_ROOT" in synchronize(source=row).error


def test_a_folder_that_is_suddenly_empty_marks_nothing(folder, tmp_path):
    synchronize(source=folder, now=NOW)
    (tmp_path / "help").rename(tmp_path / "gone")
    (tmp_path / "help").mkdir()
    assert "Nothing was changed" in synchronize(source=folder, now=NOW).error
    assert {row.missing_since for row in articles().values()} == {None}


def test_a_dry_run_says_everything_and_stores_nothing(folder):
    outcome = synchronize(source=folder, now=NOW, dry_run=True)
    assert sorted(outcome.created) == ["help-fees-late", "help-returns"]
    assert articles() == {}
    assert not KnowledgeRun.objects.exists()


def test_the_command_tells_what_it_did_and_fails_when_something_was_refused(folder, files, capsys):
    call_command("knowledge_sync", "--dry-run")
    assert "2 new" in capsys.readouterr().out
    assert articles() == {}
    call_command("knowledge_sync", "help")
    assert "new      help-returns" in capsys.readouterr().out
    files("empty.md", "")
    with pytest.raises(CommandError, match="help"):
        call_command("knowledge_sync")
    assert "empty.md: It has no words." in capsys.readouterr().err
    with pytest.raises(CommandError, match="there are: help"):
        call_command("knowledge_sync", "other")


# --- Feeds ----------------------------------------------------------------------------------------


class Help:
    """A help centre on this machine; what it answers is set by the test."""

    def __init__(self):
        self.status, self.kind, self.body, self.headers = 200, "application/json", b"[]", {}
        self.asked = []
        self.waits = threading.Event()
        self.hangs = False
        outer = self

        class Handler(BaseHTTPRequestHandler):
            def do_GET(self):
                outer.asked.append(dict(self.headers))
                if outer.hangs:
                    outer.waits.wait(10)
                etag = outer.headers.get("ETag")
                if etag and self.headers.get("If-None-Match") == etag:
                    self.send_response(304)
                    self.end_headers()
                    return
                self.send_response(outer.status)
                self.send_header("Content-Type", outer.kind)
                self.send_header("Content-Length", str(len(outer.body)))
                for name, value in outer.headers.items():
                    self.send_header(name, value)
                self.end_headers()
                self.wfile.write(outer.body)

            def log_message(self, *args):
                pass

        self.server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.server.daemon_threads = True
        threading.Thread(target=self.server.serve_forever, daemon=True).start()
        self.url = f"http://127.0.0.1:{self.server.server_port}/articles.json"

    def says(self, value):
        self.body = json.dumps(value).encode()

    def close(self):
        self.waits.set()
        self.server.shutdown()
        self.server.server_close()


@pytest.fixture
def helpdesk():
    made = Help()
    yield made
    made.close()


ONE = {
    "id": 7,
    "title": "Hats",
    "body": "<p>Hats are round.</p>",
    "html_url": "https://h.example/7",
}
TWO = {"id": "k", "title": "Coats", "body": "Coats are warm."}


def test_a_feed_is_a_list_or_holds_one(brand, helpdesk):
    row = source(brand, "feed", helpdesk.url)
    helpdesk.says([ONE, TWO])
    assert synchronize(source=row, now=NOW).is_fine
    hats = articles()["7"]
    assert (hats.title, hats.body, hats.source_url) == (
        "Hats",
        "Hats are round.",
        "https://h.example/7",
    )
    helpdesk.says({"articles": [ONE]})
    outcome = synchronize(source=row, now=NOW)
    assert (outcome.unchanged, outcome.missing) == (1, ["help-k"])


def test_a_mapping_says_where_the_parts_stand(brand, helpdesk):
    mapping = {"articles": "data.items", "id": "key", "title": "meta.name", "body": "html.en"}
    row = source(brand, "feed", helpdesk.url, mapping=mapping)
    each = {"key": "a", "meta": {"name": "Hats"}, "html": {"en": "Round."}}
    helpdesk.says({"data": {"items": [each]}})
    assert synchronize(source=row, now=NOW).is_fine
    assert articles()["a"].title == "Hats"
    row.mapping = {"headline": "x"}
    with pytest.raises(ValidationError):
        changes.save(row=row, **WHY)


def test_what_did_not_change_is_not_sent_again(brand, helpdesk):
    row = source(brand, "feed", helpdesk.url)
    helpdesk.says([ONE])
    helpdesk.headers = {"ETag": '"v1"', "Last-Modified": "Tue, 03 Nov 2026 10:00:00 GMT"}
    synchronize(source=row, now=NOW)
    outcome = synchronize(source=row, now=NOW)
    assert outcome.is_fine
    assert helpdesk.asked[1]["If-None-Match"] == '"v1"'
    assert helpdesk.asked[1]["If-Modified-Since"] == "Tue, 03 Nov 2026 10:00:00 GMT"
    assert articles()["7"].missing_since is None
    # Asked the same way after an answer that had nothing new, but not after a new configuration.
    synchronize(source=row, now=NOW)
    assert helpdesk.asked[2]["If-None-Match"] == '"v1"'
    row.timeout_seconds = 5
    changes.save(row=row, **WHY)
    synchronize(source=row, now=NOW)
    assert "If-None-Match" not in helpdesk.asked[3]


@pytest.mark.parametrize(
    ("answer", "words"),
    [
        ({"kind": "text/html", "body": b"<html>log in</html>"}, "text/html instead of JSON"),
        ({"body": b"<html>log in</html>"}, "it is not"),
        ({"body": b'{"articles": {}}'}, "no list of articles"),
        ({"body": b"3"}, "no list of articles"),
        ({"status": 500}, "500"),
        ({"status": 404}, "404"),
        ({"status": 302, "headers": {"Location": "https://elsewhere.example/"}}, "redirects"),
        ({"body": b"[" * 100_000}, "it is not"),
    ],
)
def test_what_is_no_feed_says_so_and_changes_nothing(brand, helpdesk, answer, words):
    row = source(brand, "feed", helpdesk.url)
    helpdesk.says([ONE, TWO])
    synchronize(source=row, now=NOW)
    vars(helpdesk).update(answer)
    outcome = synchronize(source=row, now=NOW)
    assert words in outcome.error
    assert {each.missing_since for each in articles().values()} == {None}
    assert KnowledgeRun.objects.latest("pk").error == outcome.error


def test_a_server_that_hangs_is_given_up(brand, helpdesk):
    row = source(brand, "feed", helpdesk.url, timeout_seconds=1)
    helpdesk.hangs = True
    assert "1 seconds" in synchronize(source=row, now=NOW).error


def test_articles_that_are_none_are_refused_one_by_one(brand, helpdesk):
    row = source(brand, "feed", helpdesk.url)
    helpdesk.says([ONE, "x", {"title": "no id"}, {"id": 1}, {"id": 2, "body": 3}, {**ONE}])
    outcome = synchronize(source=row, now=NOW)
    assert set(articles()) == {"7"}
    assert [name for name, _ in outcome.problems] == ["article 2", "article 3", "1", "2", "7"]


def test_hostile_words_are_stored_as_words(brand, helpdesk):
    row = source(brand, "feed", helpdesk.url)
    helpdesk.says(
        [
            {
                "id": "../../x",
                "title": "<img src=x onerror=alert(1)>Hats\u0000" + "h" * 400,
                "body": "<p>Round\u0000.</p><iframe src='//evil'></iframe>",
                "url": "javascript:alert(1)",
            }
        ]
    )
    outcome = synchronize(source=row, now=NOW)
    assert outcome.is_fine
    (hats,) = articles().values()
    assert (hats.body, hats.source_url, hats.code) == ("Round.", "", "help-x")
    assert "<" not in hats.title
    assert len(hats.title) <= 300


def test_only_safe_addresses_are_asked(brand):
    for address in ("http://help.example/a.json", "file:///etc/passwd", "ftp://x/", "https://"):
        with pytest.raises(ValidationError):
            source(brand, "feed", address)


def test_an_article_that_is_typed_in_may_not_be_too_large_either(brand):
    row = KnowledgeArticle(code="big", brand=brand, title="Big", body="word " * 1_000_000)
    with pytest.raises(ValidationError, match="Split it into several"):
        changes.save(row=row, **WHY)
    assert articles() == {}
