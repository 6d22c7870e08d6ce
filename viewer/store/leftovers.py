"""What a passphrase's change that was interrupted leaves beside a case, and its end."""

import os
from contextlib import suppress
from pathlib import Path


def fresh_of(path: Path) -> Path:
    """Return where a case is written anew: beside the file itself, not beside a link to it."""
    real = Path(os.path.realpath(path))
    return real.with_name(f".{real.name}.new")


def sweep(path: Path) -> None:
    """Remove what is left there; only for who holds the case, as nobody else writes it then."""
    fresh = fresh_of(path)
    for left in (fresh, fresh.with_name(f"{fresh.name}-journal")):
        with suppress(OSError):
            left.unlink(missing_ok=True)
