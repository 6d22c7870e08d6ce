"""The cues of Arabic sentences: a verb of saying with the speaker right after it."""

import re
from collections.abc import Iterator

from viewer.suggest.article import Span
from viewer.suggest.quotes.cues import Cue
from viewer.suggest.quotes.masking import QUOTE

_VERBS = (
    "قال|أضاف|اضاف|أكد|اكد|صرح|صرّح|أوضح|اوضح|ذكر|أعلن|اعلن|تابع|كتب|شدد|لفت|روى|حذر|نفى"
    "|يقول|تقول|يؤكد|تؤكد"
)
_PARTICLES = "إن|أن|ان|إنه|إنها|إنهم|أنه|أنها|في|على|خلال|عبر|عن|إلى|بعد|قبل"
#: Where a speaker's words end: at a particle, a preposition or a mark.
_END = rf"(?<!\w)(?:{_PARTICLES}|ل\w+)(?!\w)|[:،,.؛]|{QUOTE}"
_CUE = re.compile(
    rf"(?<!\w)[وف]?(?:{_VERBS})(?:ت|وا|ا)?(?!\w)\s+"
    rf"(?!{_END})((?:[^\W\d][\w-]*\s+){{0,5}}?[^\W\d][\w-]*)(?=\s*(?:{_END}|\Z))"
)
_BARE = re.compile(rf"\s*(?:[:،,.]|{QUOTE}|\Z)")
_PRONOUN = frozenset(["هو", "هي", "هم"])
_WITHHELD = re.compile("عدم (?:الكشف|ذكر)|مجهول|طلب عدم")
_NAMELESS = re.compile("مصدر|مصادر")


class Arabic:
    """Finds who says what in Arabic, where the verb comes first."""

    def cues(self, mask: str, sentence: Span) -> list[Cue]:
        """Return the cues of one sentence of a masked text, in order."""
        return list(self._cues(mask, sentence))

    def _cues(self, mask: str, sentence: Span) -> Iterator[Cue]:
        for match in _CUE.finditer(mask, *sentence):
            end = match.end(1)
            yield Cue(
                match.start(),
                end,
                match.span(1),
                end,
                bare=_BARE.match(mask, end, sentence[1]) is not None,
                vague=match[1] in _PRONOUN,
            )

    def withheld(self, speaker: str, around: str) -> bool:
        """Return whether a speaker's words, or those around, say that the name is kept back."""
        return _NAMELESS.search(speaker) is not None or _WITHHELD.search(around) is not None
