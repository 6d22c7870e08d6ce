"""The lists of English words that the rules look into, each a set."""

from viewer.suggest.names.words import common, demonyms, given_names, lexicon, places, plain

_english = lexicon("en")

TITLES = _english["titles"]
TITLE_STARTS = frozenset(title.split()[0] for title in TITLES)
ROLES = _english["roles"]
STOPS = _english["stops"]
HEADS = _english["org_heads"]
ORGANISATIONS = frozenset(map(plain, _english["organisations"]))
PLACE_HEADS = _english["place_heads"]
CALENDAR = _english["calendar"]
NEVER = _english["never"] | CALENDAR
NEVER_HEADS = _english["never_heads"]
#: Possessors within one name, as in "People's Party".
OWNERS = _english["owners"]
DIRECTIONS = _english["directions"]
SMALL = _english["particles"]

#: Small words within a run that may or may not join two names.
LINKS = frozenset({"of", "for", "on", "and", "&"})
JOINING = LINKS | SMALL | {"the", "a", "an"}
#: After these a title is part of a name, as in "Ministry of Justice".
WITHIN = frozenset({"of", "for", "on", "the"})


def is_place(name: str, rank: int = 1) -> bool:
    """Return whether the gazetteer has a name, and knows it at least as well as `rank`."""
    return places().get(plain(name), 9) <= rank


def is_known(name: str) -> bool:
    """Return whether a name is a well known place or an organisation of the list."""
    return is_place(name) or plain(name) in ORGANISATIONS


def is_demonym(name: str) -> bool:
    """Return whether a word or words mean a people, a faith or a tongue."""
    return plain(name) in demonyms()


def is_ordinary(word: str) -> bool:
    """Return whether a word is a common one, or what an organisation or a place is called after."""
    return word.lower() in common() or word in HEADS or word in PLACE_HEADS


def is_given(word: str) -> bool:
    """Return whether a word is a given name."""
    return plain(word).lower() in given_names()
