"""Whom "he", "her" or "I" means: who was spoken of just before, or who speaks."""

from viewer.domain.suggestions import SuggestedName
from viewer.suggest.events.english.page import Page
from viewer.suggest.events.english.sentence import Sentence, Token
from viewer.suggest.events.english.words import (
    BE,
    BOUNDARIES,
    CONNECTING,
    DETERMINERS,
    HAVE,
    MODALS,
    PREPOSITIONS,
    SAYING,
    SOMEBODY,
)
from viewer.suggest.genders import UNKNOWN
from viewer.suggest.genders import pronoun as gender

#: How many sentences back somebody is still "he", and how many may tell of nobody.
_BACK, _SILENT = 8, 3
_FIRST_PERSON = frozenset(["i", "me", "my"])
_SEVERAL = frozenset(["we", "us", "they", "them"])
_SILENCE, _UNCLEAR, _GOES_ON = "", "?", ">"
#: Who is killed or gone does not speak afterwards.
SILENCED = frozenset(["killing", "disappearance"])


_NOBODY: frozenset[str] = frozenset()
_MALE, _FEMALE = frozenset(["he", "him", "his"]), frozenset(["she", "her"])
#: Words for somebody who is not meant; beside them it is not plain who is.
_OTHERS = dict.fromkeys(_MALE, _FEMALE) | dict.fromkeys(_FEMALE, _MALE)


class Referents:
    """Looks back from a pronoun to the name of whom it means."""

    def __init__(self, page: Page) -> None:
        self._page = page
        self._subjects: dict[tuple[int, bool, str], str] = {}

    def name_of(self, pronoun: Token, index: int, act: str) -> str:
        """Return the name of whom a pronoun of a sentence means; "" where it is not plain."""
        quote = self._page.quote_at(pronoun.start)
        speaker = quote.speaker.name if quote is not None and quote.speaker is not None else ""
        if pronoun.word in _FIRST_PERSON:
            return speaker
        if pronoun.word in _SEVERAL:
            return ""
        begin = quote.start if quote is not None else 0
        if self._is_contested(self._page.sentence(index), pronoun, begin):
            return ""
        here = self._within(self._page.sentence(index), pronoun, begin, act)
        if here not in (_SILENCE, _GOES_ON):
            return here if here not in (_UNCLEAR, speaker) else ""
        found = self._before(index, pronoun.word, quote is not None, begin)
        return "" if found == speaker else found

    def _is_contested(self, sentence: Sentence, pronoun: Token, begin: int) -> bool:
        """Whether a sentence has spoken of somebody else who may be meant."""
        start = max(sentence.start, begin)
        if SOMEBODY.search(self._page.text, start, pronoun.start):
            return True
        others = _OTHERS.get(pronoun.word, _NOBODY)
        return any(token.word in others for token in sentence.tokens if token.start >= start)

    def _before(self, index: int, pronoun: str, quoted: bool, begin: int) -> str:
        silent = 0
        for at in range(index - 1, max(index - _BACK, 0) - 1, -1):
            said = quoted and self._page.span(at)[0] >= begin
            found = self._subject(at, said, pronoun)
            if found == _UNCLEAR:
                return ""
            if found not in (_SILENCE, _GOES_ON):
                return found
            silent = silent + 1 if found == _SILENCE else 0
            if silent > _SILENT:
                return ""
        return ""

    def _subject(self, index: int, said: bool, pronoun: str) -> str:
        """Return who is spoken of in a sentence, in or outside a quote."""
        key = (index, said, pronoun)
        if key not in self._subjects:
            sentence = self._page.sentence(index)
            tokens = [
                (at, token)
                for at, token in enumerate(sentence.tokens)
                if said == (self._page.quote_at(token.start) is not None)
            ]
            self._subjects[key] = self._spoken_of(sentence, tokens, pronoun)
        return self._subjects[key]

    def _within(self, sentence: Sentence, pronoun: Token, begin: int, act: str) -> str:
        quoted = begin > 0
        tokens = [
            (at, token)
            for at, token in enumerate(sentence.tokens)
            if begin <= token.start < pronoun.start
            and quoted == (self._page.quote_at(token.start) is not None)
            and not (act in SILENCED and _speaks(sentence, at))
        ]
        return self._spoken_of(sentence, tokens, pronoun.word)

    def _spoken_of(self, sentence: Sentence, tokens: list[tuple[int, Token]], pronoun: str) -> str:
        seen = [self._part(sentence, at, token, pronoun) for at, token in tokens]
        subjects = [part for part in seen if part and not part.startswith("'")]
        if subjects:
            return subjects[0]
        owners = list(dict.fromkeys(part[1:] for part in seen if part))
        return (owners[0] or _UNCLEAR if len(owners) == 1 else _UNCLEAR) if owners else _SILENCE

    def _part(self, sentence: Sentence, at: int, token: Token, pronoun: str) -> str:
        """Return the name of a subject; after "'" an owner's, or nothing of somebody else."""
        if token.name is None:
            return _GOES_ON if token.word in ("he", "she") else ""
        if not is_individual(token.name) or not self._fits(token.name, pronoun):
            return ""
        if _is_only_about(sentence, at):
            return "'"
        if token.owns:
            return f"'{token.name.name}"
        return "'" if is_after_preposition(sentence, at) else token.name.name

    def _fits(self, name: SuggestedName, pronoun: str) -> bool:
        """Whether nothing that is told of somebody speaks against he or she."""
        wanted = gender(pronoun)
        return wanted == UNKNOWN or self._page.genders.of(name.name) in (UNKNOWN, wanted)


def _is_only_about(sentence: Sentence, at: int) -> bool:
    """Whether a name only says whose something is: "Haddad supporters were"."""
    word, following = sentence.word(at + 1), sentence.word(at + 2)
    is_plural = word.endswith("s") and word not in BE | HAVE | SAYING
    return is_plural and (following in BE | HAVE | MODALS or following.endswith("ed"))


def is_individual(name: SuggestedName) -> bool:
    """Whether a mention names one person."""
    return name.what == "person" and name.unit == "individual" and name.naming == "named"


def is_after_preposition(sentence: Sentence, at: int) -> bool:
    """Whether a mention belongs to a preposition, as in "a friend of" it."""
    for back in range(at - 1, at - 5, -1):
        word = sentence.word(back)
        if word in PREPOSITIONS:
            return True
        if not word.isalpha() or word in SAYING | CONNECTING | BOUNDARIES:
            return False
        if word in DETERMINERS:
            return sentence.word(back - 1) in PREPOSITIONS
    return False


def _speaks(sentence: Sentence, at: int) -> bool:
    """Whether who is mentioned here is told to have said something."""
    return (
        sentence.word(at + 1) in SAYING
        or sentence.word(at - 1) in SAYING
        or (
            sentence.token(at + 1) is not None
            and sentence.tokens[at + 1].word == ","
            and not SAYING.isdisjoint(sentence.words(at + 2, at + 9))
        )
    )
