"""Reads HTML to blocks of text, in one pass and without ever going down into itself."""

import re
from collections import Counter
from html.parser import HTMLParser

from viewer.sources.web.tags import (
    BLOCKS,
    CELLS,
    CLOSED_BY,
    HIDING_ROLES,
    ITEMS,
    LISTS,
    SKIPPED,
    VOID,
)
from viewer.sources.web.tree import DEEPEST, Block, Element

_SPACES = re.compile(r"[ \t\n\f\r]+")
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_QUOTES = (("“", "”"), ("‘", "’"))
_BLANK_LINE = re.compile(r"\n[ \t\r\f]*\n")
#: No character of a page: html.parser never gives it, because it is white space to no one.
_BETWEEN_CELLS = "\x1f"
#: Attributes that later steps ask for.
_KEPT = ("class", "id", "itemprop", "role", "datetime", "content", "rel", "start")


class BlockReader(HTMLParser):
    """Gathers the blocks of a page; `skipped` are the elements whose content is no text.

    With `hides` false, what the page hides is read, too.
    """

    def __init__(self, skipped: frozenset[str] = SKIPPED, hides: bool = True) -> None:
        super().__init__(convert_charrefs=True)
        self.blocks: list[Block] = []
        self._skipped = skipped
        self._hides = hides
        self._stack: list[Element] = [Element("page")]
        self._open: Counter[str] = Counter()
        self._too_deep: Counter[str] = Counter()
        self._skipping = 0
        self._parts: list[str] = []
        self._linked = 0
        self._is_tight = False
        #: For each open list, whether it is numbered and how many items it has so far.
        self._lists: list[tuple[bool, int]] = []
        self._mark = ""

    # What html.parser calls.

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Take in the beginning of an element."""
        self._close_implied(tag)
        if tag in VOID:
            self._void(tag)
            return
        if len(self._stack) >= DEEPEST and (self._skipping or tag not in self._skipped):
            self._too_deep[tag] += 1
            return
        kept = {name: value or "" for name, value in attrs if name in _KEPT or name == "style"}
        hides = tag in self._skipped or (self._hides and _is_hidden(attrs, kept))
        self._push(tag, kept, hides)
        if not self._skipping:
            self._begin(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Take in an element that claims to end at once: only void ones do, as in browsers."""
        self.handle_starttag(tag, attrs)

    def handle_endtag(self, tag: str) -> None:
        """Take in the end of an element, and of those in it that were left open."""
        if tag == "br":
            self._void(tag)
        elif self._too_deep[tag]:
            self._too_deep[tag] -= 1
        elif self._open[tag]:
            while self._stack[-1].tag != tag:
                self._pop()
            self._pop()

    def handle_data(self, data: str) -> None:
        """Take in characters."""
        if self._skipping:
            return
        in_pre = self._open["pre"]
        text = data if in_pre else _SPACES.sub(" ", data)
        self._parts.append(text)
        if self._open["a"]:
            self._linked += len(text)

    def close(self) -> None:
        """End the page and everything left open in it."""
        super().close()
        while len(self._stack) > 1:
            self._pop()
        self._flush()

    # The stack of open elements.

    def _push(self, tag: str, kept: dict[str, str], hides: bool) -> None:
        above = self._stack[-1]
        if tag in BLOCKS and not self._skipping:
            self._flush()
        self._stack.append(Element(tag, above, above.depth + 1, kept))
        self._open[tag] += 1
        if hides or self._skipping:
            self._skipping += 1

    def _pop(self) -> None:
        element = self._stack[-1]
        if not self._skipping:
            self._end(element.tag)
        self._stack.pop()
        self._open[element.tag] -= 1
        self._skipping = max(self._skipping - 1, 0)

    def _close_implied(self, tag: str) -> None:
        while len(self._stack) > 1 and tag in CLOSED_BY.get(self._stack[-1].tag, ()):
            self._pop()

    # Text.

    def _void(self, tag: str) -> None:
        if self._skipping:
            return
        if tag == "br":
            self._parts.append("\n")
        elif tag == "hr":
            self._flush()

    def _begin(self, tag: str) -> None:
        if tag in LISTS:
            self._lists.append((tag == "ol", 0))
            self._is_tight = False
        elif tag in ITEMS and self._lists:
            self._item(tag)
        elif tag in CELLS:
            self._parts.append(_BETWEEN_CELLS)
        elif tag == "q":
            self._parts.append(_QUOTES[(self._open["q"] + 1) % 2][0])

    def _item(self, tag: str) -> None:
        is_numbered, count = self._lists[-1]
        self._lists[-1] = (is_numbered, count + 1)
        self._is_tight = count > 0 or len(self._lists) > 1
        if tag == "li":
            self._mark = f"{count + 1}. " if is_numbered else "• "

    def _end(self, tag: str) -> None:
        if tag == "q":
            self._parts.append(_QUOTES[(self._open["q"] + 1) % 2][1])
        elif tag in BLOCKS:
            self._flush()
        if tag in LISTS:
            self._lists.pop()
            self._is_tight = False
        elif tag == "li":
            self._mark = ""

    def _flush(self) -> None:
        """Make what was gathered a block, or several where lines were left blank."""
        parts, self._parts = self._parts, []
        linked, self._linked = self._linked, 0
        for text in _BLANK_LINE.split("".join(parts)):
            words = "\n".join(map(_line, text.split("\n"))).strip()
            if words:
                self._add(words, min(linked, len(words)))
                linked = max(linked - len(words), 0)

    def _add(self, words: str, linked: int) -> None:
        self.blocks.append(Block(self._mark + words, self._stack[-1], self._is_tight, linked))
        self._mark, self._is_tight = "", False


def _line(text: str) -> str:
    return _SPACES.sub(" ", text).strip().replace(_BETWEEN_CELLS, "\t")


def _is_hidden(attrs: list[tuple[str, str | None]], kept: dict[str, str]) -> bool:
    names = dict(attrs)
    return (
        "hidden" in names
        or names.get("aria-hidden") == "true"
        or names.get("role") in HIDING_ROLES
        or bool(_HIDDEN.search(kept.get("style", "")[:500]))
    )
