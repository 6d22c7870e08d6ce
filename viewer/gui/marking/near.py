"""Who is named near marked words: likely to be meant."""

from viewer.domain.marking import Words
from viewer.domain.marking.quotes import NEAR
from viewer.domain.records import Name, Person
from viewer.gui.duplicates.alike import alike_of
from viewer.gui.editors.candidates import Candidate, candidate
from viewer.gui.session import Session
from viewer.store import CaseFile, PassageUse


def sounding_alike(session: Session, found: list[Candidate], typed: str) -> list[Candidate]:
    """Return persons besides those found whose names sound like what is typed."""
    return alike_of(session).besides(found, typed)


def persons_near(case: CaseFile, words: Words) -> list[Candidate]:
    """Return the persons whose marks stand about the words, the nearest first."""
    span = words.start - NEAR, words.end + NEAR
    uses = sorted(case.passage_uses(words.document.id, span), key=lambda use: _distance(use, words))
    found: dict[str, Candidate] = {}
    for use in uses:
        if (person := _person(case, use)) is not None and person.id not in found:
            found[person.id] = candidate(case, person)
    return list(found.values())


def _distance(use: PassageUse, words: Words) -> int:
    return max(words.start - use.end, use.start - words.end, 0)


def _person(case: CaseFile, use: PassageUse) -> Person | None:
    if use.kind == Name.kind:
        return case.get(Person, case.get(Name, use.record_id).person_id)
    return case.get(Person, use.record_id) if use.kind == Person.kind else None


def marked_within(case: CaseFile, words: Words, kind: str) -> list[str]:
    """Return the ids of the records of a kind that are marked inside the words, in their order."""
    uses = case.passage_uses(words.document.id, (words.start, words.end))
    found = (use for use in uses if use.kind == kind and use.end <= words.end)
    return list(dict.fromkeys(use.record_id for use in found))
