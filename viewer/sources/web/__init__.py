"""Web pages: the article's text and what the page says of itself; runs in the parser's process."""
