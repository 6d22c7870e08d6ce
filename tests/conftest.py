"""What every test starts from: no display is needed, and nothing of the user's is touched."""

import os
import shutil
import tempfile
from pathlib import Path

import pytest
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


@pytest.fixture(scope="session")
def finished_sample(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample case, made once and held by nobody: to be copied, never to be opened."""
    # Late, so that a test of what the program imports finds nothing imported.
    from viewer.domain.sample import sample_case
    from viewer.store import CaseFile

    case, everything = sample_case()
    path = tmp_path_factory.mktemp("finished") / "sample.casefile"
    CaseFile.create(path, case, first=everything, who="Sami").close()
    return path


@pytest.fixture
def sample_copy(finished_sample: Path, tmp_path: Path) -> Path:
    """The sample case in a file of the test's own."""
    return Path(shutil.copy(finished_sample, tmp_path / "sample.casefile"))
