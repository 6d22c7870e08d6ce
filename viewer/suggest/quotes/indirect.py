"""Indirect quotes: what somebody said in the words of the text, where that is sure."""

from collections.abc import Iterator

from viewer.suggest.quotes.cues import Cue
from viewer.suggest.quotes.reading import Reading, Sentence


def reported(reading: Reading) -> Iterator[Cue]:
    """Yield the cues that report a clause of their own; one of each sentence without quotes."""
    for paragraph in reading.paragraphs:
        for sentence in paragraph.sentences:
            if not sentence.quotes and (cue := _reporting(sentence)) is not None:
                yield cue


def _reporting(sentence: Sentence) -> Cue | None:
    """Return the cue that reports first: what stands in its clause is reported by others."""
    return next((cue for cue in sentence.cues if cue.reports is not None), None)
