"""Every text field of every kind of record, filled with texts that nobody should write.

CI fills them with a part of the texts. `CASEFILE_LONG=1 pytest tests/export/test_pdf_hostile.py`
takes all of them, and paragraphs of 200,000 characters.
"""

import os
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from tests.export.hostile import HOSTILE, letters, words
from tests.export.pdf_read import pdfium_words, said, written
from viewer.domain.dates import Date
from viewer.domain.documents import passage_at
from viewer.domain.fields import DateField, Text
from viewer.domain.records import (
    Annotation,
    Case,
    Document,
    Event,
    EventLink,
    Evidence,
    Figure,
    Involvement,
    Name,
    Person,
    Place,
    Quote,
    Record,
    Relationship,
    Tag,
    Tagging,
    fields_of,
)
from viewer.domain.snapshot import Snapshot
from viewer.domain.summary import summarise
from viewer.export.pdf import SECTIONS, PdfOptions

IS_LONG = bool(os.environ.get("CASEFILE_LONG"))
TEXTS = HOSTILE if IS_LONG else HOSTILE[::8]

#: What a report does not print, or not as it stands: codes, hashes, what only the program reads.
NOT_PRINTED = {
    *("case.language", "document.language", "document.file_name", "person.consent_date"),
    *("document.extracted_by", "document.text_sha256", "name.script", "annotation.author"),
    *("evidence.note", "evidence.value"),
}
#: What is bound to something else: the words of a passage to its document, a field to its record.
BOUND = {"document.text", "passage.exact", "passage.prefix", "passage.suffix", "evidence.field"}


def one_of_each(number: int, words: str) -> Iterator[Record]:
    """A record of each kind that holds text, tied to one another; their texts are filled later."""
    document = Document(id=f"document {number}", text=f"Before. {words} After.")
    passage = passage_at(document, 8, 8 + len(words), id=f"passage {number}")
    person, other = Person(id=f"person {number}"), Person(id=f"other {number}")
    event, then = Event(id=f"event {number}"), Event(id=f"then {number}")
    figure = Figure(id=f"figure {number}", claimant_id=person.id, number=number)
    yield from (document, passage, person, other, event, then, figure)
    yield Name(id=f"name {number}", person_id=person.id, text="")
    yield Place(id=f"place {number}")
    yield Involvement(id=f"part {number}", event_id=event.id, person_id=person.id)
    yield Relationship(id=f"tie {number}", person_id=person.id, other_id=other.id)
    yield EventLink(id=f"link {number}", event_id=event.id, other_id=then.id)
    yield Quote(id=f"quote {number}", passage_id=passage.id, speaker_id=person.id)
    yield Evidence(id=f"tie of {number}", record_id=event.id, field="", passage_id=passage.id)
    yield Annotation(id=f"note {number}", target_id=event.id)
    tag = Tag(id=f"tag {number}", label="")
    yield from (tag, Tagging(id=f"tagging {number}", tag_id=tag.id, target_id=event.id))


class Filled:
    """A case whose every text is hostile, each begun by a word of its own."""

    def __init__(self) -> None:
        #: The field and the text that each marker begins.
        self.texts: dict[str, tuple[str, str]] = {}
        records = [self.filled(Case(id="case"), TEXTS[0])]
        for number, text in enumerate(TEXTS):
            records += [self.filled(record, text) for record in one_of_each(number, text)]
        self.summary = summarise(Snapshot(records), "internal")

    def filled(self, record: Record, text: str) -> Record:
        values: dict[str, object] = {}
        for field in fields_of(record.kind):
            where = f"{record.kind}.{field.name}"
            if where in BOUND:
                continue
            if type(field.spec) is Text:
                values[field.name] = self.marked(where, text)
            elif isinstance(field.spec, DateField):
                values[field.name] = Date(written=self.marked(where, text))
        return replace(record, **values)  # type: ignore[arg-type]

    def marked(self, where: str, text: str) -> str:
        marker = f"q{len(self.texts)}x"
        self.texts[marker] = where, text
        return f"{marker} {text}"


@pytest.fixture(scope="module")
def filled() -> Filled:
    return Filled()


@pytest.fixture(scope="module")
def found(filled: Filled, tmp_path_factory: pytest.TempPathFactory) -> tuple[str, str]:
    """The letters that two readers find."""
    folder = tmp_path_factory.mktemp("hostile")
    reader = written(filled.summary, folder, PdfOptions(sections=SECTIONS))
    return letters(said(reader)), letters(pdfium_words(folder / "out.pdf"))


def test_there_are_two_hundred_different_texts() -> None:
    assert len(set(HOSTILE)) == 200


def test_every_text_field_is_printed_or_said_not_to_be(
    filled: Filled, found: tuple[str, str]
) -> None:
    text = found[0]
    printed = {where for marker, (where, _) in filled.texts.items() if marker in text}
    missing = {where for marker, (where, _) in filled.texts.items() if marker not in text}
    assert missing == NOT_PRINTED
    assert not printed & NOT_PRINTED


def test_what_went_in_comes_out_word_by_word(filled: Filled, found: tuple[str, str]) -> None:
    text = "".join(found)
    lost = {
        (where, word)
        for where, hostile in filled.texts.values()
        if where not in NOT_PRINTED
        for word in words(hostile)
        if word not in text
    }
    assert lost == set()


def test_no_letter_or_sign_is_lost(filled: Filled, found: tuple[str, str]) -> None:
    printed = [text for where, text in filled.texts.values() if where not in NOT_PRINTED]
    expected = Counter("".join(map(letters, printed)))
    # A sign that fonts lack is drawn as U+FFFD, whose own text is what stands for it.
    lost = {c: n for c, n in (expected - Counter(found[0])).items() if c != "\ufffd"}
    assert lost == {}


def test_nothing_is_drawn_but_text_and_what_the_report_draws(
    filled: Filled, tmp_path: Path
) -> None:
    reader = written(filled.summary, tmp_path, PdfOptions(sections=SECTIONS))
    assert not any(page.images for page in reader.pages)
    raw = (tmp_path / "out.pdf").read_bytes()
    for name in (b"/URI", b"/JavaScript", b"/Launch", b"/GoToR", b"/EmbeddedFile", b"root:x:"):
        assert name not in raw


@pytest.mark.skipif(not IS_LONG, reason="takes long: CASEFILE_LONG=1")
@pytest.mark.parametrize("text", ["So many words. ", "أسماء كثيرة ", "w", "a\u0301", "💣 ", "ا\n"])
def test_long_paragraphs_come_out_whole_in_every_long_field(text: str, tmp_path: Path) -> None:
    long = (text * (200_000 // len(text)))[:200_000].strip()
    records = [Case(id="case", summary=long)]
    for record in one_of_each(1, long):
        values = {f.name: long for f in fields_of(record.kind) if type(f.spec) is Text}
        texts = {name for name in values if f"{record.kind}.{name}" in LONG_FIELDS}
        records.append(replace(record, **{name: values[name] for name in texts}))
    summary = summarise(Snapshot(records), "internal")
    reader = written(summary, tmp_path, PdfOptions(sections=SECTIONS))
    lost = Counter(letters(long) * len(LONG_FIELDS)) - Counter(letters(said(reader)))
    assert lost == Counter()


LONG_FIELDS = {
    f"{kind.kind}.{field.name}"
    for kind in (Document, Person, Place, Event, Quote, Annotation)
    for field in fields_of(kind.kind)
    if isinstance(field.spec, Text) and field.spec.long
} - BOUND
