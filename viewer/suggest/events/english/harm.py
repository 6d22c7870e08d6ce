"""Verbs of harm: who did it, who suffered it, and who was about something when it came."""

from viewer.suggest.events.english.phrases import Who
from viewer.suggest.events.english.told import Told
from viewer.suggest.events.english.triggers import TRIGGER
from viewer.suggest.events.english.verbs import Verb, is_adverb, verb_at
from viewer.suggest.events.english.words import (
    ACCIDENT,
    AMONG,
    ARMED,
    BE,
    BEFALLEN,
    CAUSATIVES,
    CHANCES,
    CONNECTING,
    DETERMINERS,
    DOING_AFTER,
    HAVE,
    INNER,
    MODALS,
    PREPOSITIONS,
    SAYING,
    VERBAL,
)
from viewer.suggest.events.telling import Telling

#: Blows that nobody deals in an argument or a contest.
_BLOWS = frozenset(["flogged", "kicked", "slapped", "punched"])
#: After "shot" that somebody fired.
_AIMS = frozenset(["at", "into", "from", "back", "toward", "towards", "over", "up"])
#: After "hit him", which is then done with words or by chance.
_SAID_AFTER = frozenset(
    ["up", "like", "that", "as", "back", "hard", "for", "over", "on", "out", "off"]
)


def harmed(told: Told) -> Telling | None:
    """Read "was killed by", "gunmen killed him", "activist killed in Amarah"."""
    verb = told.verb()
    if verb is not None and (among := _among(told)):
        return told.as_verb(told.first, among, [], 0.9)
    if verb is not None and (known := _befallen(told)):
        return told.as_noun(known, [])
    if verb is None or _is_else(told, verb):
        return None
    if verb.voice == "passive":
        people = told.people
        victims = people.main(verb.first) if verb.is_lent else people.before(verb.first)
        if verb.is_now and all(who.is_described for who in victims):
            return None
        return told.as_verb(verb.first, victims, people.agent(told.last), verb.trust)
    victims = told.people.after(told.last)
    if victims or verb.voice == "active" or _has_object(told):
        return _did(told, verb, victims)
    return _suffered(told, verb)


def _among(told: Told) -> list[Who]:
    """Return who comes after "among those killed was"."""
    match = AMONG.search(
        told.page.text, max(told.sentence.start, told.trigger[0] - 40), told.sentence.end
    )
    if match is None or match.span("how") != told.trigger:
        return []
    return told.people.after(told.last + 1)


def _befallen(told: Told) -> list[Who]:
    """Return of whom a participle tells before the name: "the imprisoned poet Salma"."""
    is_before = told.word in BEFALLEN and told.sentence.word(told.first - 1) in ("the", "a", "an")
    found = told.people.after(told.last) if is_before else []
    return found if all(who.is_named for who in found) else []


def _is_else(told: Told, verb: Verb) -> bool:
    """Whether the word means another thing: "a shot", "threatened to go", "attacked him for"."""
    word, following = told.word, told.sentence.word(told.last + 1)
    if word == "threatened":
        return following in ("to", "that") or verb.trust < 1
    if word == "tortured" and following == "by":
        return not INNER.isdisjoint(told.sentence.words(told.last + 2, told.last + 5))
    if word == "killed" and following == "off":
        return True
    if word in ("killed", "injured") and not told.is_violent:
        return ACCIDENT.search(told.page.text, told.trigger[1], told.sentence.end) is not None
    if word == "attacked":
        return not VERBAL.isdisjoint(told.sentence.words(told.last + 1, told.last + 8))
    return told.sentence.word(told.first - 1) in DETERMINERS | CHANCES


def _did(told: Told, verb: Verb, victims: list[Who]) -> Telling | None:
    doers = told.people.before(verb.first)
    if not victims and not doers:
        return None
    if victims and _ends_dead(told, victims):
        told.act = "killing"
    return told.as_verb(verb.first, victims, doers, verb.trust)


def _ends_dead(told: Told, victims: list[Who]) -> bool:
    """Whether a blow killed: "shot him dead", "beat him to death"."""
    last = told.sentence.at(max(who.mentioned.start for who in victims))
    is_blow = told.word in ("shot", "stabbed", "beat", "beaten")
    following = told.sentence.words(last + 1, last + 3)
    return is_blow and (following[:1] == ["dead"] or following == ["to", "death"])


