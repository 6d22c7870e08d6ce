"""The documents of a case as an audience may read them, with their passages moved along."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import replace

from viewer.domain.changes import sha256
from viewer.domain.documents import passage_at
from viewer.domain.protection.rewriting import (
    Piece,
    Rewriting,
    Span,
    gaps,
    joined,
    replacements,
    rewritten,
    without,
)
from viewer.domain.protection.rules import Rules
from viewer.domain.protection.telling import Telling
from viewer.domain.records import Document, Passage, Record
from viewer.domain.redaction import Redactor


class Texts:
    """Rewrites the texts of documents; `redacted` are those in which words were replaced.

    `instead` stands for words that are cut out.
    """

    def __init__(self, rules: Rules, telling: Telling, redactor: Redactor, instead: str) -> None:
        self._instead = instead
        self._rules = rules
        self._redactor = redactor
        self._cuts = telling.cuts()
        self._telling = by_document(telling.passages)
        self.redacted: set[str] = set()

    def rewrite(self, left: dict[str, Record]) -> Iterator[Record]:
        """Yield documents and passages as they read now."""
        passages: dict[str, list[Passage]] = defaultdict(list)
        for record in left.values():
            if isinstance(record, Passage):
                passages[record.document_id].append(record)
        for record in left.values():
            if isinstance(record, Document):
                yield from self._rewritten(record, passages[record.id])

    def _rewritten(self, document: Document, passages: list[Passage]) -> Iterator[Record]:
        spans = [(passage.start, passage.end) for passage in passages]
        new = self._rewriting(document, spans)
        now = document if new.text == document.text else _with_text(document, new.text)
        yield now
        for passage in passages:
            moved = passage_at(now, *new.moved(passage.start, passage.end), id=passage.id)
            yield self._without_cut_names(moved)

    def _without_cut_names(self, passage: Passage) -> Passage:
        """What is around a passage begins and ends within words, which may make names of them."""
        before = "" if self._redactor.finds(passage.prefix) else passage.prefix
        after = "" if self._redactor.finds(passage.suffix) else passage.suffix
        return replace(passage, prefix=before, suffix=after)

    def _rewriting(self, document: Document, spans: list[Span]) -> Rewriting:
        text = document.text
        cuts = self._cuts.get(document.id, ())
        pieces = replacements(text, self._redactor, cuts, spans, self._instead)
        kept = self._kept(document, spans)
        told = rewritten(text, pieces, gaps(text, kept, pieces))
        if any(_is_within(piece, kept) for piece in pieces):
            self.redacted.add(document.id)
        return told

    def _kept(self, document: Document, spans: list[Span]) -> list[Span]:
        """Return what is given of a text: what is cited, or all but what tells too much."""
        if self._rules.audience.texts != "whole":
            return joined(spans)
        whole = [(0, len(document.text))]
        return list(without(whole, without(self._telling.get(document.id, ()), spans)))


def _is_within(piece: Piece, kept: Iterable[Span]) -> bool:
    return any(start < piece.end and piece.start < end for start, end in kept)


def _with_text(document: Document, text: str) -> Document:
    """A document with another text is another document; its original is not given with it."""
    hashed = sha256(text.encode())
    return replace(document, text=text, sha256=hashed, text_sha256=hashed, media_type="text/plain")


def by_document(passages: Iterable[Passage]) -> dict[str, list[Span]]:
    """Return the spans of passages by the id of their document."""
    found: dict[str, list[Span]] = defaultdict(list)
    for passage in passages:
        found[passage.document_id].append((passage.start, passage.end))
    return found
