"""Qt's dialogs for files, which would write down which folders were looked into.

Qt keeps them in `QtProject.conf`, the desktop's own dialogs in its list of recent documents. Ours
are Qt's, and what Qt would write goes nowhere.
"""

from __future__ import annotations

import os
import sys

from PySide6.QtCore import QCoreApplication, QSettings, QStandardPaths, Qt

_GROUP = "FileDialog"


def keep_no_folders() -> None:
    """Have dialogs for files remember nothing; before the application is made."""
    QCoreApplication.setAttribute(Qt.ApplicationAttribute.AA_DontUseNativeDialogs)
    if _has_file():
        user = QSettings.Scope.UserScope
        QSettings.setPath(QSettings.Format.NativeFormat, user, os.devnull)


def forget_folders() -> None:
    """Remove the folders that Qt's dialogs kept, be it another program's or an earlier version."""
    store = _store()
    for name in ("history", "lastVisited"):
        store.remove(f"{_GROUP}/{name}")
    store.sync()


def _store() -> QSettings:
    """Where Qt's dialogs keep what they remember, also while `keep_no_folders` leads elsewhere."""
    if not _has_file():
        return QSettings(QSettings.Scope.UserScope, "QtProject")
    where = QStandardPaths.StandardLocation.GenericConfigLocation
    file = f"{QStandardPaths.writableLocation(where)}/QtProject.conf"
    return QSettings(file, QSettings.Format.IniFormat)


def _has_file() -> bool:
    """Windows and macOS have a store of their own, which has no other place."""
    return sys.platform not in ("win32", "darwin")
