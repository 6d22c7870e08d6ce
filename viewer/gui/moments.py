"""Moments as the user's clock showed them, and what was done then."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QDateTime, QLocale, Qt

if TYPE_CHECKING:
    from viewer.store import HistoryEntry

_DEEDS = {"undo": "Undone: ", "redo": "Done again: "}


def local(at: str, *, is_exact: bool = False) -> str:
    """Return a UTC time of ISO 8601 in local time, as in "3 May 2024, 09:30".

    To the second where it is to be exact.
    """
    moment = QDateTime.fromString(at, Qt.DateFormat.ISODateWithMs).toLocalTime()
    return QLocale.c().toString(moment, f"d MMM yyyy, HH:mm{':ss' if is_exact else ''}")


def deed(entry: HistoryEntry) -> str:
    """Return what an entry of the history did, as in "Undone: Add person"."""
    return f"{_DEEDS.get(entry.deed, '')}{entry.label}"
