"""A trigger in its sentence, and the telling that is made of what stands around it."""

import re
from collections.abc import Sequence
from functools import cached_property

from viewer.domain.suggestions import Part, SuggestedDate
from viewer.domain.text import shortened
from viewer.suggest.article import Span
from viewer.suggest.events.english.circumstances import date_of_noun, date_of_verb, place_of
from viewer.suggest.events.english.page import Page
from viewer.suggest.events.english.people import People
from viewer.suggest.events.english.phrases import Who
from viewer.suggest.events.english.referents import Referents
from viewer.suggest.events.english.sentence import Sentence
from viewer.suggest.events.english.titles import title_of
from viewer.suggest.events.english.verbs import Verb, goes_on, is_unreal, verb_at
from viewer.suggest.events.english.words import (
    BLOWS,
    CONTEST,
    DETERMINERS,
    FEW,
    LOOSE,
    OF,
    OWNER,
    VIOLENT,
)
from viewer.suggest.events.telling import Telling

_NAMED, _NAMELESS = 0.85, 0.4
_LONG = re.compile(r"^\W*\d{4}s?\W*$|year|decade|century|summer|winter|spring|autumn", re.I)
#: Acts that an organisation can suffer as well as a person.
_OF_ANYBODY = frozenset(["assault", "threat", "destruction"])


