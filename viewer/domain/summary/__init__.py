"""What a report says of a case: a tree of plain words, protected for its audience."""

from viewer.domain.summary.blank import blank
from viewer.domain.summary.build import summarise
from viewer.domain.summary.leaves import (
    Dated,
    Link,
    Part,
    PlaceInText,
    Reference,
    Statement,
    Target,
    Tie,
)
from viewer.domain.summary.scope import WHOLE_CASE, Scope
from viewer.domain.summary.tree import (
    ActEntry,
    AnnotationEntry,
    CaseSummary,
    DocumentEntry,
    EventEntry,
    FigureEntry,
    FigureGroup,
    NoteEntry,
    PassageEntry,
    PersonEntry,
    PlaceEntry,
    QuoteEntry,
    strings,
    texts,
)

__all__ = [
    "WHOLE_CASE",
    "ActEntry",
    "AnnotationEntry",
    "CaseSummary",
    "Dated",
    "DocumentEntry",
    "EventEntry",
    "FigureEntry",
    "FigureGroup",
    "Link",
    "NoteEntry",
    "Part",
    "PassageEntry",
    "PersonEntry",
    "PlaceEntry",
    "PlaceInText",
    "QuoteEntry",
    "Reference",
    "Scope",
    "Statement",
    "Target",
    "Tie",
    "blank",
    "strings",
    "summarise",
    "texts",
]
