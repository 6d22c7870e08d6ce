"""Long words that a label may break anywhere, such as a hash."""

#: Code points between two places where a line may end.
_GROUP = 8
_LONG = 32
_HERE = "\u200b"


def breakable(text: str) -> str:
    """Return a text whose long words may be broken; nothing is seen of that."""
    return " ".join(_broken(word) for word in text.split(" "))


def _broken(word: str) -> str:
    if len(word) < _LONG:
        return word
    return _HERE.join(word[at : at + _GROUP] for at in range(0, len(word), _GROUP))
