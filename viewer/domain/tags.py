"""Tags: put on by their label, renamed, and merged where two were made for one thing."""

from collections import deque
from collections.abc import Iterable
from dataclasses import replace
from typing import Any, cast

from viewer.domain.changes import NOTHING, Change, ChangeSet, creation
from viewer.domain.fields import Ref
from viewer.domain.ids import new_id
from viewer.domain.reader import CaseReader
from viewer.domain.records import Record, Tag, Tagging, fields_of
from viewer.domain.text import folded, normalised
from viewer.errors import InvalidRecordError


def clean_label(label: str) -> str:
    """Return a label as tags keep it: on one line, without white space around."""
    return " ".join(normalised(label).split())


def tag_called(case: CaseReader, label: str) -> Tag | None:
    """Return the tag that is called so, in capitals and with diacritics or not."""
    label = clean_label(label)
    exact = case.where(Tag, label=label)
    if exact:
        return exact[0]
    wanted = folded(label)
    return next((tag for tag in case.all(Tag) if folded(tag.label) == wanted), None)


def twin_of(case: CaseReader, tag: Tag) -> Tag | None:
    """Return another tag that is called the same, in capitals and with diacritics or not."""
    wanted = folded(tag.label)
    others = (other for other in case.all(Tag) if other.id != tag.id)
    return next((other for other in others if folded(other.label) == wanted), None)


def tagged(case: CaseReader, target_id: str, labels: Iterable[str]) -> ChangeSet:
    """Return the change set that puts tags on a record, making those that are not there yet.

    Tags that it has already, and labels without a letter, are left out.
    """
    has = {tagging.tag_id for tagging in case.where(Tagging, target_id=target_id)}
    made: list[Record] = []
    for label in _distinct(labels):
        tag = tag_called(case, label)
        if tag is None:
            tag = Tag(id=new_id(), label=label)
            made.append(tag)
        if tag.id not in has:
            made.append(Tagging(id=new_id(), tag_id=tag.id, target_id=target_id))
    return creation(*made, label="Add tag") if made else NOTHING


def _distinct(labels: Iterable[str]) -> list[str]:
    """Return the labels, each as it was written first."""
    found: dict[str, str] = {}
    for label in map(clean_label, labels):
        if label:
            found.setdefault(folded(label), label)
    return list(found.values())


def renamed(case: CaseReader, tag: Tag, label: str) -> ChangeSet:
    """Return the change set that calls a tag otherwise.

    Raises `InvalidRecordError` for an empty label and for that of another tag, with which it can
    be merged instead.
    """
    label = clean_label(label)
    if not label:
        raise InvalidRecordError("A tag needs a name; it keeps the one that it has.")
    other = tag_called(case, label)
    if other is not None and other.id != tag.id:
        raise InvalidRecordError(
            f"There is a tag “{other.label}” already; nothing was renamed. Merge the two instead."
        )
    after = replace(tag, label=label)
    return NOTHING if after == tag else ChangeSet("Rename tag", (Change(tag, after),))


def merged(case: CaseReader, kept: Tag, others: Iterable[Tag]) -> ChangeSet:
    """Return the change set that makes several tags one: what has any of them has `kept` after.

    What was said of the others is said of `kept`; a record that had several has one.
    """
    going = {tag.id: tag for tag in others if tag.id != kept.id}
    if not going:
        return NOTHING
    merging = _Merging(case, kept)
    for tag in going.values():
        merging.let_go(tag, kept.id)
    return ChangeSet("Merge tags", merging.changes())


class _Merging:
    """Follows every reference to what goes, and to what goes because of that."""

    def __init__(self, case: CaseReader, kept: Tag) -> None:
        self._case = case
        self._new: dict[str, tuple[Record, Record]] = {}
        self._gone: dict[str, Record] = {}
        self._taken = {t.target_id: t.id for t in case.where(Tagging, tag_id=kept.id)}
        self._kept_id = kept.id

    def let_go(self, record: Record, instead: str) -> None:
        """Let another record stand wherever one is referred to."""
        waiting = deque([(record, instead)])
        while waiting:
            gone, kept_id = waiting.popleft()
            self._gone[gone.id] = gone
            for user in self._case.referring(gone.id):
                if user.id in self._gone:
                    continue
                before, now = self._new.get(user.id, (user, user))
                self._new[user.id] = before, _with(now, gone.id, kept_id)
                if twin := self._twin(self._new[user.id][1]):
                    waiting.append((before, twin))
                    self._gone[user.id] = before

    def _twin(self, record: Record) -> str:
        """Return the tagging that says the same already; "" where there is none."""
        if not isinstance(record, Tagging) or record.tag_id != self._kept_id:
            return ""
        twin = self._taken.setdefault(record.target_id, record.id)
        return "" if twin == record.id else twin

    def changes(self) -> tuple[Change, ...]:
        """Return the changes: what refers otherwise, then what goes, tags last."""
        stays = [pair for id, pair in self._new.items() if id not in self._gone]
        going = sorted(self._gone.values(), key=lambda record: isinstance(record, Tag))
        return (
            *(Change(before, after) for before, after in stays),
            *(Change(record, None) for record in going),
        )


def _with(record: Record, old: str, new: str) -> Record:
    values = {
        field.name: new
        for field in fields_of(record.kind)
        if isinstance(field.spec, Ref) and getattr(record, field.name) == old
    }
    return replace(record, **cast(Any, values))
