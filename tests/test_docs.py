"""What the pages say holds: documentation that lies breaks the build."""

import re
import shlex
from pathlib import Path

import pytest
from click.testing import CliRunner

from viewer.cli import main

TOP = Path(__file__).parents[1]
PAGES = sorted(TOP.glob("*.md"))
README = (TOP / "README.md").read_text(encoding="utf-8")
ARCHITECTURE = (TOP / "ARCHITECTURE.md").read_text(encoding="utf-8")


def commands() -> list[list[str]]:
    blocks = re.findall(r"```sh\n(.*?)```", README, re.DOTALL)
    lines = [line for block in blocks for line in block.splitlines()]
    return [shlex.split(line, comments=True)[1:] for line in lines if line.startswith("casefile ")]


def test_the_commands_of_the_readme_work_in_their_order(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "article.txt").write_text("Salma Rahim was arrested in Basra last year.")
    (tmp_path / "words.txt").write_text("salt of the marshes\n")
    assert len(commands()) >= 8
    for command in commands():
        result = CliRunner().invoke(main, command)
        assert result.exit_code == 0, (command, result.output)


def test_every_command_is_in_the_readme() -> None:
    shown = {command[0] for command in commands()}
    known = {name for name, command in main.commands.items() if not command.hidden}
    assert shown == known


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_links_lead_to_files(page: Path) -> None:
    targets = re.findall(r"\]\(([^)#]+)\)", page.read_text(encoding="utf-8"))
    for target in targets:
        assert "://" in target or (TOP / target).exists(), target


def test_the_files_that_the_architecture_names_are_there() -> None:
    named = re.findall(r"`((?:viewer|tests|resources|packaging)/[\w./-]+)`", ARCHITECTURE)
    rooms = re.findall(r"`((?:store|domain|gui|export|sources)/[\w./-]+\.py)`", ARCHITECTURE)
    assert named
    assert rooms
    for path in (*named, *(f"viewer/{room}" for room in rooms)):
        assert (TOP / path).exists(), path