class Told:
    """Words that name an act, and the sentence, by its number, around them."""

    def __init__(
        self, page: Page, index: int, trigger: Span, act: str, referents: Referents
    ) -> None:
        self.page, self.index, self.trigger, self.act = page, index, trigger, act
        self._referents = referents

    @cached_property
    def sentence(self) -> Sentence:
        """The sentence of the trigger."""
        return self.page.sentence(self.index)

    @cached_property
    def first(self) -> int:
        """The index of the trigger's first token."""
        return self.sentence.at(self.trigger[0])

    @cached_property
    def last(self) -> int:
        """The index of the trigger's last token."""
        return self.sentence.at(self.trigger[1] - 1)

    @cached_property
    def people(self) -> People:
        """Who is told of in the sentence."""
        return People(self.sentence, self.index, self._referents, self.act)

    @property
    def word(self) -> str:
        """The trigger in lower case."""
        return self.page.text[slice(*self.trigger)].lower()

    @property
    def is_mention(self) -> bool:
        """Whether the trigger is part of a name or of a longer word."""
        first, last = self.sentence.token(self.first), self.sentence.token(self.last)
        if first is None or last is None or first.name or first.date:
            return True
        return (first.start, last.end) != self.trigger

    @property
    def is_of_somebody(self) -> bool:
        """Whether it can be said whose deed or fate a noun is; seen before the sentence is read."""
        text, (start, end) = self.page.text, self.trigger
        return (
            OF.match(text, end) is not None
            or OWNER.search(text, max(0, start - 60), start) is not None
        )

    @property
    def is_loose(self) -> bool:
        """Whether the word may be about a contest, and nothing else speaks of violence."""
        is_blow = BLOWS.search(self.page.text, self.trigger[1], self.sentence.end) is not None
        if self.word == "beat" or (self.word == "beaten" and is_blow):
            return not (is_blow or self._is_by_force)
        if self.word in LOOSE and CONTEST.search(
            self.page.text, self.sentence.start, self.sentence.end
        ):
            return True
        return self.word in LOOSE and not self.is_violent

    @property
    def is_violent(self) -> bool:
        """Whether another word of the sentence speaks of violence or of people with arms."""
        before, after = (self.sentence.start, self.trigger[0]), (self.trigger[1], self.sentence.end)
        return any(VIOLENT.search(self.page.text, *span) for span in (before, after))

    @property
    def goes_on(self) -> bool:
        """Whether the trigger goes on with a passive: "was arrested in May and tortured"."""
        return goes_on(self.sentence, self.first)

    @property
    def _is_by_force(self) -> bool:
        """Whether it is people with arms, or nobody else than "they", who beat somebody."""
        start, end = self.sentence.start, self.trigger[0]
        subject = self.sentence.word(self.first - 1)
        is_other = CONTEST.search(self.page.text, start, self.sentence.end) is not None
        is_force = subject in ("they", "police") or VIOLENT.search(self.page.text, start, end)
        return bool(is_force) and not is_other

    def verb(self) -> Verb | None:
        """Return the trigger as a verb that tells of something done; None where it does not."""
        if self.is_mention or self.is_loose or is_unreal(self.sentence, self.first):
            return None
        return verb_at(self.sentence, self.first)

    def as_verb(
        self,
        first: int,
        victims: Sequence[Who],
        doers: Sequence[Who],
        trust: float,
        *,
        is_enough: bool = False,
    ) -> Telling | None:
        """Return what a verb tells that begins, with its auxiliaries, at a token.

        `is_enough` where it needs no victim to be told of.
        """
        date = date_of_verb(self.page, self.sentence, self.trigger)
        return self._telling(first, victims, doers, trust, date, is_enough=is_enough)

    def as_noun(self, victims: Sequence[Who], doers: Sequence[Who]) -> Telling | None:
        """Return what the noun of an act tells."""
        date = date_of_noun(self.page, self.sentence, self.trigger)
        return self._telling(self.first, victims, doers, 0.9, date, beside=True)

    def _telling(
        self,
        first: int,
        victims: Sequence[Who],
        doers: Sequence[Who],
        trust: float,
        date: SuggestedDate | None,
        *,
        beside: bool = False,
        is_enough: bool = False,
    ) -> Telling | None:
        victims = [who for who in victims if self._can_suffer(who)]
        doers = [
            who for who in doers if who.trust == 1 and not who.is_described and who not in victims
        ]
        place = place_of(self.sentence, self.trigger, beside=beside)
        is_somebody = any(who.is_definite for who in victims)
        is_somewhen = place is not None and date is not None and _is_day(date)
        if not (is_somebody or is_enough or is_somewhen):
            return None
        where = place.name if place is not None else ""
        called = [name for who in victims if (name := self.called(who))]
        start = self.sentence.tokens[first].start
        words = shortened(self.page.text[start : self.trigger[1]])
        return Telling(
            span=(self.sentence.start, self.sentence.end),
            trigger=self.trigger,
            act=self.act,
            title=title_of(self.act, called, where),
            reason=_reason(
                words, [who.mentioned.name or self._words(who) for who in victims], beside
            ),
            confidence=round(_confidence(victims, is_somebody) * trust, 2),
            parts=(*_parts(victims, "victim"), *_parts(doers, "alleged_perpetrator")),
            known=frozenset(_known(who) for who in victims if who.is_named or who.is_described),
            date=date,
            place=place,
        )

    def called(self, who: Who) -> str:
        """Return a name, or the words that stand for it: "a journalist"."""
        if who.is_named:
            return who.mentioned.name
        if who.name is None:
            return ""
        words = self._words(who)
        is_article = words.split(" ", 1)[0].lower() in DETERMINERS | FEW
        return words[0].lower() + words[1:] if is_article else words

    def _words(self, who: Who) -> str:
        return self.page.text[who.mentioned.start : who.mentioned.end]

    def _can_suffer(self, who: Who) -> bool:
        is_body = who.name is not None and who.name.what != "person"
        return not is_body or self.act in _OF_ANYBODY


def _is_day(date: SuggestedDate) -> bool:
    """Whether a date is near enough to a day to tell of one happening, not of a year's."""
    return _LONG.search(date.text) is None


def _known(who: Who) -> str:
    """Return by what it is known that two tellings are of the same: a name, or the very words."""
    return who.mentioned.name or f"{who.mentioned.start}-{who.mentioned.end}"


def _parts(people: Sequence[Who], role: str) -> list[Part]:
    return [Part(who.mentioned, role) for who in people]


def _confidence(victims: Sequence[Who], is_somebody: bool) -> float:
    if not is_somebody:
        return _NAMELESS
    is_named = all(who.is_named for who in victims)
    trust = min(who.trust for who in victims)
    return _NAMED * trust * (1 if is_named else 0.8)


def _reason(words: str, whom: Sequence[str], beside: bool) -> str:
    if not whom:
        return f"“{words}” says what happened"
    how = "speaks of what happened" if beside else "says what happened"
    return f"“{words}” {how} to {' and '.join(f'“{name}”' for name in whom)}"
