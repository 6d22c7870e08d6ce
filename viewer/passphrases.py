"""Passphrases on the command line: typed in a terminal, unseen, or read from a file.

They are never arguments, nor in the environment: other programs see both.
"""

import sys
from pathlib import Path
from typing import Any, cast

import click

#: Where the context of a command keeps the files that its options name.
_KEPT = "casefile.passphrase-file "
#: Bytes; nobody types more.
_LONGEST = 4096


def from_file(option: str, help: str) -> click.Option:
    """Return an option for a file that holds a passphrase, which `given` reads."""

    def keep(context: click.Context, _parameter: click.Parameter, value: Path | None) -> None:
        context.meta[_KEPT + option] = value

    path = click.Path(path_type=Path, readable=False)
    return click.Option(
        [option], type=path, metavar="FILE", help=help, expose_value=False, callback=keep
    )


def given(option: str) -> str | None:
    """Return the passphrase in the file that an option names; None where it names none."""
    context = click.get_current_context(silent=True)
    path: Path | None = None if context is None else context.meta.get(_KEPT + option)
    return None if path is None else first_line(path, option)


def first_line(path: Path, option: str) -> str:
    """Return the first line of a file, or of standard input; raises `click.BadParameter`."""
    try:
        data = sys.stdin.buffer.readline(_LONGEST) if str(path) == "-" else _head(path)
        line = data.decode("utf-8-sig").splitlines()
    except OSError as error:
        raise click.BadParameter(f"“{path}” cannot be read.", param_hint=option) from error
    except UnicodeDecodeError as error:
        raise click.BadParameter(
            f"“{path}” cannot be read as text in UTF-8.", param_hint=option
        ) from error
    if not line or not line[0]:
        raise click.BadParameter("Its first line is empty.", param_hint=option)
    return line[0]


def _head(path: Path) -> bytes:
    with path.open("rb") as file:
        return file.readline(_LONGEST)


def ask(prompt: str, *, twice: bool = False) -> str | None:
    """Return what is typed; None where there is no terminal to type it in."""
    if not sys.stdin.isatty():
        return None
    options: dict[str, Any] = {"hide_input": True, "confirmation_prompt": twice, "err": True}
    return cast(str, click.prompt(prompt, **options))
