"""What stands between quotation marks: paragraph by paragraph, never raising on a missing mark."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace

from viewer.suggest.article import Span
from viewer.suggest.quotes.marks import CLOSES, OPENS, Mark, marks

_SENTENCE_END = frozenset(".!?…")
#: A plural's apostrophe: "the voters' choice".
_PLURAL = re.compile(r"[a-zA-Z]s['’] \w")
#: A plural's apostrophe is looked for in single quotes of at most so many code points.
_LONGEST_SINGLE = 400
#: How many code points before a mark the end of a sentence is looked for.
_NEAR = 20
#: A quote that is left open is joined to at most so many paragraphs.
_LONGEST_BLOCK = 60


@dataclass(frozen=True, slots=True)
class Quoted:
    """Words between marks: `start` and `end` within the marks, `opening` and `closing` around.

    `first` and `last` number the paragraphs in which it begins and ends. `closed` is False where
    the closing mark is missing and the paragraph's end was taken for it.
    """

    opening: int
    start: int
    end: int
    closing: int
    first: int
    last: int
    words: str
    single: bool = False
    closed: bool = True


def quoted(text: str, paragraphs: Iterable[Span]) -> list[Quoted]:
    """Return the outermost quotes of a text in order; they never overlap."""
    scan = _Scan(text, list(paragraphs))
    for number in range(len(scan.paragraphs)):
        scan.read(number)
    return scan.found


@dataclass
class _Open:
    mark: Mark
    paragraph: int


@dataclass
class _Scan:
    """The marks that stand open while the paragraphs are read one after the other."""

    text: str
    paragraphs: list[Span]
    found: list[Quoted] = field(default_factory=list)
    stack: list[_Open] = field(default_factory=list)
    unclosed: _Open | None = None
    here: list[Quoted] = field(default_factory=list)

    def read(self, number: int) -> None:
        start, end = self.paragraphs[number]
        self.here, self.unclosed = [], None
        for mark in marks(self.text, start, end):
            self._take(mark, number, start)
        self._finish(number)
        self.found += _outermost(self.here)

    def _take(self, mark: Mark, number: int, start: int) -> None:
        opened = self._innermost(mark.family)
        if mark.start == start and opened is not None and opened.paragraph < number:
            return
        if mark.way == CLOSES or (mark.way != OPENS and opened is not None):
            self._close(mark, number, opened)
        elif opened is None or self._left_open(opened, mark):
            self.stack.append(_Open(mark, number))

    def _innermost(self, family: str) -> _Open | None:
        return next((each for each in reversed(self.stack) if each.mark.family == family), None)

    def _left_open(self, opened: _Open, mark: Mark) -> bool:
        """Return whether an open mark is given up for a new one, rather than continued by it."""
        near = max(opened.mark.end, mark.start - _NEAR)
        if self.text[near : mark.start].rstrip()[-1:] in _SENTENCE_END:
            return False
        self.unclosed = None if mark.single else opened
        del self.stack[self.stack.index(opened) :]
        return True

    def _close(self, mark: Mark, number: int, opened: _Open | None) -> None:
        if opened is None and not mark.single:
            opened, self.unclosed = self.unclosed, None
        elif opened is not None:
            del self.stack[self.stack.index(opened) :]
        if opened is not None:
            self._keep(opened, mark.start, mark.end, number)
        elif mark.single:
            self._lengthen(mark)

    def _lengthen(self, mark: Mark) -> None:
        """Let a single quote go on where its closing mark was a plural's apostrophe."""
        last = self.here[-1] if self.here else None
        if last is None or mark.start - last.start > _LONGEST_SINGLE:
            return
        if last.single and _PLURAL.match(self.text, last.end - 2):
            words = self.text[last.start : mark.start]
            self.here[-1] = replace(last, end=mark.start, closing=mark.end, words=words)

    def _keep(
        self, opened: _Open, end: int, closing: int, number: int, closed: bool = True
    ) -> None:
        mark, words = opened.mark, self.text[opened.mark.end : end]
        if words.strip():
            self.here.append(
                Quoted(
                    *(mark.start, mark.end, end, closing, opened.paragraph, number),
                    *(words, mark.single, closed),
                )
            )

    def _finish(self, number: int) -> None:
        """Leave a mark open only where the next paragraph goes on with the quote."""
        double = next((each for each in self.stack if not each.mark.single), None)
        self.stack = [double] if double else []
        if double and not self._goes_on(double, number):
            self.stack = []
            end = self.paragraphs[number][1]
            self._keep(double, end, end, number, closed=False)

    def _goes_on(self, opened: _Open, number: int) -> bool:
        if number + 1 == len(self.paragraphs) or number - opened.paragraph >= _LONGEST_BLOCK:
            return False
        start, end = self.paragraphs[number + 1]
        first = next(marks(self.text, start, min(end, start + 2)), None)
        return (
            first is not None
            and first.start == start
            and first.family == opened.mark.family
            and first.way != CLOSES
        )


def _outermost(quotes: list[Quoted]) -> Iterator[Quoted]:
    """Yield the quotes that stand in no other, in order."""
    reach = -1
    for quote in sorted(quotes, key=lambda each: (each.opening, -each.closing)):
        if quote.opening >= reach:
            reach = quote.closing
            yield quote
