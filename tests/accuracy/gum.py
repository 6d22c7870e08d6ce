"""News of the GUM corpus, read from a checkout or from a git directory: names and dates.

A gold name is the run of proper nouns around the head of a mention of a person, an organisation
or a place, without the title before it; of names within one another the longest counts. A gold
date is what is marked `<date>`; its value is judged where it is `when`, or `from` and `to`.
"""

import re
import subprocess
from collections.abc import Iterator
from pathlib import Path

from tests.accuracy.conllu import Text, text_of
from tests.accuracy.gold import GoldArticle, GoldDate
from tests.accuracy.gum_names import longest, names_in
from viewer.domain.dates import Date

_XML = re.compile(r"<date\b([^>]*)>|(</date>)")
_ATTRIBUTE = re.compile(r'(\w+):::"([^"]*)"')
#: Within this many characters stands the line that gives the document's own date.
_DATELINE = 300


def news_of(folder: Path) -> list[GoldArticle]:
    """Read the news of a checkout or of a git directory of GUM."""
    return [article_of(name, conllu) for name, conllu in _files(folder)]


def article_of(name: str, conllu: str) -> GoldArticle:
    """Return the text of a CoNLL-U file with its names and dates."""
    made = text_of(conllu)
    dates = tuple(_dates(made))
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


def _edtf(attributes: dict[str, str]) -> frozenset[str]:
    if "when" in attributes:
        return frozenset([attributes["when"].partition("T")[0]])
    if {"from", "to"} <= attributes.keys():
        return frozenset([f"{attributes['from']}/{attributes['to']}"])
    return frozenset()


def _published(conllu: str, dates: tuple[GoldDate, ...]) -> Date:
    """Return the date of the line under the headline, or else that of the metadata."""
    whole = re.compile(r"\d{4}-\d\d-\d\d")
    for date in sorted(dates, key=lambda each: each.span):
        value = next(iter(date.edtf), "")
        if date.span[0] < _DATELINE and whole.fullmatch(value):
            return Date(edtf=value)
    made = re.search(r"# meta::dateCreated = (\d{4}-\d\d-\d\d)", conllu)
    return Date(edtf=made[1]) if made else Date()
