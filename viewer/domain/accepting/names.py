"""What is proposed of the persons, organisations and places of a document."""

from collections.abc import Iterator, Sequence

from viewer.domain.accepting.groups import Group
from viewer.domain.accepting.identity import Match, match
from viewer.domain.accepting.proposal import Proposal, joined
from viewer.domain.accepting.reading import Reading
from viewer.domain.marking import Words
from viewer.domain.marking.mentions import form_of_name
from viewer.domain.marking.precision import precision_of
from viewer.domain.titles import title_of
from viewer.domain.vocabularies import vocabulary


def name_proposals(reading: Reading) -> Iterator[Proposal]:
    """Yield what is proposed of names, without those that are turned down or all linked."""
    for group in {group.key: group for group in reading.groups.values()}.values():
        found = reading.named(group)
        if found and not reading.is_rejected(group.kind, group.name) and _is_new(reading, group):
            yield _proposal(reading, group, found, match(reading, group))


def _is_new(reading: Reading, group: Group) -> bool:
    """Whether some of the mentions are not linked to anybody yet."""
    return not all(reading.marks.meant(group.kind, words) for words in reading.named(group))


def _proposal(reading: Reading, group: Group, found: Sequence[Words], known: Match) -> Proposal:
    spans = tuple((words.start, words.end) for words in found)
    best = max(group.mentions, key=lambda mention: mention.confidence)
    return Proposal(
        key=group.key,
        kind=group.kind,
        label=group.called,
        detail=joined(*_details(reading, group, known)),
        spans=tuple(dict.fromkeys(spans)),
        confidence=best.confidence,
        reason=best.reason,
        suggestions=group.mentions,
        doubt=known.doubt,
    )


def _details(reading: Reading, group: Group, known: Match) -> Iterator[str]:
    if known.record_id:
        who = "which" if group.kind == "place" or group.unit == "organisation" else "who"
        yield f"Links to {title_of(reading.case, known.record_id)}, {who} is in the case"
    yield known.doubt
    if group.kind == "person":
        yield from _about(reading, group)
    elif not known.record_id:
        words = next(iter(reading.named(group)), None)
        yield vocabulary("precision").label(precision_of(group.called, words))
    if len(group.mentions) > 1:
        yield f"{len(group.mentions)} mentions"


def _about(reading: Reading, group: Group) -> Iterator[str]:
    if group.unit != "individual":
        yield vocabulary("unit").label(group.unit)
    if not group.is_named:
        yield vocabulary("naming").label(group.naming)
    titles = (reading.words(mention.title) for mention in group.mentions)
    yield next((words.line for words in titles if words is not None), "")
    yield _aliases(reading, group)


def _aliases(reading: Reading, group: Group) -> str:
    forms = {form_of_name(words.line): words.line for words in reading.named(group)}
    others = [line for form, line in forms.items() if form != form_of_name(group.name)]
    return f"also {', '.join(others)}" if others and group.is_named else ""
