"""Annotations as they are made and edited: on words or on a record, with tags (W3C)."""

from collections.abc import Iterable
from typing import Any

from viewer.domain.changes import NOTHING, ChangeSet, combined, creation, edit
from viewer.domain.documents import now
from viewer.domain.ids import new_id
from viewer.domain.reader import CaseReader
from viewer.domain.records import Annotation, Evidence, Record
from viewer.domain.tags import tagged
from viewer.domain.text import normalised
from viewer.domain.vocabularies import vocabulary
from viewer.errors import InvalidRecordError

_DEEDS = {
    "commenting": "Add note",
    "highlighting": "Highlight words",
    "tagging": "Tag words",
    "questioning": "Add question",
}
#: What says nothing without words.
_NEED_WORDS = ("commenting", "questioning")


def annotated(
    case: CaseReader,
    target_id: str,
    *,
    motivation: str = "commenting",
    body: str = "",
    colour: str = "yellow",
    tags: Iterable[str] = (),
    author: str = "",
    first: ChangeSet = NOTHING,
) -> tuple[Annotation, ChangeSet]:
    """Return a new annotation and the change set that adds it, with tags by their labels.

    `first` makes what it is on, such as a passage that is not there yet. `created` is the present
    time. Raises `InvalidRecordError` where the kind of annotation needs words or tags and has none.
    """
    body, labels = normalised(body).strip(), list(tags)
    _require_something(motivation, body, labels)
    annotation = Annotation(
        id=new_id(),
        target_id=target_id,
        motivation=motivation,
        body=body,
        colour=colour,
        author=author,
        created=now(),
    )
    parts = (first, creation(annotation), tagged(case, annotation.id, labels))
    return annotation, combined(_DEEDS.get(motivation, "Add annotation"), parts)


def _require_something(motivation: str, body: str, tags: list[str]) -> None:
    if motivation in _NEED_WORDS and not body:
        said = vocabulary("motivation").label(motivation).lower()
        raise InvalidRecordError(f"Write what the {said} says; nothing was kept yet.")
    if motivation == "tagging" and not tags:
        raise InvalidRecordError("Give the words at least one tag; nothing was kept yet.")


def edited(annotation: Annotation, label: str = "", /, **values: Any) -> ChangeSet:
    """Return the change set that gives an annotation new values and says when.

    Who wrote it, and when it was created, stays. Empty if nothing would differ.
    """
    if all(getattr(annotation, name) == value for name, value in values.items()):
        return NOTHING
    return edit(annotation, label, modified=now(), **values)


def edit_of(record: Record, label: str = "", /, **values: Any) -> ChangeSet:
    """Return the change set that edits a record of any kind as it is edited by its user."""
    if isinstance(record, Annotation):
        return edited(record, label, **values)
    if isinstance(record, Evidence):
        return edit(record, label, **_consistent(record, values))
    return edit(record, label, **values)


def _consistent(evidence: Evidence, values: dict[str, Any]) -> dict[str, Any]:
    """Let words contradict that say something else, and none say so that do not contradict."""
    if values.get("value"):
        return {"stance": "contradicts", **values}
    if values.get("stance", evidence.stance) != "contradicts":
        return {**values, "value": ""}
    return values


def meaning(colour: str) -> str:
    """Return what a colour says, as in "confirmed"."""
    label = vocabulary("colour").label(colour)
    return label.partition(" · ")[2] or label
