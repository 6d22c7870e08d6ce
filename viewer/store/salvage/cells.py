"""What stands in a page of a tree: rows, entries of an index, and which pages are below it.

See “Database File Format”, *B-tree Pages* and *Record Format*. Each cell is read for itself.
"""

import struct
from collections.abc import Iterator
from dataclasses import dataclass

from viewer.store.salvage.pages import Pages, Unreadable

TABLE_LEAF, TABLE_BRANCH, INDEX_LEAF, INDEX_BRANCH = 0x0D, 0x05, 0x0A, 0x02
TREE_PAGES = (TABLE_LEAF, TABLE_BRANCH, INDEX_LEAF, INDEX_BRANCH)
#: More than a row of any table has.
_MOST_VALUES = 100

Value = None | int | float | str | bytes
Values = tuple[Value, ...]


@dataclass(frozen=True, slots=True)
class Cell:
    """A row with its number, or an entry of an index, whose number is 0."""

    number: int
    values: Values


def kind_of(page: bytes, number: int) -> int:
    """Return what a page begins with; 0 for one that is none of a tree."""
    first = page[_start(number)]
    return first if first in TREE_PAGES else 0


def below(page: bytes, number: int) -> Iterator[int]:
    """Yield the numbers of the pages below one; none for a leaf."""
    if kind_of(page, number) in (TABLE_BRANCH, INDEX_BRANCH):
        for place in _places(page, number):
            yield int.from_bytes(page[place : place + 4], "big")
        start = _start(number)
        yield int.from_bytes(page[start + 8 : start + 12], "big")


def cells(pages: Pages, page: bytes, number: int) -> Iterator[Cell | None]:
    """Yield the cells of a page, None for each that cannot be read."""
    reader = _Reader(pages, page, kind_of(page, number))
    if reader.kind in (TABLE_LEAF, INDEX_LEAF, INDEX_BRANCH):
        for place in dict.fromkeys(_places(page, number)):
            try:
                yield reader.cell(place)
            except (Unreadable, IndexError, struct.error, UnicodeDecodeError):
                yield None
            if reader.is_spent:
                return


def _start(number: int) -> int:
    return 100 if number == 1 else 0


def _places(page: bytes, number: int) -> Iterator[int]:
    start = _start(number)
    first = start + (12 if page[start] in (TABLE_BRANCH, INDEX_BRANCH) else 8)
    wanted = int.from_bytes(page[start + 3 : start + 5], "big")
    for place in range(first, min(first + 2 * wanted, len(page) - 1), 2):
        found = int.from_bytes(page[place : place + 2], "big")
        if first <= found < len(page) - 4:
            yield found


class _Reader:
    """Reads the cells of a page, as many bytes as a page can hold twice: no two share theirs."""

    def __init__(self, pages: Pages, page: bytes, kind: int) -> None:
        self._pages, self._page, self.kind = pages, page, kind
        self._left = 2 * len(page)

    @property
    def is_spent(self) -> bool:
        """Whether the cells said to hold more than there is."""
        return self._left < 0

    def cell(self, place: int) -> Cell:
        size, at = _varint(self._page, place + 4 if self.kind == INDEX_BRANCH else place)
        number = 0
        if self.kind == TABLE_LEAF:
            number, at = _varint(self._page, at)
        return Cell(number, _values(self._payload(size, at)))

    def _payload(self, size: int, at: int) -> bytes:
        usable = self._pages.usable
        if not 0 <= size <= self._pages.count * usable:
            raise Unreadable
        local = self._local(size, usable)
        self._left -= local
        if self._left < 0:
            raise Unreadable
        here = self._page[at : at + local]
        if local == size:
            return here
        following = int.from_bytes(self._page[at + local : at + local + 4], "big")
        return here + self._pages.followed(following, size - local)

    def _local(self, size: int, usable: int) -> int:
        """Return how many bytes of a payload stand in the page itself."""
        most = usable - 35 if self.kind == TABLE_LEAF else (usable - 12) * 64 // 255 - 23
        if size <= most:
            return size
        least = (usable - 12) * 32 // 255 - 23
        local = least + (size - least) % (usable - 4)
        return local if local <= most else least


def _values(payload: bytes) -> Values:
    end, at = _varint(payload, 0)
    place = end
    values: list[Value] = []
    while at < end:
        if len(values) == _MOST_VALUES:
            raise Unreadable
        kind, at = _varint(payload, at)
        value, place = _value(payload, kind, place)
        values.append(value)
    if place > len(payload):
        raise Unreadable
    return tuple(values)


def _value(payload: bytes, kind: int, at: int) -> tuple[Value, int]:
    match kind:
        case 0:
            return None, at
        case 1 | 2 | 3 | 4 | 5 | 6:
            size = (1, 2, 3, 4, 6, 8)[kind - 1]
            return int.from_bytes(payload[at : at + size], "big", signed=True), at + size
        case 7:
            return float(struct.unpack(">d", payload[at : at + 8])[0]), at + 8
        case 8 | 9:
            return kind - 8, at
        case _ if kind < 12:
            raise Unreadable
    size = (kind - 12) // 2
    data = payload[at : at + size]
    if len(data) < size:
        raise Unreadable
    return (data.decode() if kind % 2 else data), at + size


def _varint(data: bytes, at: int) -> tuple[int, int]:
    value = 0
    for place in range(at, at + 8):
        byte = data[place]
        value = value << 7 | byte & 0x7F
        if byte < 0x80:
            return value, place + 1
    value = value << 8 | data[at + 8]
    return (value - 2**64 if value >= 2**63 else value), at + 9
