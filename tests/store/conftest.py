"""Case files to look at, real ones on disk."""

import shutil
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from tests.store.looking import PASSPHRASE
from viewer.domain.sample import sample_case
from viewer.store import CaseFile, Key


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "a case.casefile"


@pytest.fixture
def case_file(path: Path) -> Iterator[CaseFile]:
    """A new, empty case that is held for writing."""
    with CaseFile.create(path) as case_file:
        yield case_file


@pytest.fixture(scope="session")
def finished(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample case as one deed, made once and held by nobody: to be copied."""
    case, change_set = sample_case()
    path = tmp_path_factory.mktemp("finished") / "deed.casefile"
    with CaseFile.create(path, case) as case_file:
        case_file.apply(change_set, "A. Tester")
    return path


@pytest.fixture(scope="session")
def key() -> Key:
    return Key.new(PASSPHRASE)


@pytest.fixture(scope="session")
def secret(tmp_path_factory: pytest.TempPathFactory, key: Key) -> Path:
    """The sample case, encrypted, made once and held by nobody: to be copied."""
    case, first = sample_case()
    path = tmp_path_factory.mktemp("secret") / "encrypted.casefile"
    CaseFile.create(path, case, first=first, key=key).close()
    return path


@pytest.fixture
def encrypted(secret: Path, path: Path) -> Path:
    return Path(shutil.copy(secret, path))


@pytest.fixture
def sample(finished: Path, path: Path) -> Iterator[CaseFile]:
    """The sample case, held for writing; undo would take back all but its title."""
    with CaseFile.open(Path(shutil.copy(finished, path))) as case_file:
        yield case_file


@pytest.fixture
def closed(sample: CaseFile) -> Path:
    """The sample case, held by nobody."""
    sample.close()
    return sample.path


@pytest.fixture
def shared_folder() -> Iterator[Path]:
    """A folder that other users of the machine reach too."""
    with TemporaryDirectory() as folder:
        Path(folder).chmod(0o777)
        yield Path(folder)
