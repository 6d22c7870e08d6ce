"""Why a speaker is suggested, in one sentence for the user."""

from viewer.domain.text import shortened
from viewer.suggest.quotes.cues import Cue
from viewer.suggest.quotes.rules import Attributed

_SENTENCES = {
    "introduced": "“{words}” introduces the words.",
    "followed": "“{words}” follows the words.",
    "reported": "“{words}” ends the sentence of the words.",
    "contained": "The words are part of what “{words}” tells.",
    "went on": "The words go on after “{words}” in the same paragraph.",
    "paragraph": "“{words}” stands in the same paragraph.",
    "signed": "The words are signed “{words}”.",
    "told before": "The words are a paragraph of their own; “{words}” stands before it.",
    "before": "The words are a paragraph of their own; “{words}” stands before it.",
    "nobody": "The words stand by themselves; nobody is named who says them.",
    "beside": "The words are a paragraph of their own; one beside it begins with “{words}”.",
    "after": "The words are a paragraph of their own; “{words}” stands after it.",
}


def reason(text: str, found: Attributed) -> str:
    """Return the sentence that tells by which words a quote has its speaker."""
    words = _words(text, found.cue) if found.cue else ""
    return _SENTENCES[found.rule].format(words=words)


def reason_of_clause(text: str, cue: Cue) -> str:
    """Return the sentence that tells why a clause is an indirect quote."""
    return f"“{_words(text, cue)}” tells what was said, in the words of the text."


def _words(text: str, cue: Cue) -> str:
    """Return the speaker and the cue as they stand in the text."""
    start, end = min(cue.start, cue.speaker[0]), max(cue.end, cue.speaker[1])
    return shortened(text[start:end], 100)
