"""Moments as the user's clock showed them."""

from __future__ import annotations

from PySide6.QtCore import QDateTime, QLocale, Qt


def local(at: str) -> str:
    """Return a UTC time of ISO 8601 in local time, as in "3 May 2024, 09:30"."""
    moment = QDateTime.fromString(at, Qt.DateFormat.ISODateWithMs).toLocalTime()
    return QLocale.c().toString(moment, "d MMM yyyy, HH:mm")
