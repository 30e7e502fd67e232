"""What `lint --show-settings` writes: the settings that count for the files, and where each comes from."""

import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from ossr_catalogue.lint.configuration.discovery import Configurations
from ossr_catalogue.lint.configuration.in_force import Origin, SettingInForce, settings_in_force
from ossr_catalogue.report.visible import visible

if TYPE_CHECKING:
    from ossr_catalogue.lint.configuration.configuration import Configuration
    from ossr_catalogue.lint.settings import Flags

_VERSION: Final = 1
_MOST_NAMED: Final = 3
"""Files of one configuration that people read the names of; programs get all."""
_WIDEST: Final = 60
"""Letters of a setting before its origin moves to the right."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Group:
    """The files of one configuration."""

    path: str | None
    problems: int
    files: tuple[str, ...]
    settings: tuple[SettingInForce, ...]


def show_settings(
    files: Iterable[str], configurations: Configurations, flags: "Flags | None", *, as_json: bool
) -> str:
    """Write the settings of these files, those with the same configuration together."""
    groups = tuple(_groups(files, configurations, flags))
    if as_json:
        plain = {"version": _VERSION, "configurations": [_plain(group) for group in groups]}
        return json.dumps(plain, indent=2, ensure_ascii=False) + "\n"
    return "\n".join("".join(f"{visible(line)}\n" for line in _lines(group)) for group in groups)


def _groups(files: Iterable[str], configurations: Configurations, flags: "Flags | None") -> Iterator[_Group]:
    by_configuration: dict[int, tuple[Configuration | None, list[str]]] = {}
    for file in files:
        configuration = configurations.of(file)
        by_configuration.setdefault(id(configuration), (configuration, []))[1].append(file)
    for configuration, found in by_configuration.values():
        document = configuration.document if configuration else None
        yield _Group(
            path=document.path if document else None,
            problems=len(document.problems) if document else 0,
            files=tuple(found),
            settings=tuple(settings_in_force(configuration, flags)),
        )


def _lines(group: _Group) -> Iterator[str]:
    yield f"# {_named(group.files)}"
    yield f"# configured by {group.path}" if group.path else "# no configuration"
    if group.problems:
        yield f"# something is wrong in it ({group.problems}): `ossr-catalogue lint` says what"
    settings = [(f"{one.name} = {_toml(one.value)}", one.origin) for one in group.settings]
    width = min(_WIDEST, max(len(text) for text, _ in settings))
    for text, origin in settings:
        yield f"{text:<{width}}  # {origin}"


def _named(files: Sequence[str]) -> str:
    more = len(files) - _MOST_NAMED
    return ", ".join(files[:_MOST_NAMED]) + (f" and {more} more" if more > 0 else "")


def _toml(value: object) -> str:
    """Write a value, which TOML does as JSON."""
    return json.dumps(value, ensure_ascii=False)


def _plain(group: _Group) -> dict[str, Any]:
    return {
        "path": group.path,
        "problems": group.problems,
        "files": group.files,
        "settings": [
            {"name": one.name, "value": one.value, "origin": _origin(one.origin)} for one in group.settings
        ],
    }


def _origin(origin: Origin) -> dict[str, Any]:
    if origin.option:
        return {"kind": "option", "option": origin.option}
    if origin.path:
        return {"kind": "configuration", "path": origin.path, "line": origin.line}
    return {"kind": "default"}
