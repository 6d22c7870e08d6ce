"""A tour of the command line: `python -m tests.offline.command_tour FOLDER [--short] [--guarded]`.

Each command of the README in its order, and documents of each format. Commands run in this process,
so that whoever watches it sees all of them; what they start are processes of their own.
"""

import os
import re
import shlex
import sys
from pathlib import Path

from click.testing import CliRunner

from tests.offline.material import ARTICLE, documents
from viewer.cli import main
from viewer.hardening import harden

README = Path(__file__).parents[2] / "README.md"
#: What others do too, and takes seconds.
SLOW = ("summary.pdf", "arabic.pdf", "court.pdf", "tables.zip", "persons.csv", "self-test")


def commands() -> list[list[str]]:
    blocks = re.findall(r"```sh\n(.*?)```", README.read_text("utf-8"), re.DOTALL)
    lines = [line for block in blocks for line in block.splitlines()]
    return [shlex.split(line, comments=True)[1:] for line in lines if line.startswith("casefile ")]


def prepare(folder: Path) -> list[list[str]]:
    """Write what the README's commands need; return further ones, for what it does not name."""
    (folder / "words.txt").write_text("salt of the marshes\n")
    others = folder / "others"
    others.mkdir()
    files = [path.relative_to(folder).as_posix() for path in documents(others)]
    (folder / "article.txt").write_text(ARTICLE, encoding="utf-8")
    return [["import", "mine.casefile", *files], ["--help"], ["--version"]]


def main_tour(folder: Path, *, short: bool) -> None:
    os.chdir(folder)
    more = prepare(folder)
    chosen = [c for c in commands() if not (short and any(name in c for name in SLOW))]
    for command in [*chosen, *more]:
        result = CliRunner().invoke(main, command)
        assert result.exit_code == 0, (command, result.output)
        sys.stdout.write(f"casefile {shlex.join(command)}\n")


if __name__ == "__main__":
    if "--guarded" in sys.argv:
        harden(window=False)
    main_tour(Path(sys.argv[1]), short="--short" in sys.argv)
