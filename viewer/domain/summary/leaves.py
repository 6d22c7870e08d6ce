"""What the entries of a summary are made of."""

from dataclasses import dataclass, field
from typing import Any, NamedTuple


def own(default: Any = "") -> Any:
    """Mark a field as holding the program's own words: labels, months, nothing of the case."""
    return field(default=default, metadata={"own": True})


class Reference(NamedTuple):
    """Where a statement comes from: numbers of the document and of the passage in this report."""

    passage: int
    document: int
    contradicts: bool = False


@dataclass(frozen=True, slots=True)
class Statement:
    """Something the case says, with the passages that say so."""

    text: str = ""
    references: tuple[Reference, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.text)


@dataclass(frozen=True, slots=True)
class Link:
    """An entry elsewhere in the report; `anchor` is for example `person-3`."""

    anchor: str = field(metadata={"own": True})
    title: str


@dataclass(frozen=True, slots=True)
class Dated:
    """A date in words; `earliest` and `latest` are ISO days, empty where there is no limit."""

    phrase: str = own()
    relative_to: str = ""
    written: str = ""
    basis: str = ""
    earliest: str = own()
    latest: str = own()
    references: tuple[Reference, ...] = ()


@dataclass(frozen=True, slots=True)
class OtherName:
    """Another written form of a person."""

    type: str = own()
    name: Statement = Statement()


@dataclass(frozen=True, slots=True)
class Tie:
    """A tie between two persons or two events, read from `subject` to `object`."""

    subject: Link
    object: Link
    label: str = own()
    detail: str = ""
    references: tuple[Reference, ...] = ()


@dataclass(frozen=True, slots=True)
class Part:
    """A person's part in an event."""

    person: Link
    event: Link
    role: str = own()
    role_code: str = own()
    when: Dated = Dated()
    detail: str = ""
    references: tuple[Reference, ...] = ()


class PlaceInText(NamedTuple):
    """Where words stand: `start` and `end` in code points, and exactly what is around them."""

    start: int
    end: int
    before: str = ""
    after: str = ""


@dataclass(frozen=True, slots=True)
class Target:
    """What an annotation is on: a record, or a document and words of it; `id` is an IRI.

    `address` is a web address. There is no `place` where a part of the words is withheld.
    """

    id: str = own()
    kind: str = own()
    title: str = ""
    address: str = ""
    language: str = ""
    words: str = ""
    place: PlaceInText | None = None
