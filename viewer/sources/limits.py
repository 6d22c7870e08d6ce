"""How much of a stranger's file is ever read, and what reading it may cost."""

from dataclasses import dataclass

_MEGABYTE = 1024 * 1024


@dataclass(frozen=True, slots=True)
class Limits:
    """Sizes in bytes unless said otherwise; each far above what an article or a book needs."""

    #: A scanned book is some 100 MB; what is larger would only fill the case file.
    input_bytes: int = 200 * _MEGABYTE
    #: In code points: the Bible four times over.
    text_length: int = 20_000_000
    #: One page at the width of a large screen at twice its density.
    pixel_bytes: int = 100 * _MEGABYTE
    #: Pages of a PDF.
    most_pages: int = 20_000
    #: Nobody waits longer before wondering what happened.
    wall_seconds: float = 30.0
    #: Less than that: a file that computes so long is no article.
    cpu_seconds: int = 20
    #: Address space of the parser: the largest input, its copy, and room to work.
    memory: int = 1024 * _MEGABYTE

    @property
    def output_bytes(self) -> int:
        """The most that a parser may send back: a full text of four bytes each, or a page."""
        return max(4 * self.text_length, self.pixel_bytes) + _MEGABYTE


LIMITS = Limits()

#: Code points of a title, author, address … : what is longer is not one.
METADATA_LENGTH = 1_000
