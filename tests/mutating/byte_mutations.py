"""Ways in which the bytes of a case file are damaged, or bent by somebody who means harm."""

import struct
from collections.abc import Callable
from pathlib import Path
from random import Random

PAGE = 4096
#: Where a header says how many bytes at the end of each page are kept for other use.
_KEPT = 20
#: What the pages of trees begin with.
_BRANCHES = (0x02, 0x05)
_TREES = (*_BRANCHES, 0x0A, 0x0D)
Mutation = Callable[[Path, Random], None]


def on_bytes(change: Callable[[bytearray, Random], None]) -> Mutation:
    def mutate(path: Path, luck: Random) -> None:
        data = bytearray(path.read_bytes())
        change(data, luck)
        path.write_bytes(data)

    return mutate


def _page(data: bytearray, luck: Random) -> slice:
    number = luck.randrange(len(data) // PAGE)
    return slice(number * PAGE, (number + 1) * PAGE)


def _flip(data: bytearray, luck: Random) -> None:
    for _ in range(luck.choice([1, 1, 2, 10, 100])):
        data[luck.randrange(len(data))] ^= 1 << luck.randrange(8)


def _overwrite(data: bytearray, luck: Random) -> None:
    for _ in range(luck.choice([1, 3, 20])):
        at = luck.randrange(len(data))
        odd = luck.choice([b"\0" * 64, b"\xff" * 64, luck.randbytes(64), b"\x80" * 9, b"\x7f" * 9])
        data[at : at + len(odd)] = odd[: len(data) - at]


def _cut(data: bytearray, luck: Random) -> None:
    del data[luck.choice([luck.randrange(len(data)), luck.randrange(len(data) // PAGE) * PAGE]) :]


def _grow(data: bytearray, luck: Random) -> None:
    data += luck.choice([bytes(PAGE), luck.randbytes(PAGE), b"x", bytes(data[:PAGE])])


def _zero(data: bytearray, luck: Random) -> None:
    for _ in range(luck.choice([1, 1, 4])):
        data[_page(data, luck)] = bytes(PAGE)


def _swap(data: bytearray, luck: Random) -> None:
    one, other = _page(data, luck), _page(data, luck)
    data[one], data[other] = data[other], data[one]


def _double(data: bytearray, luck: Random) -> None:
    data[_page(data, luck)] = data[_page(data, luck)]


def _header(data: bytearray, luck: Random) -> None:
    for _ in range(luck.choice([1, 1, 2])):
        at = luck.randrange(16, 100)
        data[at] = luck.choice([0, 1, 2, 3, 4, 5, 0x7F, 0x80, 0xFF, luck.randrange(256)])


def _number(data: bytearray, luck: Random) -> None:
    """Change one of the numbers that a header holds: pages, freelist, encoding, versions."""
    at = luck.choice([16, 24, 28, 32, 36, 40, 44, 48, 52, 56, 60, 64, 68, 92, 96])
    value = luck.choice([0, 1, 2, 3, 2**31 - 1, 2**32 - 1, len(data) // PAGE, luck.randrange(400)])
    data[at : at + 4] = struct.pack(">I", value)


def _page_size(data: bytearray, luck: Random) -> None:
    """Change how large the header says that a page is, or how much of it is kept for other use."""
    size = luck.choice([1, *(1 << n for n in range(9, 16))])
    kept = luck.choice([data[_KEPT], 0, luck.randrange(256)])
    data[16:18], data[_KEPT] = struct.pack(">H", size), kept


def _freelist(data: bytearray, luck: Random) -> None:
    """Let the list of free pages go round in a circle, or lead into a table."""
    pages = len(data) // PAGE
    trunk = luck.randrange(2, pages)
    data[32:36] = struct.pack(">I", trunk)
    data[36:40] = struct.pack(">I", luck.choice([1, 5, pages, 2**31]))
    following = luck.choice([trunk, luck.randrange(pages)])
    leaves = [luck.randrange(1, pages + 5) for _ in range(luck.choice([0, 3, 900]))]
    start = (trunk - 1) * PAGE
    packed = struct.pack(f">II{len(leaves)}I", following, len(leaves), *leaves)
    data[start : start + len(packed)] = packed


def _branch(data: bytearray, luck: Random) -> None:
    """Make a page a branch all of whose children are pages at random, itself among them."""
    where = _page(data, luck)
    number = where.start // PAGE + 1
    children = luck.choice([2, 40, 400])
    kind = luck.choice([0x05, 0x02])
    pages, end = len(data) // PAGE, PAGE - data[_KEPT]
    cells = bytearray()
    places = []
    for row in range(children):
        places.append(end - len(cells) - 8)
        child = luck.choice([number, luck.randrange(1, pages + 1), luck.randrange(1, pages + 1)])
        cells[:0] = struct.pack(">I", child) + bytes([luck.randrange(128), 1, 9, row % 128])
    head = struct.pack(">BHHHBI", kind, 0, children, end - len(cells), 0, number)
    page = bytearray(PAGE)
    page[end - len(cells) : end] = cells
    body = head + b"".join(struct.pack(">H", place) for place in places)
    page[: len(body)] = body
    start = 100 if number == 1 else 0
    data[where.start + start : where.stop] = page[start:] if start else page


def _kind(data: bytearray, luck: Random) -> None:
    """Change what a page says that it is, or where its cells are."""
    where = _page(data, luck).start
    at = where + (100 if where == 0 else 0)
    if luck.random() < 0.5:
        data[at] = luck.choice([0x02, 0x05, 0x0A, 0x0D, 0, 0xFF])
    else:
        data[at + luck.randrange(1, 40)] = luck.randrange(256)


def _pointers(data: bytearray, luck: Random) -> None:
    """Let cells of a tree's page overlap, go beyond it, or be more than there is room for."""
    for _ in range(luck.choice([1, 4])):
        start, cells = _tree_page(data, luck)
        if luck.random() < 0.3:
            data[start + 3 : start + 5] = struct.pack(
                ">H", luck.choice([0, 1, min(cells + 1, 0xFFFF), 0xFFFF])
            )
        else:
            at = _pointer(data, start, luck.randrange(max(cells, 1)))
            first = _pointer(data, start, 0)
            other = bytes(data[first : first + 2])
            odd = struct.pack(">H", luck.choice([0, 1, 8, PAGE - 1, 0xFFFF, luck.randrange(PAGE)]))
            data[at : at + 2] = luck.choice([other, odd])


def _payloads(data: bytearray, luck: Random) -> None:
    """Change how long a cell says that it is, its row's number, or the types of its values."""
    for _ in range(luck.choice([1, 5])):
        start, cells = _tree_page(data, luck)
        place = _pointer(data, start, luck.randrange(max(cells, 1)))
        page = start // PAGE * PAGE
        at = page + int.from_bytes(data[place : place + 2], "big") % PAGE + luck.randrange(14)
        odd = luck.choice([b"\xff" * 9, b"\x81\0", b"\x7f", b"\x80" * 8 + b"\1", b"\0"])
        data[at : min(at + len(odd), page + PAGE)] = odd[: page + PAGE - at]


def _overflow(data: bytearray, luck: Random) -> None:
    """Let what a long value goes on with lead into a circle, a table, or nowhere."""
    pages = len(data) // PAGE
    places = [n * PAGE for n in range(1, pages) if _goes_on(data, n)]
    for _ in range(luck.choice([1, 3])):
        at = luck.choice(places or [PAGE])
        value = luck.choice([at // PAGE + 1, 0, 1, 2**31, luck.randrange(1, pages + 2)])
        data[at : at + 4] = struct.pack(">I", value)


def _goes_on(data: bytearray, number: int) -> bool:
    """Whether a page, numbered from 0, is none of a tree: it is free, or a long value's."""
    return data[number * PAGE] not in _TREES


def _tree_page(data: bytearray, luck: Random) -> tuple[int, int]:
    """Return where the header of some page of a tree begins, and how many cells it has."""
    heads = [100, *range(PAGE, len(data), PAGE)]
    start = luck.choice([at for at in heads if data[at] in _TREES])
    return start, int.from_bytes(data[start + 3 : start + 5], "big")


def _pointer(data: bytearray, start: int, cell: int) -> int:
    """Return where the place of a cell stands."""
    return start + (12 if data[start] in _BRANCHES else 8) + 2 * (cell % (PAGE // 4))


ON_BYTES: dict[str, Mutation] = {
    "bits flipped": on_bytes(_flip),
    "bytes overwritten": on_bytes(_overwrite),
    "cut off": on_bytes(_cut),
    "something added": on_bytes(_grow),
    "pages zeroed": on_bytes(_zero),
    "pages swapped": on_bytes(_swap),
    "page doubled": on_bytes(_double),
    "header's bytes": on_bytes(_header),
    "page's size": on_bytes(_page_size),
    "header's numbers": on_bytes(_number),
    "freelist bent": on_bytes(_freelist),
    "tree bent": on_bytes(_branch),
    "page's kind": on_bytes(_kind),
    "cells' places": on_bytes(_pointers),
    "cells' lengths": on_bytes(_payloads),
    "long values": on_bytes(_overflow),
}
