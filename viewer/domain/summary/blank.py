"""A summary with the words of the case taken out: what is written of it is the program's own."""

from collections.abc import Iterator
from dataclasses import fields, is_dataclass, replace
from typing import Any

from viewer.domain.dates import Date
from viewer.domain.fields import Text
from viewer.domain.protection.view import TECHNICAL
from viewer.domain.records import KINDS, Record, fields_of
from viewer.domain.redaction import Redactor
from viewer.domain.snapshot import Snapshot
from viewer.domain.summary.tree import CaseSummary

#: Stands for any words of the case: no letter, so part of no name.
_NO_WORDS = "0"


def blank(summary: CaseSummary) -> CaseSummary:
    """Return a summary of the same entries and labels, without a word of the case.

    What was empty stays empty, so that the same labels are written. The language stays, which
    decides the program's own wording.
    """
    emptied: CaseSummary = _blank(replace(summary, guard=Redactor({})))
    return replace(
        emptied, language=summary.language, given=lambda: Snapshot(_blank_records(summary.view))
    )


def _blank_records(view: Snapshot) -> Iterator[Record]:
    for kind in KINDS.values():
        for record in view.all(kind):
            emptied = {name: _blank(getattr(record, name)) for name in _texts(record)}
            yield replace(record, **emptied, **_blank_dates(record))


def _texts(record: Record) -> list[str]:
    texts = (field.name for field in fields_of(record.kind) if isinstance(field.spec, Text))
    return [name for name in texts if name not in TECHNICAL]


def _blank_dates(record: Record) -> dict[str, Any]:
    dates = {field.name: getattr(record, field.name) for field in fields_of(record.kind)}
    return {
        name: replace(date, written=_blank(date.written), basis=_blank(date.basis))
        for name, date in dates.items()
        if isinstance(date, Date)
    }


def _blank(node: Any) -> Any:
    if isinstance(node, str):
        return _NO_WORDS if node else ""
    if isinstance(node, tuple):
        parts = [_blank(part) for part in node]
        return type(node)(*parts) if hasattr(node, "_fields") else tuple(parts)
    if is_dataclass(node) and not isinstance(node, type):
        said = [part.name for part in fields(node) if not part.metadata.get("own")]
        return replace(node, **{name: _blank(getattr(node, name)) for name in said})
    return node
