"""Deciding on words that may tell who somebody is: each deed is one change set."""

from viewer.domain.changes import NOTHING, ChangeSet, creation, deletion, edit
from viewer.domain.identifying.mention import Mention
from viewer.domain.identifying.mentions import Rulings
from viewer.domain.ids import new_id
from viewer.domain.reader import CaseReader
from viewer.domain.records import Decision

_LABELS = {"withheld": "Withhold words", "kept": "Keep words"}


def decided(case: CaseReader, mention: Mention, ruling: str) -> ChangeSet:
    """Return the change set that rules on words: `ruling` is a code of that vocabulary.

    A ruling that stood before gives way to it; empty where nothing would change.
    """
    same = [each for each in _before(case, mention) if each.words == mention.words]
    if same:
        return edit(same[0], _LABELS[ruling], ruling=ruling)
    record = Decision(
        id=new_id(),
        target_id=mention.target_id,
        field=mention.field,
        start=mention.start,
        end=mention.end,
        words=mention.words,
        ruling=ruling,
    )
    return creation(record, label=_LABELS[ruling])


def undecided(case: CaseReader, mention: Mention) -> ChangeSet:
    """Return the change set after which words are asked about again."""
    before = _before(case, mention)
    return deletion(*before, label="Ask about words again") if before else NOTHING


def _before(case: CaseReader, mention: Mention) -> list[Decision]:
    text = getattr(case.find(mention.target_id), mention.field, "")
    return Rulings(case).on(mention, text)
