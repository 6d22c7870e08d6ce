"""What happened to a document is told from its history, oldest first, with hashes."""

from dataclasses import dataclass
from typing import Any

from viewer.domain.custody import custody
from viewer.domain.records import Export

WHOLE = {
    "title": "A letter",
    "type": "letter",
    "file_name": "letter.txt",
    "media_type": "text/plain",
    "received": "2024-05-01T08:00:00Z",
    "extracted_by": "Casefile 0.1.0",
    "sha256": "a" * 64,
    "text_sha256": "b" * 64,
    "text": "Dear Sir",
}


@dataclass(frozen=True)
class Entry:
    seq: int
    deed: str = "do"
    at: str = "2024-05-01T09:00:00.000Z"
    who: str = "Leïla"


@dataclass(frozen=True)
class Past:
    entry: Entry
    before: dict[str, Any] | None
    after: dict[str, Any] | None


def test_a_document_is_received_and_its_text_taken_out() -> None:
    received, extracted = custody([Past(Entry(2), None, WHOLE)], [])
    assert (received.number, received.who, received.what) == (2, "Leïla", "Received")
    assert received.facts == (
        ("File", "letter.txt"),
        ("Type", "text/plain"),
        ("Received", "2024-05-01T08:00:00Z"),
        ("SHA-256 of the original", "a" * 64),
    )
    assert extracted.facts == (
        ("By", "Casefile 0.1.0"),
        ("SHA-256 of the text", "b" * 64),
        ("Characters", "8"),
    )


def test_a_changed_description_is_told_field_by_field_and_undone_as_such() -> None:
    date = {"written": "May", "edtf": "2024-05", "anchor_id": None, "offset": "", "basis": ""}
    none = {**date, "written": "", "edtf": ""}
    old = {"title": "A letter", "type": "letter", "published": none}
    new = {"title": "", "type": "report", "published": date}
    changed, undone = custody([Past(Entry(3), old, new), Past(Entry(4, "undo"), new, old)], [])
    assert changed.what == "Description changed"
    assert changed.facts == (
        ("Title", "A letter → nothing"),
        ("Type", "Letter → Report"),
        ("Published", "nothing → May"),
    )
    assert undone.what == "Undone: Description changed"


def test_deleted_brought_back_and_removed_for_good() -> None:
    pasts = [
        Past(Entry(2), None, WHOLE),
        Past(Entry(3), WHOLE, None),
        Past(Entry(4, "undo"), None, WHOLE),
        Past(Entry(5), None, None),
        Past(Entry(6, "forget"), None, WHOLE),
    ]
    assert [(step.number, step.what) for step in custody(pasts, [])[2:]] == [
        (3, "Deleted"),
        (4, "Brought back"),
        (5, "Something that was removed for good"),
        (6, "Words removed for good"),
    ]


def test_exports_stand_where_they_were_made() -> None:
    export = Export(
        id="x",
        at="2024-05-02T00:00:00Z",
        format="PDF",
        file_name="summary.pdf",
        audience="Public",
        sha256="c" * 64,
    )
    pasts = [Past(Entry(2), None, WHOLE), Past(Entry(9), WHOLE, None)]
    steps = custody(pasts, [(export, Entry(5, "log"))])
    assert [step.number for step in steps] == [2, 2, 5, 9]
    assert steps[2].at == "2024-05-02T00:00:00Z"
    assert steps[2].facts == (
        ("File", "summary.pdf"),
        ("Format", "PDF"),
        ("For whom", "Public"),
        ("SHA-256 of the file", "c" * 64),
    )
