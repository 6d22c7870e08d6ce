"""All traces of the work outside the case file, cleared in one place."""

from __future__ import annotations

from viewer import crash
from viewer.gui.private_folder import sweep
from viewer.gui.safety.dialogs import forget_folders
from viewer.gui.settings import Settings

CLEARS = (
    "Clears at once: the list of cases opened last; how windows, panes and lists were left; the "
    "crash log; what a crash left of a preview; the folders that file dialogs remember."
)
REMAINS = (
    "Does not clear: the name that you sign with, the key that you seal with, the folder of a "
    "pipeline and what is chosen here; backups; files that you exported. A disk may keep what was "
    "deleted until it is written over: encrypt the whole disk."
)


def clear_traces(settings: Settings) -> str:
    """Clear all traces; return a sentence that says so, or what could not be cleared."""
    settings.clear_traces()
    forget_folders()
    sweep()
    try:
        crash.clear_log()
    except OSError:
        return f"All is cleared but the crash log, which cannot be removed: {crash.log_path()}"
    return "All of it is cleared."
