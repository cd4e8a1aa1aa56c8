"""Links in a draft and whether they lead to the brand's own domain."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from compliance.gate.channel.breach import Breach, without_sentence
from compliance.gate.reading import Reading
from compliance.gate.text import Text
from compliance.gate.types import Edit

_REST = r"[^\s<>\"'()\[\]{}]*"
_WITH_SCHEME = re.compile(rf"\bh(?:tt|xx)ps?:[/\\]+{_REST}|\bwww\.{_REST}")
_TOP_LEVEL = [
    "com",
    "net",
    "org",
    "edu",
    "gov",
    "mil",
    "int",
    "info",
    "biz",
    "name",
    "pro",
    "io",
    "ai",
    "app",
    "dev",
    "shop",
    "store",
    "online",
    "site",
    "website",
    "xyz",
    "club",
    "link",
    "page",
    "blog",
    "live",
    "news",
    "tech",
    "agency",
    "deals",
    "sale",
    "cards",
    "bank",
    "health",
    "care",
    "clinic",
    "spa",
    "beauty",
    "restaurant",
    "cafe",
    "menu",
    "fit",
    "travel",
    "tours",
    "money",
    "loan",
    "credit",
    "finance",
    "example",
    "test",
    "invalid",
    "co",
    "tv",
    "cc",
    "ws",
    "ly",
    "gl",
    "gd",
    "gg",
    "me",
    "us",
    "uk",
    "ca",
    "au",
    "nz",
    "de",
    "fr",
    "es",
    "nl",
    "eu",
    "ch",
    "se",
    "pl",
    "ru",
    "cn",
    "jp",
    "kr",
    "br",
    "mx",
    "in",
    "it",
    "is",
    "at",
    "to",
    "be",
    "so",
    "im",
    "sh",
    "st",
    "vc",
    "la",
    "pw",
    "tk",
    "ml",
    "ga",
    "cf",
    "top",
    "icu",
    "vip",
    "win",
    "bid",
]
_BARE = re.compile(
    r"(?<![\w@.-])((?:[^\W_](?:[\w-]{0,61}[^\W_])?\.)+"
    rf"({'|'.join(sorted(_TOP_LEVEL, key=len, reverse=True))}))(?![\w@-])"
    rf"((?::\d+)?(?:[/?#]{_REST})?)"
)
# Behind a slash any ending makes a link; there are too many to know.
_WITH_PATH = re.compile(
    rf"(?<![\w@./-])((?:[a-z0-9][a-z0-9-]{{0,62}}\.)+[a-z]{{2,18}})/(?=[a-z0-9?#]){_REST}"
)
_SPACED = re.compile(r"\b([a-z0-9-]{2,}) ?\. (com|net|org)\b(?=[ .,!?/]|$)")
_SPELLED = re.compile(
    r"\b([a-z0-9-]{2,})\s?(?:\[\.\]|\(\.\)|\[dot\]|\(dot\)|\bdot\b)\s?(com|net|org|co|io|info|"
    r"shop)\b"
)
# Endings that are also English words: a missing space after a full stop is no link.
_WORDS_TOO = frozenset("in it is at to be so me us la im name pro live news care".split())  # noqa: SIM905
_LEADS_TO = re.compile(
    r"(?:\b(?:at|visit|on|via|see|to|from|site|page|link|here|online|go)\b|:)\s*$"
)


@dataclass(frozen=True, slots=True)
class Link:
    """A link's original span and the host that it really leads to."""

    start: int
    end: int
    host: str


def find_links(text: Text) -> list[Link]:
    """Return the links of a draft, bare domains and spelled-out dots included, in order.

    The host is what a browser would open: behind user information and before a port. A host that
    the original writes with other than ASCII letters keeps them, so a look-alike never equals the
    brand's.
    """
    norm = text.norm
    if "." not in norm and "dot" not in norm and "http" not in norm:
        return []
    spans: list[tuple[int, int, str]] = []
    for found in _WITH_SCHEME.finditer(norm):
        end = found.end() - (len(found.group()) - len(found.group().rstrip(".,;:!?")))
        spans.append((found.start(), end, _host(norm[found.start() : end])))
    for found in _BARE.finditer(norm):
        if any(start <= found.start() < end for start, end, _ in spans):
            continue
        if _is_domain(text, found):
            end = found.end() - (len(found.group()) - len(found.group().rstrip(".,;:!?")))
            spans.append((found.start(), end, found[1]))
    for found in _WITH_PATH.finditer(norm):
        if not any(start <= found.start() < end for start, end, _ in spans):
            end = found.start() + len(found.group().rstrip(".,;:!?"))
            spans.append((found.start(), end, found[1]))
    spans += [
        (found.start(), found.end(), f"{found[1]}.{found[2]}") for found in _SPACED.finditer(norm)
    ]
    spans += [
        (found.start(), found.end(), f"{found[1]}.{found[2]}") for found in _SPELLED.finditer(norm)
    ]
    return [_link(text, *span) for span in sorted(spans)]


def _link(text: Text, start: int, end: int, host: str) -> Link:
    first, last = text.span(start, end)
    written = text.original[first:last]
    if not written.isascii() and _is_disguised(written):
        host = f"look-alike:{host}"
    return Link(first, last, host)


def _is_disguised(written: str) -> bool:
    """Say whether letters or marks outside ASCII stand in a link's host."""
    return any(not char.isascii() for char in re.split(r"(?<=[^/:])[/?#]", written)[0])


def _host(link: str) -> str:
    """Return the host of a link as a browser reads it: a backslash ends it like a slash."""
    rest = re.sub(r"^h(?:tt|xx)ps?:[/\\]+", "", link)
    authority = re.split(r"[/\\?#]", rest, maxsplit=1)[0]
    host = authority.rpartition("@")[2]
    return re.sub(r":\d*$", "", host).rstrip(".")


def _is_domain(text: Text, found: re.Match[str]) -> bool:
    """Tell a domain from two sentences without a space between them."""
    first, last = text.span(found.start(2), found.end(2))
    ending = text.original[first:last]
    if ending[:1].isupper() and not ending.isupper():
        return False
    if all(len(label) == 1 for label in found[1].rstrip(".").split(".")[:-1]) and not found[3]:
        # "9 a.m.to 5 p.m.", "e.g.at noon"
        return False
    if found[2] in _WORDS_TOO and not found[3]:
        return found[1].count(".") > 1 or bool(_LEADS_TO.search(text.norm[: found.start()]))
    return True


def is_brand_host(host: str, domain: str) -> bool:
    """Say whether a host is the brand's domain or below it."""
    domain = domain.casefold().removeprefix("www.").strip(".")
    host = host.casefold()
    return bool(domain) and (host == domain or host.endswith("." + domain))


def foreign_links(reading: Reading) -> Iterator[Breach]:
    """Yield each link that leads away from the brand's domain."""
    domain = reading.facts.brand.domain
    text = reading.text
    for link in find_links(text):
        if is_brand_host(link.host, domain):
            continue
        yield Breach(
            link.start,
            link.end,
            f"Links on this channel may only lead to {domain or 'the brand’s own domain'}.",
            _without_link(text, link),
        )


def _without_link(text: Text, link: Link) -> tuple[Edit, ...]:
    original = text.original
    reason = "a link away from the brand"
    before = original[: link.start]
    if before.endswith("(") and original[link.end : link.end + 1] == ")":
        start = len(before[:-1].rstrip(" "))
        return (Edit(start, link.end + 1, "", reason),)
    return without_sentence(text, link.start, link.end, reason)
