"""Notes, highlights and tags: how they are written, shown and kept in order."""
