"""English words that tell whether a sentence speaks of what was or of what is to come."""

from viewer.domain.text import words

_FUTURE = frozenset(
    words(
        "will ll would shall scheduled due planned plan plans expected expects upcoming going "
        "slated deadline must should continues resumes begins starts ends expires"
    )
)
_PAST = frozenset(
    words(
        "was were had did has have been said told took began went came gave left met won lost shot "
        "held fled led made ran saw became spoke wrote sent got drew rose fell grew broke brought "
        "built bought caught chose drove felt fought found flew heard kept knew paid sat sold "
        "spent stood stole struck swore taught thought threw withdrew woke wore hid beat rang"
    )
)
_LEAST = 4


def tense(word: str) -> bool | None:
    """Tell whether a word is of the future; False for the past, None for neither."""
    if word in _FUTURE:
        return True
    is_past = word in _PAST or (word.endswith("ed") and len(word) >= _LEAST and word != "need")
    return False if is_past else None
