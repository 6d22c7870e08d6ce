"""The parts of the export dialog: the work in its thread, the pages of the preview."""
