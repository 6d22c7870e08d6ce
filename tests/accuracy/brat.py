"""Any folder of texts with attributions in brat's format: `text/*.txt`, `attributions/*.ann`.

Gold direct quotes are stretches between double quotation marks, at least half of whose characters
are Content of one attribution that has a Source outside the stretch. A stretch that a Content
goes beyond on both sides is a fragment of indirect speech, measured apart.
"""

import glob
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from tests.accuracy.gold import GoldQuote, Who
from tests.accuracy.locating import Span
from tests.accuracy.matching import shared, span_of
from tests.accuracy.paragraphs import bare, is_whole_paragraph, paragraphs
from tests.accuracy.quotes import attributed, tally
from tests.accuracy.tally import Measures
from viewer.domain.suggestions import Mentioned, SuggestedQuote

_MARK = re.compile(r"''|``|[\"“”„«»]")
_OPENS, _CLOSES = {'"', "''", "``", *"“„«"}, {'"', "''", *"”»"}


@dataclass(frozen=True)
class Attribution:
    """What somebody is said to say: spans of the content and of the source."""

    content: tuple[Span, ...]
    source: tuple[Span, ...]


@dataclass(frozen=True)
class BratText:
    """A text with its attributions."""

    name: str
    text: str
    attributions: tuple[Attribution, ...]


def texts_of(folder: Path) -> list[BratText]:
    """Read every text of a folder that has a file of annotations."""
    return [
        BratText(path.stem, path.read_text("utf-8"), tuple(_read(ann.read_text("utf-8"))))
        for path in sorted((folder / "text").glob("*.txt"))
        if (ann := _annotations(folder, path.stem))
    ]


def measured(text: BratText, quotes: Sequence[SuggestedQuote]) -> Measures:
    """Measure direct quotes and whole paragraphs with their speakers, and fragments apart."""
    whole, fragments = gold_quotes(text)
    direct = [each for each in quotes if each.form == "direct"]

    def same(said: Mentioned | None, quote: GoldQuote) -> bool:
        return _is_source(text.text, said, quote.speaker)

    apart = [replace(each, optional=True) for each in fragments]
    inside = [each for each in direct if any(shared(span_of(each), f.span) for f in fragments)]
    others = [each for each in direct if each not in inside]
    rows = attributed(text.text, others, [*whole, *apart], same)
    spoken = [each for each in inside if each.speaker]
    rows["fragments within indirect speech"] = tally(
        spoken, [*fragments, *whole], same, wanted=fragments
    )
    return rows


def gold_quotes(text: BratText) -> tuple[list[GoldQuote], list[GoldQuote]]:
    """Return the direct quotes, and the fragments of what is told in other words."""
    whole: list[GoldQuote] = []
    fragments: list[GoldQuote] = []
    for span in quoted(text.text):
        for attribution in text.attributions:
            if not _covers(attribution, span):
                continue
            quote = _quote(text.text, span, attribution)
            (fragments if _is_fragment(text.text, span, attribution) else whole).append(quote)
            break
    return whole, fragments


def quoted(text: str) -> Iterator[Span]:
    """Yield the stretches between double marks or doubled ones, within their paragraphs.

    Straight marks open and close in turn. A mark that nothing closes reaches to the end of the
    paragraph; one that closes what is not open is passed over.
    """
    for begin, end in paragraphs(text):
        opened = None
        for mark in _MARK.finditer(text, begin, end):
            if opened is None and mark[0] in _OPENS:
                opened = mark.end()
            elif opened is not None and mark[0] in _CLOSES:
                yield opened, mark.start()
                opened = None
        if opened is not None and opened < end:
            yield opened, end


def _covers(attribution: Attribution, span: Span) -> bool:
    inside = sum(shared(span, content) for content in attribution.content)
    sourced = any(not shared(span, source) for source in attribution.source)
    return sourced and 2 * inside >= span[1] - span[0] > 0


def _is_fragment(text: str, span: Span, attribution: Attribution) -> bool:
    """Whether words of the content's same part stand before and after the quoted stretch."""
    start, end = bare(text, span)
    parts = (bare(text, part) for part in attribution.content if shared(part, span))
    return any(
        part[0] < start - 1 or part[1] > end + 1 for part in parts if not _is_quoted(text, part)
    )


def _is_quoted(text: str, part: Span) -> bool:
    """Whether a part of a content is nothing but quoted stretches."""
    spans = list(quoted(text))
    return all(any(s <= at < e for s, e in spans) for at in range(*part) if text[at].isalnum())


def _quote(text: str, span: Span, attribution: Attribution) -> GoldQuote:
    sources = tuple(each for each in attribution.source if not shared(span, each))
    paragraph = is_whole_paragraph(text, span)
    return GoldQuote(spans=(span,), speaker=Who(spans=sources), paragraph=paragraph)


def _is_source(text: str, said: Mentioned | None, source: Who) -> bool:
    """Whether words or surname of the one who is suggested are those of the source."""
    if said is None:
        return False
    if any(shared(span_of(said), span) for span in source.spans):
        return True
    names = {_surname(said.name), _surname(text[said.start : said.end])} - {""}
    return any(_surname(text[start:end]) in names for start, end in source.spans)


def _surname(words: str) -> str:
    """Return the last word of a name; "" of words that are no name."""
    found = re.findall(r"\b[A-Z][\w'’-]*", re.sub(r"['’]s\b", "", words))
    return found[-1].casefold() if found else ""


def _annotations(folder: Path, stem: str) -> Path | None:
    """Return the annotations of a text: `stem.ann`, or else the first `stem_annotator.ann`."""
    found = sorted((folder / "attributions").glob(f"{glob.escape(stem)}*.ann"))
    return next((each for each in found if stem in (each.stem, each.stem.rpartition("_")[0])), None)


def _read(annotations: str) -> Iterator[Attribution]:
    lines = [line.split("\t") for line in annotations.splitlines() if "\t" in line]
    spans = {fields[0]: _spans(fields[1]) for fields in lines if fields[0].startswith("T")}
    for fields in lines:
        if fields[0].startswith("E"):
            yield _attribution(fields[1], spans)


def _attribution(event: str, spans: dict[str, list[Span]]) -> Attribution:
    roles: dict[str, list[Span]] = {"Content": [], "Source": []}
    for part in event.split():
        role, _, name = part.partition(":")
        roles.setdefault(role.rstrip("0123456789"), []).extend(spans.get(name, ()))
    return Attribution(tuple(roles["Content"]), tuple(roles["Source"]))


def _spans(words: str) -> list[Span]:
    """Read `Content 10 20;25 30`."""
    numbers = words.partition(" ")[2]
    return [(int(a), int(b)) for a, b in (part.split() for part in numbers.split(";"))]
