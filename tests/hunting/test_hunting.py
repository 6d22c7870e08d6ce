"""Nobody who is protected is found in any file, and nobody else is lost."""

import re
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import HealthCheck, Phase, given, settings

from tests.hunting.cases import EXAMPLES, Hunted, hunted
from tests.hunting.reading import letters, said
from viewer.domain.records import Name, Person
from viewer.domain.summary import CaseSummary, blank, summarise
from viewer.export.formats import FORMATS
from viewer.export.pdf import PdfOptions

#: Files are slow to write: what is found is told, and not made smaller for hours.
HUNT = settings(
    max_examples=EXAMPLES,
    deadline=None,
    phases=[Phase.explicit, Phase.reuse, Phase.generate],
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)
#: What stands for a name may be somebody's name as well.
_STAND_INS = re.compile(r"Person \d+|(?:name|place|description) withheld|words left out")
#: A name of fewer letters is by chance in what else is written.
_LONG_ENOUGH = 6


def written(summary: CaseSummary, ending: str, folder: Path, name: str) -> str:
    path = folder / f"{name}{ending}"
    FORMATS[ending].write(summary, path, PdfOptions(), None)
    return _STAND_INS.sub(" ", said(path))


def is_telling(name: str, case: Hunted) -> bool:
    """A name that is in somebody's public name, or by chance elsewhere, proves nothing."""
    others = [letters(other) for other in case.shown]
    return len(letters(name)) >= _LONG_ENOUGH and not any(letters(name) in o for o in others)


def name_of(ending: str) -> str:
    return "persons" if ending == ".csv" else "out"


@pytest.mark.parametrize("ending", FORMATS)
@HUNT
@given(case=hunted())
def test_no_file_tells_a_name_that_is_withheld(ending: str, case: Hunted) -> None:
    with TemporaryDirectory() as folder:
        summary = summarise(case.case, "public")
        text = letters(written(summary, ending, Path(folder), name_of(ending)))
        own = letters(written(blank(summary), ending, Path(folder), name_of(ending)))
    for name in case.hidden:
        if is_telling(name, case) and letters(name) not in own:
            assert letters(name) not in text, name


@HUNT
@given(case=hunted())
def test_who_is_not_protected_keeps_the_name(case: Hunted) -> None:
    """Unless all of it is the name of who is protected, or holds that."""
    summary = summarise(case.case, "public")
    titles = {person.name.text for person in summary.persons}
    names = {n.person_id: n.text for n in case.case.all(Name)}
    hidden = [letters(name) for name in case.hidden]
    for person in case.case.all(Person):
        name = names[person.id]
        if person.protection == "public" and not any(h in letters(name) for h in hidden):
            assert name in titles
