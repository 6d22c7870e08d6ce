"""Light Markdown, as notes are written in it: read into a small tree, never into anything active.

Understood are emphasis, strong words, code, lists, headings and links; of these CommonMark's most
used forms. A link or an image is words with its address beside them: there is nothing to load and
nothing to click. HTML and everything else is text. No input raises, and reading takes time in
proportion to its length.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Literal

#: Code points above which a text is not read as Markdown, but shown as it is.
LONGEST = 20_000

BlockKind = Literal["paragraph", "heading", "item", "code"]

_HEADING = re.compile(r" {0,3}(#{1,6})[ \t]+(?=\S)")
_ITEM = re.compile(r"([ \t]{0,16})([-*+]|\d{1,9}[.)])[ \t]+(?=\S)")
_FENCE = re.compile(r" {0,3}```")
#: Spaces of indentation by which an item is one level deeper, and the deepest level.
_INDENT, _DEEPEST = 2, 4

#: Where something may begin: most of a text is passed over at once.
_TOKEN = re.compile(r"\\[!-/:-@\[-`{-~]|`|\*{1,3}|_{1,2}|!?\[")
_LINK = re.compile(r"!?\[([^\[\]\n]{1,300})\]\(([^()\s]{1,2000})\)")


@dataclass(frozen=True, slots=True)
class Span:
    """Words of one look; an address stands for what a link would lead to."""

    text: str
    strong: bool = False
    emphasis: bool = False
    code: bool = False
    is_address: bool = False


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph, heading, item of a list or piece of code.

    `level` is that of a heading, from 1, or the depth of an item, from 0; `sign` what stands
    before an item: "•", or its number as it was written.
    """

    kind: BlockKind
    spans: tuple[Span, ...]
    level: int = 0
    sign: str = ""


def parsed(text: str) -> tuple[Block, ...]:
    """Return the blocks of a text; a very long one is a single paragraph of plain text."""
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    if len(text) > LONGEST:
        return (Block("paragraph", (Span(text),)),)
    return tuple(_blocks(text.split("\n")))


def plain(text: str) -> str:
    """Return the words of a text without its signs, block by block on lines of their own."""
    return "\n".join(_line(block) for block in parsed(text))


def _line(block: Block) -> str:
    words = "".join(span.text for span in block.spans)
    return f"{block.sign} {words}" if block.sign else words


def _blocks(lines: Iterable[str]) -> Iterator[Block]:
    """Yield the blocks of lines; those of a paragraph stay lines of it."""
    paragraph: list[str] = []
    code: list[str] | None = None
    for line in lines:
        if _FENCE.match(line):
            yield from _ended(paragraph)
            if code is not None:
                yield _code(code)
            code = [] if code is None else None
        elif code is not None:
            code.append(line)
        elif (block := _own_block(line)) is not None:
            yield from _ended(paragraph)
            yield block
        elif line.strip():
            paragraph.append(line.strip())
        else:
            yield from _ended(paragraph)
    yield from _ended(paragraph)
    if code is not None:
        yield _code(code)


def _ended(paragraph: list[str]) -> Iterator[Block]:
    if paragraph:
        yield Block("paragraph", spans("\n".join(paragraph)))
        paragraph.clear()


def _code(lines: list[str]) -> Block:
    return Block("code", (Span("\n".join(lines), code=True),))


def _own_block(line: str) -> Block | None:
    """Return the heading or item that a line is."""
    if (heading := _HEADING.match(line)) is not None:
        words = line[heading.end() :].rstrip().rstrip("#").rstrip()
        return Block("heading", spans(words), level=len(heading[1]))
    if (item := _ITEM.match(line)) is None:
        return None
    depth = min(len(item[1].expandtabs(4)) // _INDENT, _DEEPEST)
    sign = "•" if item[2] in "-*+" else item[2]
    return Block("item", spans(line[item.end() :].rstrip()), level=depth, sign=sign)


def spans(text: str) -> tuple[Span, ...]:
    """Return the spans of words that stand in one block."""
    reader = _Inline(text)
    return tuple(_styled(reader.pieces, reader.turns))


def _styled(pieces: list[Span], turns: dict[int, str]) -> Iterator[Span]:
    """Yield the pieces in the look that is turned on before them; neighbours of one look as one."""
    strong = emphasis = False
    last: Span | None = None
    for number, piece in enumerate(pieces):
        turn = turns.get(number, "")
        strong, emphasis = strong != (len(turn) >= 2), emphasis != (len(turn) in (1, 3))
        if turn or not piece.text:
            continue
        here = replace(piece, strong=strong, emphasis=emphasis)
        if last is not None and replace(last, text="") == replace(here, text=""):
            here = replace(here, text=last.text + here.text)
        elif last is not None:
            yield last
        last = here
    if last is not None:
        yield last


class _Inline:
    """The pieces of one block's words, and which of them turn strong or emphasis on or off."""

    def __init__(self, text: str) -> None:
        self.pieces: list[Span] = []
        self.turns: dict[int, str] = {}
        #: The pieces that may open something, by their sign, in order.
        self._open: dict[str, int] = {}
        self._text = text
        self._has_ticks = True
        self._read()

    def _read(self) -> None:
        at = 0
        while (token := _TOKEN.search(self._text, at)) is not None:
            self._add(self._text[at : token.start()])
            at = self._take(token[0], token.start())
        self._add(self._text[at:])

    def _add(self, text: str) -> None:
        self.pieces.append(Span(text))

    def _take(self, sign: str, at: int) -> int:
        """Take what begins with a sign; returns where to go on."""
        after = at + len(sign)
        if sign[0] == "\\":
            self._add(sign[1])
        elif sign == "`":
            after = self._take_code(at)
        elif sign.endswith("["):
            after = self._take_link(at, after)
        else:
            self._take_turn(sign, at, after)
        return after

    def _take_code(self, at: int) -> int:
        end = self._text.find("`", at + 1) if self._has_ticks else -1
        if end < 0:
            self._has_ticks = False
            self._add("`")
            return at + 1
        self.pieces.append(Span(self._text[at + 1 : end], code=True))
        return end + 1

    def _take_link(self, at: int, after: int) -> int:
        link = _LINK.match(self._text, at)
        if link is None:
            self._add(self._text[at:after])
            return after
        self._add(link[1])
        if link[2] != link[1]:
            self.pieces.append(Span(f" ({link[2]})", is_address=True))
        return link.end()

    def _take_turn(self, sign: str, at: int, after: int) -> None:
        before_it, after_it = self._text[at - 1 : at], self._text[after : after + 1]
        number = len(self.pieces)
        self._add(sign)
        # Unlike CommonMark also for asterisks: “2*3*4” is a count.
        inside_word = before_it.isalnum() and after_it.isalnum()
        opener = self._open.get(sign)
        if opener is not None and before_it.strip() and not inside_word and opener < number - 1:
            self.turns |= {opener: sign, number: sign}
            self._open = {s: n for s, n in self._open.items() if n < opener}
        elif opener is None and after_it.strip() and not inside_word:
            self._open[sign] = number
