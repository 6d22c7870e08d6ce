"""Deaths of which the words say that they came by violence: "died of gunshot wounds"."""

import re

from viewer.suggest.events.english.told import Told
from viewer.suggest.events.telling import Telling

#: What says that somebody who is found dead did not die by nature or by accident.
_VIOLENT = re.compile(
    r"\b(?:gunshots?|bullets?|shot|stab\w*|strangl\w*|tortur\w*|beaten|beating|throat|bound|tied"
    r"|blindfold\w*|hanged|murdered|clubbed|riddled|handcuff\w*)\b",
    re.IGNORECASE,
)
_FOUND = re.compile(r"\b(?:found|discovered|recovered|dumped|pulled)\b")
#: What says that nobody did it.
_OTHERWISE = re.compile(
    r"\b(?:suicide|accident\w*|crash\w*|collision|overdose|himself|herself|disease|cancer|illness"
    r"|fall|fell|natural|self-inflicted|earthquake|storm|flood\w*|match|race)\b",
    re.IGNORECASE,
)


def died(told: Told) -> Telling | None:
    """Read "died under torture", "was found dead with stab wounds"."""
    if told.word.startswith(("body", "corpse", "remains")):
        return _body(told)
    verb = told.verb()
    if verb is None or verb.is_now or not _is_violent(told):
        return None
    if told.word.startswith("found") and verb.voice != "passive":
        return None
    victims = told.people.before(verb.first)
    return told.as_verb(verb.first, victims, [], verb.trust * 0.9) if victims else None


def _body(told: Told) -> Telling | None:
    """Read "the body of Salma was found with stab wounds", "his body was found"."""
    is_told = (
        told.verb() is not None
        and _is_violent(told)
        and _FOUND.search(told.page.text, told.sentence.start, told.sentence.end)
    )
    is_of = told.word.endswith(" of")
    people = told.people.after(told.last) if is_of else told.people.owner(told.first)
    return told.as_noun(people, []) if is_told and people else None


def _is_violent(told: Told) -> bool:
    text, span = told.page.text, (told.sentence.start, told.sentence.end)
    if _OTHERWISE.search(text, *span):
        return False
    return told.word.endswith(("wound", "wounds")) or _VIOLENT.search(text, *span) is not None
