"""What the case keeps of an export: when, what, for whom, what was kept back, and its hash."""

import hashlib
from pathlib import Path

from viewer.domain.documents import now
from viewer.domain.ids import new_id
from viewer.domain.records import Export
from viewer.domain.summary import CaseSummary
from viewer.domain.wording import Wording
from viewer.export.pdf import PdfOptions


def export_record(summary: CaseSummary, path: Path, format_name: str, contents: str = "") -> Export:
    """Return the record of a file that was written; its name without the folder.

    `contents` says what of the case is in it. Raises `OSError` when the file cannot be read.
    """
    return Export(
        id=new_id(),
        at=now(),
        format=format_name,
        file_name=path.name,
        audience=summary.audience_label,
        contents="; ".join(part for part in (summary.covers, contents) if part),
        protections=summary.protections,
        sha256=_hash_of(path),
        size=path.stat().st_size,
        documents=" ".join(summary.holds),
    )


def sections_said(options: PdfOptions) -> str:
    """Return the sections of a PDF by their headings, for the record of it."""
    wording = Wording.of("en")
    return ", ".join(wording(f"section.{code}") for code in options.sections)


def _hash_of(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
