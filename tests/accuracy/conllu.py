"""CoNLL-U as GUM writes it: words, their places in the text, and the mentions of entities."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from tests.accuracy.locating import Span

_ENTITY = re.compile(r"\((?P<opened>[^()]+)(?P<closed>\))?|(?P<closes>[^()]+)\)")


@dataclass
class Token:
    """A word with its place in the text."""

    form: str
    is_name: bool
    head: int
    relation: str
    misc: dict[str, str]
    span: Span
    is_plural: bool


@dataclass
class Text:
    text: str = ""
    sentences: list[list[Token]] = field(default_factory=list)


def text_of(conllu: str) -> Text:
    made = Text()
    for block in conllu.split("\n\n"):
        lines = block.splitlines()
        words = [line.split("\t") for line in lines if line and line[0].isdigit()]
        if not words:
            continue
        paragraph = any(re.match(r"# newpar(?!_)", line) for line in lines)
        made.text += "" if not made.text else "\n\n" if paragraph else " "
        made.sentences.append(_sentence(made, words))
        made.text = made.text.rstrip(" ")
    return made


def _sentence(made: Text, words: list[list[str]]) -> list[Token]:
    tokens: list[Token] = []
    written: dict[int, Span] = {}
    for columns in words:
        first, _, last = columns[0].partition("-")
        if last:
            span = _spell(made, columns)
            written |= dict.fromkeys(range(int(first), int(last) + 1), span)
        elif "." not in first:
            span = written.get(int(first)) or _spell(made, columns)
            tokens.append(_token(columns, _part(made.text, span, columns[1], tokens)))
    return tokens


def _spell(made: Text, columns: list[str]) -> Span:
    start, form = len(made.text), columns[1]
    made.text += form + ("" if _misc(columns[9]).get("SpaceAfter") == "No" else " ")
    return start, start + len(form)


def _part(text: str, span: Span, form: str, before: list[Token]) -> Span:
    """Return the place of a word that is written together with others, as "Trump" in "Trump's"."""
    start = max(span[0], before[-1].span[1]) if before else span[0]
    return (start, start + len(form)) if text.startswith(form, start) else span


def _token(columns: list[str], span: Span) -> Token:
    return Token(
        form=columns[1],
        is_name=columns[4].startswith("NNP"),
        is_plural="Number=Plur" in columns[5],
        head=int(columns[6]),
        relation=columns[7],
        misc=_misc(columns[9]),
        span=span,
    )


def _misc(column: str) -> dict[str, str]:
    return dict(part.partition("=")[::2] for part in column.split("|") if "=" in part)


def mentions(words: list[Token]) -> Iterator[tuple[str, int, int]]:
    """Yield the kind of each mention with its first and last token; parted ones are left out."""
    opened: list[tuple[str, str, int]] = []
    for at, word in enumerate(words):
        for match in _ENTITY.finditer(word.misc.get("Entity", "")):
            if match["opened"]:
                number, _, rest = match["opened"].partition("-")
                opened.append((number, rest.partition("-")[0], at))
            if match["closed"] or match["closes"]:
                number = match["closes"] or match["opened"].partition("-")[0]
                index = max((i for i, e in enumerate(opened) if e[0] == number), default=None)
                if index is not None:
                    _, kind, first = opened.pop(index)
                    yield kind, first, at
