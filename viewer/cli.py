"""The command line: `casefile [FILE]` opens the window, the commands do without one.

Exit codes: 0 done, 1 refused with a sentence, 2 usage, 65 a document that cannot be read,
66 no input, 69 missing dependency, 70 our bug.
"""

import sys
from pathlib import Path
from typing import Any

import click

from viewer import (
    __version__,
    backup_commands,
    crash,
    custody_commands,
    damage_commands,
    document_commands,
    export_commands,
    forget_commands,
    passphrase_commands,
    passphrases,
    risk_commands,
    seal_commands,
)
from viewer.errors import CasefileError, MissingDependencyError, NotFoundError
from viewer.hardening import harden

_BUG = 70


class _Commands(click.Group):
    """Commands by name; anything else is the case file to open in the window."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Read `casefile FILE` as `casefile open FILE`, and `casefile` as `casefile open`."""
        if not self.names_command(args):
            args.insert(0, "open")
        return super().parse_args(ctx, args)

    def names_command(self, args: list[str]) -> bool:
        """Return whether the first argument is no file."""
        return bool(args) and args[0] in {*self.commands, "-h", "--help", "--version"}

    def add_command(self, cmd: click.Command, name: str | None = None) -> None:
        """Let every command with a case file take the passphrase of it from a file."""
        if not {"file", "path"}.isdisjoint(param.name for param in cmd.params) and not cmd.hidden:
            cmd.params.append(passphrases.from_file("--passphrase-file", _PASSPHRASE_FILE))
        super().add_command(cmd, name)

    def invoke(self, ctx: click.Context) -> Any:
        """Run a command; what the user can act on becomes one sentence, never a traceback."""
        try:
            return super().invoke(ctx)
        except CasefileError as error:
            click.echo(str(error), err=True)
            ctx.exit(error.exit_code)
        except (click.ClickException, click.exceptions.Exit, click.Abort, BrokenPipeError):
            raise
        except Exception as error:
            click.echo(_apology(crash.log(error)), err=True)
            ctx.exit(_BUG)


def start() -> None:
    """Be a program of its own, which first gives up what it must not have."""
    crash.hide_messages()
    arguments = sys.argv[1:]
    harden(window=arguments[:1] == ["open"] or not main.names_command(arguments))
    main()


def _apology(log: Path | None) -> str:
    where = f" The crash log {log} says where, without a word of your case." if log else ""
    return f"Casefile made a mistake and stopped; the case file is as it was.{where}"


_PASSPHRASE_FILE = "Read the passphrase of the case from FILE; - reads standard input."
_FILE = click.Path(path_type=Path, readable=False)


@click.group(cls=_Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="casefile")
def main() -> None:
    """Read testimonies, document harm, keep every statement tied to its words.

    casefile [FILE] opens the window; the commands below work without one.
    """
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="replace")


@main.command("open", hidden=True)
@click.argument("file", required=False, type=_FILE)
@click.option("--sample", is_flag=True, help="Open the sample case as your own copy.")
def open_window(file: Path | None, sample: bool) -> None:
    """Open the window, on FILE where that is given."""
    if file is not None and not sample and not file.exists():
        raise NotFoundError(f"There is no file or command “{file}”. See `casefile --help`.")
    try:
        from viewer.gui.app import run
    except ImportError as error:
        raise MissingDependencyError(
            f"The window cannot be opened: {error}. Install the missing library (./run says "
            "which), or use the commands of `casefile --help`, which need no window."
        ) from error
    sys.exit(run(file, sample=sample))


@main.command(hidden=True)
def parse() -> None:
    """Parse one document that comes on standard input: started by Casefile itself, with limits."""
    from viewer.sources import worker

    worker.main()


@main.command()
@click.argument("path", type=_FILE)
def sample(path: Path) -> None:
    """Make a copy of the sample case at PATH."""
    from viewer.domain.sample import sample_case
    from viewer.opening import create_case

    create_case(path, *sample_case()).close()
    click.echo(f"The sample case is in {path}.")


@main.command()
@click.argument("path", type=_FILE)
@click.option("--title", default="", help="The title of the case.")
@click.option("--reference", default="", help="Your reference for it.")
@click.option("--encrypt", is_flag=True, help="Protect it with a passphrase, which is asked for.")
def new(path: Path, title: str, reference: str, encrypt: bool) -> None:
    """Make an empty case at PATH."""
    from viewer.domain.ids import new_id
    from viewer.domain.records import Case
    from viewer.opening import create_case

    case = Case(id=new_id(), title=title, reference=reference)
    create_case(path, case, encrypt=encrypt).close()
    click.echo(f"The new case is in {path}.")


