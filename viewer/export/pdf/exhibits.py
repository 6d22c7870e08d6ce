"""Exhibits for a court: a number on each page, and one for each document.

Each page carries a running number that never occurs twice in a case, with a prefix and zeros
before it ("CASE-000123"), as in Bates numbering: a page can be named whoever holds a copy. Each
document is an exhibit ("Exhibit CASE-2") under which the list of documents describes it, and each
statement names the passage and the exhibit that it comes from ("[14, Ex. 2]").
"""

from dataclasses import dataclass

#: Digits of a page's number: as many as one series of a large case fills.
_DIGITS = 6
#: Code points of a prefix; what is longer is cut off.
LONGEST_PREFIX = 24


@dataclass(frozen=True, slots=True)
class Exhibits:
    """A prefix for pages and documents, and the numbers with which this report begins.

    A second report of the same case goes on where the first ended.
    """

    prefix: str = ""
    first_page: int = 1
    first_exhibit: int = 1

    def page(self, number: int) -> str:
        """Return what is stamped on a page of the report; `number` counts from 1."""
        return f"{self._start}{self.first_page + number - 1:0{_DIGITS}}"

    def exhibit(self, document: int) -> str:
        """Return the number of a document; `document` counts from 1."""
        return f"{self._start}{self.number(document)}"

    def number(self, document: int) -> int:
        """Return the number of a document without the prefix, which a report has in common."""
        return self.first_exhibit + document - 1

    @property
    def _start(self) -> str:
        start = " ".join(self.prefix.split())[:LONGEST_PREFIX]
        return f"{start}-" if start[-1:].isalnum() else start
