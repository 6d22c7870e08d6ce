"""A record-to-be: what is shown of it before the user accepts or rejects it."""

from dataclasses import dataclass

from viewer.domain.suggestions import Suggestion

Span = tuple[int, int]

#: The kinds, in the order of those that begin with the same word.
KINDS = ("person", "place", "event", "quote", "figure")


@dataclass(frozen=True, slots=True)
class Proposal:
    """One record-to-be: a person with all mentions, a place, an event, a quote or a figure.

    `key` is what it is called within its document, the same each time; `kind` that of the record,
    "person" for an organisation too. `label` is its name, title or first words, `detail` says what
    else will be taken. `spans` are code points of the text, the main one first; `doubt` says why
    it is not accepted together with others, and is empty as a rule.
    """

    key: str
    kind: str
    label: str
    detail: str
    spans: tuple[Span, ...]
    confidence: float
    reason: str
    suggestions: tuple[Suggestion, ...]
    doubt: str = ""

    @property
    def order(self) -> tuple[int, int, int]:
        """Where it comes in the order of the text."""
        start, end = self.spans[0]
        return start, -end, KINDS.index(self.kind)


def joined(*parts: str) -> str:
    """Return what is said of a proposal on one line."""
    return " · ".join(part for part in parts if part)
