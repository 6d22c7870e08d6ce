"""Which blocks of a page are its article, and which stand around it."""

import re
from collections import Counter
from collections.abc import Callable, Iterable

from viewer.sources.web.tree import Block, Element

#: Words of classes and ids that mark what is no part of an article.
_BESIDE = re.compile(
    r"(?:^|[\s_-])(?:share|sharing|social|related|newsletter|comments?|disqus|cookies?|consent|gdpr"
    r"|promo|advert\w*|ads?|sidebar|breadcrumbs?|subscri\w+|recommend\w*|popular|trending|footer"
    r"|toolbar|pagination|pager|skip|sr-only|screen-reader-text|visually-hidden|most-read|nav"
    r"|navbar|navigation|menu|login|signup|tags|read-more|also-read)(?:$|[\s_-])",
    re.IGNORECASE,
)
#: These hold the page, and their classes describe all of it.
_WHOLE = frozenset({"page", "html", "body", "main", "article"})
#: Code points of prose: less is no article, and a line of it no paragraph.
_LEAST_ARTICLE = 140
_LEAST_PARAGRAPH = 60
#: Of all prose: what an element must have to be the article, and may have to stand beside it.
_MOST_OF_IT = 0.7
_LARGEST_BESIDE = 0.3


def article_in(blocks: list[Block]) -> list[Block]:
    """Return the blocks of the article; where none can be told, all that is not plainly beside."""
    kept = _without_what_is_beside(blocks)
    root = _marked_article(kept) or _densest(kept)
    inside = [block for block in kept if root is None or root in block.holder.path()]
    return [block for block in inside if block.is_heading or not _is_links(block)] or inside


def _prose(block: Block) -> int:
    return max(len(block.text) - block.linked, 0)


def _paragraph(block: Block) -> int:
    prose = _prose(block)
    return prose if prose >= _LEAST_PARAGRAPH and block.linked < prose else 0


def _is_links(block: Block) -> bool:
    return block.linked > 0.8 * len(block.text)


def _totals(blocks: Iterable[Block], weight: Callable[[Block], int]) -> Counter[Element]:
    totals: Counter[Element] = Counter()
    for block in blocks:
        if weighs := weight(block):
            for element in block.holder.path():
                totals[element] += weighs
    return totals


def _without_what_is_beside(blocks: list[Block]) -> list[Block]:
    totals = _totals(blocks, _prose)
    whole = sum(map(_prose, blocks))
    known: dict[Element, bool] = {}

    def is_beside(element: Element) -> bool:
        if element not in known:
            known[element] = _seems_beside(element) and totals[element] < _LARGEST_BESIDE * whole
        return known[element]

    return [b for b in blocks if not any(map(is_beside, b.holder.path()))] or blocks


def _seems_beside(element: Element) -> bool:
    if element.tag in ("footer", "form"):
        return True
    if element.tag == "header":
        return not any(above.tag in ("article", "main") for above in element.path())
    if element.tag in _WHOLE:
        return False
    names = f"{element.attributes.get('class', '')} {element.attributes.get('id', '')}"
    return bool(_BESIDE.search(names[:500]))


def _marked_article(blocks: list[Block]) -> Element | None:
    """Return the element that the page itself calls its article."""
    totals = _totals(blocks, _prose)
    bodies = [e for e in totals if "articleBody" in e.attributes.get("itemprop", "")]
    articles = [e for e in totals if e.tag == "article"]
    mains = [e for e in totals if e.tag == "main" or e.attributes.get("role") == "main"]
    main = max(mains, key=totals.__getitem__, default=None)
    best = max(bodies, key=totals.__getitem__, default=None)
    if best is None and articles:
        best = max(articles, key=totals.__getitem__)
        rest = totals[main] if main else sum(map(_prose, blocks))
        # One of many on a page of many, or a teaser.
        best = best if totals[best] > rest / 3 else None
    chosen = best or main
    return chosen if chosen is not None and totals[chosen] >= _LEAST_ARTICLE else None


def _densest(blocks: list[Block]) -> Element | None:
    """Return the deepest element that holds most of the paragraphs."""
    totals = _totals(blocks, _paragraph)
    wanted = _MOST_OF_IT * sum(map(_paragraph, blocks))
    if wanted < _LEAST_ARTICLE:
        return None
    holding = [element for element, total in totals.items() if total >= wanted]
    return max(holding, key=lambda element: element.depth, default=None)
