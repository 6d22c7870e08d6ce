"""Title, author, publisher, date, address and language of a page, as it has them."""

import re
from collections.abc import Iterable, Iterator
from typing import Any
from urllib.parse import urlsplit

from viewer.sources.web.head import PageReader

#: Names of `meta`, the more telling first.
_METAS = {
    "title": ("og:title", "citation_title", "dc.title", "dcterms.title", "twitter:title"),
    "author": (
        *("author", "article:author", "citation_author", "dc.creator", "dcterms.creator"),
        *("parsely-author", "byl", "sailthru.author"),
    ),
    "publisher": (
        *("og:site_name", "dc.publisher", "dcterms.publisher", "citation_publisher"),
        *("citation_journal_title", "publisher", "application-name"),
    ),
    "published": (
        *("article:published_time", "datepublished", "citation_publication_date"),
        *("citation_date", "dc.date.issued", "dcterms.issued", "dc.date", "dcterms.date"),
        *("parsely-pub-date", "pubdate", "publish-date", "date", "sailthru.date"),
    ),
    "address": ("og:url",),
    "language": ("content-language", "og:locale", "dc.language", "language"),
}
_ARTICLES = re.compile(r"(?:.*Article|.*Posting|Report|WebPage|CreativeWork)$")
_LANGUAGE = re.compile(r"([A-Za-z]{2,3})(?:[-_].*)?")
_MOST_AUTHORS = 20


def described_by(page: PageReader) -> dict[str, str]:
    """Return the fields that a page has; what it does not say is not there."""
    data = next(_articles(page), {})
    found = {
        "title": _first(_texts(data.get("headline")), _meta(page, "title"), page.titles),
        "author": _authors(data, page),
        "publisher": _first(_names(data.get("publisher")), _meta(page, "publisher")),
        "published": _first(
            _texts(data.get("datePublished")), _meta(page, "published"), page.times[:1]
        ),
        "address": _first(_addresses(data, page)),
        "language": _first(_languages(data, page)),
    }
    return {name: value for name, value in found.items() if value}


def _first(*groups: Iterable[str]) -> str:
    """Return the first text that says anything, on one line."""
    lines = (" ".join(text.split()) for group in groups for text in group)
    return next(filter(None, lines), "")


def _articles(page: PageReader) -> Iterator[dict[str, Any]]:
    """Yield what describes an article: an article itself before a page that holds one."""
    found = [node for node in page.linked_data() if _is_article(node)]
    yield from sorted(found, key=lambda node: "headline" not in node)


def _is_article(node: dict[str, Any]) -> bool:
    return any(_ARTICLES.match(kind) for kind in _texts(node.get("@type")))


def _texts(value: Any) -> list[str]:
    values = value if isinstance(value, list) else [value]
    return [text for text in values if isinstance(text, str)]


def _names(value: Any) -> list[str]:
    values = value if isinstance(value, list) else [value]
    inner = [each.get("name") if isinstance(each, dict) else each for each in values]
    return [name for each in inner for name in _texts(each)]


def _meta(page: PageReader, field: str) -> list[str]:
    return [value for name in _METAS[field] for value in page.metas.get(name, [])]


def _authors(data: dict[str, Any], page: PageReader) -> str:
    """Return all authors of the first place that names any; an address is no name."""
    by_name = (page.metas.get(name, []) for name in _METAS["author"])
    for names in (_names(data.get("author")), *by_name):
        plain = dict.fromkeys(" ".join(n.split()) for n in names if not _is_address(n))
        if any(plain):
            return "; ".join(list(filter(None, plain))[:_MOST_AUTHORS])
    return ""


def _addresses(data: dict[str, Any], page: PageReader) -> list[str]:
    main = data.get("mainEntityOfPage")
    inner = main.get("@id") if isinstance(main, dict) else main
    said = [page.canonical, *_meta(page, "address"), *_texts(data.get("url")), *_texts(inner)]
    return [address.strip() for address in (*said, page.saved_from) if _is_address(address)]


def _is_address(text: str) -> bool:
    try:
        parts = urlsplit(text.strip())
    except ValueError:
        return False
    return parts.scheme in ("http", "https") and bool(parts.netloc)


def _languages(data: dict[str, Any], page: PageReader) -> list[str]:
    said = [page.language, *_meta(page, "language"), *_names(data.get("inLanguage"))]
    found = (_LANGUAGE.fullmatch(text.strip()[:40]) for text in said)
    return [match[1].lower() for match in found if match]
