"""Where the words of a statement stand, for people: "Document 1, paragraph 3, “words”"."""

from collections import defaultdict

from viewer.domain.records import Document, Evidence, Passage, Record
from viewer.domain.snapshot import Snapshot
from viewer.domain.summary import CaseSummary, PassageEntry
from viewer.domain.text import shortened, unisolated
from viewer.domain.titles import field_label
from viewer.domain.vocabularies import vocabulary

#: Code points of words that are repeated beside a statement; the passages hold them whole.
_SHOWN = 160


class Sourced:
    """Knows the numbers of documents and the places of passages, as a report gives them."""

    def __init__(self, summary: CaseSummary, view: Snapshot) -> None:
        self._view = view
        self._numbers = {d.id: n for n, d in enumerate(view.in_order(Document), start=1)}
        #: By document, span and words; and by document and words alone, where those stand once:
        #: of a text out of which names were taken, a report does not count the characters.
        self._exact: dict[tuple[int, int, int, str], PassageEntry] = {}
        self._alike: dict[tuple[int, str], set[tuple[int, int]]] = defaultdict(set)
        for entry in summary.passages:
            self._exact[entry.document, entry.start, entry.end, entry.words] = entry
            self._alike[entry.document, entry.words].add((entry.page, entry.paragraph))

    def number(self, document_id: str) -> int:
        """Return the number of a document in a report."""
        return self._numbers[document_id]

    def page(self, passage: Record) -> int | None:
        """Return the page of the original on which a passage stands; None where it has none."""
        return self._place(passage)[0] or None

    def paragraph(self, passage: Record) -> int | None:
        """Return the paragraph in which a passage stands, where a report tells it."""
        return self._place(passage)[1] or None

    def _place(self, passage: Record) -> tuple[int, int]:
        """Return page and paragraph, 0 for what is not known."""
        assert isinstance(passage, Passage)
        number = self.number(passage.document_id)
        entry = self._exact.get((number, passage.start, passage.end, passage.exact))
        if entry is not None:
            return entry.page, entry.paragraph
        alike = self._alike.get((number, passage.exact), ())
        return next(iter(alike)) if len(alike) == 1 else (0, 0)

    def said(self, passage: Passage) -> str:
        """Return where a passage stands, and its words."""
        parts = [f"Document {self.number(passage.document_id)}"]
        for name, number in (("page", self.page(passage)), ("paragraph", self.paragraph(passage))):
            if number:
                parts.append(f"{name} {number}")
        return ", ".join([*parts, f"“{shortened(passage.exact, _SHOWN)}”"])

    def evidence(self, record: Record) -> str:
        """Return all that speaks of a record, each field's on a line of its own."""
        return "\n".join(map(self._tie, self._view.where(Evidence, record_id=record.id)))

    def _tie(self, tie: Evidence) -> str:
        words = self.said(self._view.get(Passage, tie.passage_id))
        stance = vocabulary("stance").label(tie.stance).lower()
        more = [] if tie.stance == "supports" else [stance]
        more += [text for text in (tie.value and f"says: {tie.value}", tie.note) if text]
        told = f" ({'; '.join(more)})" if more else ""
        return f"{unisolated(field_label(self._view, tie))}: {words}{told}"
