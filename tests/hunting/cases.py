"""Made-up cases in which two persons are protected and two are not, with hostile names."""

import os
from collections.abc import Iterable
from dataclasses import dataclass, replace
from urllib.parse import quote

from hypothesis import strategies as st

from viewer.domain.changes import sha256
from viewer.domain.documents import passage_at
from viewer.domain.ids import id_at
from viewer.domain.records import (
    Annotation,
    Case,
    Document,
    Event,
    Evidence,
    Figure,
    Involvement,
    Name,
    Passage,
    Person,
    Place,
    Quote,
    Record,
    Tag,
    Tagging,
)
from viewer.domain.snapshot import Snapshot
from viewer.domain.text import normalised

#: `HUNT=1000 pytest tests/hunting` looks harder.
EXAMPLES = int(os.environ.get("HUNT", "15"))

_GIVEN = ["Salma", "Idris", "Nadira", "Bassam", "Lubna", "Tariq", "Wissam", "Hanan"]
_FAMILY = [
    "Karimov",
    "Al-Hakim",
    "Zaydan",
    "O'Brannigan",
    "Çelikkaya",
    "Müller-Said",
    "Ben Youssef",
]
_ARABIC = ["سلمى الحكيم", "إدريس زيدان", "عبد الرحمن بسّام", "لُبنى بنت طارق", "هناء"]
_MARKED = [
    "<b>Ali Basim</b>",
    "Rahim & Sons",
    "Nour\u202eidaZ",
    "Ka\u0301ri\u0308m Z\u0331",
    "“Abu Layth”",
]
_COMMON = ["Hope", "May", "Rose", "Art", "Will", "October", "Page", "Person", "Case", "Said"]
_SHORT = ["A", "Li", "Xu", "Q"]
_OTHERS = ["王小明", "שרה לוי", "Ольга Иванова", "Nguyễn Văn", "ＦＵＬＬ Width", "🦊 Fox"]

_FULL = st.builds("{} {}".format, st.sampled_from(_GIVEN), st.sampled_from(_FAMILY))
_ANY = st.text(
    st.characters(categories=["Lu", "Ll", "Lo", "Mn"], exclude_characters="\0"),
    min_size=2,
    max_size=9,
)
NAMES = st.one_of(
    _FULL,
    *map(st.sampled_from, (_ARABIC, _MARKED, _COMMON, _SHORT, _OTHERS)),
    st.builds("{} {}".format, _ANY, _ANY),
)

#: How a name stands in a sentence; "{}" is the name.
_SENTENCES = (
    "Yesterday {} left the town.",
    "The house of {}'s aunt, they say.",
    "They wrote “{}” on the wall.",
    "وقال {} إن الباب مغلق.",
    "#JusticeFor{} was shouted; and then silence.",
    "It was {}, who waved.",
)


@dataclass(frozen=True, slots=True)
class Hunted:
    """A case, the names that nobody may read, and those that everybody may."""

    case: Snapshot
    hidden: tuple[str, ...]
    shown: tuple[str, ...]


def _written(name: str) -> st.SearchStrategy[str]:
    """Return a name as hands write it."""
    first, *rest = name.split(" ")
    return st.sampled_from(
        [
            name,
            name.upper(),
            name.replace(" ", "\n"),
            name.replace(" ", "\u00a0"),
            name.replace(" ", "-"),
            "\u200b".join(name),
            f"{first[:1]}. {rest[-1]}" if rest and first[:1].isupper() else name,
            rest[-1] if rest else name,
            first,
        ]
    )


@st.composite
def hunted(draw: st.DrawFn) -> Hunted:
    """Draw a case whose every text may hold a name."""
    names = draw(st.lists(NAMES.map(normalised), min_size=4, max_size=4, unique_by=str.casefold))
    hidden, shown = names[:2], names[2:]
    if draw(st.booleans()):
        # Relatives: one is protected, the other is not.
        family = draw(st.sampled_from(_FAMILY))
        hidden[0], shown[0] = f"{draw(st.sampled_from(_GIVEN[:4]))} {family}", f"Omar {family}"
    written = st.sampled_from([*hidden, *shown]).flatmap(_written)
    texts = st.builds(str.format, st.sampled_from(_SENTENCES), written)
    levels = [draw(st.sampled_from(_LEVELS)), draw(st.sampled_from(_LEVELS))]
    records = _records(draw, [*zip(hidden, levels, strict=True)], shown, texts)
    return Hunted(Snapshot(records), tuple(hidden), tuple(shown))


_LEVELS = ["name_withheld", "details_withheld", "never_exported"]


def _records(
    draw: st.DrawFn,
    hidden: list[tuple[str, str]],
    shown: list[str],
    texts: st.SearchStrategy[str],
) -> Iterable[Record]:
    ids = (id_at(1_000_000, n) for n in range(1, 200))
    sentences = draw(st.lists(texts, min_size=3, max_size=8))
    text = normalised("\n\n".join(sentences))
    document = Document(
        id=next(ids),
        title=draw(texts),
        author=draw(texts),
        file_name=f"{hidden[0][0]}.txt",
        address=f"https://example.org/{quote(hidden[0][0])}/{quote(shown[0])}",
        note=draw(texts),
        text=text,
        sha256=sha256(text.encode()),
        text_sha256=sha256(text.encode()),
    )
    yield Case(id=next(ids), title=draw(texts), summary=draw(texts), reference=draw(texts))
    yield document
    people = []
    for name, level in [*hidden, *((name, "public") for name in shown)]:
        person = Person(id=next(ids), protection=level, about=draw(texts), occupation=draw(texts))
        people.append(person.id)
        yield person
        yield Name(id=next(ids), person_id=person.id, text=name)
    yield from _told(draw, ids, document, people, texts)


def _told(
    draw: st.DrawFn,
    ids: Iterable[str],
    document: Document,
    people: list[str],
    texts: st.SearchStrategy[str],
) -> Iterable[Record]:
    new = iter(ids)
    place = Place(id=next(new), name="Harbour", about=draw(texts))
    event = Event(id=next(new), title=draw(texts), description=draw(texts), place_id=place.id)
    tag = Tag(id=next(new), label=draw(texts))
    yield from (place, event, tag)
    for person in people:
        yield Involvement(
            id=next(new), event_id=event.id, person_id=person, role="witness", detail=draw(texts)
        )
    yield Tagging(id=next(new), tag_id=tag.id, target_id=event.id)
    for passage in _passages(draw, new, document):
        yield passage
        speaker = draw(st.sampled_from([*people, None]))
        yield Quote(id=next(new), passage_id=passage.id, speaker_id=speaker, note=draw(texts))
        yield Evidence(
            id=next(new), record_id=event.id, field="title", passage_id=passage.id, note=draw(texts)
        )
        yield Annotation(id=next(new), target_id=passage.id, body=draw(texts), author=draw(texts))
    yield Figure(id=next(new), claimant_id=people[-1], number=7, counted=draw(texts))


def _passages(draw: st.DrawFn, ids: Iterable[str], document: Document) -> Iterable[Passage]:
    """Passages begin and end anywhere, in the middle of a name too."""
    new = iter(ids)
    for _ in range(draw(st.integers(1, 4))):
        start = draw(st.integers(0, len(document.text) - 2))
        end = draw(st.integers(start + 1, len(document.text)))
        yield replace(passage_at(document, start, end), id=next(new))
