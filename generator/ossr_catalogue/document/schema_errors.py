"""What a JSON Schema finds, in words: what was found, what was expected, what to do."""

import json
from collections.abc import Callable, Mapping
from typing import Any, Final

from jsonschema import ValidationError

from ossr_catalogue.document.nearest import nearest

Shape = Mapping[str, Any]
_TYPES: Final = {
    "array": "a list",
    "boolean": "true or false",
    "integer": "a whole number",
    "number": "a number",
    "object": "a mapping",
    "string": "a text",
}
_LONGEST_QUOTE: Final = 60


def in_words(error: ValidationError) -> str:
    """Say one error; where the schema describes what belongs there, in its words."""
    shape: Shape = error.schema if isinstance(error.schema, Mapping) else {}
    say = _BY_KEYWORD.get(str(error.validator), _say_other)
    return say(error.instance, error.validator_value, shape)


def _say_missing(found: Any, wanted: Any, shape: Shape) -> str:  # noqa: ANN401 - JSON
    key = next(key for key in wanted if key not in found)
    return f"'{key}' is missing; write one{_about(shape['properties'].get(key, {}))}"


def _say_unknown_key(found: Any, _wanted: Any, shape: Shape) -> str:  # noqa: ANN401 - JSON
    known = shape["properties"]
    key = next(key for key in found if key not in known)
    meant = nearest(key, known)
    advice = f"did you mean '{meant}'?" if meant else f"write one of {', '.join(known)}, or take it away"
    return f"'{key}' is no key here; {advice}"


def _say_type(found: Any, wanted: Any, shape: Shape) -> str:  # noqa: ANN401 - JSON
    return f"found {_quoted(found)}; write {_TYPES[wanted]}{_about(shape)}"


def _say_choice(found: Any, wanted: Any, _shape: Shape) -> str:  # noqa: ANN401 - JSON
    return f"found {_quoted(found)}; write one of {', '.join(map(_quoted, wanted))}"


def _say_empty(_found: Any, _wanted: Any, shape: Shape) -> str:  # noqa: ANN401 - JSON
    return f"found an empty list; write at least one{_about(shape)}"


def _say_twice(found: Any, _wanted: Any, _shape: Shape) -> str:  # noqa: ANN401 - JSON
    return f"found {_quoted(found)}, in which something stands twice; take one of the two away"


def _say_too_small(found: Any, wanted: Any, shape: Shape) -> str:  # noqa: ANN401 - JSON
    least = f"from {wanted}" if "minimum" in shape else f"greater than {wanted}"
    return f"found {_quoted(found)}; write a number {least}{_about(shape)}"


def _say_other(found: Any, _wanted: Any, shape: Shape) -> str:  # noqa: ANN401 - JSON
    if shape.get("pattern"):
        return f"found {_quoted(found)}; write a text of the pattern {shape['pattern']}{_about(shape)}"
    return f"found {_quoted(found)}; write another value{_about(shape)}"


_BY_KEYWORD: Final[Mapping[str, Callable[[Any, Any, Shape], str]]] = {
    "required": _say_missing,
    "additionalProperties": _say_unknown_key,
    "type": _say_type,
    "enum": _say_choice,
    "minItems": _say_empty,
    "uniqueItems": _say_twice,
    "minimum": _say_too_small,
    "exclusiveMinimum": _say_too_small,
}


def _about(shape: Shape) -> str:
    description = str(shape.get("description", "")).rstrip(".")
    return f": {description[0].lower()}{description[1:]}" if description else ""


def _quoted(value: object) -> str:
    text = json.dumps(value, ensure_ascii=False)
    return text if len(text) <= _LONGEST_QUOTE else f"{text[:_LONGEST_QUOTE]}…"
