"""What holds of accepting, whatever is suggested."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.builders import ON_DISK
from tests.domain.accepting.any_suggestions import suggestions
from tests.domain.accepting.articles import ALL, TEXT, article
from tests.domain.accepting.cases import everything
from tests.domain.marking.cases import SearchedSnapshot
from viewer.domain.accepting import accepted, accepted_all, proposals, rejected
from viewer.domain.changes import ChangeSet, Content, creation
from viewer.domain.records import KINDS, Event, Figure, Name, Passage, Person, Quote, Record
from viewer.domain.suggestions import Suggestion
from viewer.domain.titles import main_name, title
from viewer.store import CaseFile, check

DOCUMENT = article()
ANY = suggestions | st.permutations(ALL).map(lambda all: tuple(all[:8]))
BEGINNING = SearchedSnapshot([DOCUMENT])


def then(case: SearchedSnapshot, change_set: ChangeSet) -> SearchedSnapshot:
    return SearchedSnapshot([*everything(case), *(c.record for c in change_set.changes)])


def after_all(suggested: tuple[Suggestion, ...]) -> SearchedSnapshot:
    found = proposals(BEGINNING, DOCUMENT, suggested)
    return then(BEGINNING, accepted_all(BEGINNING, DOCUMENT, found, suggested))


def told(case: SearchedSnapshot) -> dict[str, Any]:
    """What a case says, whatever the ids and in whatever order."""
    return {
        "names": sorted(name.text for name in case.all(Name)),
        "persons": sorted(main_name(case, person) for person in case.all(Person)),
        "quotes": sorted((title(case, q), q.form, q.attribution) for q in case.all(Quote)),
        "events": sorted((e.title, e.type, e.date.written, e.status) for e in case.all(Event)),
        "figures": sorted((title(case, f), f.period.written) for f in case.all(Figure)),
    }


@pytest.fixture(scope="module")
def case_file(tmp_path_factory: pytest.TempPathFactory) -> Iterator[CaseFile]:
    path: Path = tmp_path_factory.mktemp("laws") / "a.casefile"
    with CaseFile.create(path) as case:
        case.apply(creation(DOCUMENT, contents=(Content(TEXT.encode()),)))
        yield case
    assert check(path) == []


def kept(case: CaseFile) -> dict[str, Record]:
    return {record.id: record for kind in KINDS.values() for record in case.all(kind)}


@ON_DISK
@given(ANY)
def test_undoing_gives_the_case_file_as_it_was(
    case_file: CaseFile, suggested: tuple[Suggestion, ...]
) -> None:
    before = kept(case_file)
    found = proposals(case_file, DOCUMENT, suggested)
    written = case_file.apply(accepted_all(case_file, DOCUMENT, found, suggested))
    assert (kept(case_file) == before) == written.is_empty
    if not written.is_empty:
        case_file.undo()
    assert kept(case_file) == before


@given(ANY)
def test_what_was_accepted_is_proposed_no_more_and_adds_nothing(
    suggested: tuple[Suggestion, ...],
) -> None:
    first = proposals(BEGINNING, DOCUMENT, suggested)
    case = after_all(suggested)
    assert [p.key for p in proposals(case, DOCUMENT, suggested) if not p.doubt] == []
    assert accepted_all(case, DOCUMENT, first, suggested).is_empty


@given(ANY)
def test_every_passage_has_the_words_of_its_document(suggested: tuple[Suggestion, ...]) -> None:
    for passage in after_all(suggested).all(Passage):
        assert TEXT[passage.start : passage.end] == passage.exact


@given(ANY)
def test_what_was_rejected_never_returns(suggested: tuple[Suggestion, ...]) -> None:
    case = BEGINNING
    for proposal in proposals(BEGINNING, DOCUMENT, suggested):
        case = then(case, rejected(DOCUMENT, proposal))
    assert proposals(case, DOCUMENT, suggested) == []


@settings(max_examples=30)
@given(st.permutations(ALL), st.randoms())
def test_one_by_one_in_any_order_says_the_same_as_all_at_once(
    suggested: list[Suggestion], random: Any
) -> None:
    found = tuple(suggested)
    wanted = proposals(BEGINNING, DOCUMENT, found)
    random.shuffle(wanted)
    case = BEGINNING
    for proposal in wanted:
        case = then(case, accepted(case, DOCUMENT, proposal, found).change_set)
    assert told(case) == told(after_all(found))
