"""Finding and replacing the written forms of names."""

from viewer.domain.redaction.redactor import Form, Match, Redactor, form_of, forms_of, parts_of

__all__ = ["Form", "Match", "Redactor", "form_of", "forms_of", "parts_of"]
