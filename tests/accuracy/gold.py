"""What is in an article: annotations, each in its places."""

from dataclasses import dataclass

from tests.accuracy.locating import Span
from viewer.domain.dates import NO_DATE, Date

NAMES = ("person", "organisation", "place")


@dataclass(frozen=True, kw_only=True)
class Gold:
    """An annotation. `spans` may each be given as its place, the first is the usual one.

    An `optional` one may be found or not: it counts neither way.
    """

    spans: tuple[Span, ...]
    optional: bool = False

    @property
    def span(self) -> Span:
        return self.spans[0]


@dataclass(frozen=True)
class Who:
    """Somebody meant: by one of the full names, or by words at one of the places."""

    names: frozenset[str] = frozenset()
    spans: tuple[Span, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.names or self.spans)


@dataclass(frozen=True, kw_only=True)
class GoldName(Gold):
    """One mention of somebody or something named; `names` are the full names it goes by."""

    kinds: frozenset[str]
    names: frozenset[str]


@dataclass(frozen=True, kw_only=True)
class GoldRole(Gold):
    """One mention of a person without a name."""

    naming: frozenset[str]


@dataclass(frozen=True, kw_only=True)
class GoldQuote(Gold):
    """Words of a speaker; `turn` is a turn of a transcript, without quotation marks."""

    form: str = "direct"
    speaker: Who = Who()
    paragraph: bool = False
    turn: bool = False


@dataclass(frozen=True, kw_only=True)
class GoldDate(Gold):
    """A date; `edtf` are the values that are right, none where that is not judged."""

    edtf: frozenset[str] = frozenset()


@dataclass(frozen=True, kw_only=True)
class GoldFigure(Gold):
    """A count, at its number; an empty claimant is not judged."""

    number: int
    qualifiers: frozenset[str]
    acts: frozenset[str]
    claimant: Who


@dataclass(frozen=True, kw_only=True)
class GoldEvent(Gold):
    """An act of harm, at any of the words that tell of it; an empty victim is not judged."""

    acts: frozenset[str]
    victim: Who
    date: Span | None


@dataclass(frozen=True)
class GoldArticle:
    """A text with what is in it; where `measured` is not empty, only that is measured."""

    name: str
    text: str
    published: Date = NO_DATE
    language: str = ""
    shape: str = ""
    measured: frozenset[str] = frozenset()
    names: tuple[GoldName, ...] = ()
    roles: tuple[GoldRole, ...] = ()
    quotes: tuple[GoldQuote, ...] = ()
    dates: tuple[GoldDate, ...] = ()
    figures: tuple[GoldFigure, ...] = ()
    events: tuple[GoldEvent, ...] = ()

    def measures(self, what: str) -> bool:
        return not self.measured or what in self.measured

    def with_people(self, who: Who) -> Who:
        """Return the same with every place where one of the names is mentioned."""
        mentions = [name.span for name in self.names if name.names & who.names]
        return Who(who.names, (*who.spans, *mentions))
