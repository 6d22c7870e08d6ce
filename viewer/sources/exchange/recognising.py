"""Whether a file is a case as JSON."""

import re
from pathlib import Path

from viewer.sources.files import beginning

#: Bytes of the beginning in which a case says what it is.
_HEAD = 2048
_CASE = re.compile(rb'(?:\xef\xbb\xbf)?\s*\{[^\[]*?"format"\s*:\s*"casefile"')


def holds_case(path: Path) -> bool:
    """Tell whether a file is a case as JSON, by its first bytes."""
    try:
        return is_case(beginning(path, _HEAD))
    except (OSError, ValueError):
        return False


def is_case(head: bytes) -> bool:
    """Tell whether these are the first bytes of a case as JSON."""
    return _CASE.match(head) is not None
