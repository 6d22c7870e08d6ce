"""A name in one place of a PDF only: each is found, named to the user, and the file is gone."""

import base64
import zlib
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from pypdf import PdfWriter
from pypdf.annotations import FreeText
from pypdf.generic import TextStringObject

from tests.export.leaks.made_pdf import changed, drawn, lines, named, stream, value
from viewer.domain.redaction import Redactor, forms_of, parts_of
from viewer.domain.summary import CaseSummary
from viewer.errors import LeakError
from viewer.export.guarded import guarded
from viewer.export.leaks import pdf

NAMES = ("Amjad al-Dhamat", "أمجد الدهامات")
GUARD = Redactor({form: "Person 4" for n in NAMES for form in forms_of(n) | parts_of(n)})
SUMMARY = CaseSummary(title="A case", guard=GUARD)
Make = Callable[[Path], None]


def place_of(make: Make, folder: Path) -> list[str]:
    """Write a file that leaks; return where the user is told that it does."""
    out = folder / "out.pdf"
    out.write_bytes(b"before")
    said = "Nothing was written"
    with pytest.raises(LeakError, match=said) as caught, guarded(out, SUMMARY) as temporary:
        make(temporary)
    assert [file.name for file in folder.iterdir()] == ["out.pdf"]
    assert out.read_bytes() == b"before"
    assert all(hit.where in str(caught.value) for hit in caught.value.hits[:5])
    return sorted({hit.where for hit in caught.value.hits})


def is_let_through(make: Make, folder: Path) -> bool:
    with guarded(folder / "out.pdf", SUMMARY) as temporary:
        make(temporary)
    return (folder / "out.pdf").stat().st_size > 0


def page(*texts: str, **how: Any) -> Make:
    return lambda path: drawn(path, lines("Nobody."), lines(*texts, **how))


def test_a_page_about_nobody_is_let_through(tmp_path: Path) -> None:
    assert is_let_through(page("Nobody", "is named", "here."), tmp_path)


@pytest.mark.parametrize(
    "texts",
    [
        ("It was Amjad who said so.",),
        ("It was AMJAD’S word.",),
        ("JusticeForAmjad",),
        ("It was Amj-", "ad who said so."),
        ("It was Amj\u00adad.",),
        ("It was Amj", "ad who said so."),
        ("قال أمجد ذلك",),
        ("ﺪﺠﻣﺃ",),
        ("كلذ دجمأ لاق",),
        ("dajmA",),
    ],
)
def test_words_on_a_page(texts: tuple[str, ...], tmp_path: Path) -> None:
    assert "page 2" in place_of(page(*texts), tmp_path)


def test_a_name_in_two_lines_whose_parts_may_be_read(tmp_path: Path) -> None:
    surname = Redactor({("dhamat", "alwan"): "Person 4"})
    assert "page 2" in place_of_with(surname, page("of Dhamat", "Alwan and"), tmp_path)


def test_a_name_in_two_pages(tmp_path: Path) -> None:
    def make(path: Path) -> None:
        head = ("A case", "Page 1")
        drawn(path, lines(*head, "it was Dhamat"), lines(*head, "Alwan who said so"))

    surname = Redactor({("dhamat", "alwan"): "Person 4"})
    assert "page 1 and 2" in place_of_with(surname, make, tmp_path)


def place_of_with(guard: Redactor, make: Make, folder: Path) -> list[str]:
    summary, path = CaseSummary(guard=guard), folder / "out.pdf"
    with pytest.raises(LeakError) as caught, guarded(path, summary) as temporary:
        make(temporary)
    assert list(folder.iterdir()) == []
    return sorted({hit.where for hit in caught.value.hits})


def test_invisible_words(tmp_path: Path) -> None:
    assert "page 2" in place_of(page("Amjad", mode=3), tmp_path)


def test_words_beside_the_page(tmp_path: Path) -> None:
    assert "page 2" in place_of(page("Amjad", x=-900), tmp_path)


def test_white_words_under_a_box(tmp_path: Path) -> None:
    def hide(canvas: Any) -> None:
        canvas.setFillColorRGB(1, 1, 1)
        canvas.drawString(72, 700, "Amjad")
        canvas.setFillColorRGB(0, 0, 0)
        canvas.rect(60, 690, 200, 30, fill=1)

    assert "page 1" in place_of(lambda path: drawn(path, hide), tmp_path)


def test_a_drawing_that_no_page_uses(tmp_path: Path) -> None:
    def make(path: Path) -> None:
        def draw(canvas: Any) -> None:
            canvas.beginForm("unused")
            canvas.setFont("Vazirmatn", 12)
            canvas.drawString(0, 0, "أمجد")
            canvas.endForm()

        drawn(path, draw)

    assert place_of(make, tmp_path) == ["drawing"]


def in_the_catalog(**values: Any) -> Make:
    def change(writer: PdfWriter) -> None:
        writer.root_object.update(named(**values))

    return lambda path: changed(path, change)


def loose(thing: Any) -> Make:
    """Nothing refers to it."""
    return lambda path: changed(path, lambda writer: writer._add_object(thing))


