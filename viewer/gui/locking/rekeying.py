"""Giving the open case another passphrase, or none."""

from __future__ import annotations

from typing import TYPE_CHECKING

from viewer.gui import messages
from viewer.gui.rewriting import Deed

if TYPE_CHECKING:
    from viewer.gui.main_window import MainWindow
    from viewer.store import Key

_MEANWHILE = (
    "The case is written anew. Do not switch the computer off; if it goes off all the same, the "
    "case is as it was."
)
_ENCRYPTED = "The case is encrypted with the new passphrase now."
_PLAIN = "The case has no passphrase any more: whoever has the file can read it."


def give_key(window: MainWindow, key: Key | None) -> None:
    """Have the open case written anew, encrypted with the key or, without one, readable."""
    from viewer.store.rekeying import rekey

    said = _PLAIN if key is None else _ENCRYPTED
    window.rewriting.begin(
        Deed(
            meanwhile=_MEANWHILE,
            do=lambda case: rekey(case, key),
            key=key,
            tell=lambda: messages.tell(window, said),
        )
    )
