"""What the import dialog says of all its files."""

from collections.abc import Sequence

from viewer.gui.importing.entry import Entry


def sentence(entries: Sequence[Entry], untitled: int, left_out: int) -> str:
    """Say what is still to be said, and of several what is not going to be imported."""
    states = [entry.state for entry in entries]
    of_them = "it" if untitled == 1 else "them"
    parts = [f"{untitled:,} without a title: say what to call {of_them}."] if untitled else []
    for state, words in (("unreadable", "cannot be read"), ("known", "in the case already")):
        if len(entries) > 1 and (number := states.count(state)):
            parts.append(f"{number:,} {words}.")
    if left_out:
        parts.append(f"{left_out:,} in the folder left out: hidden, or no documents.")
    return " ".join(parts)


def import_words(number: int) -> str:
    """Name the button that imports so many."""
    return "Import" if number < 2 else f"Import {number:,} documents"
