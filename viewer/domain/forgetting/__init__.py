"""Removing for good: what goes with a person or document, and what is rewritten without the name.

It is planned here, in one value that can be shown before anything is done; the store carries it
out, as it alone can reach the history and the bytes of the file.
"""

from viewer.domain.forgetting.parts import (
    CHOICES,
    Choice,
    Forgetting,
    NamingDocument,
    Shared,
    Target,
)
from viewer.domain.forgetting.planning import planned
from viewer.domain.forgetting.preview import UNREACHED, Preview, previewed

__all__ = [
    "CHOICES",
    "UNREACHED",
    "Choice",
    "Forgetting",
    "NamingDocument",
    "Preview",
    "Shared",
    "Target",
    "planned",
    "previewed",
]
