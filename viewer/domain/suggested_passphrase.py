"""A passphrase that nobody thought of: words drawn by the system's own source of randomness."""

import secrets
from math import floor, log2

from viewer.domain.strength import suggestible

#: Words of a suggested passphrase.
WORDS = 6


def suggested() -> str:
    """Return a new passphrase of words with a space between them."""
    words = sorted(suggestible())
    return " ".join(secrets.choice(words) for _ in range(WORDS))


def suggested_bits() -> int:
    """Return how many bits of chance are in it."""
    return floor(WORDS * log2(len(suggestible())))
