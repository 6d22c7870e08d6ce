"""`casefile import`: documents into a case file, and what is suggested in them."""

import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from viewer import case_importing
from viewer.domain.accepting import Proposal, accepted_all, proposals
from viewer.domain.careful import Precaution, precautions, with_precautions
from viewer.domain.changes import Content, creation
from viewer.domain.dates import Date
from viewer.domain.documents import headline
from viewer.domain.ids import new_id
from viewer.domain.records import Case, Document
from viewer.domain.text import unisolated
from viewer.domain.titles import title_of
from viewer.domain.vocabularies import vocabulary
from viewer.errors import CasefileError, FileProblem
from viewer.opening import create_case, open_case
from viewer.output import json_of
from viewer.reading import tell_of_update
from viewer.sources.exchange.reading import read_case
from viewer.sources.exchange.recognising import holds_case
from viewer.sources.tables.reading import ENDINGS
from viewer.store import CaseFile
from viewer.suggest.engines import engine
from viewer.suggesting import STANDARD_INPUT, Failures, sources_in

if TYPE_CHECKING:
    from viewer.sources.source import Source

_HEADLINE = "The title is the first line of the text."
_FILE_NAME = "No title is given; it is called by the name of its file."


@dataclass(frozen=True, slots=True)
class Wishes:
    """What the user says of the documents, and what is to be done with what is suggested."""

    fields: dict[str, Any] = field(default_factory=dict)
    published: Date | None = None
    suggest: bool = False
    accept: bool = False
    #: Confidence, from 0 to 1, from which on suggestions are accepted.
    least: float = 0.0
    #: A folder with a pipeline that looks for names beside the rules.
    engine: Path | None = None


class Importer:
    """Takes documents into one case file, which is made when the first one was read."""

    def __init__(self, path: Path, wishes: Wishes, *, is_only_one: bool = False) -> None:
        self._path, self._wishes = path, wishes
        #: Whether there is one document, after which a new case is called.
        self._is_only_one = is_only_one
        self._engine = engine(wishes.engine) if wishes.suggest or wishes.accept else None
        self._case: CaseFile | None = None

    def _case_for(self, title: str) -> CaseFile:
        """Return the case, opened or made when a first document was read."""
        if self._case is None and self._path.exists():
            self._case = open_case(self._path)
            tell_of_update(self._case)
        elif self._case is None:
            case = Case(id=new_id(), title=title if self._is_only_one else "")
            self._case = create_case(self._path, case)
        return self._case

    def close(self) -> None:
        """Let the case go."""
        if self._case is not None:
            self._case.close()

    def take(self, source: str) -> dict[str, Any]:
        """Import one source; returns what was done. Raises `CasefileError`, and then nothing was.

        The same bytes are not imported again.
        """
        if source != STANDARD_INPUT and holds_case(Path(source)):
            return self._take_case(source)
        document, content = self._document(_read(source))
        case = self._case_for(document.title)
        for known in case.where(Document, sha256=document.sha256, limit=1):
            return _outcome(source, known, is_known=True)
        case.apply(creation(document, label="Import document", contents=(content,)))
        return {**_outcome(source, document), **self._suggested(case, document)}

    def _take_case(self, source: str) -> dict[str, Any]:
        exchanged = read_case(Path(source))
        if self._case is None and not self._path.exists():
            self._case = case_importing.made_of(exchanged, self._path)
            return case_importing.outcome(source, exchanged)
        new = case_importing.take(self._case_for(""), exchanged)
        return case_importing.outcome(source, exchanged, new)

    def _document(self, read: "Source") -> tuple[Document, Content]:
        from viewer.sources.reading import document_of

        fields = {name: value for name, value in self._wishes.fields.items() if value}
        if self._wishes.published is not None:
            fields["published"] = self._wishes.published
        return document_of(read, **({} if "title" in fields else _title(read)), **fields)

    def _suggested(self, case: CaseFile, document: Document) -> dict[str, Any]:
        if self._engine is None:
            return {}
        found = self._engine.suggest(document.text, document.published, document.language)
        proposed = proposals(case, document, found)
        wanted = [each for each in proposed if self._is_wanted(each)]
        change_set = accepted_all(case, document, wanted, found)
        taken = precautions(case, change_set)
        case.apply(with_precautions(case, change_set, taken))
        accepted = {each.key for each in wanted}
        return {
            "accepted": len(wanted),
            "proposals": [as_object(each, each.key in accepted) for each in proposed],
            "protected": [_protected(case, each) for each in taken],
        }

    def _is_wanted(self, proposal: Proposal) -> bool:
        wishes = self._wishes
        return wishes.accept and not proposal.doubt and proposal.confidence >= wishes.least


