"""The case as an audience would see it, in a window of its own that can change nothing."""
