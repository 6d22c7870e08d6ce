"""The kinds of record that the window lists: their order, names and what each list shows."""

from __future__ import annotations

from viewer.domain.records import KINDS

#: The first page of a case, which the browse pane has besides lists and `pages.PAGES`.
OVERVIEW = "overview"

#: The lists of the browse pane, in groups.
LISTED = (
    ("person", "event", "quote", "document"),
    ("place", "figure"),
    ("involvement", "relationship", "event_link"),
    ("annotation", "tag"),
)
LISTED_KINDS = tuple(kind for group in LISTED for kind in group)

_NAMES = {"involvement": "Who did what"}

#: Kinds besides its own whose change may change what a list shows.
_SHOWN_IN = {
    "person": {"name", "involvement", "event", "document"},
    "event": {"place", "document"},
    "quote": {"person", "name", "passage", "document"},
    "document": {"passage", "event"},
    "place": {"event"},
    "figure": {"person", "name", "place", "event", "document"},
    "involvement": {"person", "name", "event"},
    "relationship": {"person", "name"},
    "event_link": {"event"},
    "annotation": {"passage", "person", "name", "event", "place", "document", "quote"},
    "tag": {"tagging"},
}

_EMPTY = {
    "person": "Nobody is recorded yet: individuals, groups and organisations go here.",
    "event": "Nothing is recorded yet of what happened or was done.",
    "quote": "No words of a speaker are marked in a document yet.",
    "document": "No article, testimony or report is in this case yet.",
    "place": "No place is recorded yet.",
    "figure": "No count that somebody reports is recorded yet.",
    "involvement": "Nobody's part in an event is recorded yet.",
    "relationship": "No tie between two persons is recorded yet.",
    "event_link": "No event is linked to another yet.",
    "annotation": "There is no note on a passage or a record yet.",
    "tag": "There is no tag yet for finding things again.",
}


def list_name(kind: str) -> str:
    """Return what the list of a kind is called."""
    return _NAMES.get(kind, KINDS[kind].labels[1])


def counted(kind: str, number: int) -> str:
    """Return a number of records in words, as in "1 person" and "1,200 persons"."""
    return f"{number:,} {KINDS[kind].labels[number != 1].lower()}"


def empty_sentence(kind: str) -> str:
    """Return what an empty list says of itself."""
    return _EMPTY[kind]


def shows(kind: str, changed: frozenset[str]) -> bool:
    """Return whether a list may look otherwise after records of these kinds changed."""
    return kind in changed or not _SHOWN_IN[kind].isdisjoint(changed)
