"""A web page as blocks of text, each with the element that holds it."""

from dataclasses import dataclass, field

#: Elements deeper than this are read as if they stood at this depth.
DEEPEST = 256


@dataclass(slots=True, eq=False)
class Element:
    """An open or closed element; `parent` leads up to the page itself."""

    tag: str
    parent: "Element | None" = None
    depth: int = 0
    attributes: dict[str, str] = field(default_factory=dict)

    def path(self) -> list["Element"]:
        """Return the elements from this one up to the page."""
        found: list[Element] = []
        element: Element | None = self
        while element is not None:
            found.append(element)
            element = element.parent
        return found


@dataclass(slots=True, eq=False)
class Block:
    """Words that stand together: a paragraph, heading, item of a list or row of a table.

    `is_tight` says that it belongs to the block before, as an item does; `linked` counts the
    characters that are links.
    """

    text: str
    holder: Element
    is_tight: bool = False
    linked: int = 0

    @property
    def is_heading(self) -> bool:
        """Whether it is a title or subtitle."""
        return self.holder.tag in ("h1", "h2", "h3", "h4", "h5", "h6")


def text_of(blocks: list[Block]) -> str:
    """Return the text of blocks, a blank line between those that do not belong together."""
    parts: list[str] = []
    for block in blocks:
        if parts:
            parts.append("\n" if block.is_tight else "\n\n")
        parts.append(block.text)
    return "".join(parts)
