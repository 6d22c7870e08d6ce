"""Taking a list of persons or events in: which column says what, and what would come of it."""
