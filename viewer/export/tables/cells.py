"""Cells and lines of a table, as spreadsheets and programs read them alike (RFC 4180).

Every text stands in quotation marks and is guarded: no spreadsheet computes it. Numbers stand
without, and stay numbers, also below nought.
"""

import re
from collections.abc import Iterable

from viewer.domain.spreadsheets import guarded

#: None is a cell that says nothing.
Value = str | int | float | None

_NO_TEXT = re.compile("[\0-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")


def line(values: Iterable[Value]) -> str:
    """Return a row with its end."""
    return ",".join(map(_cell, values)) + "\r\n"


def _cell(value: Value) -> str:
    if value is None or value == "":
        return ""
    if not isinstance(value, str):
        return repr(value)
    # A sign that is no text is not left out: the letters around it would become one word.
    text = _NO_TEXT.sub("\ufffd", value.replace("\r\n", "\n").replace("\r", "\n"))
    return '"{}"'.format(guarded(text).replace('"', '""'))