@main.command()
@click.argument("file", type=_FILE)
@click.argument("kind", required=False)
@click.option("--json", "as_json", is_flag=True, help="An array of objects, with their evidence.")
def show(file: Path, kind: str | None, as_json: bool) -> None:
    """Show what is in a case: how much of each kind, or the records of one KIND.

    KIND is documents, passages, persons, names, places, events, involvements, relationships,
    event-links, quotes, figures, evidence, annotations, tags, taggings, distinctions,
    saved-filters, rejections, audiences, decisions, exports or case.
    """
    from viewer import reading

    click.echo(reading.show(file, kind, as_json=as_json))


@main.command()
@click.argument("file", type=_FILE)
@click.argument("words", nargs=-1, required=True)
@click.option("--json", "as_json", is_flag=True, help="An array of objects.")
def search(file: Path, words: tuple[str, ...], as_json: bool) -> None:
    """Find the records of a case that hold all WORDS, or words that begin with them."""
    from viewer import reading

    click.echo(reading.search(file, " ".join(words), as_json=as_json))


main.add_command(export_commands.export)
main.add_command(forget_commands.forget)
main.add_command(risk_commands.risks)
main.add_command(custody_commands.custody)
main.add_command(seal_commands.seal)
main.add_command(seal_commands.verify)
main.add_command(damage_commands.recover)
main.add_command(passphrase_commands.passphrase)
main.add_command(backup_commands.backup)
main.add_command(backup_commands.restore)
main.add_command(document_commands.import_documents)
main.add_command(document_commands.suggest)


@main.command()
@click.argument("file", type=_FILE)
@click.argument("which", nargs=-1)
@click.option("--words", default="", help="These words of the document, which stand there once.")
@click.option(
    "--span",
    nargs=2,
    type=int,
    metavar="START END",
    help="Words of the document from START to before END, in characters (code points) from 0.",
)
@click.option("--text", default="", help="What the note says, in light Markdown; - reads it.")
@click.option(
    "--motivation",
    type=click.Choice(["commenting", "highlighting", "tagging", "questioning"]),
    default="commenting",
    show_default=True,
    help="What the annotation is for.",
)
@click.option(
    "--colour",
    type=click.Choice(["yellow", "green", "red", "blue"]),
    default="yellow",
    show_default=True,
    help="Of interest, confirmed, doubtful, to follow up.",
)
@click.option("--tag", "tags", multiple=True, help="A tag, made if there is none; repeatable.")
@click.option("--author", default="", help="Who writes it.")
@click.option("--json", "as_json", is_flag=True, help="An object, not only its id.")
def annotate(
    file: Path,
    which: tuple[str, ...],
    words: str,
    span: tuple[int, int] | None,
    text: str,
    as_json: bool,
    **note: Any,
) -> None:
    """Add a note to a record or to words of a document, and print its id.

    WHICH is a record's id, or its kind and words of its title, as in `person amjad`. With --words
    or --span it is a document, and may be left out where there is only one.
    """
    from viewer import annotating, output

    if words and span is not None:
        raise click.UsageError("Give either --words or --span.")
    if not (which or words or span):
        raise click.UsageError("Say what the note is on: WHICH record, or --words or --span.")
    body = click.open_file("-", encoding="utf-8").read() if text == "-" else text
    made = annotating.annotate(file, annotating.Where(which, words, span), body=body, **note)
    click.echo(output.json_of(made) if as_json else made["id"])


@main.command()
@click.argument("file", type=_FILE)
def check(file: Path) -> None:
    """Check a case file: its pages, every record and document, the search, the history."""
    from viewer.opening import key_of
    from viewer.store import check as problems_of

    problems = problems_of(file, key_of(file))
    for problem in problems:
        click.echo(problem, err=True)
    if problems:
        sys.exit(1)
    click.echo(f"{file.name} is sound.")


@main.command("self-test")
def self_test() -> None:
    """Run the whole way from the sample to its PDF, in a temporary folder."""
    from viewer.selftest import run

    for step in run():
        click.echo(step)
