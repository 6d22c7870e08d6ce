"""`casefile self-test`: the whole way from the sample to its PDF, read back."""

import tempfile
from collections.abc import Iterator
from datetime import date
from pathlib import Path

from viewer import exporting, reading
from viewer.domain.records import Person
from viewer.domain.sample import sample_case
from viewer.domain.text import words
from viewer.domain.titles import main_name
from viewer.store import CaseFile, check


def run() -> Iterator[str]:
    """Yield a line for each step that held; a step that fails raises."""
    with tempfile.TemporaryDirectory(prefix="casefile-") as folder:
        file, out = Path(folder, "sample.casefile"), Path(folder, "sample.pdf")
        case, change_set = sample_case()
        with CaseFile.create(file, case, first=change_set) as case_file:
            names = [main_name(case_file, person) for person in case_file.all(Person)]
        yield f"sample: {len(change_set.changes)} records written"
        _require(check(file) == [], "the sample is not sound")
        yield "check: sound"
        _require(reading.search(file, names[0], as_json=True) != "[]", "search finds nothing")
        yield "search: found"
        exporting.export(
            file, out, exporting.Wish("internal"), {"date_of_export": date(2000, 1, 1)}
        )
        text = set(words(_text(out)))
        _require(all(text >= set(words(name)) for name in names), "the PDF lacks a person")
        yield f"export: {out.stat().st_size:,} bytes, all {len(names)} persons in it"


def _text(path: Path) -> str:
    import pypdfium2

    pdf = pypdfium2.PdfDocument(path)
    try:
        return "\n".join(page.get_textpage().get_text_bounded() for page in pdf)
    finally:
        pdf.close()


def _require(holds: bool, otherwise: str) -> None:
    if not holds:
        raise RuntimeError(otherwise)
