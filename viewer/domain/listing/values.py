"""What a cell says as the value of a field, and what is to be told where it says none."""

import re
from typing import Any, NamedTuple

from viewer.domain.dates import NO_DATE, Date, EdtfError, parse_edtf
from viewer.domain.listing.table import Cell
from viewer.domain.marking.dates import date_of
from viewer.domain.text import folded, shortened
from viewer.domain.vocabularies import vocabulary

#: Code points; what is longer is no name or title, and no text that somebody reads.
_SHORT, _LONG = 1_000, 100_000

_ISO_MOMENT = re.compile(r"(\d{4}-\d\d-\d\d)[T ]\d\d:\d\d\S*", re.ASCII)
_NUMBERS = re.compile(r"(\d{1,2})([/.-])(\d{1,2})\2(\d{4})", re.ASCII)


class Value(NamedTuple):
    """A value, the cell that says it, and a sentence where it is not what the cell says."""

    value: Any
    cell: Cell
    problem: str = ""


def words_in(cell: Cell, *, long: bool = False) -> Value:
    """Return a text; "" for one that is too long to be one."""
    most = _LONG if long else _SHORT
    if len(cell.text) <= most:
        return Value(cell.text if long else " ".join(cell.text.split()), cell)
    return Value("", cell, f"{_quoted(cell)} is longer than {most:,} characters: left out.")


def term_in(cell: Cell, name: str, otherwise: str) -> Value:
    """Return the code of a vocabulary by its label or code, or by one part of "this or that"."""
    wanted = folded(cell.text)
    for term in vocabulary(name):
        label = folded(term.label)
        if wanted in (term.code, term.code.replace("_", " "), label, *label.split(" or ")):
            return Value(term.code, cell)
    label = vocabulary(name).label(otherwise)
    return Value(otherwise, cell, f"{_quoted(cell)} is none of the known words: “{label}” instead.")


def date_in(cell: Cell) -> Value:
    """Return a date as it is written, with its EDTF where that is plain."""
    text = " ".join(cell.text.split())
    edtf = _edtf_of(text)
    if edtf:
        return Value(Date(written=text, edtf=edtf), cell)
    if len(text) > _SHORT:
        return Value(NO_DATE, cell, f"{_quoted(cell)} is no date: left out.")
    told = "which number is the day" if _NUMBERS.fullmatch(text) else "when that is"
    problem = f"{_quoted(cell)} does not say {told}: kept as written."
    return Value(Date(written=text), cell, problem)


def edtf_in(cell: Cell) -> Value:
    """Return an EDTF text; "" for what is none."""
    if _is_edtf(cell.text):
        return Value(cell.text, cell)
    return Value("", cell, f"{_quoted(cell)} is no EDTF: left out.")


def _edtf_of(text: str) -> str:
    moment = _ISO_MOMENT.fullmatch(text)
    if _is_edtf(moment[1] if moment else text):
        return moment[1] if moment else text
    if numbers := _NUMBERS.fullmatch(text):
        return _of_numbers(int(numbers[1]), int(numbers[3]), numbers[4])
    return date_of(text).edtf


def _of_numbers(first: int, second: int, year: str) -> str:
    """Return the day that two numbers and a year are, where only one of them can be the month."""
    days = {f"{year}-{m:02}-{d:02}" for d, m in ((first, second), (second, first)) if m <= 12}
    days = {day for day in days if _is_edtf(day)}
    return days.pop() if len(days) == 1 else ""


def _is_edtf(text: str) -> bool:
    try:
        parse_edtf(text)
    except EdtfError:
        return False
    return True


def _quoted(cell: Cell) -> str:
    return f"“{shortened(cell.text, 40)}”"
