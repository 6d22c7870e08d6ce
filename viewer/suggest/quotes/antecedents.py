"""Whom "he" or "she" means who says something; nobody where the text leaves it open.

No name is better than a wrong one.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from functools import cache

from viewer.domain.suggestions import SuggestedName
from viewer.suggest.article import Span
from viewer.suggest.genders import UNKNOWN, Genders, pronoun, word_gender
from viewer.suggest.names.words import lexicon
from viewer.suggest.quotes.reading import Reading, Sentence

OWNER = ("'s", "’s", "' ", "’ ")
#: How many code points before a pronoun the person whom it means is looked for.
_FAR = 600
_GOVERNED = re.compile(
    r"\b(?:of|for|from|at|in|with|(?<!ccording )to|by|on|about|against|like|after|before|than"
    r"|under|near|behind|between|over|including)\s+"
    r"(?:(?:the|his|her|their|its|an?)\s+(?:[\w’'-]+\s+){0,2})?\Z"
)
#: "Between Karim and", before the name of somebody else.
_WITH_ANOTHER = re.compile(
    r"\b(?:[Bb]etween|with|of|from|to|by|against|like|about|for) "
    r"(?:[^\W\d_a-z][\w.’'-]* ){1,3}and \Z"
)
#: How many code points before a name a preposition is looked for.
_NEAR = 50
#: What is told of the dead, who do not speak afterwards.
_DEAD = re.compile(
    r"(?:,[^,.]{0,60},)? (?:who )?(?:died|(?:was|were|had been|has been|is) (?:\w+ )?"
    r"(?:killed|murdered|assassinated|executed|shot dead|found dead|hanged|buried|dead))\b"
)
_PRONOUN = re.compile(r"(?:(?:And|But|Then|When|As|Later),? )?(\w+) ", re.IGNORECASE)
_ARTICLE = "the|an?|his|her|their|my|one|another|this|that"


@cache
def _somebody() -> re.Pattern[str]:
    """Return the pattern of a person without a name: "a guard", "her elder brother"."""
    english = lexicon()
    persons = english["nameless"] | english["unidentified"] | english["roles"] | english["kin"]
    nouns = "|".join(sorted(persons, key=lambda word: (-len(word), word)))
    return re.compile(
        rf"(?i:[^\w\n]*(?:{_ARTICLE})\s(?:[\w’'-]+\s){{0,3}}?({nouns}))\b(?![’'-]s?\w?)"
    )


class Antecedents:
    """Looks back from a pronoun through the sentences before it."""

    def __init__(self, reading: Reading, names: Sequence[SuggestedName]) -> None:
        self._mask = reading.mask
        self._names = names
        self._starts = [each.start for each in names]
        self._genders = Genders(reading.text, names)
        self._sentences = [each for part in reading.paragraphs for each in part.sentences]
        self._begins = [each.start for each in self._sentences]

    def meant(self, words: str, at: int, quote: Span) -> SuggestedName | None:
        """Return whom a pronoun at a place means, who speaks the words of a quote."""
        gender = pronoun(words)
        if gender == UNKNOWN:
            return None
        others = {each.name for each in self._within(*quote)}
        for sentence in self._before(at):
            found, plain = self._spoken_of(sentence, min(sentence.end, at), gender, others)
            if found is not None or not plain:
                return found
        return None

    def _before(self, at: int) -> Iterator[Sentence]:
        number = bisect_right(self._begins, at) - 1
        while number >= 0 and self._begins[number] > at - _FAR:
            sentence = self._sentences[number]
            if sentence.end > at or not self._mask[sentence.end - 1].isalnum():
                yield sentence
            number -= 1

    def _spoken_of(
        self, sentence: Sentence, end: int, gender: str, others: set[str]
    ) -> tuple[SuggestedName | None, bool]:
        """Return who is spoken of before a place of a sentence, and whether to look further."""
        if self._goes_on(sentence, end, gender):
            return None, True
        found = self._persons(sentence.start, end)
        persons = [each for each in found if each.name not in others]
        spoken = {each.start for each in persons if self._speaks(each, sentence)}
        if not spoken and self._tells_of_somebody(sentence, end, gender):
            return None, False
        persons.sort(key=lambda each: each.start not in spoken)
        subjects = [each for each in persons if not self._is_governed(each, sentence.start)]
        fitting = [each for each in subjects if self._fits(each, gender)]
        if fitting and fitting[0].start in spoken:
            fitting = [each for each in fitting if each.start in spoken]
        if fitting:
            return self._chosen(fitting, subjects, gender, sentence.end > end), False
        return self._beside(persons, bool(subjects) or self._opposed(sentence, end, gender), gender)

    def _goes_on(self, sentence: Sentence, end: int, gender: str) -> bool:
        """Return whether a sentence begins with the same pronoun: "She went to see Leila"."""
        match = _PRONOUN.match(self._mask, sentence.start, end)
        return match is not None and sentence.end <= end and pronoun(match[1]) == gender

    def _opposed(self, sentence: Sentence, end: int, gender: str) -> bool:
        match = _PRONOUN.match(self._mask, sentence.start, end)
        return match is not None and pronoun(match[1]) not in (UNKNOWN, gender)

    def _beside(
        self, persons: list[SuggestedName], opposed: bool, gender: str
    ) -> tuple[SuggestedName | None, bool]:
        """Return who is named only beside a subject that cannot be meant: "He met Leila"."""
        fitting = [each for each in persons if self._fits(each, gender)]
        known = [each for each in fitting if self._genders.of(each.name) == gender]
        only = opposed and len(fitting) == len(known) == 1
        return known[0] if only else None, not fitting

    def _chosen(
        self,
        fitting: list[SuggestedName],
        subjects: list[SuggestedName],
        gender: str,
        within: bool,
    ) -> SuggestedName | None:
        """Return who of a sentence is meant; `within` the pronoun's own, only who surely may be.

        In "If Hale is elected, he said" somebody else speaks.
        """
        known = [each for each in fitting if self._genders.of(each.name) == gender]
        first = fitting[0]
        if within and first not in known:
            return None
        if first in known or (not known and first is subjects[0]):
            return first
        return known[0] if known and subjects[0] is not first else None

    def _fits(self, person: SuggestedName, gender: str) -> bool:
        named = person.naming == "named" and self._genders.of(person.name) in (UNKNOWN, gender)
        return named and _DEAD.match(self._mask, person.end) is None

    def _persons(self, start: int, end: int) -> Iterator[SuggestedName]:
        """Yield the persons who are named outside quotes, and of whom nothing else is told."""
        for each in self._within(start, end):
            individual = each.what == "person" and each.unit == "individual"
            quoted = self._mask[each.start : each.end] != each.text
            owner = self._mask.startswith(OWNER, each.end)
            aside = not self._mask[each.end : end].strip(" ,")
            if individual and not (quoted or owner or aside):
                yield each

    def _speaks(self, person: SuggestedName, sentence: Sentence) -> bool:
        return any(
            start <= person.start < end
            for cue in sentence.saying
            for start, end in (cue.speaker, cue.means or cue.speaker)
        )

    def _is_governed(self, person: SuggestedName, begin: int) -> bool:
        start = min(person.start, person.title[0]) if person.title else person.start
        before = self._mask[max(begin, start - _NEAR) : start]
        found = _GOVERNED.search(before.lower()) or _WITH_ANOTHER.search(before)
        return found is not None

    def _tells_of_somebody(self, sentence: Sentence, end: int, gender: str) -> bool:
        """Return whether somebody without a name is told of, who may be meant as well."""
        starts = (sentence.start, *(cue.speaker[0] for cue in sentence.saying))
        found = (_somebody().match(self._mask, start, end) for start in starts)
        return any(
            word_gender(match[1]) in (UNKNOWN, gender) and not self._is_named(match.end())
            for match in found
            if match
        )

    def _is_named(self, end: int) -> bool:
        """Return whether a name stands right after a place: "her brother, Amjad"."""
        return bool(self._within(end, end + 3))

    def _within(self, start: int, end: int) -> Sequence[SuggestedName]:
        return self._names[bisect_left(self._starts, start) : bisect_left(self._starts, end)]
