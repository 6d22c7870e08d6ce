"""The room where a document is read for persons, events and quotes to suggest."""
