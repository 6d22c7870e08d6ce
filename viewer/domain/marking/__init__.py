"""Words that the user marks in a document: the passage of them, and what is made of it."""

from viewer.domain.marking.draft import Draft, Marked
from viewer.domain.marking.passages import Words, passage_for, trimmed
from viewer.domain.marking.people import NewPerson, NewPlace

__all__ = ["Draft", "Marked", "NewPerson", "NewPlace", "Words", "passage_for", "trimmed"]
