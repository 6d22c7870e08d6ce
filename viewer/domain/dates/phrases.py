"""Dates as people say them: "about October 2019", "five days after the killing of …"."""

from viewer.domain.dates.arabic import Arabic
from viewer.domain.dates.date import Date, Offset
from viewer.domain.dates.edtf import Edtf, EdtfError, parse_edtf
from viewer.domain.dates.english import English
from viewer.domain.dates.speech import Speech

_SPEECH: dict[str, Speech] = {"en": English(), "ar": Arabic()}


def phrase(date: Date, anchor: str = "", language: str = "en") -> str:
    """Return the date in words; `anchor` is the title of what a relative date counts from.

    A year that the source does not give is marked as inferred. A blank date gives "".
    """
    speech = _SPEECH[language]
    if date.edtf:
        said = _edtf_phrase(parse_edtf(date.edtf), speech)
        return speech.inferred(said) if date.is_inferred else said
    if date.anchor_id is not None and anchor:
        return speech.relative(Offset.parse(date.offset or "P0D"), anchor)
    return date.written


def moment_phrase(moment: str, language: str = "en") -> str:
    """Return a UTC time of ISO 8601 in words, to the minute; anything else as it is."""
    day, _, time = moment.partition("T")
    try:
        return _SPEECH[language].moment(parse_edtf(day).start, time[:5]) if time else moment
    except EdtfError:
        return moment


def _edtf_phrase(date: Edtf, speech: Speech) -> str:
    if date.end is None:
        return speech.point(date.start)
    if date.start.precision in ("open", "unknown"):
        return speech.until(date.end)
    if date.end.precision == "open":
        return speech.since(date.start)
    if date.end.precision == "unknown":
        return speech.from_then(date.start)
    return speech.between(date.start, date.end)
