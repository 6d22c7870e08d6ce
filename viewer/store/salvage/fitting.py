"""Which of the records that could be read fit each other, as those of a sound case do."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from viewer.domain.changes import sha256
from viewer.domain.records import Document, Evidence, Name, Passage, Record, Tagging, fields_of
from viewer.domain.references import dates_of, references
from viewer.store.giving_up import IsGivenUp, heeded, never

_NO_ORIGINAL = (
    "Recovered from a damaged case file: the original is lost ({media_type}, SHA-256 {sha256}); "
    "what is kept in its place is the text."
)
_NO_TEXT = (
    "Recovered from a damaged case file: the text is lost, the original is whole. Import it again "
    "to read it."
)

Records = dict[str, Record]


@dataclass(frozen=True, slots=True)
class Misfit:
    """A record that could be read, and what about it no longer fits."""

    record: Record
    why: str


def with_whole_documents(
    records: Records, contents: Mapping[str, bytes]
) -> tuple[Records, list[Misfit], list[Misfit]]:
    """Return the records, what documents were left out, and what documents were marked.

    A document whose original is lost keeps its text, one whose text is lost its original; each
    says so in its note. One that lost both is left out.
    """
    kept, out, marked = dict(records), [], []
    for record in records.values():
        if not isinstance(record, Document):
            continue
        is_text = sha256(record.text.encode()) == record.text_sha256
        if is_text and record.sha256 in contents:
            continue
        whole = _without(record, is_text=is_text, is_original=record.sha256 in contents)
        if whole is None:
            del kept[record.id]
            out.append(Misfit(record, "neither its text nor its original is as it was received"))
        else:
            kept[record.id] = whole
            what = "its original is lost" if is_text else "its text is lost, and all on it"
            marked.append(Misfit(record, what))
    return kept, out, marked


def _without(document: Document, *, is_text: bool, is_original: bool) -> Document | None:
    if is_text:
        said = _NO_ORIGINAL.format(media_type=document.media_type, sha256=document.sha256)
        text_hash = document.text_sha256
        kept = replace(document, media_type="text/plain", sha256=text_hash)
    elif is_original:
        said, kept = _NO_TEXT, replace(document, text="", text_sha256=sha256(b""))
    else:
        return None
    return replace(kept, note="\n\n".join(filter(None, [document.note, said])))


def fitting(
    records: Records, is_given_up: IsGivenUp = never
) -> tuple[Records, list[Misfit], list[Misfit]]:
    """Return the records that fit each other, those left out, and those that lost a reference.

    Raises `Interrupted`.
    """
    kept, out = _without_misfits(records, is_given_up)
    cut = []
    for record in heeded(list(kept.values()), is_given_up):
        if (whole := _with_present_references(record, kept)) != record:
            kept[record.id] = whole
            cut.append(Misfit(record, "what it referred to is lost"))
    for record in _in_circles(kept):
        kept[record.id] = _undated(record)
        cut.append(Misfit(record, "its date counts from itself"))
    return kept, out, cut


def _without_misfits(records: Records, is_given_up: IsGivenUp) -> tuple[Records, list[Misfit]]:
    kept, out = dict(records), []
    referring = _referring(heeded(records.values(), is_given_up))
    misfits = list(_misfits(kept, is_given_up))
    while misfits:
        for misfit in misfits:
            del kept[misfit.record.id]
        out += misfits
        # Of the others, nothing is known that was not before.
        next_ones = dict.fromkeys(id for each in misfits for id in referring[each.record.id])
        left = [kept[id] for id in next_ones if id in kept]
        misfits = [Misfit(each, why) for each in left if (why := _why_not(each, kept))]
    return kept, out


def _referring(records: Iterable[Record]) -> defaultdict[str, list[str]]:
    """Return the ids of the records that refer to each."""
    found: defaultdict[str, list[str]] = defaultdict(list)
    for record in records:
        for _, _, id in references(record):
            found[id].append(record.id)
    return found


def _misfits(records: Records, is_given_up: IsGivenUp) -> Iterator[Misfit]:
    once: set[tuple[str, ...]] = set()
    for record in heeded(records.values(), is_given_up):
        why = _why_not(record, records) or _why_twice(record, once)
        if why:
            yield Misfit(record, why)


def _why_not(record: Record, records: Records) -> str:
    """Return why a record cannot be without what is lost; "" where it can."""
    needed = {field.name for field in fields_of(record.kind) if not field.optional}
    dates = dates_of(record.kind)
    for name, kind, id in references(record):
        if name in needed and name not in dates and not _is_there(records, id, kind):
            return "what it belongs to is lost"
    if isinstance(record, Passage):
        document = records[record.document_id]
        assert isinstance(document, Document)
        if not record.exact or document.text[record.start : record.end] != record.exact:
            return "its words are not the document's at that place"
    elif isinstance(record, Evidence) and record.field:
        of = records[record.record_id]
        if record.field not in {field.name for field in fields_of(of.kind)}:
            return "the record that it is for has no such field"
    return ""


def _is_there(records: Records, id: str, kind: str) -> bool:
    found = records.get(id)
    return found is not None and kind in ("", found.kind)


def _why_twice(record: Record, once: set[tuple[str, ...]]) -> str:
    key: tuple[str, ...]
    if isinstance(record, Name) and record.type == "main":
        key = ("name", record.person_id)
    elif isinstance(record, Tagging):
        key = (record.tag_id, record.target_id)
    elif record.kind == "case":
        key = ("case",)
    else:
        return ""
    if key in once:
        return "there is one already"
    once.add(key)
    return ""


def _with_present_references(record: Record, records: Records) -> Record:
    """Return a record without the references that it can be without, where they lead nowhere."""
    dates = dates_of(record.kind)
    for name, kind, id in references(record):
        if not _is_there(records, id, kind):
            date = getattr(record, name)
            value = replace(date, anchor_id=None, offset="") if name in dates else None
            record = replace(record, **{name: value})  # type: ignore[arg-type]
    return record


def _in_circles(records: Records) -> Iterator[Record]:
    """Yield one record of each circle, which is to be none any more when the next is asked for."""
    settled: set[str] = set()
    for id in list(records):
        path: dict[str, None] = {}
        at: str | None = id
        while at is not None and at not in settled and at not in path:
            path[at] = None
            at = _counts_from(records[at])
        if at in path:
            yield records[at]
        settled.update(path)


def _counts_from(record: Record) -> str | None:
    dates = [getattr(record, name) for name in dates_of(record.kind)]
    return next((date.anchor_id for date in dates if not date.edtf and date.anchor_id), None)


def _undated(record: Record) -> Record:
    dates = {name: getattr(record, name) for name in dates_of(record.kind)}
    return replace(record, **{n: replace(d, anchor_id=None, offset="") for n, d in dates.items()})
