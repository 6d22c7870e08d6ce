"""Marked words as a quote: whose they are, and whether they are the speaker's own."""

from dataclasses import dataclass

from viewer.domain.finding import Findable
from viewer.domain.ids import new_id
from viewer.domain.marking.draft import Draft, Marked
from viewer.domain.marking.passages import CLOSING, OPENING, Words
from viewer.domain.marking.people import NewPerson
from viewer.domain.reader import CaseReader
from viewer.domain.records import Passage, Person, Quote

#: How a speaker is named in a quote, by how the person is known.
_ATTRIBUTIONS = {"named": "by_name", "anonymous": "anonymous"}
#: Code points before and after a quote in which its speaker is likely to be named.
NEAR = 700


@dataclass(frozen=True, slots=True)
class Speaker:
    """Who says it: a person of the case, by id, a new one, or nobody yet; and how named."""

    person: str | NewPerson | None = None
    attribution: str = "unattributed"


NOT_KNOWN = Speaker()


def speaker_of(case: CaseReader, person_id: str) -> Speaker:
    """Return a person of the case as speaker."""
    naming = case.get(Person, person_id).naming
    return Speaker(person_id, _ATTRIBUTIONS.get(naming, "role_only"))


def new_speaker(text: str, naming: str) -> Speaker:
    """Return a new person as speaker; of an anonymous one perhaps nothing is said."""
    attribution = _ATTRIBUTIONS.get(naming, "role_only")
    return Speaker(NewPerson(text, naming) if text else None, attribution)


def quote(case: CaseReader, words: Words, speaker: Speaker, form: str) -> Marked:
    """Return the quote of words, with its passage and perhaps its speaker as a new person."""
    words = words.as_said()
    draft = Draft(case)
    person = speaker.person
    if isinstance(person, NewPerson):
        person = draft.person(person, _named_near(words, person.text))
    id = add_quote(draft, words, person, form, speaker.attribution)
    return Marked(draft.change_set("Add quote"), id, draft.passage(words).id)


def add_quote(
    draft: Draft, words: Words, speaker_id: str | None, form: str, attribution: str
) -> str:
    """Take the quote of exactly these words into a draft; returns its id."""
    return draft.add(
        Quote(
            id=new_id(),
            passage_id=draft.passage(words).id,
            speaker_id=speaker_id,
            form=form,
            attribution=attribution,
        )
    )


def quote_of(case: CaseReader, words: Words) -> Quote | None:
    """Return the quote that these words are already."""
    words = words.as_said()
    span = {"document_id": words.document.id, "start": words.start, "end": words.end}
    passages = case.where(Passage, **span)
    quotes = (quote for each in passages for quote in case.where(Quote, passage_id=each.id))
    return next(quotes, None)


def form_of(words: Words) -> str:
    """Guess whether words are the speaker's own: they are where they stand in quotation marks."""
    said = words.as_said()
    if said != words:
        return "direct"
    text, start = words.document.text, words.start
    begin = text.rfind("\n", 0, start) + 1
    before = text[begin:start]
    if before.count('"') % 2 or _is_open(before):
        return "direct"
    first = words.text[0]
    return "direct" if first == '"' or first in OPENING else "indirect"


def _is_open(before: str) -> bool:
    """Whether a quotation that began before, in the same paragraph, has not ended."""
    opened = 0
    for letter in before:
        # “ opens in English and closes in German, where „ opened before it.
        if letter in OPENING and not (letter in CLOSING and opened):
            opened += 1
        elif letter in CLOSING:
            opened = max(0, opened - 1)
    return opened > 0


def _named_near(words: Words, wanted: str) -> Words | None:
    """Return where words stand nearest to a quote, so that they can be evidence of a name."""
    text = words.document.text
    begin = max(0, words.start - NEAR)
    around = Findable(text[begin : words.end + NEAR])
    spans = [(a + begin, b + begin) for a, b in around.spans(wanted, whole_words=True)]
    outside = [span for span in spans if span[1] <= words.start or span[0] >= words.end]
    if not outside:
        return None
    return words.narrowed(*min(outside, key=lambda span: _distance(words, span)))


def _distance(words: Words, span: tuple[int, int]) -> int:
    return max(words.start - span[1], span[0] - words.end)
