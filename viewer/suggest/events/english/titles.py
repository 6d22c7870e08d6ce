"""What an event is called, as people write it."""

from collections.abc import Sequence

_OF = {
    "killing": "Killing",
    "attempted_killing": "Attempted killing",
    "shooting": "Shooting",
    "torture": "Torture",
    "assault": "Assault",
    "sexual_violence": "Sexual violence",
    "kidnapping": "Kidnapping",
    "disappearance": "Disappearance",
    "arrest": "Arrest",
    "threat": "Threat",
    "displacement": "Flight",
    "destruction": "Destruction of property",
}
_LINKS = {"assault": "on", "sexual_violence": "against", "threat": "against"}


def title_of(act: str, whom: Sequence[str], where: str = "") -> str:
    """Return the title of an act done to somebody, or somewhere where nobody is named."""
    name = _OF.get(act, "Event")
    if whom:
        return f"{name} {_LINKS.get(act, 'of')} {listed(whom)}"
    return f"{name} in {where}" if where else name


def listed(names: Sequence[str]) -> str:
    """Return names as a list in words: "Amjad and Salma"."""
    return " and ".join(filter(None, [", ".join(names[:-1]), names[-1]]))


def capitalised(words: str) -> str:
    """Return words with a capital at their beginning, and nothing else changed."""
    return words[:1].upper() + words[1:]
