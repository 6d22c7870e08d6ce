"""Words of documents that speak of what is withheld, and which others they share letters with."""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable

from viewer.domain.protection.rewriting import Span, joined
from viewer.domain.records import Passage, Record


class WithheldWords:
    """Spans of documents, in code points, joined where they touch."""

    def __init__(self, passages: Iterable[Passage]) -> None:
        spans: dict[str, list[Span]] = defaultdict(list)
        for passage in passages:
            spans[passage.document_id].append((passage.start, passage.end))
        self._spans = {document: joined(found) for document, found in spans.items()}

    def touch(self, record: Record | None) -> bool:
        """Tell whether a record is a passage that has letters of these words."""
        if not isinstance(record, Passage):
            return False
        spans = self._spans.get(record.document_id, [])
        before = bisect_right(spans, (record.end, -1)) - 1
        return before >= 0 and spans[before][0] < record.end and spans[before][1] > record.start
