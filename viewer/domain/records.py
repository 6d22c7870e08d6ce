"""The records of a case. Each is immutable: an edit is a new record in a `ChangeSet`.

What the case says of the world is here; what serves the work on it is in `work_records`.
"""

from dataclasses import MISSING, dataclass, fields
from functools import cache
from types import NoneType
from typing import Annotated, Any, get_args, get_origin, get_type_hints

from viewer.domain.dates import NO_DATE, Date
from viewer.domain.fields import DateField, Field, Moment, NamedField, Real, Ref, Term, Text, Whole
from viewer.domain.record import Record as Record
from viewer.domain.work_records import (
    Audience as Audience,
)
from viewer.domain.work_records import (
    Decision as Decision,
)
from viewer.domain.work_records import (
    Distinction as Distinction,
)
from viewer.domain.work_records import (
    Export as Export,
)
from viewer.domain.work_records import (
    Rejection as Rejection,
)
from viewer.domain.work_records import (
    SavedFilter as SavedFilter,
)
from viewer.domain.work_records import (
    Tag as Tag,
)
from viewer.domain.work_records import (
    Tagging as Tagging,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Case(Record):
    """The whole file: there is exactly one."""

    kind = "case"
    labels = ("Case", "Cases")

    title: Annotated[str, Text("Title")] = ""
    reference: Annotated[str, Text("Reference")] = ""
    summary: Annotated[str, Text("Summary", long=True)] = ""
    language: Annotated[str, Text("Language (ISO 639)")] = "en"


@dataclass(frozen=True, slots=True, kw_only=True)
class Document(Record):
    """A source as it was received. `text`, its hashes and what describes them never change.

    `file_name` is that of the file as it was received, without its folder, and empty for pasted
    text; `sha256` is of the original bytes, which the case keeps under that hash, `text_sha256` of
    the text as UTF-8; `received` is a
    UTC time of ISO 8601; `extracted_by` names the tool and version that made the text.
    """

    kind = "document"
    labels = ("Document", "Documents")

    title: Annotated[str, Text("Title")] = ""
    type: Annotated[str, Term("Type", vocabulary="document_type")] = "other"
    author: Annotated[str, Text("Author")] = ""
    publisher: Annotated[str, Text("Publisher")] = ""
    published: Annotated[Date, DateField("Published")] = NO_DATE
    address: Annotated[str, Text("Address")] = ""
    language: Annotated[str, Text("Language (ISO 639)")] = ""
    note: Annotated[str, Text("About this source", long=True)] = ""
    protection: Annotated[str, Term("Protection", vocabulary="item_protection")] = "public"
    file_name: Annotated[str, Text("File as received", editable=False)] = ""
    media_type: Annotated[str, Text("Media type", editable=False)] = "text/plain"
    received: Annotated[str, Moment("Received", editable=False)] = ""
    extracted_by: Annotated[str, Text("Text taken out by", editable=False)] = ""
    sha256: Annotated[str, Text("SHA-256", editable=False)] = ""
    text_sha256: Annotated[str, Text("SHA-256 of the text", editable=False)] = ""
    text: Annotated[str, Text("Text", editable=False, long=True)] = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage(Record):
    """A span of a document's text, in code points, half open.

    W3C Web Annotation: `start` and `end` are a TextPositionSelector; `exact`, `prefix` and
    `suffix` a TextQuoteSelector. `exact` always equals `text[start:end]`.
    """

    kind = "passage"
    labels = ("Passage", "Passages")

    document_id: Annotated[str, Ref("Document", kind="document", editable=False)]
    start: Annotated[int, Whole("Start", editable=False, least=0)]
    end: Annotated[int, Whole("End", editable=False, least=1)]
    exact: Annotated[str, Text("Words", editable=False, long=True)]
    prefix: Annotated[str, Text("Words before", editable=False)] = ""
    suffix: Annotated[str, Text("Words after", editable=False)] = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Person(Record):
    """An individual, a group or an organisation; named, role-only, anonymous or unidentified."""

    kind = "person"
    labels = ("Person", "Persons")

    unit: Annotated[str, Term("Individual or group", vocabulary="unit")] = "individual"
    naming: Annotated[str, Term("How they are known", vocabulary="naming")] = "named"
    described_as: Annotated[str, Text("Described as")] = ""
    occupation: Annotated[str, Text("Occupation")] = ""
    about: Annotated[str, Text("About", long=True)] = ""
    protection: Annotated[str, Term("Protection", vocabulary="protection")] = "public"
    pseudonym: Annotated[str, Text("Pseudonym")] = ""
    consent: Annotated[str, Term("Consent to be named", vocabulary="consent")] = "not_asked"
    consent_date: Annotated[Date, DateField("Date of consent")] = NO_DATE


@dataclass(frozen=True, slots=True, kw_only=True)
class Name(Record):
    """One written form of a person; a named person has exactly one of type `main`."""

    kind = "name"
    labels = ("Name", "Names")

    person_id: Annotated[str, Ref("Person", kind="person")]
    text: Annotated[str, Text("Name")]
    type: Annotated[str, Term("Type of name", vocabulary="name_type")] = "main"
    script: Annotated[str, Text("Script (ISO 15924)")] = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Place(Record):
    """A named place; coordinates are degrees of WGS 84."""

    kind = "place"
    labels = ("Place", "Places")

    name: Annotated[str, Text("Name")] = ""
    also_written: Annotated[str, Text("Also written")] = ""
    precision: Annotated[str, Term("Precision", vocabulary="precision")] = "locality"
    part_of_id: Annotated[str | None, Ref("Part of", kind="place")] = None
    latitude: Annotated[float | None, Real("Latitude")] = None
    longitude: Annotated[float | None, Real("Longitude")] = None
    about: Annotated[str, Text("About", long=True)] = ""
    protection: Annotated[str, Term("Protection", vocabulary="item_protection")] = "public"


@dataclass(frozen=True, slots=True, kw_only=True)
class Event(Record):
    """One thing that happened or was done."""

    kind = "event"
    labels = ("Event", "Events")

    title: Annotated[str, Text("Title")] = ""
    type: Annotated[str, Term("Type of act", vocabulary="act")] = "other"
    date: Annotated[Date, DateField("Date")] = NO_DATE
    place_id: Annotated[str | None, Ref("Place", kind="place")] = None
    status: Annotated[str, Term("Status", vocabulary="status")] = "reported"
    description: Annotated[str, Text("Description", long=True)] = ""
    protection: Annotated[str, Term("Protection", vocabulary="item_protection")] = "public"


@dataclass(frozen=True, slots=True, kw_only=True)
class Involvement(Record):
    """A person's part in an event: who did what to whom."""

    kind = "involvement"
    labels = ("Involvement", "Involvements")

    event_id: Annotated[str, Ref("Event", kind="event")]
    person_id: Annotated[str, Ref("Person", kind="person")]
    role: Annotated[str, Term("Role", vocabulary="role")] = "participant"
    detail: Annotated[str, Text("Detail")] = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Relationship(Record):
    """A tie between two persons, read from `person` to `other`: "X is … of Y"."""

    kind = "relationship"
    labels = ("Relationship", "Relationships")

    person_id: Annotated[str, Ref("Person", kind="person")]
    other_id: Annotated[str, Ref("Tied to", kind="person")]
    type: Annotated[str, Term("Type of tie", vocabulary="tie")] = "other"
    detail: Annotated[str, Text("Detail")] = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class EventLink(Record):
    """A tie between two events, read from `event` to `other`: "X … Y"."""

    kind = "event_link"
    labels = ("Event link", "Event links")

    event_id: Annotated[str, Ref("Event", kind="event")]
    other_id: Annotated[str, Ref("Linked to", kind="event")]
    type: Annotated[str, Term("Type of link", vocabulary="link")] = "followed"
    detail: Annotated[str, Text("Detail")] = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Quote(Record):
    """Words of a speaker: always a passage, whose exact words are the quote's."""

    kind = "quote"
    labels = ("Quote", "Quotes")

    passage_id: Annotated[str, Ref("Words", kind="passage", editable=False)]
    speaker_id: Annotated[str | None, Ref("Speaker", kind="person")] = None
    form: Annotated[str, Term("Form", vocabulary="form")] = "direct"
    attribution: Annotated[str, Term("Speaker is named", vocabulary="attribution")] = "by_name"
    note: Annotated[str, Text("Note", long=True)] = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure(Record):
    """A count that somebody reports. Figures are compared side by side, never summed silently."""

    kind = "figure"
    labels = ("Reported figure", "Reported figures")

    claimant_id: Annotated[str | None, Ref("Claimant", kind="person")] = None
    qualifier: Annotated[str, Term("How exact", vocabulary="qualifier")] = "stated"
    number: Annotated[int, Whole("Number", least=0)] = 0
    act: Annotated[str, Term("Kind of act", vocabulary="act")] = "other"
    counted: Annotated[str, Text("Who or what is counted")] = ""
    period: Annotated[Date, DateField("Period")] = NO_DATE
    place_id: Annotated[str | None, Ref("Place", kind="place")] = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence(Record):
    """The tie between one field of a record and the passage that speaks of it.

    An empty `field` means the record as a whole. `value` is what the words give for the field,
    where that is not what the record holds. `note` says how they are read, where that is not plain.
    """

    kind = "evidence"
    labels = ("Evidence", "Evidence")

    record_id: Annotated[str, Ref("Record")]
    field: Annotated[str, Text("Field")]
    passage_id: Annotated[str, Ref("Passage", kind="passage")]
    stance: Annotated[str, Term("Stance", vocabulary="stance")] = "supports"
    note: Annotated[str, Text("Reading")] = ""
    value: Annotated[str, Text("What they say instead")] = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Annotation(Record):
    """A note or highlight on a passage or on a record (W3C Web Annotation).

    `body` is plain text with light Markdown.
    """

    kind = "annotation"
    labels = ("Annotation", "Annotations")

    target_id: Annotated[str, Ref("On")]
    motivation: Annotated[str, Term("Kind", vocabulary="motivation")] = "commenting"
    body: Annotated[str, Text("Note", long=True)] = ""
    colour: Annotated[str, Term("Colour", vocabulary="colour")] = "yellow"
    protection: Annotated[str, Term("Protection", vocabulary="item_protection")] = "public"
    author: Annotated[str, Text("Author", editable=False)] = ""
    created: Annotated[str, Moment("Created", editable=False)] = ""
    modified: Annotated[str, Moment("Last changed", editable=False)] = ""


#: Every kind, those that are referred to before those that refer.
KINDS: dict[str, type[Record]] = {
    kind.kind: kind
    for kind in (
        Case,
        Document,
        Passage,
        Person,
        Name,
        Place,
        Event,
        Involvement,
        Relationship,
        EventLink,
        Quote,
        Figure,
        Evidence,
        Annotation,
        Tag,
        Tagging,
        Distinction,
        SavedFilter,
        Rejection,
        Audience,
        Decision,
        Export,
    )
}

#: What the program alone fills, and what makes a document evidence: fixed once received.
IMMUTABLE_DOCUMENT_FIELDS = (
    "file_name",
    "media_type",
    "received",
    "extracted_by",
    "sha256",
    "text_sha256",
    "text",
)


@cache
def fields_of(kind: str) -> tuple[NamedField, ...]:
    """Return the fields of a record kind in their order, without `id`."""
    record_type = KINDS[kind]
    hints = get_type_hints(record_type, include_extras=True)
    return tuple(
        NamedField(
            name=field.name,
            spec=_spec(hints[field.name]),
            optional=NoneType in get_args(get_args(hints[field.name])[0]),
            default=None if field.default is MISSING else field.default,
        )
        for field in fields(record_type)
        if get_origin(hints[field.name]) is Annotated
    )


def _spec(hint: Any) -> Field:
    return next(note for note in hint.__metadata__ if isinstance(note, Field))


def field_of(kind: str, name: str) -> NamedField:
    """Return one field of a kind; raises `KeyError`."""
    for field in fields_of(kind):
        if field.name == name:
            return field
    raise KeyError(f"{kind}.{name}")


def label_of(kind: str, name: str) -> str:
    """Return the label of a field; its name where a file from elsewhere made it up."""
    known = {field.name: field.spec.label for field in fields_of(kind)}
    return known.get(name, name)
