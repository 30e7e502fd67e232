"""Propose the commands that a Python package installs."""

import configparser
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Final

from ossr_catalogue.harvest.infer.commands import command, is_command, is_near_the_top, package
from ossr_catalogue.harvest.infer.evidence import PassedOver, Proposal, Repository
from ossr_catalogue.harvest.infer.places import refusal
from ossr_catalogue.harvest.infer.setup_py import read_setup_py
from ossr_catalogue.harvest.metadata.loading import decoded, load_toml

_MANIFESTS: Final = ("pyproject.toml", "setup.cfg", "setup.py")
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
            for name, target in found.commands.items():
                if is_command(name) and name not in seen:
                    seen.add(name)
                    yield _proposal(name, target, path, _distribution(path, found, repository), repository)


def _proposal(name: str, target: str, path: str, distribution: str, repository: Repository) -> Proposal:
    what = f"The command `{name}`, which `{path}` declares and which calls `{target}`"
    return command(
        name,
        path=path,
        what=what,
        purl=package("pypi", distribution.lower(), "pip install", repository),
        repository=repository,
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
    scripts = {script.rsplit("/", 1)[-1]: script for script in found.scripts}
    return _Scripts(
        name=found.name, commands=scripts | _entries(found.entry_points), complaint=found.complaint
    )


def _from_pyproject(said: Mapping[str, Any]) -> _Scripts:
    project, poetry = _table(said, "project"), _table(said, "tool", "poetry")
    declared = {**_table(poetry, "scripts"), **_table(project, "gui-scripts"), **_table(project, "scripts")}
    entries = (f"{name} = {target}" for name, target in declared.items() if isinstance(target, str))
    name = project.get("name", poetry.get("name"))
    return _Scripts(name=name if isinstance(name, str) else "", commands=_entries(entries))


def _from_setup_cfg(content: bytes) -> _Scripts:
    parser = configparser.ConfigParser(interpolation=None, strict=False)
    try:
        parser.read_string(decoded(content) or "")
    except configparser.Error:
        return _Scripts(complaint="is not a configuration file that can be read")
    lines = parser.get("options.entry_points", "console_scripts", fallback="").splitlines()
    return _Scripts(name=parser.get("metadata", "name", fallback=""), commands=_entries(lines))


def _entries(lines: Iterator[str] | Sequence[str]) -> dict[str, str]:
    """Take `command = module:function` apart; what has another form is not declared."""
    matches = (_ENTRY.match(line) for line in lines)
    return {match[1]: f"{match[2]}:{match[3]}" if match[3] else match[2] for match in matches if match}


def _table(said: Mapping[str, Any], *keys: str) -> Mapping[str, Any]:
    for key in keys:
        inside = said.get(key)
        said = inside if isinstance(inside, Mapping) else {}
    return said
