"""How the domain reads a case, whoever keeps it."""

from collections.abc import Iterator
from typing import Any, Protocol, TypeVar

from viewer.domain.records import Case, Passage, Record

R = TypeVar("R", bound=Record)


class CaseReader(Protocol):
    """What a summary or a title needs to ask of a case; `store.CaseFile` answers."""

    @property
    def case(self) -> Case:
        """The record of the case itself."""

    def get(self, kind: type[R], id: str) -> R:
        """Return one record; raises `NotFoundError`."""

    def find(self, id: str) -> Record | None:
        """Return the record with that id, of whatever kind, or None."""

    def all(self, kind: type[R]) -> Iterator[R]:
        """Yield every record of a kind, in order of id."""

    def where(self, kind: type[R], **values: Any) -> list[R]:
        """Return the records whose fields equal `values`, in order of id."""

    def referring(self, id: str) -> list[Record]:
        """Return the records that refer to that id in any of their fields."""

    def passages(self, document_id: str) -> list[Passage]:
        """Return a document's passages in the order of the text."""
