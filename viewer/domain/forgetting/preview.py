"""What a removing for good would do, in words for whoever is asked."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from viewer.domain.forgetting.parts import Forgetting, NamingDocument
from viewer.domain.reader import CaseReader
from viewer.domain.records import KINDS, Evidence, Passage, Record, Rejection
from viewer.domain.titles import title

#: Counted only: nobody knows them by a title.
_COUNTED = (Evidence, Passage)

#: What nothing in a case file can reach.
UNREACHED = (
    "Backups and copies of this file, exports that were handed on, older versions of it on this "
    "disk, and what other programs keep are not touched."
)


@dataclass(frozen=True, slots=True)
class Group:
    """Records of one kind: how many, and the titles of those that have one."""

    label: str
    number: int
    titles: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Preview:
    """What goes, what is rewritten, and what stays with the name all the same."""

    title: str
    going: tuple[Group, ...]
    rewritten: tuple[Group, ...]
    documents: tuple[NamingDocument, ...]
    staying: tuple[str, ...]


def previewed(case: CaseReader, plan: Forgetting) -> Preview:
    """Return a plan in words; `case` is the case as it is before."""
    taken = {each.document.id for each in plan.documents}
    rewritten = [c.before for c in plan.rewritten if c.before and not _is_of(c.before, taken)]
    return Preview(
        title=plan.target.title,
        going=tuple(_groups(case, plan.going)),
        rewritten=tuple(_groups(case, rewritten)),
        documents=plan.documents,
        staying=tuple(_staying(plan)),
    )


def _is_of(record: Record, documents: set[str]) -> bool:
    """Tell whether a record is one of these documents, or only stands at a place of one."""
    if isinstance(record, Passage | Rejection):
        return record.document_id in documents
    return record.id in documents


def _groups(case: CaseReader, records: Iterable[Record]) -> Iterator[Group]:
    found = list(records)
    for kind in sorted(KINDS.values(), key=_place):
        same = [record for record in found if isinstance(record, kind)]
        if same:
            titles = () if kind in _COUNTED else tuple(title(case, each) for each in same)
            yield Group(kind.labels[len(same) != 1].lower(), len(same), titles)


def _place(kind: type[Record]) -> int:
    """What has no title comes last."""
    return int(kind in _COUNTED)


def _staying(plan: Forgetting) -> Iterator[str]:
    for each in plan.documents:
        if each.choice == "keep":
            yield f"“{each.document.title}” is kept with the name."
    for shared in plan.shared:
        yield f"“{shared.name}” stays readable, as it is also a name of “{shared.title}”."
