"""Careful defaults: who a deed brings into danger starts protected, in the same deed.

Relatives of victims, minors, survivors of sexual violence, people in hiding and those who asked
not to be named start with their name withheld or stricter. Nobody's protection is ever lowered.
"""

from viewer.domain.careful.deed import Precaution, precautions, with_precautions
from viewer.domain.careful.rules import Reason, reasons
from viewer.domain.changes import ChangeSet
from viewer.domain.reader import CaseReader

__all__ = ["Precaution", "Reason", "careful", "precautions", "reasons", "with_precautions"]


def careful(case: CaseReader, change_set: ChangeSet) -> ChangeSet:
    """Return a change set, about to be applied to `case`, with all precautions taken in it."""
    return with_precautions(case, change_set, precautions(case, change_set))
