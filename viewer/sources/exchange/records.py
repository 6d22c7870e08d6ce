"""A value of a stranger's JSON → a record, every field looked at."""

import math
import re
from functools import cache
from typing import Any

from viewer.domain.dates import NO_DATE, Date
from viewer.domain.exchange import DATE_PARTS, is_needed
from viewer.domain.fields import DateField, NamedField, Real, Ref, Term, Whole
from viewer.domain.records import KINDS, Record, fields_of
from viewer.domain.text import shortened
from viewer.domain.vocabularies import vocabulary
from viewer.errors import InvalidRecordError
from viewer.sources.exchange.refusal import RefusalError

_UUID = re.compile(r"[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}")
#: The whole numbers that a case can keep.
_WHOLE = range(-(2**63), 2**63)


def record_of(kind: str, value: Any, place: str) -> Record:
    """Return the record that a value is; raises `RefusalError` with what keeps it from being one.

    A field that may be left out has its default.
    """
    if not isinstance(value, dict):
        raise RefusalError(place, "a record must be an object")
    fields = _fields(kind)
    for name in sorted(value.keys() - fields.keys() - {"id"}):
        raise RefusalError(place, f"this version of Casefile knows no field “{shortened(name)}”")
    found: dict[str, Any] = {}
    name = "id"
    try:
        found["id"] = _id(value.get("id"))
        for name in filter(value.__contains__, fields):
            found[name] = _checked(fields[name], value[name])
    except RefusalError as error:
        raise RefusalError(f"{place}, “{name}”", error.what) from error
    for name in sorted(_needed(kind) - found.keys()):
        raise RefusalError(place, f"the field “{name}” is missing")
    return KINDS[kind](**found)


@cache
def _fields(kind: str) -> dict[str, NamedField]:
    return {field.name: field for field in fields_of(kind)}


@cache
def _needed(kind: str) -> frozenset[str]:
    return frozenset(field.name for field in fields_of(kind) if is_needed(field))


@cache
def _codes(name: str) -> tuple[str, ...]:
    return vocabulary(name).codes


def text_of(value: Any, place: str = "") -> str:
    """Return a text as a case can keep it."""
    if not isinstance(value, str):
        raise RefusalError(place, "it must be text")
    if "\0" in value or not _is_unicode(value):
        raise RefusalError(place, "it holds characters that are not text")
    return value


def _is_unicode(text: str) -> bool:
    if text.isascii():
        return True
    try:
        text.encode()
    except UnicodeEncodeError:
        return False
    return True


def _id(value: Any) -> str:
    if not isinstance(value, str) or not _UUID.fullmatch(value):
        raise RefusalError("", "it must be an id (a UUID in small letters)")
    return value


def _checked(field: NamedField, value: Any) -> Any:
    if value is None and field.optional:
        return None
    match field.spec:
        case Term(vocabulary=name):
            return _term(name, value)
        case Ref():
            return _id(value)
        case DateField():
            return _date(value)
        case Whole(least=least):
            return _whole(least, value)
        case Real():
            return _real(value)
        case _:
            return text_of(value)


def _term(name: str, value: Any) -> str:
    codes = _codes(name)
    if value not in codes:
        shown = f"“{shortened(value, 40)}”" if isinstance(value, str) else "it"
        raise RefusalError("", f"{shown} is none of {', '.join(codes)}")
    return str(value)


def _whole(least: int | None, value: Any) -> int:
    if type(value) is not int or value not in _WHOLE:
        raise RefusalError("", "it must be a whole number")
    if least is not None and value < least:
        raise RefusalError("", f"it must be {least} or more")
    return value


def _real(value: Any) -> float:
    if type(value) not in (int, float) or not math.isfinite(value):
        raise RefusalError("", "it must be a number")
    return float(value)


def _date(value: Any) -> Date:
    if value is None:
        return NO_DATE
    if not isinstance(value, dict):
        raise RefusalError("", "a date must be an object or null")
    for name in sorted(value.keys() - set(DATE_PARTS)):
        raise RefusalError("", f"this version of Casefile knows no part “{shortened(name)}”")
    parts = {name: text_of(part) for name, part in value.items() if name != "anchor_id"}
    anchor = value.get("anchor_id")
    date = Date(**parts, anchor_id=None if anchor is None else _id(anchor))
    try:
        return date.checked()
    except InvalidRecordError as error:
        raise RefusalError("", str(error).partition(". ")[0].rstrip(".")) from error
