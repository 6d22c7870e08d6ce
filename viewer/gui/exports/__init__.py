"""What left the case: the log of exports, to read and to copy."""
