"""Text as a case can keep it: one form of newline, nothing that is not text."""

import re
import sys
import unicodedata
from functools import cache

_NEWLINES = re.compile("\r\n?|[\v\x1c-\x1e\x85\u2028\u2029]")
#: Controls, soft hyphens and marks of byte order: they say nothing, and hide words from a search.
_NOT_TEXT = re.compile("[\0-\x08\x0e-\x1b\x1f\x7f-\x84\x86-\x9f\xad\ufeff\ufffe\uffff]")
_SURROGATES = re.compile("[\ud800-\udfff]")
_MANY_NEWLINES = re.compile("\n{3,}")
#: UAX #15, Stream-Safe Text: to put an endless run of marks in order takes endless time.
_LONGEST_RUN = 30
_JOINER = "\u034f"


def tidied(text: str) -> str:
    """Return NFC text whose only controls are tab, newline and form feed, without surrogates."""
    text = _NEWLINES.sub("\n", text)
    text = _NOT_TEXT.sub("", text)
    if text.isascii():
        return text
    text = _SURROGATES.sub("\ufffd", text)
    return unicodedata.normalize("NFC", _runs_of_marks().sub(rf"\g<0>{_JOINER}", text))


@cache
def _runs_of_marks() -> re.Pattern[str]:
    marks = [chr(code) for code in range(0x20000) if unicodedata.combining(chr(code))]
    return re.compile(f"[{''.join(marks)}]{{{_LONGEST_RUN}}}")


def lines_trimmed(text: str) -> str:
    """Return the text without white space at the ends of lines, at most one line blank in a row."""
    lines = "\n".join([line.rstrip() for line in text.split("\n")])
    return _MANY_NEWLINES.sub("\n\n", lines).strip()


def one_line(text: str, length: int = sys.maxsize) -> str:
    """Return the text on one line, cut at `length` code points."""
    return " ".join(tidied(text[: 4 * length]).split())[:length]
