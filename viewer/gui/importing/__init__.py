"""Taking documents in: files, folders, and what is on the clipboard."""
