"""`casefile export`: what is chosen on the command line is what is written."""

from pathlib import Path

import click
import pikepdf
import pytest
from click.testing import CliRunner, Result
from pypdf import PdfReader

from viewer.cli import main
from viewer.export.pdf import PAPERS, SECTIONS
from viewer.export_commands import ENDINGS, export
from viewer.exporting import WRITERS


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
    assert casefile("export", sample, out, "--passphrase-file", secret).exit_code == 0
    with pikepdf.open(out, password=" a river") as pdf:
        assert pdf.encryption.R == 6


def test_a_passphrase_is_asked_for_twice_and_shown_nowhere(sample: Path, tmp_path: Path) -> None:
    out = tmp_path / "out.pdf"
    result = casefile("export", sample, out, "--encrypt", typed="a river\na river\n")
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
    assert casefile("export", sample, out, "--passphrase-file", secret).exit_code == 2
    assert casefile("export", sample, out, "--passphrase-file", tmp_path / "none").exit_code == 2
    assert not out.exists()


def test_a_passphrase_that_cannot_be_used_is_refused_in_a_sentence(
    sample: Path, tmp_path: Path
) -> None:
    out, secret = tmp_path / "out.pdf", tmp_path / "secret"
    secret.write_text("word كلمة", encoding="utf-8")
    result = casefile("export", sample, out, "--passphrase-file", secret)
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
    assert tuple(WRITERS) == ENDINGS
