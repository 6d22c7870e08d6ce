"""Whether a description without a name means one person, several, or an organisation."""

import re

from viewer.domain.text import words

#: After these, something is said of whom the description means.
_HEAD = re.compile(r"[,;(]|\b(?:of|in|from|who|whom|with|at|for|on|near|to|by|close)\b")
_SEVERAL = frozenset(words("people men women children youths police media others many some most"))
_ORGANISATIONS = frozenset(
    words(
        "agency army association authority board commission committee company council court force "
        "government group hospital institute institution militia military ministry movement "
        "newspaper network office organisation organization parliament party prosecution station "
        "union university"
    )
)
#: Endings of words in -s that are one.
_ONE = ("ss", "us", "is")


def unit_of(description: str) -> str:
    """Return the code of the vocabulary `unit` that fits a description, as in "local residents"."""
    head = words(_HEAD.split(description, maxsplit=1)[0])
    last = head[-1] if head else ""
    if last in _ORGANISATIONS:
        return "organisation"
    is_plural = last.endswith("s") and not last.endswith(_ONE)
    return "group" if is_plural or "and" in head or last in _SEVERAL else "individual"
