"""Looks at the files that come on standard input, one a line, and answers in JSON."""

import json
import sys
from pathlib import Path

from tests.mutating.looking import look
from viewer.store.keys import Key


def main() -> None:
    """Answer until the input ends."""
    for line in sys.stdin:
        name, _, secret = line.rstrip("\n").partition("\t")
        key = Key(*map(bytes.fromhex, secret.split())) if secret else None
        sys.stdout.write(json.dumps(look(Path(name), key).as_dict()) + "\n")
        sys.stdout.flush()


if __name__ == "__main__":
    main()
