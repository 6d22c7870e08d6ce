"""Audiences: whom an export is for. Three are the program's, a case may add its own."""

from dataclasses import replace
from functools import cache
from typing import Literal, cast

from viewer import resources
from viewer.domain.reader import CaseReader
from viewer.domain.records import Audience
from viewer.domain.vocabularies import labels
from viewer.errors import NotFoundError

#: How a person appears: by name, under a pseudonym, without details, not at all.
Treatment = Literal["named", "pseudonym", "bare", "left_out"]


@cache
def standard_audiences() -> tuple[Audience, ...]:
    """Return the program's own audiences, from those who may see most to everybody."""
    return tuple(
        Audience(id=code, **values) for code, values in resources.toml("audiences.toml").items()
    )


def audiences(case: CaseReader) -> tuple[Audience, ...]:
    """Return the audiences of a case, the program's own first."""
    return (*standard_audiences(), *case.all(Audience))


def audience_of(case: CaseReader, which: str) -> Audience:
    """Return the audience of that id, or called so; raises `NotFoundError`."""
    known = audiences(case)
    for audience in known:
        if which == audience.id:
            return audience
    called = [each for each in known if each.label.casefold() == which.casefold()]
    if len(called) == 1:
        return called[0]
    labels = ", ".join(each.label for each in known)
    raise NotFoundError(
        f"This case has no audience “{which}”, so nothing was done. It knows: {labels}."
    )


def said_in(audience: Audience, language: str) -> Audience:
    """Return an audience in the words of a language; a case's own says what it says."""
    if language == "en" or audience not in standard_audiences():
        return audience
    return replace(audience, **labels(language)["audiences"][audience.id])


def treatment(audience: Audience, protection: str) -> Treatment:
    """Return how a person of that protection appears to an audience."""
    if protection == "public":
        return "named"
    return cast(Treatment, getattr(audience, protection))


def gives(audience: Audience, protection: str) -> bool:
    """Tell whether an event, place, document or note of that protection is given."""
    if protection == "never_exported":
        return sees_everything(audience)
    return protection == "public" or audience.items == "included"


def sees_everything(audience: Audience) -> bool:
    """Tell whether nothing of the case is kept from an audience: those who work on it."""
    return audience.never_exported == "named"
