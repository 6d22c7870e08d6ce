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
    "annotation": {
        *("passage", "person", "name", "event", "place", "document", "quote", "tag", "tagging")
    },
    "tag": {"tagging"},
}

#: What an empty list says: what belongs there, and what to do first.
_EMPTY = {
    "person": "Nobody is recorded yet. Select a name in a document and press P, or add a person, "
    "group or organisation here.",
    "event": "Nothing that happened is recorded yet. Select words in a document and press E, or "
    "add an event here.",
    "quote": "No words of a speaker are marked yet. Select what somebody says in a document and "
    "press Q.",
    "document": "No article, testimony or report is in this case yet. Add the first one: "
    "everything else is made from its words.",
    "place": "No place is recorded yet. Select its name in a document and press L, or add one "
    "here.",
    "figure": "No count that somebody reports is recorded yet. Select it in a document and press "
    "F, or add one here.",
    "involvement": "Nobody's part in an event is recorded yet. Say here who did what, who suffered "
    "it and who saw it.",
    "relationship": "No tie between two persons is recorded yet. Say here who is a relative, a "
    "colleague or a member.",
    "event_link": "No event is linked to another yet. Say here what caused, followed or belongs to "
    "what.",
    "annotation": "There is no note yet. Select words in a document and press N, or add a note to "
    "any record.",
    "tag": "There is no tag yet. A tag is a word of your own for finding things again: add one to "
    "any record.",
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
