"""Values of fields as words: what a record says, what other words say instead, and back again."""

import re
from typing import Any

from viewer.domain.dates import NO_DATE, Date, EdtfError, parse_edtf
from viewer.domain.dates.months import MONTHS
from viewer.domain.fields import DateField, NamedField, Real, Ref, Term, Whole
from viewer.domain.reader import CaseReader
from viewer.domain.records import Document, Event, Name, Person, Place, Record
from viewer.domain.text import folded, normalised
from viewer.domain.titles import date_phrase, title_of
from viewer.domain.vocabularies import vocabulary
from viewer.errors import InvalidRecordError

_IN_WORDS = re.compile(
    r"(?P<hedge>about |perhaps )?"
    r"(?:(?P<day>\d{1,2})\.? (?P<month>[^\W\d]+)"
    r"|(?P<month_first>[^\W\d]+)(?: (?P<day_last>\d{1,2}),?)?)"
    r",? (?P<year>\d{4})"
)
#: Numbers of seasons in EDTF. Winter is of two years, which words seldom tell.
_SEASONS = {"spring": 21, "summer": 22, "autumn": 23, "fall": 23}
_HEDGES = {"about": "~", "perhaps": "?"}
#: Where a record of a kind is looked for by what it is called.
_CALLED: dict[str, tuple[tuple[type[Record], str], ...]] = {
    "person": ((Name, "text"), (Person, "described_as")),
    "place": ((Place, "name"),),
    "event": ((Event, "title"),),
    "document": ((Document, "title"),),
}


def said(case: CaseReader, field: NamedField, value: Any) -> str:
    """Return a value as it is shown; "" when there is none."""
    match field.spec:
        case Term(vocabulary=name):
            return vocabulary(name).label(value)
        case Ref():
            return title_of(case, value)
        case DateField():
            return date_phrase(case, value)
        case Whole():
            return f"{value:,}"
        case _:
            return "" if value is None else str(value)


def noted(case: CaseReader, field: NamedField, value: Any) -> str:
    """Return a value as `Evidence.value` keeps it, so that `read` finds the same again."""
    if isinstance(value, Date) and value.edtf:
        return value.edtf
    return said(case, field, value)


def read(case: CaseReader, field: NamedField, text: str) -> Any:
    """Return the value that a text gives for a field; raises `InvalidRecordError` if it is none."""
    text = normalised(text).strip()
    match field.spec:
        case Term(vocabulary=name):
            return _term(name, text)
        case Ref(kind=kind):
            return _called(case, kind, text)
        case DateField():
            return _date(text)
        case Whole(least=least):
            return _whole(text, least)
        case Real():
            return _degrees(text)
        case _:
            return text


def told(case: CaseReader, field: NamedField, text: str) -> str:
    """Return what `Evidence.value` holds as it is shown; as it stands where it is no value."""
    try:
        return said(case, field, read(case, field, text))
    except InvalidRecordError:
        return text


def same(one: Any, other: Any) -> bool:
    """Return whether two values say the same, however they are written."""
    if isinstance(one, Date) and isinstance(other, Date) and one.edtf:
        return one.edtf == other.edtf
    if isinstance(one, str) and isinstance(other, str):
        return folded(one) == folded(other)
    return bool(one == other)


def _term(name: str, text: str) -> str:
    for term in vocabulary(name):
        if folded(text) in (folded(term.label), term.code):
            return term.code
    raise InvalidRecordError(f"“{text}” is none of the terms of this field.")


def _called(case: CaseReader, kind: str, text: str) -> str:
    found = {
        record.person_id if isinstance(record, Name) else record.id
        for type_, name in _CALLED.get(kind, ())
        for record in case.where(type_, **{name: text})
    }
    if len(found) != 1:
        raise InvalidRecordError(f"“{text}” is the name of no record, or of several.")
    return found.pop()


def _date(text: str) -> Date:
    try:
        parse_edtf(text)
    except EdtfError:
        return Date(written=text, edtf=_edtf_of(text)).checked()
    return Date(edtf=text) if text else NO_DATE


def _edtf_of(text: str) -> str:
    """Return the EDTF of a day, month or season in words, as in "about October 2019"."""
    match = _IN_WORDS.fullmatch(text)
    month = _month(match["month"] or match["month_first"]) if match else 0
    if match is None or not month:
        raise InvalidRecordError(f"“{text}” cannot be read as a date.")
    day = match["day"] or match["day_last"]
    whole = f"{int(match['year']):04}-{month:02}" + (f"-{int(day):02}" if day else "")
    return whole + _HEDGES.get((match["hedge"] or "").strip(), "")


def _month(name: str) -> int:
    """Return the number of a month or season; 0 where it is none."""
    months = {month.lower(): number for number, month in enumerate(MONTHS, 1)}
    return (months | _SEASONS).get(name.lower(), 0)


def _whole(text: str, least: int | None) -> int:
    try:
        number = int(text.replace(",", ""))
    except ValueError:
        raise InvalidRecordError(f"“{text}” is not a whole number.") from None
    if least is not None and number < least:
        raise InvalidRecordError(f"The number must be {least} or more.")
    return number


def _degrees(text: str) -> float:
    try:
        number = float(text)
    except ValueError:
        raise InvalidRecordError(f"“{text}” is not a number of degrees.") from None
    if not abs(number) <= 180:
        raise InvalidRecordError(f"“{text}” is not a number of degrees.")
    return number
