"""The parts of the details pane: header, form, evidence, ties, names, history."""
