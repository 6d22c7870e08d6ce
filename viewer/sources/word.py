"""A DOCX → its text and what it says of itself; runs in the parser's process."""

import io
import zipfile
from collections.abc import Iterator
from typing import Any

import docx
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.exceptions import OpcError
from docx.oxml.parser import parse_xml
from docx.package import Package
from lxml import etree

from viewer import __version__
from viewer.sources.parsed import Parsed
from viewer.sources.problems import Problem, ProblemError

#: What a real document stays far below: entries, bytes of all entries, bytes of its XML, and how
#: many times its own size it unpacks to, from a size on.
_MOST_ENTRIES = 5_000
_MOST_UNPACKED = 400 * 1024**2
_MOST_XML = 64 * 1024**2
_MOST_TIMES = 150
_SMALL = 16 * 1024**2

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
#: Settings, words that were deleted or moved away, and what stands there a second time.
_SKIPPED = {
    *(_W + name for name in ("pPr", "rPr", "tblPr", "trPr", "tcPr", "sectPr", "del", "moveFrom")),
    _FALLBACK,
}
_CHARACTERS = {"tab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "\u2011"}
_NOTES = {"footnoteReference": "footnotes", "endnoteReference": "endnotes"}


def parse(data: bytes, order: dict[str, Any]) -> Parsed:
    """Return what a DOCX says; raises `ProblemError`."""
    refuse_bomb(data)
    try:
        package = Package.open(io.BytesIO(data))
        reader = TextReader()
        reader.read(_root(package.main_document_part))
        notes = "".join(_notes(package.main_document_part, reader.notes))
        fields = _fields(package)
    except (OpcError, etree.XMLSyntaxError, KeyError, ValueError, zipfile.BadZipFile) as error:
        raise ProblemError(Problem.DAMAGED) from error
    tool = f"python-docx {docx.__version__}, by Casefile {__version__}"
    text = reader.text() + notes
    if len(text) > order["text_length"]:
        raise ProblemError(Problem.TOO_MUCH_TEXT)
    return Parsed(text, tool, fields)


def refuse_bomb(data: bytes) -> None:
    """Raise `ProblemError` for a zip that would unpack to far more than a document has.

    The sizes are those that the zip tells; what lies about them is cut there.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            entries = archive.infolist()
    except (zipfile.BadZipFile, ValueError, NotImplementedError) as error:
        raise ProblemError(Problem.DAMAGED) from error
    total = sum(entry.file_size for entry in entries)
    xml = sum(e.file_size for e in entries if e.filename.lower().endswith((".xml", ".rels")))
    is_bomb = len(entries) > _MOST_ENTRIES or total > _MOST_UNPACKED or xml > _MOST_XML
    if is_bomb or total > max(_SMALL, _MOST_TIMES * len(data)):
        raise ProblemError(Problem.BOMB)
    if any(entry.flag_bits & 1 for entry in entries):
        raise ProblemError(Problem.ENCRYPTED)


def _root(part: Any) -> Any:
    """Return a part's XML; python-docx keeps what it does not know as bytes."""
    element = getattr(part, "element", None)
    return parse_xml(part.blob) if element is None else element


def _fields(package: Package) -> dict[str, str]:
    """Return title, author and language; when a file was made is not when it was published."""
    said = package.core_properties
    language = said.language.split("-")[0].lower()
    return {"title": said.title, "author": said.author, "language": language}


def _notes(part: Any, wanted: list[tuple[str, str]]) -> Iterator[str]:
    """Yield the notes at the end, each with the sign that stands in the text."""
    known: dict[tuple[str, str], str] = {}
    for kind in ("footnotes", "endnotes"):
        if relation := getattr(RELATIONSHIP_TYPE, kind.upper(), None):
            for rel in part.rels.values():
                if rel.reltype == relation and not rel.is_external:
                    known |= {(kind, key): text for key, text in _texts_of(_root(rel.target_part))}
    for number, key in enumerate(wanted, start=1):
        if known.get(key):
            yield f"\n\n[{number}] {known[key]}"


def _texts_of(notes: Any) -> Iterator[tuple[str, str]]:
    for note in notes:
        reader = TextReader()
        reader.read(note)
        yield note.get(_W + "id", ""), reader.text()


class TextReader:
    """Gathers the paragraphs and tables of a document in one pass over its XML.

    `notes` are those that the text refers to, by kind and id.
    """

    def __init__(self) -> None:
        self.notes: list[tuple[str, str]] = []
        #: What is open: the document or a cell holds blocks, a table rows, a row cells.
        self._holders: list[list[str]] = [[]]
        self._tables: list[list[str]] = []
        self._rows: list[list[list[str]]] = []
        self._paragraphs: list[list[str]] = []

    def text(self) -> str:
        """Return the text so far, a blank line between blocks."""
        return "\n\n".join(self._holders[0])

    def read(self, root: Any) -> None:
        """Take in an element and all that is in it."""
        walk = etree.iterwalk(root, events=("start", "end"))
        for event, element in walk:
            if event == "start" and element.tag in _SKIPPED:
                walk.skip_subtree()
            elif isinstance(element.tag, str) and element.tag.startswith(_W):
                name = element.tag.removeprefix(_W)
                self._begin(name, element) if event == "start" else self._end(name)

    def _begin(self, name: str, element: Any) -> None:
        opened: dict[str, list[Any]] = {
            "p": self._paragraphs,
            "tc": self._holders,
            "tr": self._rows,
            "tbl": self._tables,
        }
        if name in opened:
            opened[name].append([])
        elif self._paragraphs:
            self._paragraphs[-1].append(self._characters(name, element))

    def _characters(self, name: str, element: Any) -> str:
        if name == "t":
            return element.text or ""
        if name in _NOTES:
            self.notes.append((_NOTES[name], element.get(_W + "id", "")))
            return f"[{len(self.notes)}]"
        return _CHARACTERS.get(name, "")

    def _end(self, name: str) -> None:
        if name == "p" and self._paragraphs:
            self._put("".join(self._paragraphs.pop()))
        elif name == "tc" and len(self._holders) > 1 and self._rows:
            self._rows[-1].append(self._holders.pop())
        elif name == "tr" and self._rows and self._tables:
            self._end_row(self._rows.pop())
        elif name == "tbl" and self._tables:
            self._put("\n".join(self._tables.pop()))

    def _put(self, text: str) -> None:
        if text := text.strip():
            self._holders[-1].append(text)

    def _end_row(self, cells: list[list[str]]) -> None:
        """Make a row one line of its table; where a cell holds several blocks, keep them apart."""
        if any(len(cell) > 1 for cell in cells):
            self._put("\n".join(self._tables[-1]))
            self._tables[-1].clear()
            self._holders[-1] += [block for cell in cells for block in cell]
        else:
            self._tables[-1].append("\t".join(" ".join(cell) for cell in cells).strip())
