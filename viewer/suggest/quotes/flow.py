"""Speakers of quotes that fill whole sentences or paragraphs: who speaks goes on speaking."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from viewer.suggest.quotes.cues import Cue
from viewer.suggest.quotes.reading import Reading, Sentence
from viewer.suggest.quotes.rules import Attributed, within_sentence
from viewer.suggest.quotes.scanner import Quoted


def attributed(reading: Reading) -> list[Attributed]:
    """Return the quotes that have a speaker, in the order of the text."""
    flow = _Flow(reading)
    for number in range(len(reading.paragraphs)):
        flow.read(number)
    return sorted(flow.found, key=lambda each: each.quote.start)


@dataclass
class _Flow:
    """Who speaks while the paragraphs are read one after the other."""

    reading: Reading
    found: list[Attributed] = field(default_factory=list)
    before: Cue | None = None

    def read(self, number: int) -> None:
        paragraph = self.reading.paragraphs[number]
        speaking: Cue | None = None
        waiting: list[Quoted] = []
        for sentence in paragraph.sentences:
            here = list(self._within(sentence, waiting))
            if sentence.alone and speaking:
                here = [Attributed(each, speaking, 0.85, "went on") for each in sentence.quotes]
            elif sentence.alone:
                waiting += sentence.quotes
            self.found += here
            speaking = _speaking(sentence, here, speaking)
        self._whole(number, waiting, speaking)

    def _within(self, sentence: Sentence, waiting: list[Quoted]) -> Iterator[Attributed]:
        if waiting and (cue := _said_of_before(self.reading.mask, sentence, waiting[-1])):
            yield from (Attributed(each, cue, 0.9, "followed") for each in waiting)
            waiting.clear()
        yield from within_sentence(self.reading.mask, sentence)

    def _whole(self, number: int, waiting: list[Quoted], speaking: Cue | None) -> None:
        """Give quotes that nobody within their paragraph speaks to somebody of those around."""
        cue, rule = self._around(number, speaking)
        if cue is not None:
            self.found += [Attributed(each, cue, 0.7, rule) for each in waiting]
        self.before = speaking or cue

    def _around(self, number: int, speaking: Cue | None) -> tuple[Cue | None, str]:
        if speaking is not None:
            return speaking, "paragraph"
        previous = self.reading.paragraphs[number - 1] if number else None
        if self.before and previous and (previous.alone or previous.saying):
            return self.before, "before"
        if (after := self._after(number)) is not None:
            return after, "after"
        return self.before, "before"

    def _after(self, number: int) -> Cue | None:
        if number + 1 == len(self.reading.paragraphs):
            return None
        following = self.reading.paragraphs[number + 1]
        return next(iter(following.sentences[0].saying), None) if following.sentences else None


def _said_of_before(mask: str, sentence: Sentence, quote: Quoted) -> Cue | None:
    """Return the cue of “…?” Mr Hale asked, which reads like a sentence of its own."""
    cue = next(iter(sentence.saying), None)
    if cue is None or not cue.bare or min(cue.start, cue.speaker[0]) > sentence.start:
        return None
    return cue if not mask[quote.closing : sentence.start].strip() else None


def _speaking(sentence: Sentence, here: list[Attributed], before: Cue | None) -> Cue | None:
    if here:
        return here[-1].cue
    return next(reversed(sentence.saying), before)
