"""Removing for good from the window: shown and asked, done, and told with what is left."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from viewer.gui.backing_up.discarding import offer_to_discard
from viewer.gui.forgetting.dialog import ForgetDialog
from viewer.gui.locking.place import settle
from viewer.gui.once import show_once
from viewer.gui.rewriting import Deed

if TYPE_CHECKING:
    from viewer.domain.forgetting import Forgetting
    from viewer.gui.forgetting.jobs import Which
    from viewer.gui.main_window import MainWindow

_MEANWHILE = (
    "The file is written anew. Do not switch the computer off; if it goes off all the same, either "
    "nothing was removed, or all of it."
)


def ask_to_forget(window: MainWindow, which: Which) -> None:
    """Show what would be removed, and ask; nothing is where the case can only be read."""
    session = window.session
    if session.read_only:
        session.failed.emit("This case is open read-only; nothing was removed.")
        return
    settle(window)
    dialog = ForgetDialog(session.access, which, which(session.case).title, window)
    dialog.agreed.connect(partial(forget, window))
    show_once(dialog)


def forget(window: MainWindow, plan: Forgetting) -> None:
    """Carry out a plan that the user agreed to."""
    session = window.session
    key, who = session.case.key, session.who
    look = partial(_former, session.case.case.id, session.path)
    window.rewriting.begin(
        Deed(
            meanwhile=_MEANWHILE,
            do=lambda case: case.forget(plan, who),
            key=key,
            tell=lambda: _tell(window, look(window.settings.backups_folder), plan),
        )
    )


# Afterwards


def _former(case_id: str, path: Path, folder: Path | None) -> list[Path]:
    from viewer.store.former import former_files

    return former_files(case_id, path, folder)


def _tell(window: MainWindow, former: list[Path], plan: Forgetting) -> None:
    """Say what was done, and offer to delete what still holds it."""
    offer_to_discard(window, told(plan), "still hold it", former)


def told(plan: Forgetting) -> str:
    """Return what was done, and what stays all the same."""
    title = plan.target.title
    kept = sum(each.choice == "keep" for each in plan.documents)
    if kept:
        many = f"{kept:,} documents keep" if kept > 1 else "1 document keeps"
        return f"“{title}” was removed for good, but {many} the name, as you chose."
    return f"“{title}” was removed for good: no byte of this file holds it any more."
