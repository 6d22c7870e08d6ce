"""`casefile export`: what is chosen on the command line is what is written."""

import hashlib
import os
import subprocess
import sys
from pathlib import Path

import click
import pikepdf
import pytest
from click.testing import CliRunner, Result
from pypdf import PdfReader

from viewer.cli import main
from viewer.domain.records import Export
from viewer.export.pdf import PAPERS, SECTIONS
from viewer.export_commands import export
from viewer.store import CaseFile

#: For a report of which only is asked that it is there.
SHORT = ("--sections", "sources")


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("case") / "sample.casefile"
    assert casefile("sample", path).exit_code == 0
    return path


def casefile(*args: object, typed: str | None = None) -> Result:
    return CliRunner().invoke(main, [str(arg) for arg in args], input=typed)


def titles(path: Path) -> list[str]:
    return [str(item.title) for item in PdfReader(path).outline if not isinstance(item, list)]


def option(name: str) -> click.Option:
    found = next(p for p in export.params if p.name == name)
    assert isinstance(found, click.Option)
    return found


def test_sections_are_chosen_by_their_codes_in_an_order(sample: Path, tmp_path: Path) -> None:
    out = tmp_path / "out.pdf"
    assert casefile("export", sample, out, "--sections", "quotes, persons").exit_code == 0
    assert titles(out) == ["Cover", "Contents", "Quotes", "Persons"]


def test_paper_watermark_and_exhibits(sample: Path, tmp_path: Path) -> None:
    out = tmp_path / "out.pdf"
    options = ("--paper", "Letter", "--watermark", "DRAFT", "--exhibits", "CASE-")
    options = (*options, "--first-page", "40", "--first-exhibit", "3")
    assert casefile("export", sample, out, *options).exit_code == 0
    page = PdfReader(out).pages[1]
    text = page.extract_text()
    assert int(page.mediabox.width) == 612
    assert "DRAFT" in text
    assert "CASE-000041" in text


@pytest.mark.parametrize("end", ["", "\n", "\r\n", "\nnot this line\n"])
def test_the_first_line_of_a_file_is_the_passphrase(end: str, sample: Path, tmp_path: Path) -> None:
    out, secret = tmp_path / "out.pdf", tmp_path / "secret"
    secret.write_text(f" a river, كذا{end}"[:8] + end, encoding="utf-8")
    given = ("--pdf-passphrase-file", secret)
    assert casefile("export", sample, out, *SHORT, *given).exit_code == 0
    with pikepdf.open(out, password=" a river") as pdf:
        assert pdf.encryption.R == 6


def test_a_passphrase_is_asked_for_twice_and_shown_nowhere(sample: Path, tmp_path: Path) -> None:
    out = tmp_path / "out.pdf"
    result = casefile("export", sample, out, *SHORT, "--encrypt", typed="a river\na river\n")
    assert result.exit_code == 0
    assert "a river" not in result.output
    pikepdf.open(out, password="a river").close()
    other = tmp_path / "other.pdf"
    assert casefile("export", sample, other, "--encrypt", typed="one\ntwo\n").exit_code == 1
    assert not other.exists()


@pytest.mark.parametrize("content", [b"", b"\n", b"\xff\xfe\xff"])
def test_a_file_without_a_passphrase_is_refused(
    content: bytes, sample: Path, tmp_path: Path
) -> None:
    out, secret = tmp_path / "out.pdf", tmp_path / "secret"
    secret.write_bytes(content)
    assert casefile("export", sample, out, "--pdf-passphrase-file", secret).exit_code == 2
    assert (
        casefile("export", sample, out, "--pdf-passphrase-file", tmp_path / "none").exit_code == 2
    )
    assert not out.exists()


def test_a_passphrase_that_cannot_be_used_is_refused_in_a_sentence(
    sample: Path, tmp_path: Path
) -> None:
    out, secret = tmp_path / "out.pdf", tmp_path / "secret"
    secret.write_text("word كلمة", encoding="utf-8")
    result = casefile("export", sample, out, "--pdf-passphrase-file", secret)
    assert (result.exit_code, result.stderr.count("\n")) == (1, 1)
    assert "كلمة" not in result.output
    assert not out.exists()


