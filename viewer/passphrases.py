"""Passphrases on the command line: typed in a terminal, unseen, or read from a file.

They are never arguments, nor in the environment: other programs see both.
"""

import re
import sys
import warnings
from getpass import GetPassWarning
from pathlib import Path
from typing import Any, cast

import click

#: Where the context of a command keeps the files that its options name, and what was read of them.
_KEPT = "casefile.passphrase-file "
#: Bytes; nobody types more.
_LONGEST = 4096
_LINE_END = re.compile(r"[\r\n]")


def from_file(option: str, help: str) -> click.Option:
    """Return an option for a file that holds a passphrase, which `given` reads."""

    def keep(context: click.Context, _parameter: click.Parameter, value: Path | None) -> None:
        context.meta[_KEPT + option] = value

    path = click.Path(path_type=Path, readable=False)
    return click.Option(
        [option], type=path, metavar="FILE", help=help, expose_value=False, callback=keep
    )


def given(option: str) -> str | None:
    """Return the passphrase in the file that an option names; None where it names none.

    The file is read once: standard input would have another line the second time.
    """
    context = click.get_current_context(silent=True)
    kept: Path | str | None = None if context is None else context.meta.get(_KEPT + option)
    if context is not None and isinstance(kept, Path):
        kept = context.meta[_KEPT + option] = first_line(kept, option)
    return cast(str | None, kept)


def first_line(path: Path, option: str) -> str:
    """Return the first line of a file, or of standard input; raises `click.BadParameter`."""
    try:
        data = sys.stdin.buffer.readline(_LONGEST + 1) if str(path) == "-" else _head(path)
    except OSError as error:
        raise click.BadParameter(f"“{path}” cannot be read.", param_hint=option) from error
    if len(data) > _LONGEST:
        raise click.BadParameter(f"Its first line has over {_LONGEST:,} bytes.", param_hint=option)
    line = _decoded(data, path, option)
    if not line:
        raise click.BadParameter("Its first line is empty.", param_hint=option)
    return line


def _head(path: Path) -> bytes:
    with path.open("rb") as file:
        return file.readline(_LONGEST + 1)


def _decoded(data: bytes, path: Path, option: str) -> str:
    try:
        return _LINE_END.split(data.decode("utf-8-sig"), maxsplit=1)[0]
    except UnicodeDecodeError as error:
        raise click.BadParameter(
            f"“{path}” cannot be read as text in UTF-8.", param_hint=option
        ) from error


def ask(prompt: str, *, twice: bool = False) -> str | None:
    """Return what is typed; None where there is no terminal to type it in unseen."""
    if not sys.stdin.isatty():
        return None
    options: dict[str, Any] = {"hide_input": True, "confirmation_prompt": twice, "err": True}
    with warnings.catch_warnings():
        # What Python then does is to show what is typed.
        warnings.simplefilter("error", GetPassWarning)
        try:
            return cast(str, click.prompt(prompt, **options))
        except GetPassWarning:
            return None
