"""Which lines of the history say something of who or what is removed for good."""

from collections.abc import Callable, Iterator, Mapping
from typing import Any, NamedTuple

from viewer.domain.fields import Ref
from viewer.domain.forgetting.originals import holds
from viewer.domain.forgetting.parts import Forgetting
from viewer.domain.forgetting.rewriting import is_words, without_ids
from viewer.domain.records import KINDS, fields_of
from viewer.domain.redaction import Redactor
from viewer.errors import NotFoundError

#: Kinds that stand at a place of a document's text, and the field that names the document.
_PLACED = {"passage": "document_id", "rejection": "document_id", "decision": "target_id"}


class Line(NamedTuple):
    """What one deed did to one record; `values` are all that it says, of before and after."""

    seq: int
    n: int
    kind: str
    record_id: str
    values: tuple[Mapping[str, Any], ...]


class Traces:
    """Judges lines of the history, once `learn` was told of all of them.

    `is_present` tells whether a record is in the case now, `content` gives original bytes.
    """

    def __init__(
        self,
        plan: Forgetting,
        is_present: Callable[[str], bool],
        content: Callable[[str], bytes],
    ) -> None:
        self._plan, self._is_present, self._content = plan, is_present, content
        self._finds = _Finding(plan.redactor)
        #: All that goes: also what was deleted before, and was about it.
        self.ids = set(plan.ids)

    @property
    def words(self) -> frozenset[str]:
        """The words of the name that were found."""
        return frozenset(self._finds.words)

    def learn(self, line: Line) -> bool:
        """Add a record that is gone already and cannot be without what goes; whether it is new."""
        if line.record_id in self.ids or self._is_present(line.record_id):
            return False
        if not self._belongs(line):
            return False
        self.ids.add(line.record_id)
        return True

    def _belongs(self, line: Line) -> bool:
        if any(id in self.ids for id in _needed(line)):
            return True
        if line.kind in _PLACED:
            return any(each.get(_PLACED[line.kind]) in self._plan.recut for each in line.values)
        return line.kind == "document" and self._is_named(line)

    def _is_named(self, line: Line) -> bool:
        """A deleted document that names the person goes: nobody could take the name out of it."""
        return any(map(self._finds, _words(line, ("text",)))) or self._original_names(line)

    def _original_names(self, line: Line) -> bool:
        names = tuple(self._plan.words)
        return any(
            holds(self._original(each["sha256"]), self._plan.redactor, names)
            for each in line.values
            if each.get("sha256")
        )

    def _original(self, sha256: str) -> bytes:
        try:
            return self._content(sha256)
        except NotFoundError:
            return b""

    def is_to_go(self, line: Line) -> bool:
        """Tell whether what a line says must be emptied."""
        if line.record_id in self.ids or line.record_id in self._plan.recut:
            return True
        if any(value in self.ids for value in _texts(line)):
            return True
        return self.names(line)

    def names(self, line: Line) -> bool:
        """Tell whether a line that stays holds the name all the same."""
        return not self._is_exempt(line) and any(map(self._finds, _words(line)))

    def is_naming(self, text: str) -> bool:
        """Tell whether a label or a signature holds the name."""
        return self._finds(text)

    def _is_exempt(self, line: Line) -> bool:
        kept = self._plan.exempt
        of_kept = (each.get("document_id") in kept for each in line.values)
        return line.record_id in kept or (line.kind == "passage" and any(of_kept))


class _Finding:
    """Finds the name in texts, each of which is looked at once, and keeps the words found."""

    def __init__(self, redactor: Redactor) -> None:
        self._redactor = redactor
        self._known: dict[str, bool] = {}
        self.words: set[str] = set()

    def __call__(self, text: str) -> bool:
        known = self._known.get(text)
        if known is None:
            found = [text[match.start : match.end] for match in self._redactor.matches(text)]
            self.words.update(found)
            known = self._known[text] = bool(found)
        return known


def _needed(line: Line) -> Iterator[Any]:
    """Yield the ids of what a record cannot be without."""
    for field in fields_of(line.kind):
        if isinstance(field.spec, Ref) and not field.optional:
            yield from (each[field.name] for each in line.values if field.name in each)


def _texts(line: Line) -> Iterator[str]:
    for each in line.values:
        for value in each.values():
            parts = value.values() if isinstance(value, dict) else (value,)
            yield from (part for part in parts if isinstance(part, str))


def _words(line: Line, only: tuple[str, ...] = ()) -> Iterator[str]:
    """Yield the texts of a line in which a name may stand."""
    fields = {field.name: field for field in fields_of(line.kind)} if line.kind in KINDS else {}
    for each in line.values:
        for name, value in each.items():
            if only and name not in only:
                continue
            if isinstance(value, dict):
                yield from (str(value.get(part) or "") for part in ("written", "basis"))
            elif isinstance(value, str) and (name not in fields or is_words(fields[name], value)):
                yield without_ids(name, value)
