"""What every language hands to the rules: words that say that somebody says something."""

from dataclasses import dataclass
from typing import Protocol

from viewer.suggest.article import Span


@dataclass(frozen=True, slots=True)
class Cue:
    """Words such as "said" or "according to", and who speaks by them.

    `says` is True for words that can stand with any quote, False for those ("thinks", "shows")
    that hold only what is built into their sentence. A `bare` cue has no words of its own to
    report: its words stand elsewhere. They begin at `opens`. `means` is the phrase that the
    speaker's words stand for: in "Mrs Hale, who said", "who" means "Mrs Hale". A `vague` speaker
    is only a pronoun; one who `asks` waits for somebody else's words. `reports` is the clause that
    is surely reported in the words of the text. One who is `blamed` speaks within what others say:
    "they criticised Hale for saying".
    """

    start: int
    end: int
    speaker: Span
    opens: int
    says: bool = True
    bare: bool = False
    vague: bool = False
    asks: bool = False
    blamed: bool = False
    reports: Span | None = None
    means: Span | None = None


class Language(Protocol):
    """A language's own part: where its words of saying stand, and who speaks by them."""

    def cues(self, mask: str, sentence: Span) -> list[Cue]:
        """Return the cues of one sentence of a masked text, in order."""
        ...

    def withheld(self, speaker: str, around: str) -> bool:
        """Return whether a speaker's words, or those around, say that the name is kept back."""
        ...
