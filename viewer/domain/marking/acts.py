"""Which type of act words speak of, guessed from the words of the vocabulary itself."""

from functools import cache

from viewer.domain.text import words
from viewer.domain.vocabularies import vocabulary

#: Words of the labels that by themselves say nothing of the act.
_PLAIN = frozenset(
    words(
        "or of to other cases acts public change changes government office violence property "
        "taking speech assembly ill treatment forced enforced sexual"
    )
)
#: What else a source calls an act, by the beginning of the word.
_ALSO = {
    "kill": "killing",
    "murder": "killing",
    "assassin": "killing",
    "abduct": "kidnapping",
    "disappear": "disappearance",
    "detain": "arrest",
    "jail": "arrest",
    "imprison": "arrest",
    "beat": "assault",
    "injur": "assault",
    "wound": "assault",
    "attack": "assault",
    "ambush": "assault",
    "stab": "assault",
    "poison": "assault",
    "shot": "shooting",
    "execut": "killing",
    "behead": "killing",
    "lynch": "killing",
    "hanged": "killing",
    "strangl": "killing",
    "tortur": "torture",
    "raping": "sexual_violence",
    "hostage": "kidnapping",
    "custody": "arrest",
    "apprehend": "arrest",
    "rape": "sexual_violence",
    "depart": "displacement",
    "fled": "displacement",
    "flee": "displacement",
    "displac": "displacement",
    "deport": "displacement",
    "protest": "demonstration",
    "prosecut": "investigation",
    "met": "meeting",
    "pledg": "statement",
}
#: Endings that an act has as a deed and not as a thing: "arrested", "threats".
_ENDINGS = ("ings", "ions", "ing", "ion", "ed", "es", "s")
_LEAST = 4
#: Acts in which somebody takes part, rather than suffers them.
_SHARED = frozenset(["demonstration", "meeting", "statement", "investigation", "office", "other"])


#: Before an act that only says when something else happened, and how many words before.
_WHEN = frozenset(["after", "before", "since", "until", "following"])
_NEAR = 4


def act_of(text: str) -> str:
    """Return the code of the act that a text names first; "other" when it names none.

    What only dates another act does not count, as in "five days after the murder he left".
    """
    found = words(text)
    for at, word in enumerate(found):
        if (code := _act(word)) and _WHEN.isdisjoint(found[max(0, at - _NEAR) : at]):
            return code
    return "other"


def usual_role(act: str) -> str:
    """Return the role of whom an act is first told about; never one that accuses."""
    return "participant" if act in _SHARED else "victim"


def _act(word: str) -> str:
    for stem, code in _stems().items():
        if word == stem or (len(stem) >= _LEAST and word.startswith(stem)):
            return code
    return ""


@cache
def _stems() -> dict[str, str]:
    """Return the beginnings of words that stand for an act, longer ones first."""
    found: dict[str, str] = {}
    for term in vocabulary("act"):
        for word in words(term.label):
            if word not in _PLAIN and term.code != "other":
                found.setdefault(_stem(word), term.code)
    found |= _ALSO
    return dict(sorted(found.items(), key=lambda item: -len(item[0])))


def _stem(word: str) -> str:
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= _LEAST:
            return word[: -len(ending)]
    return word
