"""What a record is called wherever it is named: in lists, links, the history and the PDF."""

from viewer.domain.dates import Date, phrase
from viewer.domain.markdown import plain
from viewer.domain.reader import CaseReader
from viewer.domain.records import (
    Annotation,
    Audience,
    Case,
    Decision,
    Distinction,
    Document,
    Event,
    EventLink,
    Evidence,
    Export,
    Figure,
    Involvement,
    Name,
    Passage,
    Person,
    Place,
    Quote,
    Record,
    Rejection,
    Relationship,
    SavedFilter,
    Tag,
    Tagging,
    label_of,
)
from viewer.domain.text import isolated, shortened
from viewer.domain.vocabularies import vocabulary
from viewer.domain.wording import ENGLISH, Wording

#: Code points of a note of which its title is made.
_LOOKED_AT = 400


def title(case: CaseReader, record: Record, wording: Wording = ENGLISH) -> str:
    """Return a record's title on one line; never empty."""
    return _own_title(case, record, wording) or _untitled(record, wording)


def title_of(case: CaseReader, id: str | None, wording: Wording = ENGLISH) -> str:
    """Return the title of the record with that id; "" when there is none."""
    record = case.find(id) if id else None
    return title(case, record, wording) if record is not None else ""


def date_phrase(case: CaseReader, date: Date, wording: Wording = ENGLISH) -> str:
    """Return a date in words, a relative one with the title of what it counts from."""
    return phrase(date, title_of(case, date.anchor_id, wording), wording.language)


def figure_phrase(figure: Figure, wording: Wording = ENGLISH) -> str:
    """Return a figure's count, as in "at least 44 kidnappings or abductions of activists"."""
    said = wording(
        "figure.count",
        qualifier=vocabulary("qualifier").label(figure.qualifier, wording.language),
        number=isolated(wording.number(figure.number)),
        acts=vocabulary("act").many(figure.act, wording.language),
    )
    counted = wording("figure.counted", counted=figure.counted) if figure.counted else ""
    return f"{' '.join(said.split())}{counted}"


def _untitled(record: Record, wording: Wording) -> str:
    kind = record.labels[0].lower()
    return wording.get(f"untitled.{record.kind}", f"Untitled {kind}")


def _own_title(case: CaseReader, record: Record, wording: Wording) -> str:
    match record:
        case Case() | Document() | Event():
            return record.title
        case Place():
            return record.name
        case Person():
            return main_name(case, record)
        case Name():
            return record.text
        case Tag():
            return record.label
        case SavedFilter():
            return record.name
        case Rejection():
            return shortened(record.value)
        case Audience():
            return record.label
        case Decision():
            return f"“{shortened(record.words)}”"
        case Export():
            return record.file_name
        case Passage():
            return wording("punctuation.quoted", words=shortened(record.exact))
        case Annotation():
            words = plain(record.body[:_LOOKED_AT])
            return shortened(words) or _motivation(record, wording)
        case Quote():
            return _quote_title(case, record, wording)
        case Figure():
            return figure_phrase(record, wording)
        case _:
            return _tie_title(case, record, wording)


def main_name(case: CaseReader, person: Person) -> str:
    """Return a person's main name, or what the person is described as."""
    mains = case.where(Name, person_id=person.id, type="main")
    return mains[0].text if mains else person.described_as


def _motivation(note: Annotation, wording: Wording) -> str:
    return vocabulary("motivation").label(note.motivation, wording.language)


def _quote_title(case: CaseReader, quote: Quote, wording: Wording) -> str:
    words = case.get(Passage, quote.passage_id).exact
    return wording("punctuation.quoted", words=shortened(words))


def _tie_title(case: CaseReader, record: Record, wording: Wording) -> str:
    """Return what a record is called that ties others: by what they are called."""
    language = wording.language

    def of(id: str) -> str:
        return title_of(case, id, wording)

    match record:
        case Involvement(person_id=person, event_id=event):
            role = vocabulary("role").label(record.role, language).lower()
            return wording("title.involvement", person=of(person), role=role, event=of(event))
        case Relationship(person_id=person, other_id=other):
            tie = vocabulary("tie").label(record.type, language).lower()
            return wording("title.relationship", person=of(person), tie=tie, other=of(other))
        case Distinction(person_id=person, other_id=other):
            return wording("title.distinction", person=of(person), other=of(other))
        case EventLink(event_id=event, other_id=other):
            link = vocabulary("link").label(record.type, language).lower()
            return wording("title.event_link", event=of(event), link=link, other=of(other))
        case Evidence(passage_id=passage):
            return wording("title.evidence", field=field_label(case, record), words=of(passage))
        case Tagging(tag_id=tag, target_id=target):
            return wording("title.tagging", tag=of(tag), record=of(target))
        case _:
            return ""


def field_label(case: CaseReader, evidence: Evidence) -> str:
    """Return the label of the field that a piece of evidence speaks of."""
    record = case.find(evidence.record_id)
    if record is None or not evidence.field:
        return "As a whole"
    return label_of(record.kind, evidence.field)
