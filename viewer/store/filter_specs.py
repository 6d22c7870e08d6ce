"""By what each list can be filtered; every filter has an index of `schema` behind it."""

from dataclasses import dataclass
from typing import Literal

#: How a filter is asked: one or several terms of a vocabulary, records of a kind, a date range
#: over a `Date` or over a moment (ISO 8601, UTC), or how a record stands with its evidence.
Asked = Literal["term", "record", "date", "moment", "evidence"]

#: What can be chosen of the evidence, and how it is called.
EVIDENCE = {
    "some": "With evidence",
    "none": "Without evidence",
    "contradicted": "Contradicted",
}


@dataclass(frozen=True, slots=True)
class Filter:
    """A filter of a list: `columns` are compared, any of them may hold the value.

    They are columns of the list's own rows, or else of `source`, in which `owner` names the row.
    `of` is the vocabulary or the kind of record whose codes or ids are the values.
    """

    name: str
    label: str
    asked: Asked
    of: str = ""
    columns: tuple[str, ...] = ()
    source: str = ""
    owner: str = ""


_IN_DOCUMENT = """(SELECT id, document_id FROM passage
    UNION ALL SELECT id, id AS document_id FROM document) p"""
_INVOLVED = "involvement i JOIN event e ON e.id = i.event_id"


def _term(name: str, label: str, vocabulary: str = "") -> Filter:
    return Filter(name, label, "term", vocabulary or name, (f't."{name}"',))


def _record(name: str, label: str, kind: str, *columns: str) -> Filter:
    return Filter(name, label, "record", kind, tuple(f't."{column}"' for column in columns))


def _tied(
    name: str, label: str, asked: Asked, of: str, column: str, source: str, owner: str
) -> Filter:
    return Filter(name, label, asked, of, (column,), source, owner)


def _date(name: str, label: str) -> Filter:
    return Filter(name, label, "date", columns=(f"t.{name}",))


_PROTECTED = _term("protection", "Protection", "item_protection")
_TAG = _tied("tag", "Tag", "record", "tag", "g.tag_id", "tagging g", "g.target_id")
_EVIDENCE = Filter("evidence", "Evidence", "evidence")

FILTERS: dict[str, tuple[Filter, ...]] = {
    "person": (
        _tied("role", "Role", "term", "role", "i.role", "involvement i", "i.person_id"),
        _tied("act", "Involved in", "term", "act", "e.type", _INVOLVED, "i.person_id"),
        _tied(
            "place", "Place of an event", "record", "place", "e.place_id", _INVOLVED, "i.person_id"
        ),
        _tied("when", "Date of an event", "date", "", "e.date", _INVOLVED, "i.person_id"),
        _term("unit", "Individual or group"),
        _term("naming", "How they are known"),
        _term("protection", "Protection"),
        _term("consent", "Consent to be named"),
        _TAG,
        _EVIDENCE,
    ),
    "event": (
        _term("type", "Type of act", "act"),
        _term("status", "Status"),
        _date("date", "Date"),
        _record("place", "Place", "place", "place_id"),
        _tied(
            "person",
            "Person involved",
            "record",
            "person",
            "i.person_id",
            "involvement i",
            "i.event_id",
        ),
        _PROTECTED,
        _TAG,
        _EVIDENCE,
    ),
    "quote": (
        _record("speaker", "Speaker", "person", "speaker_id"),
        _term("form", "Form"),
        _term("attribution", "Speaker is named"),
        _tied(
            "protection",
            "Speaker’s protection",
            "term",
            "protection",
            "p.protection",
            "person p JOIN quote q ON q.speaker_id = p.id",
            "q.id",
        ),
        _record("document", "Document", "document", "document_id"),
        _TAG,
    ),
    "document": (
        _term("type", "Type", "document_type"),
        _date("published", "Published"),
        _PROTECTED,
        _TAG,
    ),
    "place": (
        _term("precision", "Precision"),
        _record("place", "Within", "place", "id"),
        _PROTECTED,
        _TAG,
        _EVIDENCE,
    ),
    "figure": (
        _term("act", "Kind of act"),
        _term("qualifier", "How exact"),
        _record("claimant", "Reported by", "person", "claimant_id"),
        _date("period", "Period"),
        _record("place", "Place", "place", "place_id"),
        _TAG,
        _EVIDENCE,
    ),
    "involvement": (
        _term("role", "Role"),
        _record("person", "Person", "person", "person_id"),
        _record("event", "Event", "event", "event_id"),
        _TAG,
        _EVIDENCE,
    ),
    "relationship": (
        _term("type", "Type of tie", "tie"),
        _record("person", "Person", "person", "person_id", "other_id"),
        _TAG,
        _EVIDENCE,
    ),
    "event_link": (
        _term("type", "Type of link", "link"),
        _record("event", "Event", "event", "event_id", "other_id"),
        _TAG,
        _EVIDENCE,
    ),
    "annotation": (
        _term("motivation", "Kind"),
        _term("colour", "Colour"),
        Filter("created", "Created", "moment", columns=("t.created",)),
        _tied(
            "document",
            "Document",
            "record",
            "document",
            "p.document_id",
            f"{_IN_DOCUMENT} JOIN annotation a ON a.target_id = p.id",
            "a.id",
        ),
        _PROTECTED,
        _TAG,
    ),
    "tag": (),
}


def filter_of(kind: str, name: str) -> Filter | None:
    """Return the filter of a list by name; None where this version has no such filter."""
    return next((each for each in FILTERS.get(kind, ()) if each.name == name), None)
