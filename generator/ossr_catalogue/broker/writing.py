"""A request as text, JSON or YAML; the same YAML as the page's `yaml.js` writes."""

import json
import re
from collections.abc import Callable, Mapping
from typing import Any, Final

_PLAIN_KEY: Final = re.compile(r"[A-Za-z][A-Za-z0-9_-]*")
_WORDS_OF_YAML: Final = frozenset(["y", "n", "yes", "no", "on", "off", "true", "false", "null"])
_NOT_PRINTABLE: Final = re.compile(r"[\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]")


def as_json(body: Any) -> str:  # noqa: ANN401 - JSON
    """Write JSON for people, with a line break at its end."""
    return json.dumps(body, ensure_ascii=False, indent=2) + "\n"


def as_yaml(body: Any) -> str:  # noqa: ANN401 - JSON
    """Write block style, every text in double quotes, so that none is taken for a number or a date.

    >>> print(as_yaml({"cores": {"min": 1}, "command": ["a", "no"]}), end="")
    cores:
      min: 1
    command:
      - "a"
      - "no"
    """
    return "\n".join(_lines(body)) + "\n"


FORMATS: Final[Mapping[str, Callable[[Any], str]]] = {"json": as_json, "yaml": as_yaml}
MEDIA_TYPES: Final = {"json": "application/json", "yaml": "application/yaml"}


def _lines(value: Any) -> list[str]:  # noqa: ANN401 - JSON
    if isinstance(value, list) and value:
        return [line for one in value for line in _beside("- ", _lines(one))]
    if isinstance(value, dict) and value:
        return [line for key, one in value.items() for line in _pair(_name(key), one)]
    return [_quoted(value)]


def _name(key: str) -> str:
    is_plain = _PLAIN_KEY.fullmatch(key) and key.lower() not in _WORDS_OF_YAML
    return key if is_plain else _quoted(key)


def _pair(key: str, value: Any) -> list[str]:  # noqa: ANN401 - JSON
    inner = _lines(value)
    if isinstance(value, dict | list) and value:
        return [f"{key}:", *(f"  {line}" for line in inner)]
    return [f"{key}: {inner[0]}"]


def _beside(mark: str, inner: list[str]) -> list[str]:
    return [f"{mark}{inner[0]}", *(f"  {line}" for line in inner[1:])]


def _quoted(value: Any) -> str:  # noqa: ANN401 - JSON
    # A text of JSON is one of YAML but for what YAML calls not printable.
    text = json.dumps(value, ensure_ascii=False)
    return _NOT_PRINTABLE.sub(lambda one: f"\\u{ord(one[0]):04x}", text)
