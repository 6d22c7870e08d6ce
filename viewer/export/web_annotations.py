"""Annotations for other programs: W3C Web Annotation Data Model, as JSON-LD.

One `AnnotationCollection` with a single page. Words of a document are told by their text and by
their position, which counts Unicode code points of the text as the case keeps it (NFC), as the
model asks. Where a part of the words is withheld there is no selector: what the audience may read
of them stands in a body of purpose `describing`.
"""

import json
import re
import unicodedata
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from viewer.domain.summary import AnnotationEntry, CaseSummary, PlaceInText, Target
from viewer.domain.vocabularies import vocabulary
from viewer.export.guarded import guarded
from viewer.export.progress import Progress

CONTEXT = "http://www.w3.org/ns/anno.jsonld"

Json = dict[str, Any]

_BACKGROUNDS = {"yellow": "#fff3b0", "green": "#cdeccb", "red": "#f9d0cc", "blue": "#cfe2fa"}
_BCP_47 = re.compile(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8})*")
_FROM_THE_RIGHT = frozenset({"ar", "ckb", "dv", "fa", "he", "ps", "sd", "ug", "ur", "yi"})


def write_web_annotations(
    summary: CaseSummary, path: Path, progress: Progress | None = None
) -> None:
    """Write the annotations of a summary to `path`, all or nothing; UTF-8.

    The same input gives the same bytes. Raises `Cancelled`, `WriteFailed` when the folder cannot
    be written to, and `LeakError` when a protected name would be in the file.
    """
    with guarded(path, summary, progress, again=_write) as temporary:
        _write(summary, temporary)


def _write(summary: CaseSummary, path: Path) -> None:
    text = json.dumps(web_annotations(summary), ensure_ascii=False, indent=2)
    path.write_text(f"{text}\n", encoding="utf-8", newline="\n")


def web_annotations(summary: CaseSummary) -> Json:
    """Return the annotations of a summary as an `AnnotationCollection`."""
    found: Json = {
        "@context": CONTEXT,
        "id": summary.id,
        "type": "AnnotationCollection",
        "label": f"{summary.title} ({summary.notice})",
        "generator": {"type": "Software", "name": "Casefile"},
        "total": len(summary.annotations),
    }
    if summary.annotations:
        found["first"] = _page(summary)
    return found


def _page(summary: CaseSummary) -> Json:
    return {
        "id": f"{summary.id}#page",
        "type": "AnnotationPage",
        "partOf": {"id": summary.id, "type": "AnnotationCollection"},
        "startIndex": 0,
        "items": [_annotation(entry, summary.language) for entry in summary.annotations],
    }


def _annotation(entry: AnnotationEntry, language: str) -> Json:
    found: Json = {"id": entry.id, "type": "Annotation", "motivation": entry.motivation}
    if entry.author:
        found["creator"] = {"type": "Person", "name": entry.author}
    found |= {
        name: moment
        for name, moment in (("created", entry.created), ("modified", entry.modified))
        if moment
    }
    if bodies := list(_bodies(entry, language)):
        found["body"] = bodies
    found["target"] = _target(entry.target, entry.colour)
    if entry.colour in _BACKGROUNDS:
        found["stylesheet"] = {"type": "CssStylesheet", "value": _rule(entry.colour)}
    return found


def _bodies(entry: AnnotationEntry, language: str) -> Iterator[Json]:
    target = entry.target
    if entry.body:
        # A highlight is a motivation; what is written beside it is a comment.
        purpose = "questioning" if entry.motivation == "questioning" else "commenting"
        yield _text(entry.body, "text/markdown", purpose, language)
    for tag in entry.tags:
        yield _text(tag, "text/plain", "tagging", language)
    if target.words and target.place is None:
        yield _text(target.words, "text/plain", "describing", target.language)


def _text(value: str, media_type: str, purpose: str, language: str) -> Json:
    body = {"type": "TextualBody", "value": value, "format": media_type, "purpose": purpose}
    if tag := _tag(language, value):
        body["language"] = tag
    return body | {"textDirection": "auto"}


def _tag(language: str, text: str) -> str:
    """Return a language as BCP 47 where it is one and the words can be of it, else ""."""
    strong = (d for letter in text if (d := unicodedata.bidirectional(letter)) in ("L", "R", "AL"))
    is_from_the_right = language.partition("-")[0].lower() in _FROM_THE_RIGHT
    fits = (next(strong, "L") != "L") == is_from_the_right
    return language if fits and _BCP_47.fullmatch(language) else ""


def _target(target: Target, colour: str) -> Json:
    found: Json = {"type": "SpecificResource", "source": _source(target)}
    if target.place is not None:
        found["selector"] = [_quote(target.words, target.place), _position(target.place)]
    if colour:
        found["styleClass"] = colour
    return found


def _source(target: Target) -> Json:
    if target.kind != "Document":
        return {"id": target.id, "label": f"{target.kind}: {target.title}"}
    source = {"id": target.address or target.id, "type": "Text", "label": target.title}
    known = _BCP_47.fullmatch(target.language)
    return source | ({"language": target.language} if known else {})


def _quote(words: str, place: PlaceInText) -> Json:
    around = {"prefix": place.before, "suffix": place.after}
    return {
        "type": "TextQuoteSelector",
        "exact": words,
        **{name: text for name, text in around.items() if text},
    }


def _position(place: PlaceInText) -> Json:
    return {"type": "TextPositionSelector", "start": place.start, "end": place.end}


def _rule(colour: str) -> str:
    """A colour with its meaning, which nobody should have to guess."""
    label = vocabulary("colour").label(colour)
    return f".{colour} {{ background-color: {_BACKGROUNDS[colour]}; }} /* {label} */"
