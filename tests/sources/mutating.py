"""Reads damaged documents, and tells what came of it: `python -m tests.sources.mutating 500`.

Each file is a PDF, DOCX, web page or mail of our own with bytes turned, cut, doubled or moved, from
a seed. Each must give a text or one sentence.
"""

import sys
import time
import zipfile
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from io import BytesIO
from random import Random

from tests.sources.pdfs import SENTENCE, set_in_paragraphs
from tests.sources.words import docx, with_parts
from viewer.errors import UnreadableSource
from viewer.sources.limits import Limits
from viewer.sources.reading import read_bytes

#: Shorter than in use, so that many files are read in little time.
LIMITS = Limits(wall_seconds=15.0, cpu_seconds=5)

_PAGE = f"""<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Two men</title>
<script type="application/ld+json">{{"@type": "NewsArticle", "headline": "Two men"}}</script></head>
<body><nav><ul><li><a href="/">Home</a></ul></nav><article><h1>Two men</h1><p>{SENTENCE * 3}</p>
<blockquote><q>{SENTENCE}</q></blockquote><ol><li>one<li>two</ol><table><tr><td>a<td>b</table>
</article></body></html>"""
_MAIL = f"""From: Ada Reyes <ada@example.org>
To: desk@example.org
Subject: =?utf-8?q?What_I_saw?=
Date: Mon, 10 May 2021 08:00:00 +0300
MIME-Version: 1.0
Content-Type: multipart/mixed; boundary="part"

--part
Content-Type: multipart/alternative; boundary="inner"

--inner
Content-Type: text/plain; charset=utf-8
Content-Transfer-Encoding: quoted-printable

{SENTENCE * 3}=E2=80=93
--inner
Content-Type: text/html; charset=utf-8

<p>{SENTENCE * 3}</p>
--inner--
--part
Content-Type: application/pdf; name="a.pdf"
Content-Transfer-Encoding: base64

JVBERi0xLjcK
--part--
"""
#: What a mutation puts in: numbers and signs at which parsers break.
_ODD = [b"\0", b"\xff" * 4, b"-1", b"4294967295", b"<", b">", b"&", b"(", b"<<", b"\r\n", b"%s" * 9]


def originals() -> dict[str, bytes]:
    return {
        "pdf": set_in_paragraphs([[SENTENCE * 4, "Short."], [SENTENCE]], foot="#", title="Two men"),
        "docx": docx(SENTENCE * 3, "Short.", rows=[["a", "b"], ["c", "d"]], title="Two men"),
        "html": _PAGE.encode(),
        "eml": _MAIL.encode(),
    }


def turned(data: bytearray, random: Random) -> None:
    for _ in range(random.randint(1, 20)):
        data[random.randrange(len(data))] = random.randrange(256)


def cut(data: bytearray, random: Random) -> None:
    at = random.randrange(len(data))
    del data[at : at + random.choice([1, 10, 100, len(data)])]


def doubled(data: bytearray, random: Random) -> None:
    at, length = random.randrange(len(data)), random.choice([4, 40, 400])
    data[at:at] = data[at : at + length] * random.choice([1, 5, 200])


def moved(data: bytearray, random: Random) -> None:
    at, to, length = random.randrange(len(data)), random.randrange(len(data)), random.randint(1, 99)
    data[to:to] = data[at : at + length]


def put_in(data: bytearray, random: Random) -> None:
    at = random.randrange(len(data))
    data[at : at + random.choice([0, 1, 4])] = random.choice(_ODD)


_WAYS: list[Callable[[bytearray, Random], None]] = [turned, cut, doubled, moved, put_in]


def mutated(data: bytes, random: Random) -> bytes:
    """Return a document with one to four mutations; bytes of a size at which one can be read."""
    changed = bytearray(data)
    for _ in range(random.randint(1, 4)):
        if changed:
            random.choice(_WAYS)(changed, random)
    return bytes(changed)


def mutated_inside(data: bytes, random: Random) -> bytes:
    """Return a DOCX whose zip is whole and one of whose parts is not."""
    with zipfile.ZipFile(BytesIO(data)) as archive:
        name = random.choice([n for n in archive.namelist() if n.endswith((".xml", ".rels"))])
        part = archive.read(name)
    return with_parts(data, {name: mutated(part, random)})


def mutants(count: int, seed: int) -> Iterator[tuple[str, bytes]]:
    """Yield the kind and bytes of so many documents, the kinds in turn."""
    kinds = list(originals().items())
    for number in range(count):
        kind, data = kinds[number % len(kinds)]
        random = Random(f"{seed} {number}")
        is_inside = kind == "docx" and random.random() < 0.6
        yield kind, mutated_inside(data, random) if is_inside else mutated(data, random)


@dataclass
class Tally:
    """What came of the documents of one kind."""

    texts: int = 0
    sentences: Counter[str] = field(default_factory=Counter)
    slowest: float = 0.0
    seconds: float = 0.0

    @property
    def count(self) -> int:
        return self.texts + self.sentences.total()


def read_all(count: int, seed: int = 1) -> dict[str, Tally]:
    """Read so many mutants; what raises anything but `UnreadableSource` is our bug."""
    tallies: dict[str, Tally] = {}
    for kind, data in mutants(count, seed):
        tally = tallies.setdefault(kind, Tally())
        start = time.perf_counter()
        try:
            read_bytes(data, f"mutant.{kind}", LIMITS)
            tally.texts += 1
        except UnreadableSource as error:
            tally.sentences[str(error)] += 1
        took = time.perf_counter() - start
        tally.slowest, tally.seconds = max(tally.slowest, took), tally.seconds + took
    return tallies


def table(count: int, seed: int = 1) -> str:
    """Return what came of so many mutants: by kind, then each sentence and how often."""
    before, tallies = memory(), read_all(count, seed)
    lines = [f"{'kind':6}{'files':>7}{'text':>7}{'sentence':>10}{'mean s':>9}{'slowest s':>11}"]
    for kind, tally in tallies.items():
        said, mean = tally.sentences.total(), tally.seconds / tally.count
        numbers = f"{tally.count:7}{tally.texts:7}{said:10}{mean:9.2f}{tally.slowest:11.2f}"
        lines.append(f"{kind:6}{numbers}")
    lines.append(f"peak memory of this process grew by {memory() - before:.0f} MB")
    every: Counter[str] = sum((tally.sentences for tally in tallies.values()), Counter())
    return "\n".join([*lines, *(f"{times:5} × {said}" for said, times in every.most_common())])


def memory() -> float:
    """Return the peak memory of this process so far, in MB; 0 where the system does not tell."""
    try:
        import resource
    except ImportError:
        return 0.0
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


if __name__ == "__main__":
    print(table(*map(int, sys.argv[1:] or ["500"])))  # noqa: T201
