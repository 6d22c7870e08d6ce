"""The cues of English sentences: verbs of saying with their speakers, and "according to"."""

import re

from viewer.suggest.article import Span
from viewer.suggest.quotes.cues import Cue
from viewer.suggest.quotes.english.lexicon import SAYING, THINKING
from viewer.suggest.quotes.english.sentence import ACCORDING, SentenceReader
from viewer.suggest.quotes.english.tokens import tokens
from viewer.suggest.quotes.masking import INSIDE

_WITHHELD = re.compile(
    r"\b(?:anonym(?:ity|ous(?:ly)?)|unnamed|not (?:to )?be (?:named|identified|quoted by name)"
    r"|not authori[sz]ed to (?:speak|discuss|comment)|without (?:being named|attribution)"
    r"|withh(?:eld|old(?:ing)?) (?:his|her|their) names?)",
    re.IGNORECASE,
)
_NAMELESS = re.compile(
    r"\b(?:sources?\b(?! of)|(?:person|people|someone) (?:familiar|close)|insiders?\b)"
)
_POINT = re.compile(r"(?<=[a-z])\.\s")


def _alternatives(words: list[str]) -> str:
    """Return a pattern of words by their first two letters, which is much faster to try."""
    groups: dict[str, list[str]] = {}
    for word in sorted(words, key=len, reverse=True):
        groups.setdefault(word[:2], []).append(word[2:])
    return "|".join(f"{head}(?:{'|'.join(tails)})" for head, tails in groups.items())


_CUE = re.compile(rf"\b(?:{_alternatives([*SAYING, *THINKING, *ACCORDING])})\b(?!['’-]\w)")


class English:
    """Finds who says what in English."""

    def cues(self, mask: str, sentence: Span) -> list[Cue]:
        """Return the cues of one sentence of a masked text, in order."""
        matches = list(_CUE.finditer(mask, *sentence))
        if not matches and mask.find(INSIDE, *sentence) < 0 and mask[sentence[1] - 1] != ":":
            return []
        return SentenceReader(mask, tokens(mask, *sentence)).cues(matches)

    def withheld(self, speaker: str, around: str) -> bool:
        """Return whether a speaker's words, or those around, say that the name is kept back."""
        sentence = _POINT.split(around, maxsplit=1)[0]
        return _NAMELESS.search(speaker) is not None or _WITHHELD.search(sentence) is not None