def _has_object(told: Told) -> bool:
    """Whether what follows a verb is an object that is nobody we know of."""
    token = told.sentence.token(told.last + 1)
    word = told.sentence.word(told.last + 1)
    if token is None or token.is_mark or token.date is not None:
        return False
    is_free = word in PREPOSITIONS | CONNECTING | DOING_AFTER | {"when", "as", "last"}
    return not (is_free or is_adverb(word))


def _suffered(told: Told, verb: Verb) -> Telling | None:
    """Read a participle without an auxiliary, as what its noun suffered."""
    if listed := _listed(told):
        return told.as_verb(verb.first, listed, told.people.agent(told.last), 0.9)
    victims = _qualified(told, verb.first)
    if not victims or _is_caused(told, victims) or _may_be_doer(told, victims):
        return None
    return told.as_verb(verb.first, victims, told.people.agent(told.last), 0.8)


def _listed(told: Told) -> list[Who]:
    """Return who suffered a list of acts: "was arrested, tortured and killed"."""
    at, sentence = told.first, told.sentence
    while sentence.word(at - 1) in (",", "and") and TRIGGER.fullmatch(sentence.word(at - 2)):
        at -= 2
    verb = verb_at(sentence, at) if at < told.first else None
    is_told = verb is not None and verb.voice == "passive" and not verb.is_now
    return told.people.before(verb.first) if verb is not None and is_told else []


def _may_be_doer(told: Told, people: list[Who]) -> bool:
    """Whether those before a bare verb may have done it: "a gunman shot at a car"."""
    is_aimed = told.word == "shot" and told.sentence.word(told.last + 1) in _AIMS
    return is_aimed or any(ARMED.search(told.called(who)) for who in people)


def _qualified(told: Told, first: int) -> list[Who]:
    """Return who a participle is about: "Salma, killed in May", "a man killed in May"."""
    before = told.sentence.token(first - 1)
    if before is None:
        return []
    if before.word == "," and before.name is None:
        return told.people.antecedent(first - 1)
    if before.is_person and before.name is not None and before.name.naming != "named":
        return told.people.qualified(first - 1)
    is_told = _is_headline(told) if before.is_person else told.goes_on
    return told.people.before(first) if is_told else []


def _is_headline(told: Told) -> bool:
    words = told.sentence.words(0, len(told.sentence.tokens))
    others = [word for word in words if word != told.word]
    return (BE | HAVE | MODALS | SAYING).isdisjoint(others) and not any(
        word.endswith("ed") and len(word) > 3 for word in others
    )


def _is_caused(told: Told, people: list[Who]) -> bool:
    at = told.sentence.at(people[0].mentioned.start)
    return not CAUSATIVES.isdisjoint(told.sentence.words(at - 3, at))


def struck(told: Told) -> Telling | None:
    """Read "he hit me", "was flogged", and not of a question or a car that hits."""
    is_mine = told.sentence.word(told.last + 1) in ("me", "my")
    is_said = told.sentence.word(told.last + 2) in _SAID_AFTER
    is_blow = is_mine or told.word in _BLOWS or told.is_violent
    return harmed(told) if is_blow and (is_mine or not is_said) else None


def fire(told: Told) -> Telling | None:
    """Read "a gunman opened fire", on whom it says, or on who was just told of."""
    verb = told.verb()
    if verb is None or verb.voice == "passive":
        return None
    doers = told.people.before(verb.first)
    is_aimed = told.word.endswith((" at", " on", " into"))
    aimed = told.last if is_aimed else told.last + 1
    if is_aimed or told.sentence.word(aimed) in ("on", "at"):
        return told.as_verb(verb.first, told.people.after(aimed), doers, verb.trust)
    return told.as_verb(verb.first, _overtaken(told), doers, 0.85)


def _overtaken(told: Told) -> list[Who]:
    """Return who was about something "when a gunman opened fire"."""
    words = told.sentence.words(0, told.first)
    if "when" not in words:
        return []
    when = len(words) - 1 - words[::-1].index("when")
    told_of = words[:when]
    was_doing = not {"was", "were"}.isdisjoint(told_of) and any(
        word.endswith("ing") for word in told_of
    )
    return told.people.main(when) if was_doing else []
