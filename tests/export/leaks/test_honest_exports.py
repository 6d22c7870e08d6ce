"""An honest export is not refused: the program's own words, and words that stand side by side."""

import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from viewer import crash
from viewer.domain.redaction import Redactor
from viewer.domain.summary import (
    AnnotationEntry,
    CaseSummary,
    Dated,
    DocumentEntry,
    EventEntry,
    PersonEntry,
    Statement,
    Target,
)
from viewer.errors import LeakError
from viewer.export.pdf import SECTIONS, PdfOptions, write_pdf
from viewer.export.web_annotations import write_web_annotations

EVERYTHING = PdfOptions(sections=tuple(SECTIONS))
SUMMARY = CaseSummary(
    audience="public",
    audience_label="Public",
    id="urn:uuid:0",
    title="The river",
    persons=(
        PersonEntry(1, Statement("[Person 4]"), unit="Individual", known="By name"),
        PersonEntry(2, Statement("Leon Karim"), unit="Individual"),
        PersonEntry(3, Statement("ليلى كريم"), unit="Individual"),
    ),
    events=(
        EventEntry(
            1,
            Statement("They went to the river"),
            type="Killing",
            status=Statement("Reported"),
            date=Dated(phrase="12 October 2019", earliest="2019-10-12", latest="2019-10-12"),
            description=Statement("Leon Karim saw it. قالت ليلى كريم ذلك"),
        ),
    ),
    documents=(DocumentEntry(1, Statement("Letter"), type="Letter", sha256="ab" * 32),),
    annotations=(
        AnnotationEntry(
            "urn:uuid:1", Target("urn:uuid:2", "Event", "The river"), "commenting", "x"
        ),
    ),
)
Writer = Callable[[CaseSummary, Path], None]
WRITERS: list[tuple[str, Writer]] = [
    ("out.pdf", lambda summary, path: write_pdf(summary, path, EVERYTHING)),
    ("out.jsonld", write_web_annotations),
]


def protecting(*names: str, summary: CaseSummary = SUMMARY) -> CaseSummary:
    guard = Redactor({tuple(name.casefold().split()): "Person 4" for name in names})
    return replace(summary, guard=guard)


@pytest.mark.parametrize(("name", "write"), WRITERS, ids=["pdf", "jsonld"])
@pytest.mark.parametrize(
    "person",
    [
        *("October", "Page", "Person", "A", "Total", "Vazirmatn", "Killing", "Contents"),
        *("Stream", "Annotation", "Summary", "Event", "Casefile", "Obj", "Of", "Reported"),
    ],
)
def test_somebody_is_called_like_a_word_of_the_programs(
    person: str, name: str, write: Writer, tmp_path: Path
) -> None:
    write(protecting(person, f"{person} Aldhamat"), tmp_path / name)
    assert (tmp_path / name).stat().st_size > 0


@pytest.mark.parametrize("person", ["October", "Page", "Person", "Total", "Killing", "Summary"])
def test_but_the_rest_of_the_name_is_still_looked_for(person: str, tmp_path: Path) -> None:
    summary = protecting(person, f"{person} Aldhamat")
    leaking = replace(summary, title=f"The river of {person} Aldhamat")
    with pytest.raises(LeakError, match="Aldhamat"):
        write_pdf(leaking, tmp_path / "out.pdf")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("person", ["Noel", "miraK", "ىليل"])
def test_somebody_is_called_like_another_name_read_from_its_end(
    person: str, tmp_path: Path
) -> None:
    write_pdf(protecting(person), tmp_path / "out.pdf", EVERYTHING)
    assert (tmp_path / "out.pdf").exists()


@pytest.mark.parametrize("person", ["Karim Individual", "river Killing", "river Reported"])
def test_a_name_comes_about_where_two_texts_meet(person: str, tmp_path: Path) -> None:
    write_pdf(protecting(person), tmp_path / "out.pdf", EVERYTHING)
    assert (tmp_path / "out.pdf").exists()


def test_a_text_that_was_not_redacted_is_no_excuse(tmp_path: Path) -> None:
    broken = replace(SUMMARY, events=(replace(SUMMARY.events[0], title=Statement("Noel left")),))
    with pytest.raises(LeakError, match="“Noel”") as caught:
        write_pdf(protecting("Noel", summary=broken), tmp_path / "out.pdf")
    assert {hit.where for hit in caught.value.hits} >= {"bookmark", "page 2", "page 3"}
    assert list(tmp_path.iterdir()) == []


def test_nor_is_a_text_that_shows_it_from_its_end(tmp_path: Path) -> None:
    title = "It was \u202eleoN\u202c who left"
    with pytest.raises(LeakError):
        write_pdf(protecting("Noel", summary=replace(SUMMARY, title=title)), tmp_path / "out.pdf")
    assert list(tmp_path.iterdir()) == []


def test_the_crash_log_never_learns_what_was_found(tmp_path: Path) -> None:
    with pytest.raises(LeakError) as caught:
        write_pdf(protecting("river"), tmp_path / "out.pdf")
    assert "river" in str(caught.value)
    assert "river" not in crash.report(caught.value)


def test_what_reads_back_is_loaded_only_when_it_is_used() -> None:
    code = "import sys, viewer.export.web_annotations as w; sys.exit('pypdf' in sys.modules)"
    subprocess.run([sys.executable, "-c", code], check=True)
