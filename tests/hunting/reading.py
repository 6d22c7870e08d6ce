"""Everything that a written file says, read without the program's own readers."""

import json
import unicodedata
import zipfile
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from typing import Any

import pypdfium2
from pypdf import PdfReader


def said(path: Path) -> str:
    """Return all texts of a file, its name included, one after the other."""
    return "\n".join((path.name, *_said(path.suffix, path.read_bytes())))


def _said(ending: str, data: bytes) -> Iterator[str]:
    match ending:
        case ".pdf":
            yield from _of_pdf(data)
        case ".zip":
            with zipfile.ZipFile(BytesIO(data)) as packed:
                for name in packed.namelist():
                    yield name
                    yield packed.read(name).decode()
        case _:
            text = data.decode()
            yield text
            for line in text.splitlines() if ending == ".jsonl" else [text]:
                if ending != ".csv":
                    yield from _strings(json.loads(line))


def _of_pdf(data: bytes) -> Iterator[str]:
    reader = PdfReader(BytesIO(data))
    yield from (page.extract_text() for page in reader.pages)
    yield from map(str, (reader.metadata or {}).values())
    yield from _titles(reader.outline)
    document = pypdfium2.PdfDocument(data)
    try:
        yield from (page.get_textpage().get_text_range() for page in document)
    finally:
        document.close()


def _titles(items: list[Any]) -> Iterator[str]:
    for item in items:
        if isinstance(item, list):
            yield from _titles(item)
        else:
            yield str(item.title)


def _strings(node: Any) -> Iterator[str]:
    if isinstance(node, str):
        yield node
    elif isinstance(node, list):
        for item in node:
            yield from _strings(item)
    elif isinstance(node, dict):
        for key, value in node.items():
            yield key
            yield from _strings(value)


def letters(text: str) -> str:
    """Return the letters of a text alone, folded: what is left when everything else is ignored."""
    plain = unicodedata.normalize("NFKD", text).casefold()
    return "".join(c for c in plain if unicodedata.category(c)[0] == "L")
