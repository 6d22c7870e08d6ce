"""What is suggested for a long text, against one pass of a regular expression for its words.

The text is made of the articles of `tests/accuracy`, over and over.

`python -m tests.benchmarks.bench_suggest --characters 1000000`
"""

import argparse
import re

from tests.accuracy.own import ARTICLES
from tests.benchmarks.measure import Ratio, median, table
from viewer.domain.dates import Date
from viewer.suggest import suggest

CHARACTERS = 1_000_000
_WORD = re.compile(r"\w+")


def run(characters: int = CHARACTERS) -> list[Ratio]:
    """Read one text of so many characters."""
    text = text_of(characters)
    floor = median(lambda: _WORD.findall(text))
    seconds = median(lambda: suggest(text, Date(edtf="2020-05-04"), "en"), 3)
    return [Ratio(f"suggestions of {characters:,} characters", "its words, `\\w+`", seconds, floor)]


def text_of(characters: int) -> str:
    """Return a text of so many characters, made of articles."""
    articles = [path.read_text("utf-8") for path in sorted(ARTICLES.glob("*.txt"))]
    once = "\n\n".join(articles)
    return (once * (characters // len(once) + 1))[:characters]


if __name__ == "__main__":
    parser = argparse.ArgumentParser()
    parser.add_argument("--characters", type=int, default=CHARACTERS)
    print(table(run(parser.parse_args().characters)))  # noqa: T201
