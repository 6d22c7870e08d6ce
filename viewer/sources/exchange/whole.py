"""The records of a stranger's case against each other: what one by one could not be seen."""

from collections.abc import Iterator, Mapping
from dataclasses import replace

from viewer.domain.changes import Content, sha256
from viewer.domain.records import (
    KINDS,
    Audience,
    Case,
    Document,
    Evidence,
    Name,
    Passage,
    Record,
    Tagging,
    fields_of,
)
from viewer.domain.references import references
from viewer.domain.text import shortened
from viewer.sources.exchange.refusal import RefusalError

_PLAIN = "text/plain"

Records = Mapping[str, Record]


def place_of(record: Record) -> str:
    """Return how a record of the file is named to the user."""
    return f"{record.labels[0].lower()} {record.id}"


def require_sound(records: Records) -> None:
    """Raise `RefusalError` where records do not fit each other."""
    if sum(isinstance(record, Case) for record in records.values()) != 1:
        raise RefusalError("“case”", "there must be exactly one case in it")
    once: set[tuple[str, ...]] = set()
    for record in records.values():
        _check_references(record, records)
        _check_once(record, once)
        if isinstance(record, Passage):
            _check_passage(record, records)
        elif isinstance(record, Evidence):
            _check_evidence(record, records)
        elif isinstance(record, Audience) and record.never_exported != "left_out":
            what = "nobody may be told of persons never exported"
            raise RefusalError(f"{place_of(record)}, “never_exported”", what)


def _check_references(record: Record, records: Records) -> None:
    for field, kind, id in references(record):
        found = records.get(id)
        if found is None or (kind and found.kind != kind):
            what = KINDS[kind].labels[0].lower() if kind else "record"
            raise RefusalError(f"{place_of(record)}, “{field}”", f"there is no {what} {id} in it")


def _check_once(record: Record, once: set[tuple[str, ...]]) -> None:
    """A person has one main name, and a record each tag once."""
    if isinstance(record, Name) and record.type == "main":
        key = ("name", record.person_id)
    elif isinstance(record, Tagging):
        key = (record.tag_id, record.target_id)
    else:
        return
    if key in once:
        what = "a main name" if isinstance(record, Name) else "the same tag"
        raise RefusalError(place_of(record), f"{what} is given a second time")
    once.add(key)


def _check_passage(passage: Passage, records: Records) -> None:
    document = records[passage.document_id]
    assert isinstance(document, Document)
    text, start, end = document.text, passage.start, passage.end
    around = text[max(0, start - len(passage.prefix)) : end + len(passage.suffix)]
    is_there = text[start:end] == passage.exact != ""
    if not is_there or around != passage.prefix + passage.exact + passage.suffix:
        raise RefusalError(place_of(passage), "its words are not the document's at that place")


def _check_evidence(evidence: Evidence, records: Records) -> None:
    kind = records[evidence.record_id].kind
    if evidence.field and evidence.field not in {field.name for field in fields_of(kind)}:
        what = f"a {kind.replace('_', ' ')} has no field “{shortened(evidence.field)}”"
        raise RefusalError(place_of(evidence), what)


def with_originals(
    documents: Iterator[Document], originals: dict[str, bytes]
) -> Iterator[tuple[Document, Content]]:
    """Yield each document with the original that came with it, or else with its text as such.

    Raises `RefusalError` for a text or an original of another hash than the document says.
    """
    for document in documents:
        if document.text_sha256 not in ("", sha256(document.text.encode())):
            raise RefusalError(place_of(document), "its text is not what its hash says")
        original = originals.get(document.sha256)
        if original is None:
            yield _of_text(document)
        else:
            text_sha256 = sha256(document.text.encode())
            yield replace(document, text_sha256=text_sha256), Content(original)


def _of_text(document: Document) -> tuple[Document, Content]:
    """Only what is there is kept under a hash; of what is not, the document tells."""
    content = Content(document.text.encode())
    hash = f", SHA-256 {document.sha256}" if document.sha256 else ""
    note = f"Taken in without its original ({document.media_type}{hash}): only with its text."
    is_itself = document.media_type == _PLAIN and document.sha256 == content.sha256
    changed = replace(
        document,
        media_type=_PLAIN,
        sha256=content.sha256,
        text_sha256=content.sha256,
        note=document.note if is_itself else "\n\n".join(filter(None, [document.note, note])),
    )
    return changed, content
