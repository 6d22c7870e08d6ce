"""Words that the user ties to a field of a record, with what they say of it."""

from viewer.domain.changes import ChangeSet, combined, creation, edit
from viewer.domain.ids import new_id
from viewer.domain.reader import CaseReader
from viewer.domain.records import Evidence, Passage
from viewer.errors import InvalidRecordError


def evidence_of(
    case: CaseReader,
    record_id: str,
    field: str,
    marked: tuple[Passage, ChangeSet],
    stance: str = "supports",
    value: str = "",
) -> ChangeSet:
    """Return the change set that ties a passage, which may be new, to a field.

    Words that are beside the field already take the stance. Raises `InvalidRecordError` where
    that changes nothing.
    """
    passage, marking = marked
    for known in case.where(Evidence, record_id=record_id, field=field, passage_id=passage.id):
        changed = edit(known, "Edit stance of words", stance=stance, value=value)
        if changed.is_empty:
            raise InvalidRecordError("These words are beside this field already.")
        return changed
    evidence = Evidence(
        id=new_id(),
        record_id=record_id,
        field=field,
        passage_id=passage.id,
        stance=stance,
        value=value,
    )
    return combined("Add words", (marking, creation(evidence)))
