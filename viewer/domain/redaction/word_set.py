"""Short lists of words, written as one text each."""


def word_set(*lines: str) -> frozenset[str]:
    """Return the words of texts."""
    return frozenset(word for line in lines for word in line.split())
