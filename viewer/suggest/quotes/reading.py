"""A text as the rules read it: paragraphs of sentences, each with its quotes and cues."""

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field

from viewer.suggest.article import Article, Span
from viewer.suggest.quotes.cues import Cue, Language
from viewer.suggest.quotes.masking import masked, masked_sentences
from viewer.suggest.quotes.scanner import Quoted, quoted

_NOTHING = " \t\n\r.,;)]\u00a0—–-"


@dataclass(slots=True)
class Sentence:
    """One sentence outside quotes, with the quotes and cues that stand in it."""

    start: int
    end: int
    quotes: list[Quoted] = field(default_factory=list)
    cues: list[Cue] = field(default_factory=list)
    #: Whether the sentence is nothing but quotes.
    alone: bool = False

    @property
    def saying(self) -> list[Cue]:
        """The cues that can stand with any quote."""
        return [cue for cue in self.cues if cue.says]


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One paragraph; `alone` if it is nothing but quotes."""

    start: int
    end: int
    sentences: list[Sentence]

    @property
    def alone(self) -> bool:
        """Whether the paragraph is nothing but quotes."""
        return bool(self.sentences) and all(sentence.alone for sentence in self.sentences)

    @property
    def saying(self) -> list[Cue]:
        """The cues of all its sentences that can stand with any quote."""
        return [cue for sentence in self.sentences for cue in sentence.saying]


@dataclass(frozen=True, slots=True)
class Reading:
    """A text, the same with its quotes masked, and its paragraphs."""

    text: str
    mask: str
    paragraphs: list[Paragraph]

    def paragraph_at(self, place: int) -> Paragraph:
        """Return the paragraph in which a place of the text is."""
        return self.paragraphs[
            bisect_right(self.paragraphs, place, key=lambda each: each.start) - 1
        ]


def read(article: Article, language: Language) -> Reading:
    """Return an article read for quotes and cues."""
    quotes = quoted(article.text, article.paragraphs)
    mask = masked(article.text, quotes)
    waiting = iter([*quotes, None])
    reader = _Reader(mask, language, waiting, next(waiting))
    return Reading(article.text, mask, [reader.paragraph(span) for span in article.paragraphs])


@dataclass
class _Reader:
    """Hands the quotes out to the sentences in which they begin."""

    mask: str
    language: Language
    waiting: Iterator[Quoted | None]
    next_quote: Quoted | None

    def paragraph(self, span: Span) -> Paragraph:
        parts = masked_sentences(self.mask, span)
        return Paragraph(*span, [self._sentence(*part) for part in parts])

    def _sentence(self, start: int, end: int) -> Sentence:
        sentence = Sentence(start, end)
        while self.next_quote is not None and self.next_quote.opening < end:
            sentence.quotes.append(self.next_quote)
            self.next_quote = next(self.waiting)
        sentence.alone = self._is_alone(sentence)
        if not sentence.alone:
            sentence.cues = self.language.cues(self.mask, (start, end))
        return sentence

    def _is_alone(self, sentence: Sentence) -> bool:
        at = sentence.start
        for quote in sentence.quotes:
            if self.mask[at : quote.opening].strip(_NOTHING):
                return False
            at = quote.closing
        return bool(sentence.quotes) and not self.mask[at : sentence.end].strip(_NOTHING)
