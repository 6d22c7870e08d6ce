"""PDFs: their text and their pages as pictures; runs in the parser's process."""
