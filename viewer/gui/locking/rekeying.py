"""Giving the open case another passphrase, or none."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from viewer.gui import messages
from viewer.gui.backing_up.discarding import offer_to_discard
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

    path, case_id = window.session.path, window.session.case.case.id
    window.rewriting.begin(
        Deed(
            meanwhile=_MEANWHILE,
            do=lambda case: rekey(case, key),
            key=key,
            tell=lambda: _tell(window, key, path, case_id),
        )
    )


def _tell(window: MainWindow, key: Key | None, path: Path, case_id: str) -> None:
    """Say what was done, and offer to delete what can be read without the passphrase."""
    from viewer.store.former import unencrypted_files

    if window.session.is_open and window.session.path == path:
        window.backups.expect()
    if key is None:
        messages.tell(window, _PLAIN)
        return
    found = unencrypted_files(case_id, path, window.settings.backups_folder)
    offer_to_discard(window, _ENCRYPTED, "open without a passphrase", found)
