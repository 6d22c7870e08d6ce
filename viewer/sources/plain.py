"""Plain text: decoded, its lines put together to paragraphs where they were broken to a width."""

import re
from itertools import groupby, pairwise

from viewer.sources.charsets import decoded
from viewer.sources.tidy import lines_trimmed, tidied

#: Lines that a program broke are no longer than this.
_WIDEST = 100
_NARROWEST = 40
#: How many lines must tell of the width before it is believed.
_FEWEST = 3
#: Lines that stand for themselves: lists, quoted mail, indented verse and tables.
_OWN_LINE = re.compile(r"[-*•>|–—#=+\t ]|\d{1,3}[.)]\s|\S+\s{3,}")


def read_plain(data: bytes, declared: str = "") -> tuple[str, str]:
    """Return the text of plain text and the name of its character set; raises `ProblemError`."""
    text, charset = decoded(data, declared)
    return paragraphs_of(tidied(text)), charset


def paragraphs_of(text: str) -> str:
    """Return a tidied text with a blank line between its paragraphs, and form feeds as such."""
    blocks = lines_trimmed(text.replace("\f", "\n\n")).split("\n\n")
    if len(blocks) == 1 and _is_a_paragraph_a_line(blocks[0]):
        return "\n\n".join(filter(None, blocks[0].split("\n")))
    return "\n\n".join(_unbroken(block) if "\n" in block else block for block in blocks)


def _is_a_paragraph_a_line(block: str) -> bool:
    lines = block.split("\n")
    return len(lines) > 1 and sum(len(line) > _WIDEST for line in lines) * 2 > len(lines)


def joined_in_place(text: str) -> str:
    """Return a text whose paragraphs are one line each, as long as it was: each letter stays."""
    groups = groupby(text.split("\n"), key=lambda line: not line.strip())
    blocks = ("\n".join(lines) for _, lines in groups)
    return "\n".join(_unbroken(block) if "\n" in block else block for block in blocks)


def _unbroken(block: str) -> str:
    """Return a block as one line if each of its lines was full: the next word had no room."""
    lines = [line.rstrip() for line in block.split("\n")]
    width = max(map(len, lines))
    if len(lines) < _FEWEST or not _NARROWEST <= width <= _WIDEST:
        return block
    if any(_OWN_LINE.match(line) for line in lines):
        return block
    if any(_has_room(line, after, width) for line, after in pairwise(lines)):
        return block
    return block.replace("\n", " ")


def _has_room(line: str, after: str, width: int) -> bool:
    return len(line) + 1 + len(after.split(" ", 1)[0]) < width - 1
