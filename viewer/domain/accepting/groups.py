"""All mentions of one person, organisation or place in a document, taken together."""

import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, replace

from viewer.domain.marking.draft import without_article
from viewer.domain.marking.mentions import form_of_name
from viewer.domain.suggestions import SuggestedName, SuggestedQuote, Suggestion

#: How a person is known, what says most of it first.
_NAMINGS = ("anonymous", "named", "role_only", "unidentified")

#: What tells those apart who are described alike: "Driver (2)".
_NUMBER = re.compile(r" \(\d+\)$")


@dataclass(frozen=True, slots=True)
class Group:
    """Who or what one name of a document means: `kind` is that of the record, person or place."""

    kind: str
    name: str
    mentions: tuple[SuggestedName, ...]
    naming: str = "named"
    unit: str = "individual"

    @property
    def is_named(self) -> bool:
        """Whether there is a name, and not only a description."""
        return self.naming == "named" or self.kind == "place"

    @property
    def called(self) -> str:
        """The name; or the description, as in "Government official"."""
        line = " ".join(self.name.split())
        if self.is_named:
            return line
        line = _NUMBER.sub("", line)
        bare = without_article(line) or line
        return bare[:1].upper() + bare[1:]

    @property
    def key(self) -> str:
        """What it is told apart by within the document."""
        return f"{self.kind}:{self.name}"


def groups_of(suggestions: Iterable[Suggestion]) -> dict[tuple[str, str], Group]:
    """Return whom and what suggested names mean, by the kind of record and the name.

    Names that differ in capitals only, as in a headline, lead to the same.
    """
    found = list(suggestions)
    anonymous = {
        each.speaker.name
        for each in found
        if isinstance(each, SuggestedQuote) and each.attribution == "anonymous" and each.speaker
    }
    gathered: dict[tuple[str, str], list[SuggestedName]] = defaultdict(list)
    for each in found:
        if isinstance(each, SuggestedName) and each.name.strip():
            gathered[_kind(each), each.name].append(each)
    return _merged({place: _group(*place, each, anonymous) for place, each in gathered.items()})


def _merged(groups: dict[tuple[str, str], Group]) -> dict[tuple[str, str], Group]:
    alike: dict[tuple[str, str], list[Group]] = defaultdict(list)
    for (kind, name), group in groups.items():
        alike[kind, form_of_name(name) if group.is_named else group.key].append(group)
    one = {group.key: _one(same) for same in alike.values() for group in same}
    return {place: one[group.key] for place, group in groups.items()}


def _one(groups: list[Group]) -> Group:
    """Return groups of one name as one, called as it stands where capitals mean something."""
    first = min(groups, key=lambda group: group.name.isupper())
    mentions = sorted((m for group in groups for m in group.mentions), key=lambda m: m.start)
    return replace(first, mentions=tuple(mentions)) if len(groups) > 1 else first


def _kind(mention: SuggestedName) -> str:
    return "place" if mention.what == "place" else "person"


def _group(kind: str, name: str, mentions: list[SuggestedName], anonymous: set[str]) -> Group:
    namings = {mention.naming for mention in mentions}
    if name in anonymous and "named" not in namings:
        namings.add("anonymous")
    naming = next((each for each in _NAMINGS if each in namings), "named")
    return Group(kind, name, tuple(mentions), naming, _unit(mentions))


def _unit(mentions: list[SuggestedName]) -> str:
    units = [mention.unit for mention in mentions if mention.unit != "individual"]
    is_organisation = any(mention.what == "organisation" for mention in mentions)
    return units[0] if units else ("organisation" if is_organisation else "individual")
