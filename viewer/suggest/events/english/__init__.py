"""What English sentences tell of harm done to people.

Triggers are found by one expression over the whole text; only the sentences around them are read.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from functools import cache

from viewer.domain.marking.acts import act_of
from viewer.domain.suggestions import SuggestedDate, SuggestedName, SuggestedQuote
from viewer.suggest.article import Article
from viewer.suggest.events.english.custody import held, seized
from viewer.suggest.events.english.deaths import died
from viewer.suggest.events.english.flight import flight
from viewer.suggest.events.english.harm import fire, harmed, struck
from viewer.suggest.events.english.lives import burned, gone, menaced, warned
from viewer.suggest.events.english.nouns import attempt, deed, doing
from viewer.suggest.events.english.page import Page
from viewer.suggest.events.english.referents import Referents
from viewer.suggest.events.english.told import Told
from viewer.suggest.events.english.triggers import CODES, triggers
from viewer.suggest.events.telling import Telling

#: How each family of triggers is read.
_READERS: dict[str, Callable[[Told], Telling | None]] = {
    "fire": fire,
    "attempt": attempt,
    "fatal": harmed,
    "taken": harmed,
    "gone": gone,
    "flight": flight,
    "warned": warned,
    "menaced": menaced,
    "held": held,
    "seized": seized,
    "died": died,
    "driven": harmed,
    "struck": struck,
    "burned": burned,
    "harmed": harmed,
    "doing": doing,
    "deed": deed,
}
#: A sentence that names more acts than this is no sentence.
_MOST = 25


#: Texts tell of the same few acts over and over.
_act_of = cache(act_of)


def tellings(
    article: Article,
    names: Sequence[SuggestedName],
    dates: Sequence[SuggestedDate],
    quotes: Sequence[SuggestedQuote],
) -> Iterator[Telling]:
    """Yield what each sentence tells of, in the order of the text."""
    page = Page(article, names, dates, quotes)
    referents = Referents(page)
    count = last = -1
    for match in triggers(article.text):
        index = page.index_at(match.start())
        count, last = (count + 1 if index == last else 0), index
        if count < _MOST and (telling := _read(page, index, match, referents)) is not None:
            yield telling


def _read(page: Page, index: int, match: re.Match[str], referents: Referents) -> Telling | None:
    family = match.lastgroup or ""
    act = CODES.get(family) or CODES.get(match[0]) or _act_of(match[0])
    return _READERS[family](Told(page, index, match.span(), act, referents))
