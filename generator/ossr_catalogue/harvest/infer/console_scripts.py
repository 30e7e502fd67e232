"""Propose the commands that a Python package installs."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import islice
from typing import Any, Final

from ossr_catalogue.harvest.infer.commands import command, is_command, is_near_the_top, package_of
from ossr_catalogue.harvest.infer.evidence import PassedOver, Proposal, Repository
from ossr_catalogue.harvest.infer.modules import docstrings, module_path
from ossr_catalogue.harvest.infer.places import refusal
from ossr_catalogue.harvest.infer.setup_py import read_setup_py
from ossr_catalogue.harvest.metadata.loading import load_toml
from ossr_catalogue.harvest.metadata.setup_cfg import parsed
from ossr_catalogue.model.inferred import Ground

_MANIFESTS: Final = ("pyproject.toml", "setup.cfg", "setup.py")
_MAX_MODULES: Final = 300
_POINTS: Final = ("entry_points", "options.entry_points")
"""Sections of setup.cfg; pbr and older tools read the first."""
_ENTRY: Final = re.compile(r"\s*([^=]+?)\s*=\s*([\w.]+)\s*(?::\s*([\w.]+))?")


@dataclass(frozen=True, slots=True, kw_only=True)
class _Scripts:
    """What a manifest declares."""

    name: str = ""
    commands: Mapping[str, str] = field(default_factory=dict)
    """Command to the function, or file, that it calls."""
    complaint: str = ""


class ConsoleScripts:
    """Each command that pyproject.toml, setup.cfg or setup.py declares in so many words."""

    seeks = "commands of a Python package"

    def wants(self, paths: Sequence[str]) -> Iterator[str]:
        """Choose the manifests."""
        for path in paths:
            if path.rsplit("/", 1)[-1] in _MANIFESTS and is_near_the_top(path) and not refusal(path):
                yield path

    def propose(self, repository: Repository) -> Iterator[Proposal | PassedOver]:
        """Propose each command once, from the most modern manifest of its folder."""
        seen: set[str] = set()
        for path in sorted(self.wants(repository.paths), key=_modern_first):
            if path not in repository.files:
                continue
            found = _read(path, repository.files[path])
            if found.complaint:
                yield PassedOver(path=path, reason=found.complaint)
            told = docstrings(dict(_called(path, found, repository)), repository)
            for name, target in found.commands.items():
                if is_command(name) and name not in seen:
                    seen.add(name)
                    distribution = _distribution(path, found, repository)
                    yield _proposal(name, target, path, distribution, told.get(name), repository)


def modules_called(repository: Repository) -> Iterator[str]:
    """Name the Python files behind the commands of those manifests that have been read."""
    for path in ConsoleScripts().wants(repository.paths):
        if path in repository.files:
            found = _read(path, repository.files[path])
            called = _called(path, found, repository)
            yield from (target.partition(":")[0] for _, target in islice(called, _MAX_MODULES))


def _called(path: str, found: _Scripts, repository: Repository) -> Iterator[tuple[str, str]]:
    """Give each command whose module lies here, with `file:function`."""
    paths = frozenset(repository.paths)
    for name, target in found.commands.items():
        if is_command(name) and (module := module_path(target, path.rpartition("/")[0], paths)):
            yield name, f"{module}:{target.partition(':')[2]}"


def _proposal(
    name: str,
    target: str,
    path: str,
    distribution: str,
    told: tuple[str, Ground] | None,
    repository: Repository,
) -> Proposal:
    what = f"The command `{name}`, which `{path}` declares and which calls `{target}`"
    return command(
        name,
        path=path,
        what=what,
        package=package_of("pypi", distribution.lower(), "pip install", repository),
        repository=repository,
        told=told,
    )


def _distribution(path: str, found: _Scripts, repository: Repository) -> str:
    """Give the distribution's name, which may stand in another manifest of the same folder."""
    folder = path.rpartition("/")[0]
    others = (f"{folder}/{name}".lstrip("/") for name in _MANIFESTS)
    names = (_read(other, repository.files[other]).name for other in others if other in repository.files)
    return found.name or next(filter(None, names), "")


def _modern_first(path: str) -> tuple[str, int]:
    folder, _, name = path.rpartition("/")
    return folder, _MANIFESTS.index(name)


def _read(path: str, content: bytes) -> _Scripts:
    if path.endswith(".toml"):
        return _from_pyproject(load_toml(content).mapping)
    if path.endswith(".cfg"):
        return _from_setup_cfg(content)
    found = read_setup_py(content)
    return _Scripts(
        name=found.name,
        commands=_files(found.scripts) | _entries(found.entry_points),
        complaint=found.complaint,
    )


def _from_pyproject(said: Mapping[str, Any]) -> _Scripts:
    project, poetry = _table(said, "project"), _table(said, "tool", "poetry")
    declared = {
        **_table(said, "tool", "flit", "scripts"),
        **_table(poetry, "scripts"),
        **_table(project, "entry-points", "console_scripts"),
        **_table(project, "gui-scripts"),
        **_table(project, "scripts"),
    }
    entries = (f"{name} = {_target(target)}" for name, target in declared.items())
    files = _table(said, "tool", "setuptools").get("script-files")
    name = project.get("name", poetry.get("name"))
    return _Scripts(
        name=name if isinstance(name, str) else "",
        commands=_files(files if isinstance(files, list) else ()) | _entries(entries),
    )


def _target(declared: object) -> str:
    """Give `module:function`, or the file of Poetry's longer form; empty for what is neither."""
    if isinstance(declared, Mapping):
        declared = declared.get("callable", declared.get("reference"))
    return declared if isinstance(declared, str) else ""


def _files(paths: Sequence[object]) -> dict[str, str]:
    """Take files that are installed as they are for the commands that they become."""
    names = (path.strip() for path in paths if isinstance(path, str))
    return {name.rsplit("/", 1)[-1]: name for name in names if name and "*" not in name}


def _from_setup_cfg(content: bytes) -> _Scripts:
    parser = parsed(content)
    if parser is None:
        return _Scripts(complaint="is not a configuration file that can be read")
    points = [parser.get(section, "console_scripts", fallback="") for section in _POINTS]
    files = parser.get("options", "scripts", fallback="").splitlines()
    return _Scripts(
        name=parser.get("metadata", "name", fallback=""),
        commands=_files(files) | _entries("\n".join(points).splitlines()),
    )


def _entries(lines: Iterator[str] | Sequence[str]) -> dict[str, str]:
    """Take `command = module:function` apart; what has another form is not declared."""
    matches = (_ENTRY.match(line) for line in lines)
    return {match[1]: f"{match[2]}:{match[3]}" if match[3] else match[2] for match in matches if match}


def _table(said: Mapping[str, Any], *keys: str) -> Mapping[str, Any]:
    for key in keys:
        inside = said.get(key)
        said = inside if isinstance(inside, Mapping) else {}
    return said
