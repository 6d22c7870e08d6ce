"""What every test starts from: no display is needed, and nothing of the user's is touched."""

import os

# pytest-qt makes the application before any fixture runs, and Qt aborts without a display.
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