def _read(source: str) -> "Source":
    from viewer.sources.reading import read, read_pasted

    if source == STANDARD_INPUT:
        return read_pasted(sys.stdin.buffer.read().decode("utf-8", "replace"))
    return read(Path(source))


def _title(read: "Source") -> dict[str, str]:
    """Return the title that a document has, or what it is called and why."""
    if read.title:
        return {}
    first = headline(read.text)
    if first:
        return {"title": first, "note": _HEADLINE}
    name = Path(read.file_name).stem
    return {"title": name, "note": _FILE_NAME} if name else {}


def _outcome(source: str, document: Document, *, is_known: bool = False) -> dict[str, Any]:
    return {
        "source": source,
        "document_id": document.id,
        "title": document.title,
        "is_known": is_known,
    }


def as_object(proposal: Proposal, is_accepted: bool) -> dict[str, Any]:
    """Return a proposal as a plain object."""
    start, end = proposal.spans[0]
    return {
        "key": proposal.key,
        "kind": proposal.kind,
        "label": unisolated(proposal.label),
        "detail": unisolated(proposal.detail),
        "start": start,
        "end": end,
        "confidence": round(proposal.confidence, 3),
        "reason": proposal.reason,
        "doubt": proposal.doubt,
        "accepted": is_accepted,
    }


def _protected(case: CaseFile, precaution: Precaution) -> dict[str, Any]:
    return {
        "person_id": precaution.person_id,
        "person": title_of(case, precaution.person_id),
        "protection": precaution.protection,
        "reason": precaution.reason,
    }


def import_documents(path: Path, sources: Sequence[str], wishes: Wishes, *, as_json: bool) -> int:
    """Import sources one after the other, and print what was done; returns the exit code."""
    failures, outcomes = Failures(), []
    is_only_one = len(sources) == 1 and not Path(sources[0]).is_dir()
    importer = Importer(path, wishes, is_only_one=is_only_one)
    try:
        for source in sources_in(sources, failures):
            try:
                outcomes.append(importer.take(source))
            except FileProblem:
                raise  # The case itself: none of the others could come in either.
            except CasefileError as error:
                failures.add(error)
                continue
            if not as_json:
                click.echo("\n".join(_lines(outcomes[-1], path)))
    finally:
        importer.close()
    if as_json:
        click.echo(json_of(outcomes))
    return failures.exit_code(len(outcomes))


def _lines(outcome: dict[str, Any], path: Path) -> Iterator[str]:
    if "records" in outcome:
        yield from case_importing.lines(outcome, path)
        return
    title = outcome["title"] or "Untitled document"
    if outcome["is_known"]:
        yield f"{outcome['source']}: the same bytes are in {path.name} as “{title}”; left out."
        return
    yield f"{outcome['source']}: imported as “{title}”."
    if Path(outcome["source"]).suffix.lower() in ENDINGS:
        yield "  It is a document only; --as persons or --as events makes records of its rows."
    proposed = outcome.get("proposals", [])
    for each in proposed:
        sign = "+" if each["accepted"] else " "
        about = f"  — {each['detail']}" if each["detail"] else ""
        yield f"  {sign} {_KINDS[each['kind']]:<7} {each['label']}{about}"
    if outcome.get("accepted"):
        left = len(proposed) - outcome["accepted"]
        yield f"  {outcome['accepted']:,} of {len(proposed):,} suggestions accepted (+)."
        if left:
            yield f"  Look at the other {left:,} in the window: they are not clear enough."
    for each in outcome.get("protected", []):
        level = vocabulary("protection").label(each["protection"]).lower()
        yield f"  Protected from the start: {each['person']}, {level} ({each['reason']})."


_KINDS = {kind: kind.capitalize() for kind in ("person", "place", "event", "quote", "figure")}
