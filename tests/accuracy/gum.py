"""News of the GUM corpus, read from a checkout or from a git directory: names and dates.

A gold name is the run of proper nouns around the head of a mention of a person, an organisation
or a place, without the title before it; of names within one another the longest counts. A gold
date is what is marked `<date>`; its value is judged where it is `when`, or `from` and `to`.
"""

import itertools
import re
import subprocess
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from tests.accuracy.conllu import Text, text_of
from tests.accuracy.gold import GoldArticle, GoldDate
from tests.accuracy.gum_names import longest, names_in
from viewer.domain.dates import Date

_XML = re.compile(r"<date\b([^>]*)>|(</date>)")
_ATTRIBUTE = re.compile(r'(\w+):::"([^"]*)"')
_TO = re.compile(r"\s*(?:to|and|through|until|-|–)\s*")
#: Within this many characters stands the line that gives the document's own date.
_DATELINE = 300


def news_of(folder: Path) -> list[GoldArticle]:
    """Read the news of a checkout or of a git directory of GUM."""
    return [article_of(name, conllu) for name, conllu in _files(folder)]


def article_of(name: str, conllu: str) -> GoldArticle:
    """Return the text of a CoNLL-U file with its names and dates."""
    made = text_of(conllu)
    dates = tuple(_ranges(made.text, sorted(_dates(made), key=lambda each: each.span)))
    names = tuple(longest([each for words in made.sentences for each in names_in(words)]))
    published = _published(conllu, dates)
    return GoldArticle(name, made.text, published=published, names=names, dates=dates)


def _files(folder: Path) -> Iterator[tuple[str, str]]:
    if (folder / "dep").is_dir():
        for file in sorted((folder / "dep").glob("GUM_news_*.conllu")):
            yield file.stem, file.read_text("utf-8")
        return
    listed = _git(folder, "ls-tree", "--name-only", "HEAD", "dep/").split()
    for path in sorted(each for each in listed if re.fullmatch(r"dep/GUM_news_\w+\.conllu", each)):
        yield Path(path).stem, _git(folder, "show", f"HEAD:{path}")


def _git(folder: Path, *words: str) -> str:
    return subprocess.run(
        ["git", f"--git-dir={folder}", *words], check=True, capture_output=True, encoding="utf-8"
    ).stdout


def _dates(made: Text) -> Iterator[GoldDate]:
    opened: list[tuple[int, dict[str, str]]] = []
    for word in (word for words in made.sentences for word in words):
        for match in _XML.finditer(word.misc.get("XML", "")):
            if match[2] is None:
                opened.append((word.span[0], dict(_ATTRIBUTE.findall(match[1]))))
            elif opened:
                start, attributes = opened.pop()
                yield GoldDate(spans=((start, word.span[1]),), edtf=_edtf(attributes))


def _ranges(text: str, dates: list[GoldDate]) -> list[GoldDate]:
    """Let two dates, as in "2004 to 2009", each also have the value of the time between them."""
    for at, (one, other) in enumerate(itertools.pairwise(dates)):
        between = text[one.span[1] : other.span[0]]
        if _TO.fullmatch(between) and _when(one) and _when(other):
            span = f"{_when(one)}/{_when(other)}"
            dates[at : at + 2] = [_or(dates[at], span), _or(other, span)]
    return dates


def _or(date: GoldDate, edtf: str) -> GoldDate:
    return replace(date, edtf=date.edtf | {edtf})


def _when(date: GoldDate) -> str:
    return next((each for each in date.edtf if "/" not in each), "")


def _edtf(attributes: dict[str, str]) -> frozenset[str]:
    if "when" in attributes:
        when = attributes["when"].partition("T")[0]
        return frozenset([when, f"{when}/..", f"../{when}"])
    if {"from", "to"} <= attributes.keys():
        return frozenset([f"{attributes['from']}/{attributes['to']}"])
    return frozenset()


def _published(conllu: str, dates: tuple[GoldDate, ...]) -> Date:
    """Return the date of the line under the headline, or else that of the metadata."""
    whole = re.compile(r"\d{4}-\d\d-\d\d")
    for date in sorted(dates, key=lambda each: each.span):
        value = _when(date)
        if date.span[0] < _DATELINE and whole.fullmatch(value):
            return Date(edtf=value)
    made = re.search(r"# meta::dateCreated = (\d{4}-\d\d-\d\d)", conllu)
    return Date(edtf=made[1]) if made else Date()
