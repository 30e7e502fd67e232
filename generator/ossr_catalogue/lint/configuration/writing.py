"""Adds an override to a configuration, and changes no letter of what stands there."""

import json
from dataclasses import dataclass

from ossr_catalogue.errors import UsageError
from ossr_catalogue.lint.configuration.reading import read_configuration
from ossr_catalogue.lint.rule_sets import Override, RuleSet
from ossr_catalogue.lint.settings import Settings


@dataclass(frozen=True, slots=True, kw_only=True)
class Wish:
    """What is to be let stand."""

    rules: RuleSet
    reason: str
    uuid: str = ""
    path: str = ""
    """A pattern relative to the folder of the configuration."""
    pointer: str = ""


def with_override(data: bytes, path: str, table: tuple[str, ...], wish: Wish) -> bytes | None:
    """Append an override to a configuration; None where it says the same already.

    Args:
        data: the file's content; empty where there is none yet.
        path: the file, for messages.
        table: the steps to the table that holds the settings.
        wish: what to append.

    Raises:
        UsageError: where the file is broken, or written so that nothing can be appended.
    """
    before = _settings(data, path, table)
    if any(_says(override, wish) for override in before.overrides):
        return None
    end = "\r\n" if b"\r\n" in data else "\n"
    lines = _lines(wish, table)
    gap = _gap(data, end)
    after = data + (gap + "".join(f"{line}{end}" for line in lines)).encode()
    read_again = read_configuration(after, path, "", table).settings
    if not any(_says(override, wish) for override in read_again.overrides):
        raise UsageError(
            f"{path}: nothing can be appended to the overrides as they are written; add it by hand"
        )
    return after


def _settings(data: bytes, path: str, table: tuple[str, ...]) -> Settings:
    configuration = read_configuration(data, path, "", table)
    document = configuration.document
    if document and document.root is None:
        line = document.place(document.problems[0].span).line
        raise UsageError(f"{path}:{line}: {document.problems[0].message}")
    return configuration.settings


def _says(override: Override, wish: Wish) -> bool:
    """Say whether an override lets stand what is wished, whatever else it does and whatever its reason is."""
    same_place = (override.uuid, override.pointer) == (wish.uuid.lower(), wish.pointer)
    same_files = override.paths == ((wish.path,) if wish.path else ())
    return same_place and same_files and any(wish.rules.codes <= one.rules.codes for one in override.ignore)


def _gap(data: bytes, end: str) -> str:
    """Give what has to stand before the override: an empty line, where there is anything."""
    if not data.strip():
        return ""
    return end if data.endswith(b"\n") else end * 2


def _lines(wish: Wish, table: tuple[str, ...]) -> list[str]:
    places = {"uuid": wish.uuid, "paths": wish.path, "pointer": wish.pointer}
    written = {key: _quoted(text) for key, text in places.items() if text}
    if wish.path:
        written["paths"] = f"[{written['paths']}]"
    return [
        f"[[{'.'.join((*table, 'override'))}]]",
        *(f"{key} = {text}" for key, text in written.items()),
        f"ignore = {{ {wish.rules.word} = {_quoted(wish.reason)} }}",
    ]


def _quoted(text: str) -> str:
    """Write a basic string of TOML, whose escapes are those of JSON; DEL is to be escaped, too."""
    return json.dumps(text, ensure_ascii=False).replace("\x7f", "\\u007f")
