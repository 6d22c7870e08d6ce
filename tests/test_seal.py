"""`casefile seal` and `casefile verify`: a statement that others can hold a case against."""

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from viewer.cli import main
from viewer.store import signing


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    assert run("sample", "a.casefile").exit_code == 0


def run(*arguments: str, typed: str | None = None) -> Result:
    return CliRunner().invoke(main, arguments, input=typed)


def test_a_case_is_sealed_and_verified() -> None:
    sealed = run("seal", "a.casefile", "--name", "Leïla")
    assert sealed.exit_code == 0
    key = run("seal", "--show-key").output.strip()
    assert sealed.output == f"a.seal\nYour key: {key}\n"
    verified = run("verify", "a.seal", "--signer", key)
    assert verified.exit_code == 0
    assert "Signed by one who calls themselves “Leïla” at 20" in verified.output
    assert key in verified.output
    assert "a.casefile is byte for byte the file that was sealed." in verified.output


def test_a_case_that_went_on_is_told_from_another() -> None:
    run("seal", "a.casefile")
    run("annotate", "a.casefile", "person", "amjad", "--text", "Ask his brother.")
    verified = run("verify", "a.seal", "a.casefile")
    assert (verified.exit_code, "and 1 entry after it." in verified.output) == (0, True)
    run("new", "b.casefile")
    other = run("verify", "a.seal", "b.casefile")
    assert other.exit_code == 1
    assert "The seal is of another case." in other.output
    assert "b.casefile is not what was sealed, nor what came of it" in other.output


def test_another_signer_is_refused() -> None:
    run("seal", "a.casefile")
    refused = run("verify", "a.seal", "--signer", "AB12 " * 16)
    assert refused.exit_code == 1
    assert "That is not the key of the signer whom you named." in refused.output


def test_a_changed_seal_is_refused_before_its_words_are_repeated() -> None:
    run("seal", "a.casefile", "--name", "Leïla")
    seal = Path("a.seal")
    seal.write_text(seal.read_text("utf-8").replace("Leïla", "Karim"), "utf-8")
    refused = run("verify", "a.seal")
    assert refused.exit_code == 1
    assert "The signature of “a.seal” is not right" in refused.output
    assert "Karim" not in refused.output


def test_a_protected_key_is_opened_by_a_file() -> None:
    Path("words.txt").write_text("a long sentence\n", "utf-8")
    option = ("--key-passphrase-file", "words.txt")
    assert run("seal", "a.casefile", *option).exit_code == 0
    assert signing.needs_passphrase()
    assert run("seal", "--show-key", *option).exit_code == 0
    refused = run("seal", "a.casefile")
    assert refused.exit_code == 1
    assert "name a file that holds it with --key-passphrase-file" in refused.output
    Path("words.txt").write_text("another\n", "utf-8")
    assert "not the passphrase of your signing key" in run("seal", "a.casefile", *option).output


def test_an_encrypted_case_is_verified_without_its_passphrase_while_it_is_the_same() -> None:
    Path("words.txt").write_text("salt of the marshes\n", "utf-8")
    assert run("passphrase", "a.casefile", "--new-passphrase-file", "words.txt").exit_code == 0
    option = ("--passphrase-file", "words.txt")
    assert run("seal", "a.casefile", *option).exit_code == 0
    assert run("verify", "a.seal").exit_code == 0
    run("annotate", "a.casefile", "person", "amjad", "--text", "Ask.", *option)
    assert "protected with a passphrase" in run("verify", "a.seal").output
    assert "and 1 entry after it." in run("verify", "a.seal", *option).output


def test_what_is_missing_is_said() -> None:
    assert run("seal").exit_code == 2
    assert "You have no signing key yet" in run("seal", "--show-key").output
    assert "There is no seal “none.seal”" in run("verify", "none.seal").output
    assert "There is no file “none.casefile”" in run("seal", "none.casefile").output
