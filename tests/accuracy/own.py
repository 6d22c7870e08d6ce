"""The articles that we wrote ourselves, with what is in them: `articles/*.txt` with `*.toml`."""

import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from tests.accuracy.gold import (
    NAMES,
    GoldArticle,
    GoldDate,
    GoldEvent,
    GoldFigure,
    GoldName,
    GoldQuote,
    GoldRole,
    Who,
)
from tests.accuracy.locating import GoldError, Span, located, occurrences
from tests.accuracy.paragraphs import is_whole_paragraph
from viewer.domain.dates import Date

ARTICLES = Path(__file__).with_name("articles")
_HEAD = {"shape", "published", "language", "measured"}
_KEYS = {
    "person": {"name", "names", "forms", "also", "optional", "kinds"},
    "role": {"words", "naming", "also", "optional"},
    "quote": {"words", "form", "speaker", "speakers", "by", "paragraph", "turn", "optional"},
    "date": {"words", "edtf", "also", "optional"},
    "figure": {"words", "number", "qualifier", "act", "claimant", "by", "optional"},
    "event": {"words", "act", "victim", "victims", "date", "optional"},
}


def own_articles() -> list[GoldArticle]:
    """Read every article of the folder; raises `GoldError` where a gold is not true of its text."""
    return [article_of(path) for path in sorted(ARTICLES.glob("*.txt"))]


def article_of(path: Path) -> GoldArticle:
    """Read an article and the gold beside it; raises `GoldError`."""
    text = path.read_text(encoding="utf-8")
    with path.with_suffix(".toml").open("rb") as file:
        gold = tomllib.load(file)
    try:
        return read(path.stem, text, gold)
    except GoldError as error:
        raise GoldError(f"{path.stem}: {error}") from None


def read(name: str, text: str, gold: dict[str, Any]) -> GoldArticle:
    """Return the article with its annotations in their places; raises `GoldError`."""
    _check_keys(gold)
    return GoldArticle(
        name,
        text,
        published=Date(edtf=gold.get("published", "")),
        language=gold.get("language", "en"),
        shape=gold.get("shape", ""),
        measured=frozenset(gold.get("measured", ())),
        names=tuple(_names(text, gold)),
        roles=tuple(_role(text, each) for each in gold.get("role", ())),
        quotes=tuple(_quote(text, each) for each in gold.get("quote", ())),
        dates=tuple(_date(text, each) for each in gold.get("date", ())),
        figures=tuple(_figure(text, each) for each in gold.get("figure", ())),
        events=tuple(_event(text, each) for each in gold.get("event", ())),
    )


def _check_keys(gold: dict[str, Any]) -> None:
    for kind, entries in gold.items():
        if kind in _HEAD:
            continue
        known = _KEYS["person" if kind in NAMES else kind]
        for entry in entries:
            if unknown := entry.keys() - known:
                raise GoldError(f"unknown in a {kind}: {', '.join(sorted(unknown))}")


def _names(text: str, gold: dict[str, Any]) -> Iterator[GoldName]:
    entries = [(kind, entry) for kind in NAMES for entry in gold.get(kind, ())]
    forms = [(form, kind, entry) for kind, entry in entries for form in entry["forms"]]
    taken: list[Span] = []
    for form, kind, entry in sorted(forms, key=lambda each: -len(each[0])):
        spans = [span for span in occurrences(text, form) if not _met(span, taken)]
        if len(spans) != entry["forms"][form]:
            raise GoldError(f"stands {len(spans)} times by itself: {form!r}")
        taken += spans
        yield from (_name(text, span, kind, entry) for span in spans)


def _name(text: str, span: Span, kind: str, entry: dict[str, Any]) -> GoldName:
    also = [each for each in _places(text, entry.get("also", ())) if _met(each, [span])]
    return GoldName(
        spans=(span, *also),
        optional=entry.get("optional", False),
        kinds=frozenset([kind, *entry.get("kinds", ())]),
        names=frozenset([entry["name"], *entry.get("names", ())]),
    )


def _role(text: str, entry: dict[str, Any]) -> GoldRole:
    return GoldRole(
        spans=_places(text, [entry["words"], *entry.get("also", ())]),
        optional=entry.get("optional", False),
        naming=_several(entry.get("naming", "role_only")),
    )


def _quote(text: str, entry: dict[str, Any]) -> GoldQuote:
    span = located(text, entry["words"])
    paragraph = entry.get("paragraph", False)
    if not entry.get("turn") and paragraph is not is_whole_paragraph(text, span):
        raise GoldError(f"whole paragraph or not: {entry['words']!r}")
    speakers = [name for name in (entry.get("speaker"), *entry.get("speakers", ())) if name]
    return GoldQuote(
        spans=(span,),
        optional=entry.get("optional", False),
        form=entry.get("form", "direct"),
        speaker=Who(frozenset(speakers), _places(text, entry.get("by", ()))),
        paragraph=paragraph,
        turn=entry.get("turn", False),
    )


def _date(text: str, entry: dict[str, Any]) -> GoldDate:
    return GoldDate(
        spans=_places(text, [entry["words"], *entry.get("also", ())]),
        optional=entry.get("optional", False),
        edtf=_several(entry["edtf"]),
    )


def _figure(text: str, entry: dict[str, Any]) -> GoldFigure:
    return GoldFigure(
        spans=(located(text, entry["words"]),),
        optional=entry.get("optional", False),
        number=entry["number"],
        qualifiers=_several(entry.get("qualifier", "stated")),
        acts=_several(entry["act"]),
        claimant=Who(_several(entry.get("claimant", ())), _places(text, entry.get("by", ()))),
    )


def _event(text: str, entry: dict[str, Any]) -> GoldEvent:
    return GoldEvent(
        spans=_places(text, entry["words"]),
        optional=entry.get("optional", False),
        acts=_several(entry["act"]),
        victim=Who(_several(entry.get("victim", ())), _places(text, entry.get("victims", ()))),
        date=located(text, entry["date"]) if "date" in entry else None,
    )


def _places(text: str, words: list[str] | tuple[str, ...]) -> tuple[Span, ...]:
    return tuple(located(text, each) for each in words)


def _several(value: str | list[str] | tuple[str, ...]) -> frozenset[str]:
    return frozenset([value] if isinstance(value, str) else value)


def _met(span: Span, others: list[Span]) -> bool:
    return any(span[0] < end and start < span[1] for start, end in others)
