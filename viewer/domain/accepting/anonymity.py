"""The words by which a source says that somebody does not want to be named."""

import re

from viewer.domain.marking import Words

_ANONYMITY = re.compile(
    r"(?:on|under)\s+(?:the\s+)?condition\s+of\s+anonymity|"
    r"(?:requested|requesting)\s+anonymity|anonymously|"
    r"(?:who\s+)?(?:asked|asking|wished|wanted|preferred|declined|declining|refused)\s+"
    r"(?:not\s+)?to\s+(?:not\s+)?be\s+(?:named|identified)|"
    r"شريطة\s+عدم\s+(?:ال)?كشف\s+(?:عن\s+)?\w+|طلب\w*\s+عدم\s+ذكر\s+\w+"
)
#: Code points around a mention in which they are likely to stand.
_NEAR = 200


def condition(words: Words) -> Words | None:
    """Return the words nearest to a mention, in its paragraph, that ask for anonymity."""
    text = words.document.text
    begin = max(text.rfind("\n", 0, words.start) + 1, words.start - _NEAR)
    stop = text.find("\n", words.end)
    end = min(stop if stop >= 0 else len(text), words.end + _NEAR)
    spans = [match.span() for match in _ANONYMITY.finditer(text, begin, end)]
    apart = {max(words.start - b, a - words.end): (a, b) for a, b in spans}
    return words.narrowed(*apart[min(apart)]) if apart else None
