"""Words of documents that tell of who is left out, or of what is withheld of somebody."""

from collections import defaultdict
from functools import cached_property

from viewer.domain.protection.rewriting import Span, joined
from viewer.domain.protection.rules import Rules
from viewer.domain.protection.withheld import WithheldWords
from viewer.domain.reader import CaseReader
from viewer.domain.records import (
    Annotation,
    Decision,
    Document,
    Evidence,
    Involvement,
    Passage,
    Quote,
    Relationship,
    fields_of,
)


class Telling:
    """Asks a case for the passages that say more than an audience may read."""

    def __init__(self, case: CaseReader, rules: Rules) -> None:
        self._case = case
        self._rules = rules

    def annotations(self) -> set[str]:
        """Return the notes on such words: a note is about its target and shows its words."""
        if not self._rules.hidden and not self._rules.bare:
            return set()
        withheld = WithheldWords(self.passages)
        return {
            note.id
            for note in self._case.all(Annotation)
            if note.target_id in self._rules.describing
            or withheld.touch(self._case.find(note.target_id))
        }

    @cached_property
    def passages(self) -> list[Passage]:
        """The words of a detail, and those that somebody says or that tell of who is left out."""
        left_out = self._left_out()
        telling = {
            tie.passage_id
            for tie in self._case.all(Evidence)
            if tie.record_id in left_out or self._rules.is_of_a_detail(tie)
        }
        return [self._case.get(Passage, id) for id in sorted(telling | self._spoken())]

    def cuts(self) -> dict[str, list[Span]]:
        """Return the spans of each document that nobody reads: what those who are left out say,
        and what the user decided to withhold.
        """
        found: dict[str, list[Span]] = defaultdict(list)
        for id in self._spoken():
            passage = self._case.get(Passage, id)
            found[passage.document_id].append((passage.start, passage.end))
        for decision in self.decisions:
            if isinstance(self._case.find(decision.target_id), Document):
                found[decision.target_id].append((decision.start, decision.end))
        return found

    def cut_evidence(self) -> set[str]:
        """Return the evidence of whose words nothing would be left."""
        cuts = {document: joined(spans) for document, spans in self.cuts().items()}
        cut = {
            passage.id
            for document, spans in cuts.items()
            for passage in self._case.passages(document)
            if any(start <= passage.start and passage.end <= end for start, end in spans)
        }
        return {tie.id for tie in self._case.all(Evidence) if tie.passage_id in cut} if cut else cut

    @cached_property
    def decisions(self) -> list[Decision]:
        """The words that are withheld by decision, of fields and of texts."""
        if not self._rules.protected:
            return []
        return [each for each in self._case.all(Decision) if each.ruling == "withheld"]

    def _spoken(self) -> set[str]:
        absent = self._rules.absent
        return {q.passage_id for q in self._case.all(Quote) if q.speaker_id in absent}

    def _left_out(self) -> frozenset[str]:
        hidden = self._rules.hidden
        return hidden | {
            tie.id
            for kind in (Involvement, Relationship)
            for tie in self._case.all(kind)
            if hidden.intersection(getattr(tie, field.name) for field in fields_of(kind.kind))
        }
