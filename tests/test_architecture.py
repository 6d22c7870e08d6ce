"""The layers hold: cli → gui → {sources, suggest, store, export} → domain → errors."""

import ast
import graphlib
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path, PurePosixPath

import pytest

ROOT = Path(__file__).resolve().parent.parent
SOURCES = {
    path.relative_to(ROOT).as_posix(): path.read_text("utf-8")
    for path in sorted((ROOT / "viewer").rglob("*.py"))
}

MIDDLE = {"sources", "suggest", "store", "export"}
EVERYBODY = {
    "errors",
    "resources",
    "crash",
    "crash_report",
    "hardening",
    "system_calls",
    "unfinished",
    "__version__",
}
COMMAND_LINE = {
    *(
        "annotating",
        "backup_commands",
        "case_importing",
        "custody_commands",
        "cli",
        "damage_commands",
        "document_commands",
        "export_commands",
        "exporting",
        "importing",
        "list_importing",
        "meaning",
    ),
    *("forget_commands", "forgetting"),
    *("identifying", "opening", "output", "passphrase_commands", "passphrases", "pdf_choices"),
    *("reading", "restoring", "risk_commands", "seal_commands", "selftest", "suggesting"),
}
MAY_IMPORT = {
    "__init__": set(),
    "errors": set(),
    "resources": {"errors"},
    "crash_report": {"__version__"},
    "crash": {"crash_report"},
    "system_calls": set(),
    "unfinished": set(),
    "offline": {"system_calls"},
    "hardening": {"offline"},
    "domain": EVERYBODY,
    **{layer: {"domain", *EVERYBODY} for layer in MIDDLE},
    "gui": {"domain", *MIDDLE, *EVERYBODY},
    **{module: {*COMMAND_LINE, "gui", "domain", *MIDDLE, *EVERYBODY} for module in COMMAND_LINE},
    "__main__": {"cli", "sources"},
}

#: A library and the one layer that may know of it.
ONLY_IN = {
    "PySide6": "gui",
    "shiboken6": "gui",
    "sqlite_utils": "store",
    "sqlcipher3": "store",
    "sqlite3": "store",
    "cryptography": "store",
    "reportlab": "export",
    "arabic_reshaper": "export",
    "bidi": "export",
    "pikepdf": "export",
    "spacy": "suggest",
    "docx": "sources",
    "lxml": "sources",
    "charset_normalizer": "sources",
}

#: PDFium and pypdf look at strangers' PDFs in `sources` alone; these look at what we wrote
#: ourselves.
OWN_PDFS = {
    *("viewer/gui/paging/sheets.py", "viewer/selftest.py"),
    *(f"viewer/export/leaks/pdf/{name}.py" for name in ("__init__", "objects", "outside", "pages")),
}

#: What could speak to a network, and the modules that may use it, each with its reason.
NETWORK = {
    *("aiohttp", "asyncio", "ftplib", "http", "httpx", "imaplib", "poplib", "requests", "smtplib"),
    *("socket", "socketserver", "ssl", "telnetlib", "urllib.request", "urllib3", "webbrowser"),
    *("xmlrpc", "PySide6.QtNetwork", "PySide6.QtWebEngineCore", "PySide6.QtWebSockets"),
}
NETWORK_ALLOWED: dict[str, str] = {}


def layer(module: str) -> str:
    return PurePosixPath(module).with_suffix("").parts[1]


def within(name: str, *parents: str) -> bool:
    return any(name == parent or name.startswith(f"{parent}.") for parent in parents)


def imports(module: str, source: str) -> Iterator[str]:
    """Every name that `module` imports, wherever it stands in it, made absolute."""
    for node in ast.walk(ast.parse(source)):
        yield from imported_by(node, PurePosixPath(module).parent.parts)


def imported_by(node: ast.AST, package: tuple[str, ...]) -> Iterator[str]:
    if isinstance(node, ast.Import):
        yield from (alias.name for alias in node.names)
    elif isinstance(node, ast.ImportFrom):
        base = package[: len(package) + 1 - node.level] if node.level else ()
        whole = ".".join([*base, *filter(None, [node.module])])
        yield from (f"{whole}.{alias.name}" for alias in node.names)


def breaches(module: str, source: str) -> list[str]:
    here = layer(module)
    names = list(imports(module, source))
    ours = {name: name.split(".")[1] for name in names if name.startswith("viewer.")}
    upward = [name for name, to in ours.items() if to != here and to not in MAY_IMPORT[here]]
    strays = [
        name
        for name in names
        for library, home in ONLY_IN.items()
        if within(name, library) and here != home
    ]
    if here != "sources" and module not in OWN_PDFS:
        strays += [name for name in names if within(name, "pypdfium2", "pypdf")]
    return upward + strays


@pytest.mark.parametrize("module", SOURCES)
def test_a_module_imports_only_what_its_layer_may(module: str) -> None:
    assert breaches(module, SOURCES[module]) == []


