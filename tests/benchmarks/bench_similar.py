"""Persons who may be one, looked for among all, against hearing each name once.

`python -m tests.benchmarks.bench_similar --persons 10000`
"""

import argparse
import random
from collections.abc import Iterator

from tests.benchmarks.measure import Ratio, table, timed
from viewer.domain.names import spoken
from viewer.domain.records import Name, Person, Record
from viewer.domain.similar import similar_persons
from viewer.domain.snapshot import Snapshot

PERSONS = 10_000
_SURNAMES = 1500
_GIVEN = [
    "Mohammed",
    "Ahmed",
    "Ali",
    "Hassan",
    "Hussein",
    "Mustafa",
    "Karim",
    "Omar",
    "Khalid",
    "Yousef",
    "Ibrahim",
    "Salah",
    "Jamal",
    "Samir",
    "Nasser",
    "Faisal",
    "Tariq",
    "Ziad",
    "Bassam",
    "Haidar",
    "Layla",
    "Fatima",
    "Zainab",
    "Maryam",
    "Huda",
    "Nadia",
    "Amal",
    "Rana",
    "Sara",
    "محمد",
    "أحمد",
    "علي",
    "حسن",
    "حسين",
    "مصطفى",
    "كريم",
    "عمر",
    "خالد",
    "يوسف",
    "إبراهيم",
    "صلاح",
    "جمال",
    "سمير",
    "ناصر",
    "فيصل",
    "طارق",
    "زياد",
]


def run(persons: int = PERSONS) -> list[Ratio]:
    """Look among so many persons once."""
    dice = random.Random(7)
    surnames = [_surname(dice) for _ in range(_SURNAMES)]
    names = [_name(dice, surnames) for _ in range(persons)]
    case = Snapshot(_records(names))
    spoken.cache_clear()
    floor = timed(lambda: [spoken(name) for name in names])
    spoken.cache_clear()
    ours = timed(lambda: similar_persons(case))
    return [Ratio(f"similar persons among {persons:,}", "each name heard once", ours, floor)]


def _surname(dice: random.Random) -> str:
    syllables = (dice.choice("bdfghjklmnrstz") + dice.choice("aiu") for _ in range(3))
    return "".join(syllables).capitalize()


def _name(dice: random.Random, surnames: list[str]) -> str:
    middle = dice.sample(_GIVEN, dice.randint(0, 2))
    return " ".join([dice.choice(_GIVEN), *middle, dice.choice(surnames)])


def _records(names: list[str]) -> Iterator[Record]:
    for number, name in enumerate(names):
        yield Person(id=str(number))
        yield Name(id=f"name {number}", person_id=str(number), text=name)


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--persons", type=int, default=PERSONS)
    print(table(run(parser.parse_args().persons)))  # noqa: T201
