"""A DOCX gives its paragraphs, tables and notes, as they read with all changes taken."""

import pytest

from tests.sources.words import W, docx, with_body, with_parts
from viewer.errors import UnreadableSource
from viewer.sources.reading import document_of, read_bytes


def text_of(data: bytes) -> str:
    return read_bytes(data, "statement.docx").text


def test_paragraphs_and_tables_are_read() -> None:
    data = docx("He left.", "She\tstayed\nhere.", rows=[["Name", "Age"], ["عمر", "20"]])
    assert text_of(data) == "He left.\n\nShe\tstayed\nhere.\n\nName\tAge\nعمر\t20"


def test_a_docx_becomes_a_document_with_what_it_says_of_itself() -> None:
    source = read_bytes(docx("Words.", title="A statement", author="Ada", language="en-US"))
    document, content = document_of(source)
    assert (document.title, document.author, document.language) == ("A statement", "Ada", "en")
    assert document.published.is_blank
    assert document.extracted_by.startswith("python-docx ")
    assert content.data == source.data


def test_changes_are_read_as_taken() -> None:
    run = "<w:r><w:t xml:space='preserve'>{}</w:t></w:r>"
    body = (
        f"<w:p><w:pPr><w:tabs><w:tab/></w:tabs></w:pPr>{run.format('They ')}"
        f"<w:ins>{run.format('never ')}</w:ins><w:del><w:r><w:delText>always </w:delText></w:r>"
        f"</w:del><w:smartTag>{run.format('came')}</w:smartTag><w:r><w:noBreakHyphen/></w:r></w:p>"
    )
    assert text_of(with_body(body)) == "They never came\u2011"


def test_a_cell_of_several_paragraphs_keeps_them_apart() -> None:
    def cell(*texts: str) -> str:
        return "<w:tc>{}</w:tc>".format(
            "".join(f"<w:p><w:r><w:t>{t}</w:t></w:r></w:p>" for t in texts)
        )

    rows = [cell("a") + cell("b"), cell("One.", "Two.") + cell("c"), cell("d") + cell("e")]
    table = "".join(f"<w:tr>{row}</w:tr>" for row in rows)
    assert text_of(with_body(f"<w:tbl>{table}</w:tbl>")) == "a\tb\n\nOne.\n\nTwo.\n\nc\n\nd\te"


def test_footnotes_stand_at_the_end() -> None:
    body = '<w:p><w:r><w:t>Killed</w:t><w:footnoteReference w:id="2"/></w:r></w:p>'
    words = "<w:p><w:r><w:t>By night.</w:t></w:r></w:p>"
    note = f'<w:footnotes xmlns:w="{W}"><w:footnote w:id="2">{words}'
    types = (
        b'<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/'
        b'2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/'
        b'officeDocument/2006/relationships/footnotes" Target="footnotes.xml"/></Relationships>'
    )
    parts = {
        "word/footnotes.xml": f"{note}</w:footnote></w:footnotes>".encode(),
        "word/_rels/document.xml.rels": types,
    }
    assert text_of(with_parts(with_body(body), parts)) == "Killed[1]\n\n[1] By night."


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (docx(""), "no words"),
        (docx("Words.")[:2000], "damaged"),
        (with_body("<w:p>"), "damaged"),
        (with_parts(docx("x"), {"[Content_Types].xml": b"no"}), "damaged"),
    ],
)
def test_what_gives_no_text_is_said_in_a_sentence(data: bytes, said: str) -> None:
    with pytest.raises(UnreadableSource, match=said):
        text_of(data)