@pytest.mark.parametrize("module", SOURCES)
def test_nothing_can_reach_a_network(module: str) -> None:
    reaching = [name for name in imports(module, SOURCES[module]) if within(name, *NETWORK)]
    assert bool(reaching) == (module in NETWORK_ALLOWED), reaching


@pytest.mark.parametrize(
    ("module", "line", "breach"),
    [
        ("viewer/store/rows.py", "from ..export import pdf", "viewer.export.pdf"),
        ("viewer/store/rows.py", "from viewer.gui.session import S", "viewer.gui.session.S"),
        ("viewer/domain/dates/edtf.py", "from ... import cli", "viewer.cli"),
        ("viewer/gui/panes.py", "import sqlite_utils.db", "sqlite_utils.db"),
        ("viewer/gui/panes.py", "import pypdfium2", "pypdfium2"),
        ("viewer/domain/pages.py", "from docx import Document", "docx.Document"),
        ("viewer/cli.py", "def f():\n    from PySide6 import QtGui", "PySide6.QtGui"),
    ],
)
def test_a_breach_is_seen_where_it_stands(module: str, line: str, breach: str) -> None:
    assert breaches(module, line) == [breach]


#: Only `summarise` protects a case: what of these reached a file would be the case as it is.
BEHIND_THE_DOOR = {
    *("viewer.domain.audiences", "viewer.domain.previewing", "viewer.domain.protection"),
    *("viewer.domain.reader", "viewer.domain.summary.summarise", "viewer.domain.summary.build"),
}
#: Shows records to whoever has the case (`casefile show`), and writes no file.
FOR_THE_KEEPER = "viewer/export/objects.py"


def past_the_door(module: str, source: str) -> list[str]:
    """What an export imports that could bring into a file what no audience is given."""
    if layer(module) != "export" or module == FOR_THE_KEEPER:
        return []
    return [name for name in imports(module, source) if within(name, *BEHIND_THE_DOOR)]


@pytest.mark.parametrize("module", SOURCES)
def test_a_summary_is_the_only_door_out_of_a_case(module: str) -> None:
    assert past_the_door(module, SOURCES[module]) == []


def test_a_way_past_the_door_is_seen() -> None:
    line = "from viewer.domain.reader import CaseReader"
    assert past_the_door("viewer/export/pdf/sections.py", line)
    assert past_the_door(FOR_THE_KEEPER, line) == []


def test_every_writer_is_given_a_summary() -> None:
    given = {
        node.name: ast.unparse(node.args.args[0])
        for module, source in SOURCES.items()
        if layer(module) == "export"
        for node in ast.parse(source).body
        if isinstance(node, ast.FunctionDef) and node.name.startswith("write")
    }
    assert len(given) > 4
    assert set(given.values()) == {"summary: CaseSummary"}


def test_no_module_imports_itself_round_a_circle() -> None:
    modules = {name.removesuffix(".py").replace("/", "."): name for name in SOURCES}
    modules = {name.removesuffix(".__init__"): path for name, path in modules.items()}
    graph = {name: set(first_loaded(modules[name], set(modules))) - {name} for name in modules}
    graphlib.TopologicalSorter(graph).prepare()


def first_loaded(module: str, known: set[str]) -> Iterator[str]:
    """The modules that must be there before `module` is; a late import may look back."""
    package = PurePosixPath(module).parent.parts
    for node in ast.parse(SOURCES[module]).body:
        for name in imported_by(node, package):
            yield from [found for found in (name, name.rpartition(".")[0]) if found in known][:1]


WITHOUT_QT = """
import importlib, sys

class NoQt:
    def find_spec(self, name, path=None, target=None):
        if name.partition(".")[0] in ("PySide6", "shiboken6"):
            raise ImportError(name)

sys.meta_path.insert(0, NoQt())
for name in sys.argv[1:]:
    importlib.import_module(name)
"""

HEAVY = (
    "import sys, viewer.cli; print(*{'PySide6', 'sqlite_utils', 'reportlab'} & set(sys.modules))"
)


def test_everything_but_the_window_works_without_qt() -> None:
    names = [name for name in SOURCES if layer(name) not in ("gui", "__main__")]
    run_python(WITHOUT_QT, *(name.removesuffix(".py").replace("/", ".") for name in names))


@pytest.mark.skipif("viewer/cli.py" not in SOURCES, reason="no command line yet")
def test_the_command_line_starts_without_the_slow_libraries() -> None:
    assert run_python(HEAVY).split() == []


def run_python(program: str, *arguments: str) -> str:
    command = [sys.executable, "-c", program, *arguments]
    done = subprocess.run(command, cwd=ROOT, check=False, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    return done.stdout


def test_no_label_is_given_words_before_it_takes_them_as_plain() -> None:
    """Qt may read a label's first words as markup, and load the images that they name."""
    early = [
        f"{module}:{node.lineno}"
        for module, source in SOURCES.items()
        for node in ast.walk(ast.parse(source))
        if isinstance(node, ast.Call)
        and isinstance(node.func, ast.Name)
        and node.func.id == "QLabel"
        and any(isinstance(arg, ast.Name) and arg.id != "parent" for arg in node.args)
    ]
    assert early == []
