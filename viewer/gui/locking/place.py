"""Where the user was in a case, and what was typed and not written: for coming back to it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from viewer.gui.annotations.desk import Desk
from viewer.gui.locking.keyboard import give_back, keyboard_in
from viewer.gui.review.state import review_of

if TYPE_CHECKING:
    from viewer.gui.annotations.desk import Draft, Subject
    from viewer.gui.details.form import Drafts
    from viewer.gui.list_pane import ListState
    from viewer.gui.locking.keyboard import Keyboard
    from viewer.gui.main_window import MainWindow
    from viewer.gui.navigation import Trail
    from viewer.gui.reader_pane import Reading


@dataclass(frozen=True, slots=True, repr=False)
class Place:
    """Kept in memory while nothing of it is shown. What was typed stands in the drafts."""

    kind: str
    trail: Trail
    lists: dict[str, ListState]
    reading: Reading
    reviewed: str
    is_alone: bool
    drafts: Drafts
    notes: dict[Subject, Draft]
    keyboard: Keyboard | None


def settle(window: MainWindow) -> None:
    """Write what is typed and can be written."""
    window.session.unsaved.settle()
    if window.case_view is not None:
        window.case_view.details.save_pending()


def place_in(window: MainWindow) -> Place:
    """Return where the user is in the open case, once what is typed is written."""
    settle(window)
    session, view = window.session, window.case_view
    assert view is not None
    return Place(
        kind=view.browse.current,
        trail=window.navigator.trail,
        lists=view.workspace.list_states,
        reading=view.reader.reading,
        reviewed=review_of(session).document_id,
        is_alone=window.actions_.alone.isChecked(),
        drafts=view.details.drafts,
        notes=Desk.of(session).drafts,
        keyboard=keyboard_in(window),
    )


def come_back(window: MainWindow, place: Place) -> None:
    """Show the place again in the case, which was just opened."""
    session, view = window.session, window.case_view
    assert view is not None
    Desk.of(session).come_back(place.notes)
    view.workspace.come_back(place.lists)
    if session.case.find(place.reviewed) is not None:
        review_of(session).begin(place.reviewed)
    view.guide.come_back(place.kind, place.trail, place.reading)
    view.details.come_back(place.drafts)
    window.actions_.alone.setChecked(place.is_alone)
    if place.keyboard is not None:
        give_back(window, place.keyboard)
