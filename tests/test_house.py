"""The house table: which room may know which, and who alone may import what. No exemptions."""

import ast
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parents[1] / "generator" / "ossr_catalogue"
NAME = "ossr_catalogue"

MAY_KNOW = {
    "errors": set(),
    "embedded": set(),
    "schemas": set(),
    "model": {"errors"},
    "document": {"errors", "embedded", "model", "schemas"},
    "lint": {"errors", "model", "document"},
    "report": {"errors", "model"},
    "harvest": {"errors", "model", "document", "schemas"},
    "store": {"errors", "model"},
    "matching": {"errors", "model"},
    "broker": {"errors", "model", "matching"},
    "client": {"errors", "model", "matching", "broker"},
    "settle": {"errors", "model"},
    "assemble": {"errors", "model", "document", "lint", "settle"},
    "continuity": {"errors", "model", "document", "lint"},
    "why": {"errors", "model", "document"},
    "publish": {
        "errors", "embedded", "model", "schemas", "document", "lint", "report", "store", "matching",
        "broker", "assemble", "why",
    },
    "published": {"errors", "schemas", "continuity", "report"},
    "cli": {
        "errors", "embedded", "model", "schemas", "document", "lint", "report", "harvest", "store",
        "matching", "broker", "client", "assemble", "continuity", "why", "publish", "published",
    },
}  # fmt: skip
ONE_FILE_EACH = {"eossr", "mkdocs"}
ONE_ROOM_EACH = {
    "click": "cli",
    "sqlite3": "store",
    "subprocess": "harvest",
}
NETWORK = {"urllib.request", "http.client"}
NETWORK_DOORS = {"client/web.py"}
"""Of another room than `harvest`: who reads a catalogue installs and loads no harvester."""
CLOCKS = {"client/clock.py"}
"""Of another room than `cli`: the client has no command over it, and has to say how old is what it kept."""
STANDARD_LIBRARY_ONLY = {"errors", "embedded", "model", "matching", "broker"}

FILES = sorted(PACKAGE.rglob("*.py"))


def room_of(path: Path) -> str:
    """Name the room of a file; `__main__.py` is the command's second door."""
    return path.relative_to(PACKAGE).parts[0].removesuffix(".py").replace("__main__", "cli")


def imports(path: Path) -> Iterator[str]:
    """Name every module that a file imports, wherever in the file it does."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}: imports are absolute"
            yield f"{node.module}"
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def importers(module: str) -> set[Path]:
    return {
        path
        for path in FILES
        if any(name == module or name.startswith(f"{module}.") for name in imports(path))
    }


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(PACKAGE)))
def test_a_room_knows_only_the_rooms_below_it(path: Path) -> None:
    room = room_of(path)
    if room == "__init__":
        assert not [name for name in imports(path) if name.startswith(NAME)]
        return
    known = {name.split(".")[1] for name in imports(path) if name.startswith(f"{NAME}.")}
    rooms = {word for word in known if word in MAY_KNOW}
    assert rooms - {room} <= MAY_KNOW[room]


@pytest.mark.parametrize("module", sorted(ONE_FILE_EACH))
def test_a_heavy_or_foreign_package_has_one_door(module: str) -> None:
    assert len(importers(module)) == 1


@pytest.mark.parametrize(("module", "room"), sorted(ONE_ROOM_EACH.items()))
def test_what_reaches_outside_lives_in_one_room(module: str, room: str) -> None:
    assert {room_of(path) for path in importers(module)} == {room}


@pytest.mark.parametrize("module", sorted(NETWORK))
def test_the_network_is_reached_from_the_harvest_and_one_file_of_the_client(module: str) -> None:
    files = {path.relative_to(PACKAGE).as_posix() for path in importers(module)}
    assert {file for file in files if not file.startswith("harvest/")} == NETWORK_DOORS


@pytest.mark.parametrize("room", sorted(STANDARD_LIBRARY_ONLY))
def test_the_values_need_nothing_but_python(room: str) -> None:
    foreign = {name.split(".")[0] for path in FILES if room_of(path) == room for name in imports(path)} - {
        NAME,
        *sys.stdlib_module_names,
    }
    assert not foreign


def test_only_the_command_reads_the_clock() -> None:
    clocks = {"now", "utcnow", "today", "time", "time_ns"}
    readers = {
        path.relative_to(PACKAGE).as_posix()
        for path in FILES
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Call)
        and isinstance(node.func, ast.Attribute)
        and node.func.attr in clocks
        and isinstance(node.func.value, ast.Name)
        and node.func.value.id in {"time", "datetime", "date"}
    }
    assert {reader.split("/")[0] for reader in readers - CLOCKS} <= {"cli"}


def test_only_the_command_prints() -> None:
    printers = {
        room_of(path)
        for path in FILES
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "print"
    }
    assert printers <= {"cli"}


def test_linting_a_file_loads_nothing_heavy(tmp_path: Path) -> None:
    (tmp_path / "executables.json").write_text('{"executables": []}')
    program = (
        "import sys\n"
        "from ossr_catalogue.cli.main import _status\n"
        f"_status(['lint', {str(tmp_path)!r}])\n"
        "heavy = {'eossr', 'pandas', 'numpy', 'mkdocs', 'jinja2', 'sqlite3', 'urllib.request', 'asyncio'}\n"
        "sys.stderr.write(' '.join(sorted(heavy & set(sys.modules))))\n"
    )
    result = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert result.stderr == ""


def test_every_room_is_in_the_table() -> None:
    assert {room_of(path) for path in FILES} - {"__init__"} == set(MAY_KNOW)
