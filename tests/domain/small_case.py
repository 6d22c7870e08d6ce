"""A small case told by two persons, one of whom may need protection."""

from collections.abc import Iterator

from viewer.domain.dates import Date
from viewer.domain.documents import passage_at
from viewer.domain.records import (
    Annotation,
    Case,
    Document,
    Event,
    EventLink,
    Evidence,
    Figure,
    Involvement,
    Name,
    Passage,
    Person,
    Place,
    Quote,
    Record,
    Relationship,
    Tag,
    Tagging,
)
from viewer.domain.snapshot import Snapshot

TEXT = """Testimony of Sa'id al-Rashid

My sister Layla Haddad was taken from Amarah in October 2019.

"They took her at night," said Sa'id al-Rashid. SAÏD AL-RASHID's neighbours heard it.

وقال سعيد الراشد إن ليلى حداد اختُطفت. وسَعيد يخاف.

The Centre counts at least 44 abductions. Rashida Karim denies that.
"""
DOCUMENT = Document(
    id="document-a",
    title="Testimony of Sa'id al-Rashid",
    type="testimony",
    publisher="The Centre",
    address="https://example.org/said-al-rashid/%D8%B3%D8%B9%D9%8A%D8%AF",
    received="2026-11-22T12:00:00Z",
    sha256="5a" * 32,
    text=TEXT,
)


def passage(words: str, after: str = "") -> Passage:
    start = TEXT.index(words, TEXT.index(after))
    return passage_at(DOCUMENT, start, start + len(words), id=f"passage {words}")


def _evidence(record: str, words: str, field: str = "", stance: str = "supports") -> Evidence:
    id = f"evidence {record} {field} {words}"
    return Evidence(
        id=id, record_id=record, passage_id=f"passage {words}", field=field, stance=stance
    )


QUOTED = "They took her at night,"
TAKEN = "My sister Layla Haddad was taken from Amarah in October 2019."
ARABIC = "وقال سعيد الراشد إن ليلى حداد اختُطفت. وسَعيد يخاف."
COUNTED = "at least 44 abductions"
DENIED = "Rashida Karim denies that."


def records(protection: str = "public", pseudonym: str = "") -> Iterator[Record]:
    yield Case(id="case", title="The taking of Layla", reference="C-7", summary="Told by Sa'id.")
    yield DOCUMENT
    for words in (QUOTED, TAKEN, ARABIC, COUNTED, DENIED):
        yield passage(words)
    yield Person(id="layla")
    yield Person(
        id="said",
        occupation="Baker of Amarah",
        about="Brother of the victim",
        protection=protection,
        pseudonym=pseudonym,
    )
    yield Person(id="rashida", occupation="Minister")
    yield Person(id="centre", unit="organisation")
    yield Name(id="name-layla", person_id="layla", text="Layla Haddad")
    yield Name(id="name-layla-ar", person_id="layla", text="ليلى حداد", type="original_script")
    yield Name(id="name-said", person_id="said", text="Sa'id al-Rashid")
    yield Name(id="name-said-ar", person_id="said", text="سعيد الراشد", type="original_script")
    yield Name(id="name-rashida", person_id="rashida", text="Rashida Karim")
    yield Name(id="name-centre", person_id="centre", text="The Centre")
    yield Place(id="iraq", name="Iraq", precision="country")
    yield Place(id="amarah", name="Amarah", part_of_id="iraq")
    yield Event(
        id="taking",
        title="Abduction of Layla Haddad",
        type="kidnapping",
        date=Date(written="in October 2019", edtf="2019-10"),
        place_id="amarah",
        description="Sa'id saw it.",
    )
    yield Event(
        id="after",
        title="Flight of Sa'id",
        date=Date(written="five days later", anchor_id="taking", offset="P5D"),
    )
    yield Event(id="before", title="A threat", type="threat", date=Date(edtf="2018", basis="Guess"))
    yield Event(id="sometime", title="A rumour")
    yield Involvement(id="i1", event_id="taking", person_id="layla", role="victim")
    yield Involvement(
        id="i2", event_id="taking", person_id="said", role="witness", detail="From the bakery"
    )
    yield Relationship(id="tie", person_id="said", other_id="layla", type="relative")
    yield EventLink(id="link", event_id="taking", other_id="after", type="caused")
    yield Quote(id="quote", passage_id=f"passage {QUOTED}", speaker_id="said")
    yield Figure(
        id="figure",
        claimant_id="centre",
        qualifier="at_least",
        number=44,
        act="kidnapping",
        period=Date(edtf="2019-10/.."),
    )
    yield Figure(id="figure-2", claimant_id="rashida", number=0, act="kidnapping")
    yield _evidence("taking", TAKEN)
    yield _evidence("taking", ARABIC, "date")
    yield _evidence("said", QUOTED, "occupation")
    yield _evidence("figure", COUNTED, "number")
    yield _evidence("figure", DENIED, "number", "contradicts")
    yield Annotation(id="note", target_id="taking", body="Ask Sa'id again")
    yield Tag(id="tag", label="Rashid family")
    yield Tagging(id="tagging", tag_id="tag", target_id="taking")


def small_case(protection: str = "public", pseudonym: str = "") -> Snapshot:
    return Snapshot(records(protection, pseudonym))
