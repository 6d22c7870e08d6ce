"""Small DOCX files made for the tests."""

import zipfile
from collections.abc import Mapping
from io import BytesIO

from docx import Document

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


def docx(*paragraphs: str, rows: list[list[str]] | None = None, **described: str) -> bytes:
    document, out = Document(), BytesIO()
    for text in paragraphs:
        document.add_paragraph(text)
    if rows:
        table = document.add_table(len(rows), len(rows[0]))
        for row, cells in zip(table.rows, rows, strict=True):
            for cell, text in zip(row.cells, cells, strict=True):
                cell.text = text
    document.core_properties.author = ""
    for name, value in described.items():
        setattr(document.core_properties, name, value)
    document.save(out)
    return with_parts(out.getvalue(), {})


def dated(name: str) -> zipfile.ZipInfo:
    """Return an entry of a zip that is always of the same day."""
    entry = zipfile.ZipInfo(name)
    entry.compress_type = zipfile.ZIP_DEFLATED
    return entry


def with_parts(data: bytes, parts: Mapping[str, bytes]) -> bytes:
    """Return a DOCX with parts put in or in place of its own."""
    out = BytesIO()
    with (
        zipfile.ZipFile(BytesIO(data)) as old,
        zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new,
    ):
        for name in old.namelist():
            if name not in parts:
                new.writestr(dated(name), old.read(name))
        for name, content in parts.items():
            new.writestr(dated(name), content)
    return out.getvalue()


def with_body(xml: str, declaration: str = "", **parts: bytes) -> bytes:
    """Return a DOCX whose body is this XML."""
    document = f'{declaration}<w:document xmlns:w="{W}"><w:body>{xml}</w:body></w:document>'
    named = {name.replace("__", "/") + ".xml": content for name, content in parts.items()}
    return with_parts(docx("x"), {"word/document.xml": document.encode(), **named})