PLACES: dict[str, tuple[str, Make]] = {
    "bookmark": (
        "bookmark",
        lambda path: changed(
            path, lambda writer: writer.add_outline_item(title="Amjad", page_number=0)
        ),
    ),
    "metadata": (
        "metadata",
        lambda path: changed(path, lambda writer: writer.add_metadata({"/Subject": "أمجد"})),
    ),
    "metadata of one's own": (
        "metadata",
        lambda path: changed(path, lambda writer: writer.add_metadata({"/Who": "Amjad"})),
    ),
    "a key of the metadata": (
        "name",
        lambda path: changed(path, lambda writer: writer.add_metadata({"/Amjad": "x"})),
    ),
    "XMP": (
        "metadata",
        loose(stream("<dc:title>أمجد</dc:title>".encode(), Type="/Metadata", Subtype="/XML")),
    ),
    "an attachment": (
        "attachment line 1",
        lambda path: changed(path, lambda w: w.add_attachment("a.txt", b"It was Amjad.")),
    ),
    "an attachment's name": (
        "attachment",
        lambda path: changed(path, lambda w: w.add_attachment("Amjad.txt", b"nobody")),
    ),
    "a note on the page": (
        "annotation",
        lambda path: changed(
            path,
            lambda w: w.add_annotation(0, FreeText(text="Amjad", rect=(9, 9, 99, 99))) and None,
        ),
    ),
    "a form field": (
        "form field",
        in_the_catalog(AcroForm=named(Fields=[named(FT="/Tx", T="who", V="Amjad")])),
    ),
    "a link": ("link", loose(named(S="/URI", URI="https://example.org/Amjad"))),
    "a named destination": ("name", in_the_catalog(Dests=named(Amjad=[0, "/Fit"]))),
    "a script": ("script", loose(named(S="/JavaScript", JS="alert('Amjad')"))),
    "a layer": ("layer", loose(named(Type="/OCG", Name="Amjad"))),
    "a page label": ("page label", in_the_catalog(PageLabels=named(Nums=[0, named(P="Amjad")]))),
    "an image's text": (
        "tag of the structure",
        loose(named(Type="/StructElem", S="/Figure", Alt="Amjad")),
    ),
    "text to copy": (
        "tag of the structure",
        loose(named(Type="/StructElem", S="/P", ActualText="أمجد")),
    ),
    "a key": ("name", in_the_catalog(PieceInfo=named(Amjad=named(LastModified="D:2026")))),
    "a string without a mark of its encoding": (
        "object",
        loose(named(Said=value("x"), By=TextStringObject("Amjad"))),
    ),
}


@pytest.mark.parametrize("name", PLACES)
def test_a_place_that_no_page_shows(name: str, tmp_path: Path) -> None:
    place, make = PLACES[name]
    assert place in place_of(make, tmp_path)


def test_text_for_copying_inside_a_page(tmp_path: Path) -> None:
    said = "أمجد".encode("utf-16-be").hex()

    def draw(canvas: Any) -> None:
        canvas._code.append(f"/Span<</ActualText<feff{said}>>>BDC")
        canvas.drawString(72, 700, "x")
        canvas._code.append("EMC")

    assert "text for copying" in place_of(lambda path: drawn(path, draw), tmp_path)


@pytest.mark.parametrize("name", ["Aldhamat", "الدهامات"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-16-be", "utf-16-le"])
def test_a_stream_that_nothing_refers_to_in_any_encoding(
    encoding: str, name: str, tmp_path: Path
) -> None:
    data = f"\x01\x9fPerson: {name}".encode(encoding, "replace")
    assert "data inside the file" in place_of(loose(stream(data)), tmp_path)


def test_what_an_earlier_revision_of_the_file_said(tmp_path: Path) -> None:
    def make(path: Path) -> None:
        drawn(path, lines("Nobody."))
        packed = zlib.compress(b"(It was Aldhamat) Tj")
        path.write_bytes(path.read_bytes() + b"\n9 0 obj\nstream\n" + packed + b"\nendstream\n")

    assert place_of(make, tmp_path) == ["data inside the file"]


def test_what_stands_behind_the_end_of_the_file(tmp_path: Path) -> None:
    def make(path: Path) -> None:
        drawn(path, lines("Nobody."))
        path.write_bytes(path.read_bytes() + b"% Aldhamat\n")

    assert place_of(make, tmp_path) == ["data inside the file"]


def test_a_pdf_inside_a_pdf(tmp_path: Path) -> None:
    def make(path: Path) -> None:
        drawn(path, lines("أمجد"))
        inside = path.read_bytes()
        changed(path, lambda writer: writer.add_attachment("b.pdf", inside) and None)

    assert "attachment page 1" in place_of(make, tmp_path)


@pytest.mark.parametrize("code", ["ascii85", "hexadecimal"])
def test_a_stream_that_is_packed_in_another_way(code: str, tmp_path: Path) -> None:
    filters = {"ascii85": "/ASCII85Decode", "hexadecimal": "/ASCIIHexDecode"}
    said = b"It was Aldhamat"
    packed = base64.a85encode(said) + b"~>" if code == "ascii85" else said.hex().encode() + b">"
    made = stream(packed, Filter=filters[code])
    assert "data inside the file" in place_of(loose(made), tmp_path)


def test_two_libraries_read_each_page(tmp_path: Path) -> None:
    drawn(tmp_path / "made.pdf", lines("It was Amjad"))
    found = [each.text for each in pdf.readings((tmp_path / "made.pdf").read_bytes())]
    assert sum(text.strip() == "It was Amjad" for text in found) == 2
