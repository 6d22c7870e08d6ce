"""What of a list is wanted."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from viewer.domain.criteria import Criteria

_ANY = Criteria()


@dataclass(frozen=True, slots=True)
class ListQuery:
    """A list, its order, the filter line's words, its filters, fields with given values."""

    kind: str
    sort: str = ""
    descending: bool = False
    words: str = ""
    fields: Mapping[str, Any] = field(default_factory=dict)
    criteria: Criteria = _ANY

    @property
    def is_filtered(self) -> bool:
        """Whether it may leave rows out."""
        return bool(self.words or self.fields or not self.criteria.is_empty)
