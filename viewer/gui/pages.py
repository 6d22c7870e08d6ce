"""The pages of the browse pane that are not the list of one kind. Made when first looked at."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from viewer.gui.session import Session


@dataclass(frozen=True, slots=True)
class Page:
    """What the browse pane calls a page, and how it is made.

    Its widget has the signal `record_requested`, and `passage_requested` and `field_requested`
    where it leads there, as `Workspace` has them.
    """

    label: str
    icon: str
    make: Callable[[Session], QWidget]
    #: Whether the reader stands below it, as below a list.
    has_reader: bool = False


def _worklist(session: Session) -> QWidget:
    from viewer.gui.worklist_page import WorklistPage

    return WorklistPage(session)


def _review(session: Session) -> QWidget:
    from viewer.gui.review.page import ReviewPage

    return ReviewPage(session)


def _deciding(session: Session) -> QWidget:
    from viewer.gui.deciding.page import DecidingPage

    return DecidingPage(session)


def _similar(session: Session) -> QWidget:
    from viewer.gui.duplicates.page import SimilarPage

    return SimilarPage(session)


def _trash(session: Session) -> QWidget:
    from viewer.gui.trash_page import TrashPage

    return TrashPage(session)


#: The pages by name, in the order of the browse pane.
PAGES = {
    "review": Page("Suggestions", "suggest", _review, has_reader=True),
    "worklist": Page("Worklist", "worklist", _worklist, has_reader=True),
    "deciding": Page("Words to decide", "protection", _deciding, has_reader=True),
    "similar": Page("Similar persons", "similar", _similar),
    "trash": Page("Trash", "delete", _trash),
}
