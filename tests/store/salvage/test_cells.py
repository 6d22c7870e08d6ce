"""Pages that somebody bent make no endless work: what they say is bounded by what they hold."""

import os
import struct
from pathlib import Path

from viewer.store.salvage.cells import TABLE_LEAF, cells
from viewer.store.salvage.pages import SIZE, Pages

CELLS = 1000


def leaf(cell: bytes, places: list[int]) -> bytes:
    """A page of a table that has one cell, at its end, to which all its places may lead."""
    head = struct.pack(">BHHHB", TABLE_LEAF, 0, len(places), SIZE - len(cell), 0)
    body = head + b"".join(struct.pack(">H", place) for place in places)
    return body.ljust(SIZE - len(cell), b"\0") + cell


def read(path: Path, *pages: bytes) -> list[object]:
    """What is read of the second of these pages."""
    path.write_bytes(b"".join(page.ljust(SIZE, b"\0") for page in pages))
    opened = Pages(path)
    return list(cells(opened, opened[2] or b"", 2))


def row(text: bytes) -> bytes:
    """A cell of a row, number 1, with one text."""
    kind = varint(2 * len(text) + 13)
    payload = varint(2 * len(kind)) + kind + text
    return varint(len(payload)) + varint(1) + payload


def varint(number: int) -> bytes:
    return bytes([number >> 14 & 0x7F | 0x80, number >> 7 & 0x7F | 0x80, number & 0x7F])


def test_a_cell_to_which_many_places_lead_is_read_once(path: Path) -> None:
    cell = row(b"Salma")
    found = read(path, b"", leaf(cell, [SIZE - len(cell)] * CELLS))
    assert [cell.values for cell in found if cell] == [("Salma",)]  # type: ignore[attr-defined]


def test_cells_that_share_their_bytes_hold_no_more_than_a_page(path: Path) -> None:
    # Each of them begins a byte later, as deep in the same nest of numbers.
    nest = bytes([0x83, 0x20]) * CELLS
    start = SIZE - len(nest)
    found = read(path, b"", leaf(nest, list(range(start, start + CELLS, 2))))
    assert len(found) < 2 * SIZE / 400


def test_a_long_value_that_goes_round_in_a_circle_is_not_read(path: Path) -> None:
    circle = struct.pack(">I", 3)
    whole = varint(20_000) + varint(1) + bytes(3000) + circle * 100
    found = read(path, b"", leaf(whole, [SIZE - len(whole)]), circle, b"", b"", b"")
    assert found == [None]


def test_a_long_value_is_read_through_its_pages(path: Path) -> None:
    text = b"Basra. " * 1000
    payload = row(text)[6:]
    least = (SIZE - 12) * 32 // 255 - 23
    local = least + (len(payload) - least) % (SIZE - 4)
    local = local if local <= SIZE - 35 else least
    cell = varint(len(payload)) + varint(1) + payload[:local] + struct.pack(">I", 3)
    rest = payload[local:]
    third, fourth = struct.pack(">I", 4) + rest[: SIZE - 4], bytes(4) + rest[SIZE - 4 :]
    found = read(path, b"", leaf(cell, [SIZE - len(cell)]), third, fourth)
    assert [cell.values for cell in found if cell] == [(text.decode(),)]  # type: ignore[attr-defined]


def test_a_file_that_is_cut_off_meanwhile_has_empty_pages(path: Path) -> None:
    path.write_bytes(b"x" * 3 * SIZE)
    pages = Pages(path)
    os.truncate(path, SIZE + 1)
    assert [pages[number] for number in range(5)] == [
        None,
        b"x" * SIZE,
        b"x".ljust(SIZE, b"\0"),
        bytes(SIZE),
        None,
    ]