def test_what_only_a_pdf_has_is_refused_for_other_formats(sample: Path, tmp_path: Path) -> None:
    for choice in (("--encrypt",), ("--watermark", "DRAFT"), ("--sections", "quotes")):
        result = casefile("export", sample, tmp_path / "out.jsonld", *choice)
        assert result.exit_code == 2
        assert f"{choice[0]} is for a PDF" in result.stderr
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("choice", [("--sections", "ghosts"), ("--language", "xx")])
def test_a_code_that_is_not_known_is_told_with_those_that_are(
    choice: tuple[str, str], sample: Path, tmp_path: Path
) -> None:
    result = casefile("export", sample, tmp_path / "out.pdf", *choice)
    assert result.exit_code == 2
    assert f"“{choice[1]}” is none of" in result.stderr


def test_the_options_are_those_of_the_export() -> None:
    help_of_sections = option("sections").help or ""
    assert all(code in help_of_sections for code in SECTIONS)
    paper = option("paper").type
    assert isinstance(paper, click.Choice)
    assert tuple(paper.choices) == tuple(PAPERS)


def test_what_left_the_case_is_noted_in_it_with_its_hash(sample: Path, tmp_path: Path) -> None:
    out = tmp_path / "out.pdf"
    assert casefile("export", sample, out).exit_code == 0
    with CaseFile.open(sample, read_only=True) as case:
        noted = list(case.all(Export))[-1]
        assert case.next_undo is None
    assert (noted.file_name, noted.audience, noted.format) == ("out.pdf", "Public", "PDF")
    assert noted.sha256 == hashlib.sha256(out.read_bytes()).hexdigest()
    assert noted.size == out.stat().st_size
    assert "as “Person" in noted.protections
    assert noted.contents.startswith("Summary, Persons, Timeline")


def test_a_case_that_is_held_elsewhere_is_exported_and_says_that_it_is_not_noted(
    sample: Path, tmp_path: Path
) -> None:
    out = tmp_path / "out.pdf"
    with CaseFile.open(sample) as held:
        before = held.total("export")
        result = casefile("export", sample, out, *SHORT)
        assert held.total("export") == before
    assert result.exit_code == 0
    assert out.exists()
    assert "not noted in the case" in result.stderr


def test_without_a_word_of_an_audience_it_is_everybody(sample: Path, tmp_path: Path) -> None:
    result = casefile("export", sample, tmp_path / "out.pdf", *SHORT)
    assert "for the audience Public" in result.stdout


def test_an_unknown_audience_is_refused_with_those_that_there_are(
    sample: Path, tmp_path: Path
) -> None:
    result = casefile("export", sample, tmp_path / "out.pdf", "--audience", "press")
    assert result.exit_code == 66
    assert "It knows: Internal, Legal, Public" in result.stderr


def test_a_dossier_is_about_one_person(sample: Path, tmp_path: Path) -> None:
    out = tmp_path / "dossier.pdf"
    args = ("--audience", "internal", "--about", "person amjad")
    assert casefile("export", sample, out, *args).exit_code == 0
    whole = tmp_path / "whole.pdf"
    casefile("export", sample, whole, "--audience", "internal")
    text = " ".join(page.extract_text() for page in PdfReader(out).pages)
    assert "Amjad Aldhamat" in text
    assert "Kadhimi" not in text
    assert "Kadhimi" in " ".join(page.extract_text() for page in PdfReader(whole).pages)


def test_two_exports_of_a_case_are_the_same_bytes_wherever_and_whenever(
    sample: Path, tmp_path: Path
) -> None:
    made = []
    for name, zone, seed, user in (
        ("here", "Asia/Baghdad", "1", "layla"),
        ("elsewhere, later", "America/Lima", "77", "said"),
    ):
        folder = tmp_path / name
        folder.mkdir()
        case, out = folder / "a case.casefile", folder / f"{seed}.pdf"
        case.write_bytes(sample.read_bytes())
        os.utime(case, (int(seed) * 1e7, int(seed) * 1e7))
        options = ["--watermark", "DRAFT", "--exhibits", "CASE-", "--audience", "public"]
        command = [sys.executable, "-m", "viewer", "export", str(case), str(out), *options]
        own = {"TZ": zone, "PYTHONHASHSEED": seed, "USER": user, "HOME": str(folder)}
        subprocess.run(command, env={**os.environ, **own}, check=True, capture_output=True)
        made.append(out.read_bytes())
    assert made[0] == made[1]
    for word in (b"layla", b"said", b"Baghdad", b"xpacket", b"/Metadata", b"/Author", b"here"):
        assert word not in made[0]


def test_what_may_still_point_to_somebody_is_told(sample: Path, tmp_path: Path) -> None:
    public = casefile("export", sample, tmp_path / "public.pdf")
    assert "words to decide on" in public.stderr
    internal = casefile("export", sample, tmp_path / "internal.pdf", "--audience", "internal")
    assert "recognised" not in internal.stderr
