"""Every object of a PDF, used or not: its strings, names and keys, and what its streams hold."""

from collections import defaultdict
from collections.abc import Iterator
from io import BytesIO
from typing import Any

from pypdf import PageObject, PdfReader
from pypdf.generic import (
    ArrayObject,
    ByteStringObject,
    DictionaryObject,
    IndirectObject,
    NameObject,
    StreamObject,
    TextStringObject,
)

from viewer.export.leaks.bytes import texts_of
from viewer.export.leaks.places import DATA, Reading, together
from viewer.export.progress import Progress, report

#: What a dictionary is for the user, by what stands in it: (key, values; none means any).
_KINDS: tuple[tuple[str, str, frozenset[str]], ...] = (
    ("script", "/JS", frozenset()),
    ("attachment", "/EF", frozenset()),
    ("form field", "/FT", frozenset()),
    ("link", "/S", frozenset({"/URI", "/GoTo", "/GoToR", "/Launch"})),
    ("link", "/Subtype", frozenset({"/Link"})),
    ("layer", "/Type", frozenset({"/OCG", "/OCMD"})),
    ("tag of the structure", "/Type", frozenset({"/StructElem", "/StructTreeRoot"})),
    ("annotation", "/Rect", frozenset()),
    ("bookmark", "/Parent", frozenset()),
)
_BY_KEY = {
    "/ActualText": "text for copying",
    "/Alt": "text for images",
    "/E": "text for images",
    "/Nums": "page label",
    "/PageLabels": "page label",
    "/Dests": "named destination",
    "/Dest": "link",
    "/D": "link",
    "/Title": "title",
}
_METADATA = "metadata"
_OTHER = "object"
#: After so many objects the user may stop.
_STEP = 500

_Texts = defaultdict[tuple[str, bool], dict[str, None]]


def objects(reader: PdfReader, progress: Progress | None) -> Iterator[Reading]:
    """Yield the texts of all objects by the kind of place where they stand; raises `Cancelled`."""
    found: _Texts = defaultdict(dict)
    _walk(reader.trailer, _OTHER, found)
    info = _id(reader.trailer.raw_get("/Info")) if "/Info" in reader.trailer else None
    drawn: list[str] = []
    references = list(_references(reader))
    for number, reference in enumerate(references):
        if number % _STEP == 0:
            report(progress, number, len(references))
        thing = reader.get_object(reference)
        _walk(thing, _METADATA if reference.idnum == info else _OTHER, found)
        if isinstance(thing, StreamObject):
            _stream(thing, reader, found, drawn)
    for (place, by_chance), texts in found.items():
        yield from together(place, texts, by_chance)
    yield from together("drawing", drawn)


def _id(value: Any) -> int | None:
    return value.idnum if isinstance(value, IndirectObject) else None


def _references(reader: PdfReader) -> Iterator[IndirectObject]:
    for generation, places in reader.xref.items():
        yield from (IndirectObject(number, generation, reader) for number in places if number)
    yield from (IndirectObject(number, 0, reader) for number in reader.xref_objStm)


def _walk(thing: Any, place: str, found: _Texts) -> None:
    if isinstance(thing, NameObject | TextStringObject | ByteStringObject):
        _string(thing, place, found)
    elif isinstance(thing, ArrayObject):
        for part in list.__iter__(thing):
            _walk(part, place, found)
    elif isinstance(thing, DictionaryObject):
        place = _kind(thing) or place
        for key, part in dict.items(thing):
            found["name", False][str(key)] = None
            _walk(part, _BY_KEY.get(key, place) if place == _OTHER else place, found)


def _kind(thing: DictionaryObject) -> str:
    for name, key, values in _KINDS:
        if key in thing and (not values or str(dict.get(thing, key)) in values):
            return name
    return ""


def _string(thing: Any, place: str, found: _Texts) -> None:
    if isinstance(thing, NameObject):
        found["name", False][str(thing)] = None
        return
    if isinstance(thing, TextStringObject):
        found[place, False][str(thing)] = None
    data = thing if isinstance(thing, bytes) else thing.original_bytes
    for text, is_text in texts_of(data):
        found[place, not is_text][text] = None


def _stream(thing: Any, reader: PdfReader, found: _Texts, drawn: list[str]) -> None:
    """Only metadata is text; what draws is read once more as a page is, drawn or not.

    Streams as they are commonly packed are read by `stored`.
    """
    if dict.get(thing, "/Subtype") == "/Form":
        drawn.append(PageObject(reader).extract_xform_text(thing))
    is_metadata = dict.get(thing, "/Type") == "/Metadata"
    if not is_metadata and _is_plainly_packed(thing):
        return
    for text, is_text in texts_of(thing.get_data()):
        found[_METADATA if is_metadata else DATA, not (is_text and is_metadata)][text] = None


def _is_plainly_packed(thing: Any) -> bool:
    packed = dict.get(thing, "/Filter", ["/FlateDecode"])
    return packed in ("/FlateDecode", ["/FlateDecode"]) and "/DecodeParms" not in thing


def attached(data: bytes) -> Iterator[bytes]:
    """Yield the files inside a PDF: what it says is one, and what begins as a PDF or zip does."""
    reader = PdfReader(BytesIO(data))
    for reference in _references(reader):
        thing = reader.get_object(reference)
        if isinstance(thing, StreamObject):
            content = thing.get_data()
            is_file = dict.get(thing, "/Type") == "/EmbeddedFile"
            if is_file or content.startswith((b"%PDF-", b"PK\x03\x04")):
                yield content
