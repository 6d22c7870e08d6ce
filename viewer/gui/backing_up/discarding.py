"""Offering to delete backups and older copies that hold what is to be read no more."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from viewer.domain.text import in_own_direction
from viewer.gui import messages
from viewer.gui.busy import busy

if TYPE_CHECKING:
    from viewer.gui.main_window import MainWindow

#: Files that are named.
_LISTED = 8


def offer_to_discard(window: MainWindow, told: str, why: str, former: list[Path]) -> None:
    """Say what was done to the case, and that older files `why`; to keep them is easiest."""
    if not former:
        messages.tell(window, told)
        return
    names = "\n".join(f"• {in_own_direction(file.name)}" for file in former[:_LISTED])
    more = len(former) - _LISTED
    names += f"\n… and {more:,} more" if more > 0 else ""
    many = f"{len(former):,} files" if len(former) > 1 else "1 file"
    text = f"{told}\n\nThese backups and older copies were made before, and {why}:"
    ask = f"{text}\n{names}\n\nDelete them, too? That cannot be undone."
    discard = partial(_discard, window, why, former)
    messages.ask_before_loss(window, ask, f"Delete {many}", discard, keep="Keep them")


def _discard(window: MainWindow, why: str, former: list[Path]) -> None:
    from viewer.store.former import discard

    with busy():
        left = discard(former)
    if left:
        names = ", ".join(in_own_direction(file.name) for file in left)
        messages.warn(window, f"These could not be deleted, and {why}: {names}.")
