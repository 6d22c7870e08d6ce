"""A web page → its article's text and what it says of itself."""

import platform
import re
from typing import Any

from viewer import __version__
from viewer.sources.charsets import decoded
from viewer.sources.parsed import Parsed
from viewer.sources.problems import Problem, ProblemError
from viewer.sources.web.blocks import BlockReader
from viewer.sources.web.boilerplate import article_in
from viewer.sources.web.head import PageReader
from viewer.sources.web.metadata import described_by
from viewer.sources.web.tags import NEVER_TEXT
from viewer.sources.web.tree import Block, text_of

#: Code points: a page with less is looked at again.
_FEW_WORDS = 140
#: Bytes in which a page must name its character set, twice what browsers look at.
_HEAD = 2048
_CHARSET = re.compile(rb"""(?:charset\s*=|encoding\s*=)\s*["']?\s*([\w.:-]{1,40})""", re.IGNORECASE)
TOOL = f"html.parser of Python {platform.python_version()} by Casefile {__version__}"


def parse(data: bytes, order: dict[str, Any]) -> Parsed:
    """Return what a page says; `charset` of the order is what came with it."""
    said = _CHARSET.search(data[:_HEAD])
    declared = order.get("charset") or (said[1].decode("ascii", "ignore") if said else "")
    text, _ = decoded(data, declared)
    return parsed_page(text)


def parsed_page(text: str) -> Parsed:
    """Return what a page says; raises `ProblemError` where it has no words."""
    page = PageReader()
    page.feed(text)
    page.close()
    if sum(len(block.text) for block in page.blocks) < _FEW_WORDS:
        page.blocks = _all_blocks(text) or page.blocks
    fields = described_by(page)
    blocks = article_in(page.blocks)
    if not blocks:
        raise ProblemError(Problem.NO_TEXT)
    return Parsed(text_of([*_headline(page.blocks, blocks, fields), *blocks]), TOOL, fields)


def _all_blocks(text: str) -> list[Block]:
    """Return what a page says that hides nearly all, as one does whose menu was never closed."""
    reader = BlockReader(NEVER_TEXT, hides=False)
    reader.feed(text)
    reader.close()
    return reader.blocks


def _headline(all_blocks: list[Block], article: list[Block], fields: dict[str, str]) -> list[Block]:
    """Return the headline that stands before the article, if the page names it as its title."""
    if any(block.holder.tag == "h1" for block in article):
        return []
    title = fields.get("title", "").casefold()
    found = [b for b in all_blocks if b.holder.tag == "h1" and len(b.text) > 10]
    return [b for b in found if title.startswith(" ".join(b.text.split()).casefold())][:1]
