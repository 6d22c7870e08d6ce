"""Running the rules over a set of texts: what they find, and how fast."""

import re
import statistics
import time
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from tests.accuracy import brat, gum, scoring
from tests.accuracy.gold import GoldArticle
from tests.accuracy.own import own_articles
from tests.accuracy.tally import Measures, summed
from viewer.domain.dates import NO_DATE, Date
from viewer.domain.suggestions import SuggestedQuote, Suggestion
from viewer.suggest import suggest

_WORD = re.compile(r"\w+")
_RUNS = 3
#: Of GUM only these are measured.
_OF_GUM = ("names", "persons,", "organisations", "places", "dates", "value")


@dataclass(frozen=True)
class Speed:
    """Seconds for so many characters, and those of the floor: one pass of `\\w+`."""

    characters: int
    seconds: float
    floor: float

    @property
    def ratio(self) -> float:
        return self.seconds / self.floor

    @property
    def per_second(self) -> float:
        return self.characters / self.seconds


@dataclass(frozen=True)
class Result:
    """What was measured on a set of texts."""

    title: str
    command: str
    texts: int
    measures: Measures
    speed: Speed


def own() -> Result:
    """Measure everything on our own articles."""
    articles = own_articles()
    rows = summed([scoring.measured(each, suggested(each)) for each in articles])
    return Result("Our own articles", "", len(articles), rows, _speed_of(articles))


def of_gum(folder: Path) -> Result:
    """Measure names and dates on GUM's news."""
    articles = gum.news_of(folder)
    rows = summed([scoring.measured(each, suggested(each)) for each in articles])
    wanted = {name: row for name, row in rows.items() if f"{name},".startswith(_OF_GUM)}
    return Result("GUM, news", " --gum FOLDER", len(articles), wanted, _speed_of(articles))


def of_brat(folder: Path) -> Result:
    """Measure direct quotes on a folder of attributions."""
    texts = brat.texts_of(folder)
    rows = summed(
        [brat.measured(each, scoring.of(suggest(each.text), SuggestedQuote)) for each in texts]
    )
    speed = speed_of([(each.text, NO_DATE, "") for each in texts])
    return Result("Attributions in brat's format", " --brat FOLDER", len(texts), rows, speed)


def _quotes(text: str) -> list[SuggestedQuote]:
    return scoring.of(suggest(text), SuggestedQuote)


def suggested(article: GoldArticle) -> tuple[Suggestion, ...]:
    return suggest(article.text, article.published, article.language)


def speed_of(texts: Sequence[tuple[str, Date, str]]) -> Speed:
    """Time the rules and the floor over the same texts, the median of some runs of each."""
    seconds = _median(lambda: [suggest(*each) for each in texts])
    floor = _median(lambda: [_WORD.findall(text) for text, _, _ in texts])
    return Speed(sum(len(text) for text, _, _ in texts), seconds, floor)


def _speed_of(articles: Iterable[GoldArticle]) -> Speed:
    return speed_of([(each.text, each.published, each.language) for each in articles])


def _median(action: Callable[[], object]) -> float:
    return statistics.median(_timed(action) for _ in range(_RUNS))


def _timed(action: Callable[[], object]) -> float:
    start = time.process_time()
    action()
    return time.process_time() - start
