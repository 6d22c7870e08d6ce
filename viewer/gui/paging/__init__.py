"""Pages of a PDF, one below the other: our own in a preview, and those of a stranger."""
