"""Filtering a list: what can be asked, what is asked, and filters that are kept."""
