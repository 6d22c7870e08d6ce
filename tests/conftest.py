"""What every test starts from: no display is needed, and nothing of the user's is touched."""

import os
import tempfile
from pathlib import Path

from hypothesis import settings

# pytest-qt makes the application before any fixture runs, and Qt aborts without a display.
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

_home = tempfile.TemporaryDirectory(prefix="casefile-tests-")
for _name in ("XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME"):
    os.environ[_name] = str(Path(_home.name, _name.lower()))

# A deadline by the clock fails on a busy machine; what must be fast says so in its own test.
# What is tried is the same in each run, so that a run judges the change and not its luck; who asks
# for more examples looks where nobody looked.
_IS_HUNT = not os.environ.keys().isdisjoint({"EXAMPLES", "HUNT", "LEAKS"})
settings.register_profile("casefile", deadline=None, derandomize=not _IS_HUNT)
settings.load_profile("casefile")
