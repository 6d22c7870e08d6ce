"""What a page says of itself: in its head, in marks for search engines, in its text."""

import json
import re
from collections import deque
from collections.abc import Iterator
from typing import Any

from viewer.sources.web.blocks import BlockReader

#: Code points of a page's own data that are read, and how many pieces of it.
_LONGEST_DATA = 1_000_000
_MOST_PIECES = 50
_MOST_NODES = 10_000
_LONGEST_VALUE = 4_000
_SAVED_FROM = re.compile(r"(?:saved from url=\(\d+\)|\burl:)\s*(https?://\S+)", re.IGNORECASE)


class PageReader(BlockReader):
    """Reads a page's blocks, and keeps what describes it."""

    def __init__(self) -> None:
        super().__init__()
        #: Values of `meta` by name, property or itemprop, in lower case.
        self.metas: dict[str, list[str]] = {}
        self.canonical = ""
        self.saved_from = ""
        self.language = ""
        self.times: list[str] = []
        self._title: list[str] | None = None
        self._data: list[str] | None = None
        self.titles: list[str] = []
        self._pieces: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Take in the beginning of an element, and what it says."""
        names = {name: (value or "")[:_LONGEST_VALUE] for name, value in attrs}
        match tag:
            case "meta":
                self._meta(names)
            case "link" if "canonical" in names.get("rel", "").lower().split():
                self.canonical = self.canonical or names.get("href", "")
            case "html":
                self.language = self.language or names.get("lang", names.get("xml:lang", ""))
            case "time" if names.get("datetime"):
                self.times.append(names["datetime"])
            case "title" if not self.titles:
                self._title = []
            case "script" if "ld+json" in names.get("type", "").lower():
                self._data = []
        super().handle_starttag(tag, attrs)

    def handle_endtag(self, tag: str) -> None:
        """Take in the end of an element."""
        if tag == "title" and self._title is not None:
            self.titles.append("".join(self._title))
            self._title = None
        elif tag == "script" and self._data is not None:
            self._pieces.append("".join(self._data))
            self._data = None
        super().handle_endtag(tag)

    def handle_data(self, data: str) -> None:
        """Take in characters."""
        for gathering in (self._title, self._data):
            if gathering is not None:
                gathering.append(data)
        super().handle_data(data)

    def handle_comment(self, data: str) -> None:
        """Take in where a browser says that it saved the page from."""
        if not self.saved_from and (match := _SAVED_FROM.search(data[:_LONGEST_VALUE])):
            self.saved_from = match[1]

    def _meta(self, names: dict[str, str]) -> None:
        value = names.get("content", "").strip()
        for key in ("name", "property", "itemprop", "http-equiv"):
            if value and names.get(key):
                self.metas.setdefault(names[key].lower(), []).append(value)

    def linked_data(self) -> Iterator[dict[str, Any]]:
        """Yield the objects of the page's JSON-LD, outer ones first."""
        nodes: deque[Any] = deque()
        for piece in self._pieces[:_MOST_PIECES]:
            try:
                nodes.append(json.loads(piece[:_LONGEST_DATA]))
            except (ValueError, RecursionError):
                continue
        for _ in range(_MOST_NODES):
            if not nodes:
                return
            node = nodes.popleft()
            if isinstance(node, dict):
                yield node
            inner = node.values() if isinstance(node, dict) else node
            nodes += [value for value in inner if isinstance(value, dict | list)]
