"""The records that serve the work on a case: tags, filters, decisions, audiences, exports."""

from dataclasses import dataclass
from typing import Annotated

from viewer.domain.fields import Moment, Ref, Term, Text, Whole
from viewer.domain.record import Record


@dataclass(frozen=True, slots=True, kw_only=True)
class Tag(Record):
    """A word of the user's own for finding things again."""

    kind = "tag"
    labels = ("Tag", "Tags")

    label: Annotated[str, Text("Tag")]


@dataclass(frozen=True, slots=True, kw_only=True)
class Tagging(Record):
    """A tag put on a record."""

    kind = "tagging"
    labels = ("Tagging", "Taggings")

    tag_id: Annotated[str, Ref("Tag", kind="tag")]
    target_id: Annotated[str, Ref("On")]


@dataclass(frozen=True, slots=True, kw_only=True)
class Distinction(Record):
    """Two persons who look like one and are known not to be; asked about no more."""

    kind = "distinction"
    labels = ("Distinction", "Distinctions")

    person_id: Annotated[str, Ref("Person", kind="person")]
    other_id: Annotated[str, Ref("Not the same as", kind="person")]
    note: Annotated[str, Text("How that is known", long=True)] = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class SavedFilter(Record):
    """A filter of one list under a name: `listed` is the kind, `criteria` JSON."""

    kind = "saved_filter"
    labels = ("Saved filter", "Saved filters")

    listed: Annotated[str, Text("List", editable=False)]
    name: Annotated[str, Text("Name")]
    criteria: Annotated[str, Text("What it asks for", editable=False)] = "{}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Rejection(Record):
    """A suggestion for a document that the user turned down; it is not made again.

    `suggested` is the kind of suggestion and `value` what it called the person, organisation or
    place; `start` and `end` are its span in code points.
    """

    kind = "rejection"
    labels = ("Rejected suggestion", "Rejected suggestions")

    document_id: Annotated[str, Ref("Document", kind="document", editable=False)]
    suggested: Annotated[str, Text("Suggested as", editable=False)]
    start: Annotated[int, Whole("Start", editable=False, least=0)]
    end: Annotated[int, Whole("End", editable=False, least=1)]
    value: Annotated[str, Text("What it said", editable=False)] = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Audience(Record):
    """Whom an export is for, and what they may see; the program's own have codes as ids.

    Each kind of protection names the treatment of a person, `items` what becomes of an event, a
    place, a document or a note that is withheld. Who is never exported appears to nobody but those
    who work on the case, so no user's audience can be given that.
    """

    kind = "audience"
    labels = ("Audience", "Audiences")

    label: Annotated[str, Text("Audience")]
    note: Annotated[str, Text("Who they are")] = ""
    notice: Annotated[str, Text("Printed on every page")] = ""
    meaning: Annotated[str, Text("Printed on the cover")] = ""
    name_withheld: Annotated[
        str, Term("Persons whose name is withheld", vocabulary="treatment")
    ] = "pseudonym"
    details_withheld: Annotated[
        str, Term("Persons whose details are withheld", vocabulary="treatment")
    ] = "bare"
    never_exported: Annotated[
        str, Term("Persons never exported", vocabulary="treatment", editable=False)
    ] = "left_out"
    items: Annotated[
        str, Term("Withheld events, places, documents, notes", vocabulary="inclusion")
    ] = "left_out"
    texts: Annotated[str, Term("Text of documents", vocabulary="extent")] = "excerpts"
    notes: Annotated[str, Term("Notes and highlights", vocabulary="inclusion")] = "left_out"
    authors: Annotated[str, Term("Who wrote them", vocabulary="inclusion")] = "left_out"


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision(Record):
    """Words that may point to a protected person, and what the user decided on them.

    They stand in a field of a record, or in a document's `text`, from `start` to before `end` in
    code points. Once the field says something else there, they are looked for in all of it.
    """

    kind = "decision"
    labels = ("Decision on words", "Decisions on words")

    target_id: Annotated[str, Ref("In", editable=False)]
    field: Annotated[str, Text("Field", editable=False)]
    start: Annotated[int, Whole("Start", editable=False, least=0)]
    end: Annotated[int, Whole("End", editable=False, least=1)]
    words: Annotated[str, Text("Words", editable=False)]
    ruling: Annotated[str, Term("Decided", vocabulary="ruling")] = "withheld"


@dataclass(frozen=True, slots=True, kw_only=True)
class Export(Record):
    """What left the case: never changed, and not to be undone.

    `at` is UTC; `sha256` that of the file as it was written, of `size` bytes. `documents` are the
    ids of the documents that it held or cited, parted by spaces.
    """

    kind = "export"
    labels = ("Export", "Exports")

    at: Annotated[str, Moment("When", editable=False)]
    format: Annotated[str, Text("Format", editable=False)]
    file_name: Annotated[str, Text("File", editable=False)]
    audience: Annotated[str, Text("For whom", editable=False)]
    contents: Annotated[str, Text("What", editable=False)] = ""
    protections: Annotated[str, Text("Protections applied", editable=False, long=True)] = ""
    sha256: Annotated[str, Text("SHA-256", editable=False)] = ""
    size: Annotated[int, Whole("Bytes", editable=False, least=0)] = 0
    documents: Annotated[str, Text("Documents in it", editable=False)] = ""
