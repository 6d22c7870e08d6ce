"""Looking through a file that is open already, without being in the way of a change."""

from collections.abc import Callable

from viewer.errors import CaseFileBusy, DamagedCaseFile, Interrupted
from viewer.store import damage, engine, trouble
from viewer.store.access import Access

#: Steps of the engine between two questions whether to give up: some hundredths of a second.
_STEPS = 1000


def is_wanted(access: Access) -> bool:
    """Whether a file is too large to have been looked through before it was used."""
    return not damage.is_small(access.path)


def looked_through(access: Access, is_given_up: Callable[[], bool]) -> str | None:
    """Return what to say of a file that is damaged; "" for a sound one, None when given up.

    It holds nobody up for longer than giving up takes. Raises a `FileProblem` where the file
    cannot be read.
    """
    try:
        with engine.translated(access.path):
            return _found(access, is_given_up)
    except (Interrupted, CaseFileBusy):
        return None
    except DamagedCaseFile as error:
        return str(error)


def _found(access: Access, is_given_up: Callable[[], bool]) -> str:
    db = engine.connect(access.path, "ro", access.key)
    try:
        db.conn.set_progress_handler(is_given_up, _STEPS)
        return str(trouble.shown(access.path)) if damage.lines(db) else ""
    finally:
        db.close()
