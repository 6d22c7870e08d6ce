"""Records without the name: their fields, and the text of documents with what stands in it."""

import json
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Any

from viewer.domain.changes import sha256
from viewer.domain.dates import Date
from viewer.domain.documents import passage_at
from viewer.domain.fields import Moment, NamedField, Text
from viewer.domain.protection.rewriting import Rewriting, Span, replacements
from viewer.domain.protection.view import TECHNICAL
from viewer.domain.records import Decision, Document, Passage, Record, Rejection, fields_of
from viewer.domain.redaction import Redactor
from viewer.domain.wording import Wording
from viewer.errors import CasefileError

#: Text fields that hold hashes and ids, and those that hold a code of the program's; in a case that
#: came from elsewhere they may hold anything.
_DIGITS = {"sha256", "text_sha256", "documents"}
_CODES = TECHNICAL | {"listed", "suggested", "format", "script"}
_CODE = re.compile("[!-~]*")
#: Digits and letters in which a short name may stand by chance.
_ID = re.compile("[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}")
#: What a change of its own replaces in a document, and in what stands in it.
_OF_TEXTS = {
    "document": frozenset({"text", "text_sha256"}),
    "passage": frozenset({"exact", "prefix", "suffix"}),
}
_MOST_ROUNDS = 6

#: A record that stands at a place of a document's text.
Placed = Passage | Rejection | Decision


class Rewriter:
    """Takes a name out of records, and counts in `words` what stood there."""

    def __init__(self, redactor: Redactor, wording: Wording, day: str) -> None:
        self._redactor, self._wording, self._day = redactor, wording, day
        self.words: Counter[str] = Counter()

    def record(self, record: Record) -> Record:
        """Return a record whose fields do not hold the name; not the text of a document."""
        changed: dict[str, Any] = {}
        for field in fields_of(record.kind):
            value = getattr(record, field.name)
            if field.name in _OF_TEXTS.get(record.kind, ()) or not is_words(field, value):
                continue
            new = self._value(field.name, value)
            if new != value:
                changed[field.name] = new
        return replace(record, **changed) if changed else record

    def _value(self, name: str, value: Any) -> Any:
        if isinstance(value, Date):
            written, basis = self.text(value.written), self.text(value.basis)
            return replace(value, written=written, basis=basis)
        return self._criteria(value) if name == "criteria" else self.text(value)

    def _criteria(self, value: str) -> str:
        """JSON is taken apart, so that what is put in its strings breaks nothing."""
        try:
            found = json.loads(value)
        except ValueError:
            return self.text(value)
        new = self._deep(found)
        return value if new == found else json.dumps(new, ensure_ascii=False)

    def _deep(self, found: Any) -> Any:
        if isinstance(found, dict):
            return {key: self._deep(each) for key, each in found.items()}
        if isinstance(found, list):
            return [self._deep(each) for each in found]
        is_words = isinstance(found, str) and not _ID.fullmatch(found)
        return self.text(found) if is_words else found

    def text(self, text: str) -> str:
        """Return a text with something else in place of the name."""
        matches = list(self._redactor.matches(text)) if text else []
        self.words.update(text[match.start : match.end] for match in matches)
        return self._redactor.redacted(text) if matches else text

    def document(self, document: Document, placed: Iterable[Placed]) -> Iterator[Record]:
        """Yield a document without the name and without its original, and all that stands in it.

        Raises `CasefileError` where the name cannot be taken out.
        """
        passages = list(placed)
        spans = [(each.start, each.end) for each in passages if isinstance(each, Passage)]
        moving = self._moving(document, spans)
        text = moving[-1].text
        yield self.record(self._with_text(document, text))
        now = replace(document, text=text)
        yield from (self._moved(each, now, moving) for each in passages)

    def _moving(self, document: Document, spans: list[Span]) -> list[Rewriting]:
        text, moving = document.text, list[Rewriting]()
        for _ in range(_MOST_ROUNDS):
            pieces = replacements(text, self._redactor, (), spans, "")
            self.words.update(text[piece.start : piece.end] for piece in pieces)
            moving.append(Rewriting(text, pieces))
            text, spans = moving[-1].text, [moving[-1].moved(*span) for span in spans]
            if not self._redactor.finds(text) and not self._is_cut_to_name(text, spans):
                return moving
        raise CasefileError(
            f"The name cannot be taken out of “{document.title}”. Nothing was changed: remove that "
            "document too, or keep it with the name."
        )

    def _is_cut_to_name(self, text: str, spans: list[Span]) -> bool:
        return any(self._redactor.finds(text[start:end]) for start, end in spans)

    def _with_text(self, document: Document, text: str) -> Document:
        hashed = sha256(text.encode())
        said = self._wording("withheld.without_original", day=self._day)
        return replace(
            document,
            text=text,
            sha256=hashed,
            text_sha256=hashed,
            media_type="text/plain",
            note="\n".join(filter(None, (document.note, said))),
        )

    def _moved(self, record: Placed, now: Document, moving: list[Rewriting]) -> Record:
        start, end = record.start, record.end
        for each in moving:
            start, end = each.moved(start, end)
        match record:
            case Passage():
                return self._without_cut_names(passage_at(now, start, end, id=record.id))
            case Decision():
                return replace(record, start=start, end=end, words=now.text[start:end])
            case Rejection():
                return self.record(replace(record, start=start, end=end))

    def _without_cut_names(self, passage: Passage) -> Passage:
        """What is around a passage begins and ends within words, which may make names of them."""
        before = "" if self._redactor.finds(passage.prefix) else passage.prefix
        after = "" if self._redactor.finds(passage.suffix) else passage.suffix
        return replace(passage, prefix=before, suffix=after)


def is_words(field: NamedField, value: Any) -> bool:
    """Tell whether a field's value is words, in which a name may stand."""
    if isinstance(value, Date):
        return True
    is_text = isinstance(field.spec, Text) and not isinstance(field.spec, Moment)
    if not is_text or field.name in _DIGITS:
        return False
    return field.name not in _CODES or not _CODE.fullmatch(value)


def words_of(record: Record) -> Iterator[str]:
    """Yield the words of a record's fields in which a name may stand, those of its dates too."""
    for field in fields_of(record.kind):
        value = getattr(record, field.name)
        if isinstance(value, Date):
            yield from (value.written, value.basis)
        elif is_words(field, value):
            yield without_ids(field.name, value)


def without_ids(name: str, value: str) -> str:
    """Return the words of a field by its name: what a filter asks for may be ids of records."""
    return _ID.sub(" ", value) if name == "criteria" else value
