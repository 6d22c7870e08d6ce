"""How a verb of harm is told: as done, as suffered, or only as thought of."""

from dataclasses import dataclass

from viewer.suggest.events.english.sentence import Sentence
from viewer.suggest.events.english.triggers import TRIGGER
from viewer.suggest.events.english.words import (
    ADVERBS,
    BE,
    BELIEVED,
    BOUNDARIES,
    CONDITIONS,
    CONNECTING,
    DENIALS,
    DOING_AFTER,
    HAVE,
    MODALS,
    NEGATIONS,
    RELATIVES,
    UNREAL,
)

_NOT_ADVERBS = frozenset(
    ["family", "ally", "assembly", "rally", "early", "monthly", "weekly", "daily", "elderly"]
)
_AUXILIARIES = BE | HAVE | MODALS | NEGATIONS | {"to", "'s", "'d", "did", "do", "does"}
_UNREAL_BACK = 7
_NEARLY = frozenset(["nearly", "almost", "narrowly"])
#: Before the mark that ends somebody's words.
_CLOSED = frozenset([",", "?", "!", "."])


@dataclass(frozen=True, slots=True)
class Verb:
    """Where a verb begins with its auxiliaries, and whether the subject did or suffered it.

    `voice` is active, passive or bare: "killed" alone may be either.
    """

    first: int
    voice: str
    trust: float = 1.0
    #: Its subject is that of the whole clause: "after being arrested".
    is_lent: bool = False
    #: It is told of the present, as what happens to anybody is: "is arrested".
    is_now: bool = False


def verb_at(sentence: Sentence, at: int) -> Verb | None:
    """Return the verb of a past form; None where it says that it was not, or may be, done."""
    own = first = _first(sentence, at)
    if sentence.word(own) == "to" and sentence.word(own - 1) in BELIEVED:
        first = _first(sentence, own - 1)
    if own == at and _is_joined_to_open(sentence, at):
        return None
    if not _NEARLY.isdisjoint(sentence.words(first, at)):
        return None
    group = [word for word in sentence.words(first, at) if word in _AUXILIARIES or _is_not(word)]
    if any(word in NEGATIONS or _is_not(word) for word in group) or _is_open(group):
        return None
    if "being" in group and not ({"was", "were"} & set(group)):
        is_told = sentence.word(first - 1) in DOING_AFTER
        return Verb(first - 1, "passive", 0.85, is_lent=True) if is_told else None
    is_now = _is_now(group)
    return Verb(first, _voice(sentence.words(own, at)), _trust(group), is_now=is_now)


def _is_joined_to_open(sentence: Sentence, at: int) -> bool:
    """Whether a verb only goes on with what would be done: "they would come and shot him"."""
    is_joined = sentence.word(at - 1) in CONNECTING
    before = sentence.words(max(clause_start(sentence, at), at - 12), at)
    return is_joined and not MODALS.isdisjoint(before)


def is_unreal(sentence: Sentence, at: int) -> bool:
    """Whether a verb stands in a question, a condition or a denial."""
    if sentence.text[sentence.start : sentence.end].rstrip("\"'”’) ").endswith("?"):
        return True
    start = clause_start(sentence, at)
    if sentence.word(start) in ("had", "should"):
        return True
    before = sentence.words(start - 1, at)
    whole = sentence.words(max(0, at - 12), at)
    return not (CONDITIONS.isdisjoint(before) and DENIALS.isdisjoint(whole))


def is_wished(sentence: Sentence, at: int) -> bool:
    """Whether the noun of an act stands behind what only wants, plans or fears it."""
    return not UNREAL.isdisjoint(sentence.words(at - _UNREAL_BACK, at))


def clause_start(sentence: Sentence, at: int) -> int:
    """Return the index of the first word of the clause in which a word stands."""
    for back in range(at - 1, -1, -1):
        token = sentence.tokens[back]
        if token.name is None and (token.word in BOUNDARIES or token.word in ";:—"):
            return back + 1
    return 0


def clause_end(sentence: Sentence, at: int) -> int:
    """Return the index after the last word of the clause in which a word stands."""
    ends = ";:—," if _is_relative(sentence, at) else ";:—"
    for on in range(at + 1, len(sentence.tokens)):
        token = sentence.tokens[on]
        if token.name is None and (token.word in BOUNDARIES or token.word in ends):
            return on
        if token.word in '"”' and sentence.word(on - 1) in _CLOSED:
            return on
    return len(sentence.tokens)


def goes_on(sentence: Sentence, at: int) -> bool:
    """Whether a participle goes on with a passive before it: "was arrested and tortured"."""
    if sentence.word(at - 1) not in CONNECTING:
        return False
    words = sentence.words(clause_start(sentence, at), at - 1)
    verbs = [place for place, word in enumerate(words) if _is_participle(word)]
    return bool(verbs) and any(word in BE for word in words[max(0, verbs[-1] - 3) : verbs[-1]])


def _is_participle(word: str) -> bool:
    return word.endswith("ed") or TRIGGER.fullmatch(word) is not None


def _is_relative(sentence: Sentence, at: int) -> bool:
    """Whether a word stands in a clause between commas: ", who was shot in May,"."""
    for back in range(at - 1, max(at - 8, 0), -1):
        token = sentence.tokens[back]
        if token.word == ",":
            return sentence.word(back + 1) in RELATIVES or back == at - 1
    return False


def _first(sentence: Sentence, at: int) -> int:
    first = at
    while True:
        word = sentence.word(first - 1)
        if not (word in _AUXILIARIES or _is_not(word) or is_adverb(word)):
            return first
        first -= 1


def is_adverb(word: str) -> bool:
    """Whether a word only says how or when."""
    return word in ADVERBS or (word.endswith("ly") and len(word) > 4 and word not in _NOT_ADVERBS)


def _is_not(word: str) -> bool:
    return word.endswith("n't")


def _is_open(group: list[str]) -> bool:
    """Whether auxiliaries leave open that it was done: "would be", "to be"."""
    if not MODALS.isdisjoint(group) or ("'d" in group and "been" not in group):
        return True
    is_either = "'s" in group and "been" not in group
    return is_either or ("to" in group and "have" not in group)


def _voice(group: list[str]) -> str:
    if not BE.isdisjoint(group):
        return "passive"
    return "active" if not (HAVE | {"'d", "did"}).isdisjoint(group) else "bare"


def _trust(group: list[str]) -> float:
    if "to" in group:
        return 0.8
    return 0.6 if _is_now(group) else 1.0


def _is_now(group: list[str]) -> bool:
    return not {"is", "are", "am", "be", "'re"}.isdisjoint(group)
