"""Marking words in the reader: the bar at the selection, its commands and what they ask."""
