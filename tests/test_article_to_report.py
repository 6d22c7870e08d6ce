"""From an article to the report on it, by the command line alone."""

import re
from collections.abc import Callable
from pathlib import Path

import pypdfium2
import pytest
from click.testing import CliRunner

from viewer.cli import main
from viewer.domain.records import Event, Figure, Involvement, Passage, Person, Quote
from viewer.domain.titles import main_name, title_of
from viewer.store import CaseFile

SHARED = Path(__file__).parents[1].parent / "shared" / "sample" / "under-attack.txt"

OWN = """Teachers of Basra speak out

BASRA, 6 May 2020 - Salma Rahim, a teacher, was killed in Basra on 3 May 2020.

"They took her at night, and nobody helped us," said her brother, Karim Rahim.

The rights organisation Amal Centre has documented 12 killings of teachers since January 2020.

A police officer, speaking on condition of anonymity, said the killers were "known to everybody".

Huda Nasser, a lawyer, left Basra two days after the murder of Salma Rahim.

"I had no choice," Nasser said.
"""


def casefile(*args: object) -> str:
    result = CliRunner().invoke(main, [str(arg) for arg in args])
    assert (result.exit_code, result.stderr) == (0, ""), result.output
    return result.stdout


@pytest.fixture(scope="module")
def imported(tmp_path_factory: pytest.TempPathFactory) -> Callable[[Path], Path]:
    """Import an article with all that is suggested in it; the case is sound."""
    folder = tmp_path_factory.mktemp("articles")

    def made(article: Path) -> Path:
        case = folder / f"{article.stem}.casefile"
        if not case.exists():
            casefile("import", case, article, "--suggest", "--accept")
            casefile("check", case)
        return case

    return made


@pytest.fixture(scope="module")
def own(imported: Callable[[Path], Path], tmp_path_factory: pytest.TempPathFactory) -> Path:
    article = tmp_path_factory.mktemp("own") / "teachers.txt"
    article.write_text(OWN, encoding="utf-8")
    return imported(article)


@pytest.fixture(scope="module")
def shared(imported: Callable[[Path], Path]) -> Path:
    if not SHARED.exists():
        pytest.skip("the first article is not here")
    return imported(SHARED)


def quotes(path: Path, form: str = "direct") -> list[tuple[str, str]]:
    """The first words of each quote, and its speaker."""
    with CaseFile.open(path, read_only=True) as case:
        found = [q for q in case.all(Quote) if q.form == form]
        ordered = sorted(found, key=lambda q: case.get(Passage, q.passage_id).start)
        return [
            (
                " ".join(case.get(Passage, q.passage_id).exact.split()[:3]),
                title_of(case, q.speaker_id),
            )
            for q in ordered
        ]


def individuals(path: Path) -> dict[str, str]:
    with CaseFile.open(path, read_only=True) as case:
        persons = [p for p in case.all(Person) if p.unit == "individual"]
        return {main_name(case, p): p.naming for p in persons}


def figures(path: Path) -> set[tuple[str, int, str, str]]:
    with CaseFile.open(path, read_only=True) as case:
        return {
            (f.qualifier, f.number, f.act, title_of(case, f.claimant_id)) for f in case.all(Figure)
        }


def event(path: Path, act: str) -> tuple[Event, set[tuple[str, str]]]:
    """The one event of a type, with who took which part."""
    with CaseFile.open(path, read_only=True) as case:
        (found,) = (e for e in case.all(Event) if e.type == act)
        parts = case.where(Involvement, event_id=found.id)
        return found, {(part.role, title_of(case, part.person_id)) for part in parts}


def report(path: Path) -> str:
    out = path.with_suffix(".pdf")
    casefile("export", path, out, "--audience", "internal")
    with pypdfium2.PdfDocument(out) as pdf:
        text = "\n".join(page.get_textpage().get_text_range() for page in pdf)
    return re.sub(r"\s+", " ", text)


def test_each_quote_of_our_own_article_has_its_speaker(own: Path) -> None:
    assert quotes(own) == [
        ("They took her", "Karim Rahim"),
        ("known to everybody", "Police officer"),
        ("I had no", "Huda Nasser"),
    ]


def test_two_persons_of_one_surname_are_two(own: Path) -> None:
    found = individuals(own)
    assert {"Salma Rahim", "Karim Rahim", "Huda Nasser"} <= found.keys()
    assert found["Police officer"] == "anonymous"


def test_the_killing_has_victim_place_and_date(own: Path) -> None:
    killing, parts = event(own, "killing")
    assert ("victim", "Salma Rahim") in parts
    assert killing.date.edtf == "2020-05-03"
    assert killing.status == "reported"


def test_the_flight_counts_from_the_killing(own: Path) -> None:
    killing, _ = event(own, "killing")
    flight, parts = event(own, "displacement")
    assert (flight.date.anchor_id, flight.date.offset) == (killing.id, "P2D")
    assert ("victim", "Huda Nasser") in parts


def test_the_figure_has_its_claimant(own: Path) -> None:
    assert figures(own) == {("stated", 12, "killing", "Amal Centre")}


def test_the_report_says_all_of_it(own: Path) -> None:
    text = report(own)
    for words in (
        *("Teachers of Basra speak out", "Salma Rahim", "Karim Rahim", "3 May 2020"),
        *("two days after the killing of Salma Rahim", "12 killings of teachers"),
    ):
        assert words in text


def test_the_five_direct_quotes_of_the_first_article_have_the_right_speakers(shared: Path) -> None:
    assert [speaker for _, speaker in quotes(shared)] == [
        "Mohammed Aldhamat",
        "Mohammed Aldhamat",
        "Hasanain Alminshid",
        "Government official",
        "Mohammed Aldhamat",
    ]


def test_its_five_named_individuals_and_two_known_by_role_are_there(shared: Path) -> None:
    found = individuals(shared)
    assert {name for name, naming in found.items() if naming == "named"} == {
        "Adel Abdul Mahdi",
        "Amjad Aldhamat",
        "Hasanain Alminshid",
        "Mohammed Aldhamat",
        "Mustafa al-Kadhimi",
    }
    assert found["Government official"] == "anonymous"
    assert found["Iraqi government spokesman"] == "role_only"


def test_its_killing_has_the_victim_and_the_date_as_written(shared: Path) -> None:
    killing, parts = event(shared, "killing")
    assert ("victim", "Amjad Aldhamat") in parts
    assert (killing.date.written, killing.date.edtf) == ("Last year", "")


def test_its_three_figures_are_there(shared: Path) -> None:
    assert figures(shared) == {
        ("stated", 39, "killing", "Al-Amal"),
        ("at_least", 44, "kidnapping", "Al-Amal"),
        ("at_least", 74, "attempted_killing", "Al-Amal"),
    }


def test_its_report_says_all_of_it(shared: Path) -> None:
    text = report(shared)
    assert "Under attack, Iraqi activists flee abroad" in text
    assert "five days after the killing of Amjad Aldhamat" in text
