"""Text files read back: as they stand, and as programs read JSON and lists."""

import csv
import json
import re
from collections.abc import Iterator
from io import StringIO
from typing import Any

from viewer.export.leaks.bytes import hidden_in, texts_of
from viewer.export.leaks.places import DATA, Reading, together

#: A text may be one long cell, which is read as well.
csv.field_size_limit(2**31 - 1)
#: Ids (RFC 9562), hashes (SHA-256) and moments that the program noted (ISO 8601, UTC): short names
#: stand between their digits by chance.
_NO_WORDS = re.compile(
    r"(?<![^\W_])(?:[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}|[0-9a-f]{64}"
    r"|\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ)(?![^\W_])"
)
#: How JSON writes characters that its texts cannot hold as they are.
_ESCAPE = re.compile(r"\\(?:u([0-9a-fA-F]{4})|(.))", re.DOTALL)
_BEGINS_JSON = re.compile(r"\s*[\[{\"]")


def readings(data: bytes) -> Iterator[Reading]:
    """Yield the texts of a file that is no PDF."""
    for text, is_text in texts_of(data):
        if not is_text:
            yield Reading(DATA, "", text, by_chance=True)
            continue
        words = _NO_WORDS.sub("0", text)
        shown = _ESCAPE.sub(_meant, words) if _BEGINS_JSON.match(text) else words
        for number, line in enumerate(shown.split("\n"), start=1):
            yield Reading("line", str(number), line)
        yield from together("value", strings(words))
        yield from together("packed value", hidden_in(text))


def _meant(escape: re.Match[str]) -> str:
    """A line break is none here, so that lines keep their numbers; its "n" is no word."""
    code, letter = escape.groups()
    meant = chr(int(code, 16)) if code else letter
    return " " if meant.isspace() or letter in ("b", "f", "n", "r", "t") else meant


def strings(text: str) -> Iterator[str]:
    """Yield keys and values of JSON, of lines of JSON, or the cells of a list."""
    try:
        yield from _of_json(json.loads(text))
    except ValueError:
        yield from _of_lines(text)


def _of_lines(text: str) -> Iterator[str]:
    try:
        yield from _of_json([json.loads(line) for line in text.splitlines() if line.strip()])
    except ValueError:
        yield from _cells(text)


def _cells(text: str) -> Iterator[str]:
    for separator in ",;\t":
        for row in csv.reader(StringIO(text, newline=""), delimiter=separator):
            yield from row


def _of_json(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, list):
        for item in value:
            yield from _of_json(item)
    elif isinstance(value, dict):
        for key, item in value.items():
            yield key
            yield from _of_json(item)
