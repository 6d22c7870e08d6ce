"""The parts of the reader: marks of passages, how they are drawn, the text, the legend."""
