"""A case that comes as JSON: a stranger's file, of which nothing is believed."""
