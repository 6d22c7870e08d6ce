"""Works in a case until it is killed; says of each deed what will be, and then that it is written.

    python -m tests.killing.child SOCKET WORK KEY CASE SEED MOST

Lines on the socket: `try NUMBER FINGERPRINT KEY` before a deed, `done NUMBER` after it was
acknowledged (of number 0 when the case is open), `failed NUMBER` after it was refused with a
sentence, `late NUMBER` if it is written all the same, `bug WHERE` for any other error.
"""

import signal
import socket
import sys
import traceback
from pathlib import Path
from random import Random

from tests.killing.keys import KEYS
from tests.killing.work import WORK, Working
from viewer.errors import CasefileError
from viewer.store import CaseFile

#: Seconds that nobody waits for longer.
_LIFE = 100


def main(told: socket.socket, work: str, key: str, path: Path, seed: int, most: int) -> None:
    def say(line: str) -> None:
        told.sendall(f"{line}\n".encode())

    try:
        say("begun")
        with CaseFile.open(path, key=KEYS[key]) as case_file:
            working = Working(case_file, Random(seed), key, say)
            working.go_on(WORK[work], most)
        say("ended")
    except CasefileError as error:
        say(f"refused {type(error).__name__}")
    except BaseException as error:
        last = traceback.extract_tb(error.__traceback__)[-1]
        say(f"bug {type(error).__name__} {last.filename}:{last.lineno}")
        raise


if __name__ == "__main__":
    signal.alarm(_LIFE)
    given = sys.argv[1:]
    channel = socket.socket(fileno=int(given[0]))
    main(channel, given[1], given[2], Path(given[3]), int(given[4]), int(given[5]))
