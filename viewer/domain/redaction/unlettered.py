"""Names without a letter or figure: an emoji, three stars, marks that stand on no letter."""

import re
import unicodedata
from collections.abc import Iterable, Iterator

from viewer.domain.redaction.forms import Form


class Unlettered:
    """Finds such names as they are written.

    One of signs that also part words counts only between spaces, else no "?" could be shown; one
    of marks only where they stand on no letter.
    """

    def __init__(self, forms: Iterable[Form]) -> None:
        found = sorted({form[0] for form in forms}, key=len, reverse=True)
        self._wanted = re.compile("|".join(map(_pattern, found))) if found else None

    def found_in(self, text: str) -> Iterator[tuple[int, int, Form]]:
        """Yield (start, end, form) in code points, half open."""
        if self._wanted is None:
            return
        for match in self._wanted.finditer(text):
            yield match.start(), match.end(), (match[0],)


def _pattern(name: str) -> str:
    categories = {unicodedata.category(letter)[0] for letter in name}
    written = re.escape(name)
    if categories <= {"M", "C", "Z"}:
        return rf"(?<![^\s]){written}(?!\S)"
    return (
        written
        if "S" in categories - {"P"} and not name.isascii()
        else (rf"(?<!\S){written}(?!\S)")
    )
