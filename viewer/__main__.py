"""`python -m viewer` is `casefile`."""

import sys

if __name__ == "__main__":
    if sys.argv[1:] == ["parse"]:
        # Started for each document: without the command line, in half the time.
        from viewer.sources.worker import main as start
    else:
        from viewer.cli import start
    start()
