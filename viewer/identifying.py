"""What `casefile risks` prints: words to decide on and combinations that are left."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from viewer.domain.audiences import audience_of
from viewer.domain.identifying import Mention, Risk, mentions, residual_risks
from viewer.domain.protection import pseudonyms
from viewer.domain.records import Audience, field_of
from viewer.domain.text import shortened, unisolated
from viewer.domain.titles import title_of
from viewer.domain.vocabularies import vocabulary
from viewer.opening import open_case
from viewer.output import json_of
from viewer.store import CaseFile

#: Code points before and after the words that are shown with them.
_AROUND = 60


def risks(file: Path, audience: str, *, as_json: bool) -> str:
    """Return both lists for an audience (its code or label), as text or JSON."""
    with open_case(file, read_only=True) as case:
        chosen = audience_of(case, audience)
        words, left = mentions(case, chosen), residual_risks(case, chosen)
        if as_json:
            return json_of(_objects(case, chosen, words, left))
        return "\n".join(_lines(case, words, left))


def _objects(
    case: CaseFile, audience: Audience, words: tuple[Mention, ...], left: tuple[Risk, ...]
) -> dict[str, Any]:
    return {
        "audience": audience.id,
        "words": [_word(case, mention) for mention in words],
        "risks": [_risk(risk) for risk in left],
    }


def _word(case: CaseFile, mention: Mention) -> dict[str, Any]:
    target = case.find(mention.target_id)
    return {
        "person": mention.person_id,
        "others": list(mention.others),
        "kind": target.kind if target is not None else "",
        "record": mention.target_id,
        "field": mention.field,
        "start": mention.start,
        "end": mention.end,
        "words": mention.words,
        "reason": mention.reason,
        "sureness": mention.sureness.name.lower(),
        "decided": mention.ruling,
    }


def _risk(risk: Risk) -> dict[str, Any]:
    return {
        "person": risk.person_id,
        "pseudonym": risk.pseudonym,
        "level": risk.level.name.lower(),
        "sentence": risk.sentence,
        "records": list(risk.record_ids),
        "help": risk.help,
    }


def _lines(case: CaseFile, words: tuple[Mention, ...], left: tuple[Risk, ...]) -> Iterator[str]:
    number = sum(each.is_open for each in words)
    yield f"Words to decide: {number:,} open, {len(words) - number:,} decided"
    for mention in words:
        yield from _said_of_words(case, mention)
    yield f"Risks that are left: {len(left):,}"
    for risk in left:
        yield f"  {risk.level.name.lower():<8}  {_title(case, risk.person_id)}: {risk.sentence}"
        yield f"            {risk.help}"


def _said_of_words(case: CaseFile, mention: Mention) -> Iterator[str]:
    shown = pseudonyms(case)[mention.person_id]
    who = f"{_title(case, mention.person_id)} ({shown})"
    decided = f" · {vocabulary('ruling').label(mention.ruling).lower()}" if mention.ruling else ""
    words = shortened(mention.words)
    yield f"  {mention.sureness.name.lower():<8}  “{words}” for {who}{decided}"
    yield f"            {mention.reason}, in {_where(case, mention)}: {_context(case, mention)}"


def _where(case: CaseFile, mention: Mention) -> str:
    target = case.find(mention.target_id)
    assert target is not None
    return f"{target.labels[0].lower()}, {field_of(target.kind, mention.field).spec.label.lower()}"


def _context(case: CaseFile, mention: Mention) -> str:
    text = str(getattr(case.find(mention.target_id), mention.field))
    around = text[max(0, mention.start - _AROUND) : mention.end + _AROUND]
    return f"…{' '.join(around.split())}…"


def _title(case: CaseFile, id: str) -> str:
    return unisolated(title_of(case, id))
