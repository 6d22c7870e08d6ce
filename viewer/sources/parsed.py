"""What a parser takes out of a file, inside the process that runs apart."""

from dataclasses import dataclass, field

#: What a document may say of itself; `published` as it is written there.
FIELDS = ("title", "author", "publisher", "published", "address", "language", "note")


@dataclass(frozen=True, slots=True)
class Parsed:
    """The text, the tools and versions that made it, and of `FIELDS` what the document has."""

    text: str
    tool: str
    fields: dict[str, str] = field(default_factory=dict)
