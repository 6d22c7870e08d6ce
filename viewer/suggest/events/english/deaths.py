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
#: What says that nobody did it.
_OTHERWISE = re.compile(
    r"\b(?:suicide|accident\w*|crash\w*|collision|overdose|himself|herself|disease|cancer|illness"
    r"|fall|fell|natural|self-inflicted|earthquake|storm|flood\w*|match|race)\b",
    re.IGNORECASE,
)


def died(told: Told) -> Telling | None:
    """Read "died under torture", "was found dead with stab wounds"."""
    verb = told.verb()
    if verb is None or verb.is_now or not _is_violent(told):
        return None
    if told.word.startswith("found") and verb.voice != "passive":
        return None
    victims = told.people.before(verb.first)
    return told.as_verb(verb.first, victims, [], verb.trust * 0.9) if victims else None


def _is_violent(told: Told) -> bool:
    text, span = told.page.text, (told.sentence.start, told.sentence.end)
    if _OTHERWISE.search(text, *span):
        return False
    return told.word.endswith(("wound", "wounds")) or _VIOLENT.search(text, *span) is not None
