"""The worklist: what is still to be done on the evidence of a case."""
