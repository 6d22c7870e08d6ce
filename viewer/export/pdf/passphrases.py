"""A passphrase as PDF takes it: SASLprep of RFC 4013, which ISO 32000-2 asks for.

Two ways to type the same letter then open the same file. Characters that Unicode 3.2 did not know
yet are let through, as the standard allows for what is typed.
"""

import stringprep
import unicodedata
from collections.abc import Callable

from viewer.errors import InvalidRecordError

#: Bytes of UTF-8; what goes beyond would not count (ISO 32000-2, 7.6.4.3.3).
MOST_BYTES = 127

_FORBIDDEN: tuple[Callable[[str], bool], ...] = (
    *(stringprep.in_table_c12, stringprep.in_table_c21_c22, stringprep.in_table_c3),
    *(stringprep.in_table_c4, stringprep.in_table_c5, stringprep.in_table_c6),
    *(stringprep.in_table_c7, stringprep.in_table_c8, stringprep.in_table_c9),
)


def prepared(passphrase: str) -> str:
    """Return a passphrase in the one form that opens the file; raises `InvalidRecordError`."""
    mapped = (_mapped(c) for c in passphrase)
    made = unicodedata.normalize("NFKC", "".join(mapped))
    _check(made)
    return made


def _mapped(character: str) -> str:
    if stringprep.in_table_c12(character):
        return " "
    return "" if stringprep.in_table_b1(character) else character


def _check(made: str) -> None:
    if not made:
        raise InvalidRecordError("Nothing was written: the passphrase is empty.")
    if any(forbids(c) for c in made for forbids in _FORBIDDEN):
        raise InvalidRecordError(
            "Nothing was written: the passphrase holds characters that cannot be seen, such as "
            "the end of a line or a mark of direction. Type it anew without them."
        )
    if not _runs_one_way(made):
        raise InvalidRecordError(
            "Nothing was written: not every program that reads PDFs could open a passphrase that "
            "mixes directions. With Arabic letters, begin and end it with one and use no Latin "
            "ones."
        )
    if len(made.encode()) > MOST_BYTES:
        raise InvalidRecordError(
            f"Nothing was written: the passphrase is longer than the {MOST_BYTES} bytes that a "
            "PDF takes into account. Use a shorter one."
        )


def _runs_one_way(made: str) -> bool:
    """RFC 3454, 6: with a letter written from the right, no Latin one, and one at each end."""
    if not any(map(stringprep.in_table_d1, made)):
        return True
    ends = stringprep.in_table_d1(made[0]) and stringprep.in_table_d1(made[-1])
    return ends and not any(map(stringprep.in_table_d2, made))
