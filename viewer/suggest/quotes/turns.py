"""The turns of an interview or a hearing that is written without quotation marks."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from viewer.domain.text import words as words_of
from viewer.suggest.article import Article, Span

_NAME = r"[^\W\d_a-z][\w.'’-]*"
_PARTICLE = r"(?:(?:de|da|al|el|bin|bint|van|von|der|the) )"
_LABEL = re.compile(
    rf"(?:([QAسج])(?:[.:]|\s?[:])|({_NAME}(?: {_PARTICLE}?{_NAME}){{0,3}}(?: \d\d?)?)"
    r"(?:\s\([^()\n]{1,40}\))?\s?:)[ \t\u00a0]+(?=[^\s\"“„«”])"
)
#: Who asks, and who answers without a name.
_ASKS = frozenset(words_of("q س question interviewer reporter moderator host journalist"))
_ANSWERS = frozenset(words_of("a ج answer interviewee respondent"))
_NUMBERED = frozenset(words_of("speaker witness interviewer respondent participant interviewee"))
#: What stands before a colon in lists, forms and letters.
_NO_TURN = frozenset(
    words_of(
        "note notes editor editors date dates day place time times location name names age sex "
        "gender source sources photo photos image images video update updated correction born died "
        "occupation address status result results total city country district region file case "
        "subject from to cc bcc re sent reply myth fact pros cons summary background title type "
        "victim victims perpetrator perpetrators nationality number phone email step tip example "
        "warning caption credit copyright related read watch advertisement topic category score"
    )
)
_STOPS = frozenset(".?!…؟\"”’'")
_LEAST, _LEAST_WORDS = 3, 2
#: How many paragraphs without a label may stand between two turns.
_GAP = 3


@dataclass(frozen=True, slots=True)
class Turn:
    """What one speaker says at a time: the `label`'s span and the words', both half open."""

    label: Span
    start: int
    end: int
    speaker: str
    #: Whether the turns of this speaker are mostly questions.
    asks: bool = False

    @property
    def answers(self) -> bool:
        """Whether the label only says that somebody answers."""
        return self.speaker in _ANSWERS


def turns(article: Article) -> list[Turn]:
    """Return the turns of a text, in order; none where labels only look like speakers."""
    found = [(number, turn) for number, turn in enumerate(_labelled(article)) if turn]
    return [turn for run in _runs(found) for turn in _told(article, run)]


def _labelled(article: Article) -> Iterator[Turn | None]:
    for start, end in article.paragraphs:
        match = _LABEL.match(article.text, start, end)
        number = 1 if match and match[1] else 2
        yield Turn(match.span(number), match.end(), end, match[number].lower()) if match else None


def _runs(found: Sequence[tuple[int, Turn]]) -> Iterator[list[tuple[int, Turn]]]:
    run: list[tuple[int, Turn]] = []
    for number, turn in found:
        if run and number - run[-1][0] > _GAP + 1:
            yield run
            run = []
        if _may_speak(turn.speaker):
            run.append((number, turn))
    yield run


def _may_speak(speaker: str) -> bool:
    words = words_of(speaker)
    if not words or words[0] in _NO_TURN:
        return False
    return not words[-1].isdigit() or words[0] in _NUMBERED


def _told(article: Article, run: list[tuple[int, Turn]]) -> Iterator[Turn]:
    """Yield the turns of a run with what goes on in the paragraphs between them."""
    often = Counter(turn.speaker for _, turn in run)
    sentences = sum(_is_sentence(article.text[turn.start : turn.end]) for _, turn in run)
    if (
        len(run) < _LEAST
        or len(often) < 2
        or len(often) == len(run)
        or sentences * 3 < len(run) * 2
    ):
        return
    questions = Counter(turn.speaker for _, turn in run if article.text[turn.end - 1] in "?؟")
    whole = len(run) * 2 > len(article.paragraphs)
    for (number, turn), (following, _) in zip(run, [*run[1:], run[-1]], strict=True):
        end = article.paragraphs[max(number, following - 1 if whole else number)][1]
        asks = turn.speaker in _ASKS or questions[turn.speaker] * 3 >= often[turn.speaker] * 2
        yield Turn(turn.label, turn.start, end, turn.speaker, asks)


def _is_sentence(words: str) -> bool:
    return words[-1] in _STOPS and len(words.split()) >= _LEAST_WORDS
