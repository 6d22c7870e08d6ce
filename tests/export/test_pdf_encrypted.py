"""A PDF with a passphrase: AES-256, revision 6, whatever program opens it."""

import shutil
import subprocess
import unicodedata
from dataclasses import replace
from pathlib import Path

import pikepdf
import pypdfium2
import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from tests.domain.small_case import small_case
from tests.export.test_pdf import DAY, SMALL
from viewer.domain.summary import summarise
from viewer.errors import InvalidRecordError, LeakError
from viewer.export.pdf import Exhibits, PdfOptions, write_pdf
from viewer.export.pdf.passphrases import prepared

SECRET = "a river in October é"


def encrypted(folder: Path, passphrase: str = SECRET, name: str = "out.pdf") -> Path:
    path = folder / name
    write_pdf(SMALL, path, replace(DAY, passphrase=passphrase))
    return path


def text_of(path: Path, passphrase: str) -> str:
    document = pypdfium2.PdfDocument(path, password=passphrase)
    try:
        return document[0].get_textpage().get_text_range()
    finally:
        document.close()


def test_only_the_passphrase_opens_it(tmp_path: Path) -> None:
    path = encrypted(tmp_path)
    assert SMALL.title in text_of(path, SECRET)
    for wrong in ("", "a river in October e", SECRET.upper()):
        with pytest.raises(pypdfium2.PdfiumError):
            text_of(path, wrong)


def test_nothing_of_it_can_be_read_without_the_passphrase(tmp_path: Path) -> None:
    path = encrypted(tmp_path)
    data = path.read_bytes()
    for words in (SMALL.title, "Casefile", "20261122", SMALL.reference, SECRET):
        assert words.encode() not in data
        assert words.encode("utf-16-be") not in data
    with pytest.raises(pikepdf.PasswordError):
        pikepdf.open(path)


def test_it_holds_what_the_plain_one_holds(tmp_path: Path) -> None:
    write_pdf(SMALL, tmp_path / "plain.pdf", DAY)
    path = encrypted(tmp_path)
    with pikepdf.open(path, password=SECRET) as locked, pikepdf.open(tmp_path / "plain.pdf") as pdf:
        assert len(locked.pages) == len(pdf.pages)
        assert dict(locked.docinfo) == dict(pdf.docinfo)
        assert locked.Root.Lang == pdf.Root.Lang
        assert "/Metadata" not in locked.Root


def test_it_is_of_revision_6_and_may_be_read_printed_and_copied_but_not_changed(
    tmp_path: Path,
) -> None:
    with pikepdf.open(encrypted(tmp_path), password=SECRET) as pdf:
        assert (pdf.encryption.R, pdf.encryption.V) == (6, 5)
        assert pdf.encryption.stream_method == pikepdf.models.EncryptionMethod.aesv3
        assert pdf.encryption.string_method == pikepdf.models.EncryptionMethod.aesv3
        allowed = pdf.allow
        assert allowed.accessibility
        assert allowed.extract
        assert allowed.print_highres
        assert not allowed.modify_other
        assert not allowed.modify_assembly
        # Whoever opens it with the passphrase is not its owner, whose password nobody has.
        assert pdf.user_password_matched
        assert not pdf.owner_password_matched


def test_qpdf_finds_it_sound_and_of_revision_6(tmp_path: Path) -> None:
    qpdf = shutil.which("qpdf")
    if qpdf is None:
        pytest.skip("qpdf is not installed")
    path = encrypted(tmp_path, "plain words")
    for option in ("--check", "--show-encryption"):
        args = [qpdf, option, "--password=plain words", str(path)]
        told = subprocess.run(args, capture_output=True, text=True, check=True)
        assert "R = 6" in told.stdout
        assert "stream encryption method: AESv3" in told.stdout
        assert told.stderr == ""
    write_pdf(SMALL, tmp_path / "plain.pdf", DAY)
    assert (
        subprocess.run([qpdf, "--check", str(tmp_path / "plain.pdf")], check=False).returncode == 0
    )


def test_the_identifier_tells_nothing_and_is_never_the_same(tmp_path: Path) -> None:
    write_pdf(SMALL, tmp_path / "plain.pdf", DAY)
    found = set()
    for name in ("1.pdf", "2.pdf"):
        with pikepdf.open(encrypted(tmp_path, name=name), password=SECRET) as pdf:
            found.add(bytes(pdf.trailer.ID[0]))
    with pikepdf.open(tmp_path / "plain.pdf") as pdf:
        found |= {bytes(part) for part in pdf.trailer.ID}
    assert len(found) >= 3


def test_it_is_written_in_memory_first_and_nothing_is_left_there(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    memory, folder = tmp_path / "memory", tmp_path / "folder"
    memory.mkdir()
    folder.mkdir()
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(memory))
    seen: list[tuple[int, int]] = []

    def look(*_: int) -> None:
        files = [file for file in folder.rglob("export*") if file.stat().st_size]
        seen.append((len(list(memory.iterdir())), len(files)))

    write_pdf(SMALL, folder / "out.pdf", PdfOptions(passphrase=SECRET), look)
    assert set(seen) == {(1, 0)}
    assert list(memory.iterdir()) == []
    assert [file.name for file in folder.iterdir()] == ["out.pdf"]


def test_a_passphrase_is_not_shown_with_the_options() -> None:
    assert SECRET not in repr(PdfOptions(passphrase=SECRET))


@pytest.mark.parametrize(
    ("typed", "same"),
    [
        (unicodedata.normalize("NFD", "Überall é"), "Überall é"),
        ("ﬁle Ⅸ ª", "file IX a"),
        ("soft\u00adhyphen\u200dless", "softhyphenless"),
        ("wide\u3000and\u00a0narrow", "wide and narrow"),
        ("العربية", "العربية"),
    ],
)
def test_two_ways_to_type_a_passphrase_are_one(typed: str, same: str, tmp_path: Path) -> None:
    assert prepared(typed) == prepared(same) == same
    assert SMALL.title in text_of(encrypted(tmp_path, typed), same)


@pytest.mark.parametrize(
    "passphrase",
    ["\u00ad", "line\nend", "nul\x00", "mark\u202eed", "\ue000", "كلمة word", "1 كلمة", "é" * 64],
)
def test_a_passphrase_that_some_program_could_not_take_is_refused_at_once(
    passphrase: str, tmp_path: Path
) -> None:
    with pytest.raises(InvalidRecordError, match="Nothing was written") as refused:
        encrypted(tmp_path, passphrase)
    assert passphrase not in str(refused.value)
    assert list(tmp_path.iterdir()) == []


@given(st.text(max_size=40))
@example("😀 emoji of later Unicode")
def test_preparing_twice_changes_nothing(passphrase: str) -> None:
    try:
        once = prepared(passphrase)
    except InvalidRecordError:
        return
    assert prepared(once) == once
    assert 0 < len(once.encode()) <= 127


@pytest.mark.parametrize("passphrase", ["", SECRET])
@pytest.mark.parametrize(
    "options",
    [PdfOptions(watermark="For Sa'id only"), PdfOptions(exhibits=Exhibits("al-Rashid-"))],
)
def test_a_name_that_the_user_types_beside_the_case_is_a_leak_too(
    options: PdfOptions, passphrase: str, tmp_path: Path
) -> None:
    summary = summarise(small_case("name_withheld"), "public")
    with pytest.raises(LeakError):
        write_pdf(summary, tmp_path / "out.pdf", replace(options, passphrase=passphrase))
    assert list(tmp_path.iterdir()) == []
