"""From bytes to JSON, YAML or TOML: whatever is wrong becomes a sentence that names the place."""

import json
import tomllib
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final

import yaml

_MAX_YAML_BYTES: Final = 300_000
"""YAML is read slowly; no citation file is longer."""
_MAX_TOML_BYTES: Final = 1_000_000
_MAX_DOUBLES: Final = 20
_NOT_USED: Final = "nothing of it was used; mend it there"


@dataclass(frozen=True, slots=True)
class Loaded:
    """What a file holds, and what is wrong with it."""

    mapping: Mapping[str, Any]
    """Empty where nothing could be read."""
    complaints: tuple[str, ...] = ()


def load_json(content: bytes) -> Loaded:
    """Read a JSON file; a key that stands twice is reported, and the last one counts, as everywhere."""
    text = _text(content)
    if isinstance(text, Loaded):
        return text
    doubles: list[str] = []

    def take(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
        taken = dict(pairs)
        if len(taken) < len(pairs):
            times = Counter(key for key, _ in pairs)
            doubles.extend(sorted(key for key in times if times[key] > 1)[:_MAX_DOUBLES])
        return taken

    try:
        value = json.loads(text, object_pairs_hook=take)
    except json.JSONDecodeError as error:
        found = repr(text[error.pos : error.pos + 1]) if error.pos < len(text) else "the end of the file"
        return _unread(f"not JSON at line {error.lineno}, column {error.colno}: found {found}, {error.msg}")
    except (ValueError, RecursionError) as error:
        return _unread(f"not JSON that can be read ({_words(error)})")
    twice = tuple(f"the key {key!r} stands twice; the last one was used, remove the other" for key in doubles)
    return _mapping(value, twice)


def load_yaml(content: bytes) -> Loaded:
    """Read a YAML file, without its tags."""
    if len(content) > _MAX_YAML_BYTES:
        return _unread(f"longer than {_MAX_YAML_BYTES} bytes")
    text = _text(content)
    if isinstance(text, Loaded):
        return text
    try:
        return _mapping(yaml.load(text, _TextDates))  # noqa: S506 - it is a SafeLoader
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark
        place = f" at line {mark.line + 1}, column {mark.column + 1}" if mark else ""
        return _unread(f"not YAML{place}: {error.problem}")
    except (yaml.YAMLError, ValueError, RecursionError) as error:
        return _unread(f"not YAML that can be read ({_words(error)})")


def load_toml(content: bytes) -> Loaded:
    """Read a TOML file."""
    if len(content) > _MAX_TOML_BYTES:
        return _unread(f"longer than {_MAX_TOML_BYTES} bytes")
    text = _text(content)
    if isinstance(text, Loaded):
        return text
    try:
        return Loaded(tomllib.loads(text))
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        return _unread(f"not TOML: {_words(error)}")


def decoded(content: bytes) -> str | None:
    """Read UTF-8, with or without a byte-order mark; None for anything else."""
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        return None


class _TextDates(yaml.SafeLoader):
    """Reads dates as the text that they are: 2024-02-30 must not end anything."""


_TextDates.add_multi_constructor("!", lambda _, __, ___: None)  # GitLab's `!reference` and the like
_TextDates.yaml_implicit_resolvers = {
    first: [(tag, pattern) for tag, pattern in resolvers if tag != "tag:yaml.org,2002:timestamp"]
    for first, resolvers in yaml.SafeLoader.yaml_implicit_resolvers.items()
}


def _text(content: bytes) -> str | Loaded:
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        return _unread(f"not UTF-8 at line {line}: found the byte 0x{content[error.start]:02x}")


def _mapping(value: object, complaints: tuple[str, ...] = ()) -> Loaded:
    if isinstance(value, Mapping):
        return Loaded({key: item for key, item in value.items() if isinstance(key, str)}, complaints)
    return _unread(f"found {type(value).__name__} at its top, expected a mapping of keys to values")


def _unread(what: str) -> Loaded:
    return Loaded({}, (f"{what}; {_NOT_USED}",))


def _words(error: Exception) -> str:
    if isinstance(error, RecursionError):
        return "nested too deeply"
    return " ".join(str(error).split())[:200]
