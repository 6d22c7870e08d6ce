"""Lists of words as they are written in the tables of a language."""


def listed(words: str) -> frozenset[str]:
    """Return the words of a line."""
    return frozenset(words.split())
