"""Speakers of quotes that fill whole sentences or paragraphs: who speaks goes on speaking."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from viewer.suggest.quotes.cues import Cue
from viewer.suggest.quotes.reading import Paragraph, Reading, Sentence
from viewer.suggest.quotes.rules import Attributed, within_sentence
from viewer.suggest.quotes.scanner import Quoted
from viewer.suggest.quotes.signed import signature
from viewer.suggest.quotes.works import is_heading

#: A quote without a speaker is only suggested if it has at least so many words.
_LEAST = 3
#: So many paragraphs of a text may be there for show; a text with more is no article.
_MOST = 50
_AROUND = " \t\n.,;:!?…\"'’”"


def attributed(reading: Reading) -> list[Attributed]:
    """Return the quotes of a text in order, each with its speaker or none."""
    flow = _Flow(reading)
    for number in range(len(reading.paragraphs)):
        flow.read(number)
    return sorted(flow.found, key=lambda each: each.quote.start)


@dataclass
class _Flow:
    """Who speaks while the paragraphs are read one after the other."""

    reading: Reading
    found: list[Attributed] = field(default_factory=list)
    #: Who spoke in the paragraph before.
    before: Cue | None = None
    #: The cues of the quotes of the paragraph that was read last, and of this one.
    quoting: set[Cue] = field(default_factory=set)
    #: How many paragraphs were looked for in the rest of the text.
    checked: int = 0

    def read(self, number: int) -> None:
        paragraph = self.reading.paragraphs[number]
        if _is_heading(paragraph) or self._is_pulled(paragraph):
            return
        speaking: Cue | None = None
        waiting: list[Quoted] = []
        for sentence in paragraph.sentences:
            here = list(self._within(sentence, waiting))
            if sentence.alone and speaking:
                here = [Attributed(each, speaking, 0.85, "went on") for each in sentence.quotes]
            elif sentence.alone:
                waiting += sentence.quotes
            self.found += here
            self.quoting.update(each.cue for each in here if each.cue)
            speaking = _speaking(sentence, here, speaking)
        self._settle(number, waiting, speaking)

    def _is_pulled(self, paragraph: Paragraph) -> bool:
        """Return whether a paragraph only shows words of the text once more, in large type."""
        quotes = [quote for sentence in paragraph.sentences for quote in sentence.quotes]
        if not paragraph.alone or len(quotes) != 1 or self.checked >= _MOST:
            return False
        self.checked += 1
        return self._repeats(quotes[0])

    def _repeats(self, quote: Quoted) -> bool:
        words = quote.words.strip(_AROUND)
        if len(words.split()) < _LEAST:
            return False
        if self.reading.text.find(words, 0, quote.start) >= 0:
            return True
        later = self.reading.text.find(words, quote.closing)
        return later >= 0 and not self.reading.paragraph_at(later).alone

    def _within(self, sentence: Sentence, waiting: list[Quoted]) -> Iterator[Attributed]:
        if waiting and (cue := _said_of_before(self.reading.mask, sentence, waiting[-1])):
            yield from (Attributed(each, cue, 0.9, "followed") for each in waiting)
            waiting.clear()
        yield from within_sentence(self.reading.mask, sentence)

    def _settle(self, number: int, waiting: list[Quoted], speaking: Cue | None) -> None:
        """Give the quotes to which nobody was found somebody of the paragraphs around."""
        around = self._around(number, speaking) if waiting else None
        cue, confidence, rule = around or (None, 0.4, "nobody")
        enough = (each for each in waiting if cue or len(each.words.split()) >= _LEAST)
        self.found += [Attributed(each, cue, confidence, rule) for each in enough]
        self.before = self.before if rule == "signed" else speaking or cue or None

    def _around(self, number: int, speaking: Cue | None) -> tuple[Cue, float, str] | None:
        paragraphs = self.reading.paragraphs
        following = paragraphs[number + 1] if number + 1 < len(paragraphs) else None
        if speaking is not None:
            return speaking, 0.75, "paragraph"
        if following and (cue := signature(self.reading.text, paragraphs[number], following)):
            return cue, 0.8, "signed"
        if self.before is not None:
            return self.before, 0.75, self._how_before(paragraphs[number - 1])
        if following and (cue := _opening(following)):
            return cue, 0.6, "after"
        return None

    def _how_before(self, paragraph: Paragraph) -> str:
        """Return how the speaker stands in the paragraph before: quoted there, or only told of."""
        introduces = self.reading.mask[paragraph.end - 1] == ":"
        return "before" if introduces or self.before in self.quoting else "told before"


def _is_heading(paragraph: Paragraph) -> bool:
    quotes = [quote for sentence in paragraph.sentences for quote in sentence.quotes]
    return paragraph.alone and len(quotes) == 1 and is_heading(quotes[0].words, quotes[0].single)


def _said_of_before(mask: str, sentence: Sentence, quote: Quoted) -> Cue | None:
    """Return the cue of “…?” Mr Hale asked, which reads like a sentence of its own."""
    cue = next(iter(sentence.saying), None)
    if cue is None or not cue.bare or min(cue.start, cue.speaker[0]) > sentence.start:
        return None
    return cue if not mask[quote.closing : sentence.start].strip() else None


def _speaking(sentence: Sentence, here: list[Attributed], before: Cue | None) -> Cue | None:
    if here:
        return here[-1].cue
    main = (cue for cue in sentence.saying if cue.means is None)
    return next(main, next(iter(sentence.saying), before))


def _opening(paragraph: Paragraph) -> Cue | None:
    """Return who speaks in the first sentence of a paragraph, if more than a pronoun says so."""
    first = paragraph.sentences[0]
    cue = next(iter(first.saying), None)
    return None if cue is None or cue.vague or cue.asks else cue
