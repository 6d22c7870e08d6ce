"""The formats of what was received, as people call them."""

from viewer.domain.wording import ENGLISH, Wording

#: The media type of separated values (RFC 7111).
TABLE = "text/csv"


def format_name(media_type: str, wording: Wording = ENGLISH) -> str:
    """Return what a media type is called; the type itself where it has no other name."""
    return wording.get(f"format.{media_type}", media_type)
