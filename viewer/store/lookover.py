"""Looking through a file that is open already, without being in the way of a change."""

from viewer.errors import CaseFileBusy, DamagedCaseFile, Interrupted
from viewer.store import damage, engine, trouble
from viewer.store.access import Access, access_to
from viewer.store.casefile import CaseFile
from viewer.store.giving_up import IsGivenUp, heeding, never


def is_wanted(access: Access) -> bool:
    """Whether a file is too large to have been looked through before it was used."""
    return not damage.is_small(access.path)


def require_whole(case: CaseFile) -> None:
    """Raise `DamagedCaseFile` for an open case that is damaged; looks through a large file only.

    A small one was looked through when it was opened.
    """
    access = access_to(case)
    with engine.translated(access.path):
        if is_wanted(access) and _is_damaged(access, never):
            raise trouble.shown(access.path)


def looked_through(access: Access, is_given_up: IsGivenUp) -> str | None:
    """Return what to say of a file that is damaged; "" for a sound one, None when given up.

    It holds nobody up for longer than giving up takes. Raises a `FileProblem` where the file
    cannot be read.
    """
    try:
        with engine.translated(access.path):
            is_damaged = _is_damaged(access, is_given_up)
    except (Interrupted, CaseFileBusy):
        return None
    except DamagedCaseFile as error:
        return str(error)
    return str(trouble.shown(access.path)) if is_damaged else ""


def _is_damaged(access: Access, is_given_up: IsGivenUp) -> bool:
    db = engine.connect(access.path, "ro", access.key)
    try:
        with heeding(db.conn, is_given_up):
            return bool(damage.lines(db))
    finally:
        db.close()
