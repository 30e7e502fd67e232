"""Values to JSON and back, by the types of their fields: a new field needs no line here."""

import json
from dataclasses import fields, is_dataclass
from datetime import datetime
from enum import Enum
from functools import cache
from types import NoneType, UnionType
from typing import Any, TypeVar, Union, get_args, get_origin, get_type_hints

Value = TypeVar("Value")


def to_text(value: object) -> str:
    """Write a frozen dataclass as JSON; equal values give equal text."""
    return json.dumps(_plain(value), ensure_ascii=False, sort_keys=True)


def from_text(kind: type[Value], text: str) -> Value:
    """Read what `to_text` has written.

    Raises:
        ValueError, TypeError, KeyError: if it has not.
    """
    value: Value = _built(kind, json.loads(text))
    return value


def _plain(value: Any) -> Any:  # noqa: ANN401 - this is where JSON begins
    if is_dataclass(value):
        return {field.name: _plain(getattr(value, field.name)) for field in fields(value)}
    if isinstance(value, tuple):
        return [_plain(item) for item in value]
    if isinstance(value, datetime):
        return value.isoformat()
    return value.value if isinstance(value, Enum) else value


def _built(kind: Any, plain: Any) -> Any:  # noqa: ANN401 - likewise
    if isinstance(kind, type) and is_dataclass(kind):
        hints = _hints(kind)
        return kind(**{name: _built(hints[name], item) for name, item in plain.items() if name in hints})
    if get_origin(kind) is tuple:
        return tuple(_built(get_args(kind)[0], item) for item in plain)
    if get_origin(kind) in (Union, UnionType):
        inner = next(one for one in get_args(kind) if one is not NoneType)
        return None if plain is None else _built(inner, plain)
    if kind is datetime:
        return datetime.fromisoformat(plain)
    return kind(plain) if isinstance(kind, type) and issubclass(kind, Enum) else plain


@cache
def _hints(kind: type) -> dict[str, Any]:
    return get_type_hints(kind)
