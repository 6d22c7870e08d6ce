"""Text set in lines, broken in logical order; `pen` then puts each line in visual order.

Nothing here is markup: a user's words are only ever drawn, so there is nothing to escape.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from viewer.domain.text import direction
from viewer.export.pdf import fonts

#: A space that does not break keeps words together.
_WORDS = re.compile(r"\S+(?:\u00a0\S+)*")
#: What belongs to the word before it may stand out into the margin rather than begin a line.
_HANGING = re.compile(r"[^\w\s]{1,3}")
#: Sums of widths are not exact.
_FUZZ = 0.01
_LINE_END = re.compile(r"\r\n|[\r\n\x0b\x0c\x85\u2028\u2029]")


@dataclass(frozen=True, slots=True)
class Style:
    """Font, size and leading in points, colour as a hexadecimal RGB number."""

    font: str
    size: float
    leading: float
    colour: int


@dataclass(frozen=True, slots=True)
class Span:
    """A piece of text in one style, ordered by itself; `link` is an anchor of the report."""

    text: str
    style: Style
    link: str = ""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Spans set together; `before` is the space above in points.

    A text of the case (`is_text`) has the direction of its first strong character, line by line;
    a line that the program puts together has that of the report, whatever it holds. What takes
    more than a line is set at the side where its own direction begins; what is shorter where the
    report's does, so that it stands beside its label; or else at the other side (`at_end`).
    """

    spans: tuple[Span, ...]
    before: float = 0
    at_end: bool = False
    is_text: bool = False


@dataclass(frozen=True, slots=True)
class Fragment:
    """What a line holds of one span: the words as written and as shaped, in logical order.

    It runs `from_right` as the whole span does; None where that says nothing.
    """

    span: Span
    written: str
    shaped: str
    width: float
    from_right: bool | None = None


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a paragraph; `rest` is how many lines of the paragraph follow it."""

    fragments: tuple[Fragment, ...]
    leading: float
    before: float
    is_rtl: bool
    is_right: bool
    index: int
    rest: int

    @property
    def height(self) -> float:
        """Height in points with the space above."""
        return self.leading + self.before


def lines_of(paragraphs: Iterable[Paragraph], width: float, is_rtl: bool = False) -> list[Line]:
    """Return the lines of paragraphs in a column of `width` points; the report may be `is_rtl`."""
    return [line for paragraph in paragraphs for line in _set(paragraph, width, is_rtl)]


def _set(paragraph: Paragraph, width: float, is_rtl: bool) -> Iterator[Line]:
    leading = max((span.style.leading for span in paragraph.spans), default=0)
    before = paragraph.before
    hard_lines = [
        (
            _direction(spans, is_rtl) if paragraph.is_text else is_rtl,
            list(_Breaker(width).lines(spans)) or [()],
        )
        for spans in _hard_lines(paragraph.spans)
    ]
    is_short = len(hard_lines) == 1 and len(hard_lines[0][1]) == 1
    for runs_rtl, lines in hard_lines:
        from_right = is_rtl if is_short else runs_rtl
        for index, fragments in enumerate(lines):
            yield Line(
                fragments=fragments,
                leading=leading,
                before=before,
                is_rtl=runs_rtl,
                is_right=from_right != paragraph.at_end,
                index=index,
                rest=len(lines) - index - 1,
            )
            before = 0


def _hard_lines(spans: Iterable[Span]) -> Iterator[tuple[Span, ...]]:
    """Line ends in a text begin a paragraph with a direction of its own."""
    line: list[Span] = []
    for span in spans:
        first, *others = _LINE_END.split(span.text)
        line.append(replace(span, text=first) if others else span)
        for text in others:
            yield tuple(line)
            line = [replace(span, text=text)]
    if any(span.text for span in line):
        yield tuple(line)


def _direction(spans: Iterable[Span], otherwise: bool) -> bool:
    return next((d for span in spans if (d := direction(span.text)) is not None), otherwise)


class _Breaker:
    """Fills lines with words, first come, first served."""

    def __init__(self, width: float) -> None:
        self._width = width
        self._line: list[Fragment] = []
        self._used = 0.0
        self._words: list[str] = []
        self._shapes: list[str] = []
        self._length = 0.0
        self._from_right: bool | None = None

    def lines(self, spans: Iterable[Span]) -> Iterator[tuple[Fragment, ...]]:
        is_spaced = False
        for span in spans:
            self._from_right = direction(span.text)
            yield from self._fill(span, is_spaced)
            is_spaced = span.text[-1:].isspace() or (is_spaced and not span.text)
            self._end_fragment(span)
        if self._line:
            yield tuple(self._line)

    def _fill(self, span: Span, is_spaced: bool) -> Iterator[tuple[Fragment, ...]]:
        font, size = span.style.font, span.style.size
        space = fonts.width(" ", font) * size
        for match in _WORDS.finditer(span.text):
            word = match[0]
            gap = space if match.start() or is_spaced else 0.0
            shape = fonts.shaped(word)
            length = fonts.width(shape, font) * size
            too_long = self._used + self._length + gap + length > self._width + _FUZZ
            if too_long and not self._hangs(word, gap):
                if self._line or self._words:
                    yield from self._end_line(span)
                if length > self._width:
                    yield from self._cut(span, word)
                    continue
            self._add(word, shape, length, gap)

    def _hangs(self, word: str, gap: float) -> bool:
        begun = bool(self._line or self._words)
        return begun and (word == "…" or (gap == 0 and bool(_HANGING.fullmatch(word))))

    def _add(self, word: str, shape: str, length: float, gap: float) -> None:
        if gap and self._words:
            self._words.append(" ")
            self._shapes.append(" ")
            self._length += gap
        elif gap and self._line:
            last = self._line[-1]
            space = fonts.width(" ", last.span.style.font) * last.span.style.size
            self._line[-1] = replace(
                last,
                written=f"{last.written} ",
                shaped=f"{last.shaped} ",
                width=last.width + space,
            )
            self._used += space
        self._words.append(word)
        self._shapes.append(shape)
        self._length += length

    def _cut(self, span: Span, word: str) -> Iterator[tuple[Fragment, ...]]:
        """A word longer than a line is broken where it must be."""
        font, size = span.style.font, span.style.size
        start, used = 0, self._used + self._length
        for at, character in enumerate(word):
            length = fonts.width(fonts.shaped(character), font) * size
            if used + length > self._width and (at > start or self._line or self._words):
                if at > start:
                    self._add_cut(span, word[start:at])
                yield from self._end_line(span)
                start, used = at, 0.0
            used += length
        self._add_cut(span, word[start:])

    def _add_cut(self, span: Span, word: str) -> None:
        shape = fonts.shaped(word)
        length = fonts.width(shape, span.style.font) * span.style.size
        self._add(word, shape, length, 0.0)

    def _end_fragment(self, span: Span) -> None:
        if self._words:
            written, shape = "".join(self._words), "".join(self._shapes)
            self._line.append(Fragment(span, written, shape, self._length, self._from_right))
            self._used += self._length
            self._words, self._shapes, self._length = [], [], 0.0

    def _end_line(self, span: Span) -> Iterator[tuple[Fragment, ...]]:
        self._end_fragment(span)
        yield tuple(self._line)
        self._line, self._used = [], 0.0
