"""The command that tells what happened to documents: `casefile custody`."""

from dataclasses import asdict
from pathlib import Path
from typing import Any

import click


@click.command("custody")
@click.argument("file", type=click.Path(path_type=Path, readable=False))
@click.argument("which", nargs=-1)
@click.option("--json", "as_json", is_flag=True, help="An array of objects, one for each document.")
def custody(file: Path, which: tuple[str, ...], as_json: bool) -> None:
    """Tell what happened to each document: received, extracted, described anew, exported.

    WHICH is a document's id, or words of its title; without it, all are told. Each step names its
    entry of the history, and the SHA-256 of what came or went. Times are UTC.
    """
    from viewer import output
    from viewer.domain.records import Document
    from viewer.meaning import called
    from viewer.opening import open_case

    with open_case(file, read_only=True) as case:
        wanted = [_meant(case, which)] if which else list(case.all(Document))
        told = [
            (called(case, document), document, case.custody(document.id)) for document in wanted
        ]
    if as_json:
        click.echo(output.json_of([_object(*each) for each in told]))
    else:
        texts = [_text(*each) for each in told]
        click.echo("\n\n".join(texts) or "There is no document in this case.")


def _meant(case: Any, which: tuple[str, ...]) -> Any:
    """Return the document of that id, or of those words; raises what `record_meant` raises."""
    from viewer.domain.records import Document
    from viewer.meaning import record_meant

    found = case.find(which[0])
    words = which[1:] if which[0] in ("document", "documents") else which
    return found if isinstance(found, Document) else record_meant(case, ("document", *words))


def _object(title: str, document: Any, steps: Any) -> dict[str, Any]:
    hashes = {"sha256": document.sha256, "text_sha256": document.text_sha256}
    told = [{**asdict(step), "facts": dict(step.facts)} for step in steps]
    return {"id": document.id, "title": title, **hashes, "custody": told}


def _text(title: str, document: Any, steps: Any) -> str:
    lines = [f"{title} ({document.id})"]
    for step in steps:
        by = f" by {step.who}" if step.who else ""
        lines.append(f"  {step.at}  {step.what}{by}, entry {step.number} of the history")
        lines += [f"      {label}: {said}" for label, said in step.facts]
    return "\n".join(lines)
