"""The plural form that a number takes, by the names of Unicode's plural rules (CLDR)."""

from collections.abc import Callable


def english_form(n: int) -> str:
    """Return "one" or "other"."""
    return "one" if n == 1 else "other"


def arabic_form(n: int) -> str:
    """Return "zero", "one", "two", "few", "many" or "other": 3 to 10 and 11 to 99 by the end."""
    if n <= 2:
        return ("zero", "one", "two")[n]
    last = n % 100
    if 3 <= last <= 10:
        return "few"
    return "many" if last >= 11 else "other"


FORMS: dict[str, Callable[[int], str]] = {"en": english_form, "ar": arabic_form}
