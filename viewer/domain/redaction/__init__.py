"""Finding and replacing the written forms of names."""

from viewer.domain.redaction.forms import Form, form_of, forms_of, parts_of
from viewer.domain.redaction.redactor import Match, Redactor

__all__ = ["Form", "Match", "Redactor", "form_of", "forms_of", "parts_of"]
