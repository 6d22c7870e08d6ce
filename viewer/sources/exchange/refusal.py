"""Why a case that comes as JSON is not taken in, and where in the file that is."""

from viewer.errors import UnreadableSource


class RefusalError(Exception):
    """What is wrong and where; becomes an `UnreadableSource` at the room's door."""

    def __init__(self, place: str, what: str) -> None:
        super().__init__(what)
        self.place, self.what = place, what


def for_user(error: RefusalError, name: str) -> UnreadableSource:
    """Return the sentence that the user is told, with the name of the file."""
    place = f" ({error.place})" if error.place else ""
    return UnreadableSource(
        f"“{name}” cannot be taken in as a case: {error.what}{place}. Nothing was changed. "
        "Export it again where it came from, or correct it there."
    )
