"""`casefile suggest`: what seems to be in documents, as text or JSON, without a case."""

import json
import sys
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from viewer.domain.dates import Date
from viewer.domain.suggestions import (
    Mentioned,
    SuggestedDate,
    SuggestedEvent,
    SuggestedFigure,
    SuggestedName,
    SuggestedQuote,
    Suggestion,
)
from viewer.domain.text import shortened
from viewer.errors import CasefileError, NotFoundError
from viewer.output import json_of

if TYPE_CHECKING:
    from viewer.suggest.engines import Engine

#: Means plain text on standard input.
STANDARD_INPUT = "-"


@dataclass(frozen=True, slots=True)
class Given:
    """What is known of documents beside their words; what is not comes from the document."""

    published: Date | None = None
    language: str = ""
    #: A folder with a pipeline that looks for names beside the rules.
    engine: Path | None = None


class Failures:
    """Documents that gave nothing: each is told of on standard error, and the others go on."""

    def __init__(self) -> None:
        self._codes: list[int] = []

    def add(self, error: CasefileError) -> None:
        """Tell of one."""
        click.echo(str(error), err=True)
        self._codes.append(error.exit_code)

    def exit_code(self, done: int) -> int:
        """Return 0 if there are none, 1 if others were `done`; otherwise why nothing was."""
        return (1 if done else self._codes[-1]) if self._codes else 0


def suggest(sources: Iterable[str], given: Given, form: str) -> int:
    """Print what is suggested in each source, in the form "text", "json" or "jsonl".

    Returns the exit code.
    """
    from viewer.suggest.engines import engine

    failures, done, with_engine = Failures(), 0, engine(given.engine)
    for source in sources_in(sources, failures):
        try:
            text, found = _suggested(source, given, with_engine)
        except CasefileError as error:
            failures.add(error)
            continue
        done += 1
        click.echo(_FORMS[form](source, text, found))
    return failures.exit_code(done)


def sources_in(sources: Iterable[str], failures: Failures) -> Iterator[str]:
    """Yield the files to read, those of folders one by one; what is not there is told of."""
    from viewer.sources.files import files_in

    for source in sources:
        if source == STANDARD_INPUT:
            yield source
        elif Path(source).exists():
            yield from map(str, files_in([Path(source)])[0])
        else:
            failures.add(NotFoundError(f"There is no file “{source}”."))


def _suggested(source: str, given: Given, engine: "Engine") -> tuple[str, tuple[Suggestion, ...]]:
    """Return the text of a source and what is suggested in it; raises `CasefileError`."""
    from viewer.sources.exact import read_exactly
    from viewer.sources.plain import joined_in_place

    if source == STANDARD_INPUT:
        text, published, language = _from_standard_input(), Date(), ""
    else:
        read = read_exactly(Path(source))
        text, published, language = read.text, read.published, read.language
    published = given.published if given.published is not None else published
    return text, engine.suggest(joined_in_place(text), published, given.language or language)


def _from_standard_input() -> str:
    from viewer.sources.exact import exact_text

    return exact_text(sys.stdin.buffer.read().decode("utf-8", "replace"))


def _as_text(source: str, text: str, found: tuple[Suggestion, ...]) -> str:
    lines = [f"{source}: {len(found):,} suggestions"]
    for each in found:
        words = shortened(text[each.start : each.end], 60)
        more = " · ".join(_details(_own(each, text)))
        lines.append(f"{each.start:>8}  {_kind(each):<12}  {words}{'  — ' if more else ''}{more}")
    return "\n".join(lines)


def _details(own: dict[str, Any]) -> Iterator[str]:
    for name in ("name", "speaker_name", "edtf", "act", "claimant_name"):
        if own.get(name):
            yield f"{name.replace('_', ' ')}: {own[name]}"


def _as_json(_source: str, text: str, found: tuple[Suggestion, ...]) -> str:
    return json_of(objects(text, found))


def _as_line(source: str, text: str, found: tuple[Suggestion, ...]) -> str:
    return json.dumps({"source": source, "suggestions": objects(text, found)}, ensure_ascii=False)


_FORMS: dict[str, Callable[[str, str, tuple[Suggestion, ...]], str]] = {
    "text": _as_text,
    "json": _as_json,
    "jsonl": _as_line,
}


def objects(text: str, found: Iterable[Suggestion]) -> list[dict[str, Any]]:
    """Return suggestions as plain objects; offsets are code points of the text, half open."""
    return [as_object(text, each) for each in found]


def as_object(text: str, suggestion: Suggestion) -> dict[str, Any]:
    """Return a suggestion as a plain object, with the words as they stand in the text."""
    return {
        "kind": _kind(suggestion),
        "start": suggestion.start,
        "end": suggestion.end,
        "text": text[suggestion.start : suggestion.end],
        "confidence": round(suggestion.confidence, 3),
        "reason": suggestion.reason,
        **_own(suggestion, text),
    }


def _kind(suggestion: Suggestion) -> str:
    return suggestion.what if isinstance(suggestion, SuggestedName) else suggestion.kind


def _own(suggestion: Suggestion, text: str) -> dict[str, Any]:
    match suggestion:
        case SuggestedName():
            title = suggestion.title
            return {
                "name": suggestion.name,
                "naming": suggestion.naming,
                "unit": suggestion.unit,
                "title": text[slice(*title)] if title is not None else "",
            }
        case SuggestedDate():
            return _date(suggestion)
        case SuggestedQuote():
            said = {"form": suggestion.form, "attribution": suggestion.attribution}
            return {**said, **_mentioned("speaker", suggestion.speaker, text)}
        case SuggestedFigure():
            return _figure(suggestion, text)
        case SuggestedEvent():
            return _event(suggestion, text)
    return {}


def _date(date: SuggestedDate) -> dict[str, Any]:
    return {"edtf": date.edtf, "anchor": date.anchor, "offset": date.offset}


def _mentioned(name: str, mentioned: Mentioned | None, text: str) -> dict[str, Any]:
    """Return who is meant as fields: the words, where they stand, and the name."""
    who = mentioned
    return {
        name: text[who.start : who.end] if who else None,
        f"{name}_start": who.start if who else None,
        f"{name}_end": who.end if who else None,
        f"{name}_name": who.name if who else "",
    }


def _figure(figure: SuggestedFigure, text: str) -> dict[str, Any]:
    return {
        "number": figure.number,
        "qualifier": figure.qualifier,
        "act": figure.act,
        "counted": figure.counted,
        **_mentioned("claimant", figure.claimant, text),
        "period": _written(figure.period, text),
        "place": figure.place.name if figure.place else "",
    }


def _event(event: SuggestedEvent, text: str) -> dict[str, Any]:
    return {
        "title": event.title,
        "act": event.act,
        "trigger_start": event.trigger[0],
        "trigger_end": event.trigger[1],
        "date": _written(event.date, text),
        "place": event.place.name if event.place else "",
        "parts": [
            {"role": part.role, **_mentioned("person", part.who, text)} for part in event.parts
        ],
        "also": [list(span) for span in event.also],
    }


def _written(date: SuggestedDate | None, text: str) -> dict[str, Any] | None:
    if date is None:
        return None
    return {"text": text[date.start : date.end], **_date(date)}
