"""A small case in Arabic letters alone, with something of every kind; all of it is invented."""

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
    Person,
    Place,
    Quote,
    Record,
    Relationship,
    Tag,
    Tagging,
)

TEXT = """شهادة سعيد الراشد

قال سعيد الراشد إن شقيقته ليلى حداد اختُطفت من العمارة (محافظة ميسان) في تشرين الأول 2019.

«أخذوها ليلًا في سيارة رقمها 12345/بغداد، ولم يرد أحد [صمت] حتى الساعة 03:30»، قال الراشد.

وتقول رشيدة كريم إن العدد «لا يقل عن ٤٤ حالة» بين 2019-10-01 و2020-02-29، أي 50% تقريبًا.

پیت بە سۆرانی: دارێک، گوڵێک، ڕۆژێک لە هەولێر.
"""
TAKEN = "شقيقته ليلى حداد اختُطفت من العمارة (محافظة ميسان) في تشرين الأول 2019"
SAID = "أخذوها ليلًا في سيارة رقمها 12345/بغداد، ولم يرد أحد [صمت] حتى الساعة 03:30"
COUNTED = "لا يقل عن ٤٤ حالة"
SORANI = "پیت بە سۆرانی: دارێک، گوڵێک، ڕۆژێک لە هەولێر"
DOCUMENT = Document(
    id="document",
    title="شهادة سعيد الراشد",
    type="testimony",
    author="رشيدة كريم",
    publisher="مركز الرافدين",
    published=Date(edtf="2020-03"),
    language="ar",
    received="2026-11-22T12:00:00Z",
    sha256="12" * 32,
    text=TEXT,
)
PASSAGES = {
    words: passage_at(DOCUMENT, at, at + len(words), id=f"passage {words}")
    for words in (TAKEN, SAID, COUNTED, SORANI)
    for at in (TEXT.index(words),)
}


def _names() -> Iterator[Name]:
    for number, (person, text, type) in enumerate(
        (
            ("layla", "ليلى حداد", "main"),
            ("layla", "لولو", "nickname"),
            ("said", "سعيد الراشد", "main"),
            ("rashida", "رشيدة كريم", "main"),
            ("centre", "مركز الرافدين", "main"),
        )
    ):
        yield Name(id=f"name-{number}", person_id=person, text=text, type=type)


def _people() -> Iterator[Record]:
    yield Person(id="layla", occupation="ممرضة", about="عضو في النقابة (فرع ميسان) منذ 2015.")
    yield Person(id="said", occupation="خباز", protection="name_withheld", pseudonym="الشاهد 4")
    yield Person(id="rashida", occupation="باحثة")
    yield Person(id="centre", unit="organisation")
    yield Person(id="men", unit="group", naming="unidentified", described_as="مسلحون مجهولون")
    yield from _names()
    yield Relationship(id="tie", person_id="said", other_id="layla", type="relative", detail="أخ")
    yield Relationship(id="work", person_id="rashida", other_id="centre", type="works_for")


def _events() -> Iterator[Record]:
    yield Place(id="iraq", name="العراق", precision="country")
    yield Place(id="amarah", name="العمارة", part_of_id="iraq", precision="vicinity")
    yield Event(
        id="protest",
        title="تظاهرة 25 تشرين",
        type="demonstration",
        date=Date(edtf="2019-10-25"),
        place_id="amarah",
        status="confirmed",
    )
    yield Event(
        id="taking",
        title="اختطاف ليلى حداد",
        type="kidnapping",
        date=Date(written="بعد أيام", anchor_id="protest", offset="P5D"),
        description="أخذها مسلحون (نحو 4) من منزلها. قال أحدهم: «لن تعود».",
        status="corroborated",
    )
    yield Event(
        id="threat",
        title="تهديد",
        type="threat",
        date=Date(edtf="2019-09~", basis="من سجل المكالمات"),
        status="alleged",
    )
    yield Event(id="rumour", title="إشاعة", status="disputed")
    yield EventLink(id="link", event_id="threat", other_id="taking", type="caused")
    yield Involvement(id="i1", event_id="taking", person_id="layla", role="victim")
    yield Involvement(id="i2", event_id="taking", person_id="said", role="witness", detail="سمع")
    yield Involvement(id="i3", event_id="taking", person_id="men", role="alleged_perpetrator")


def _said() -> Iterator[Record]:
    yield Quote(id="q1", passage_id=PASSAGES[SAID].id, speaker_id="said")
    yield Quote(id="q2", passage_id=PASSAGES[SORANI].id, form="indirect", attribution="anonymous")
    yield Figure(
        id="figure",
        claimant_id="centre",
        qualifier="at_least",
        number=1234,
        act="kidnapping",
        counted="ناشطون",
        period=Date(edtf="2019-10/..", basis="تقدير"),
        place_id="amarah",
    )
    for number, (record, words, field, stance) in enumerate(
        (
            ("taking", TAKEN, "date", "supports"),
            ("taking", SAID, "", "supports"),
            ("figure", COUNTED, "number", "contradicts"),
        )
    ):
        yield Evidence(
            id=f"evidence-{number}",
            record_id=record,
            passage_id=PASSAGES[words].id,
            field=field,
            stance=stance,
        )
    yield Annotation(id="a1", target_id="taking", body="من رآه؟", motivation="questioning")
    yield Annotation(id="a2", target_id="i2", body="هل كان وحده؟")
    yield Tag(id="tag", label="أولوية")
    yield Tagging(id="tagging", tag_id="tag", target_id="taking")


def arabic_case() -> Iterator[Record]:
    yield Case(
        id="case",
        title="اختطاف ليلى حداد",
        reference="7/2020",
        summary="رواها شقيقها سعيد الراشد.",
        language="ar",
    )
    yield DOCUMENT
    yield from PASSAGES.values()
    yield from _people()
    yield from _events()
    yield from _said()
