"""What a place of a document has to look like: the published JSON Schema, made ready for walking a tree.

The format needs few keywords of JSON Schema; a keyword that is not known here stops the program, so that the
schema never promises more than is checked. Which branch counts is decided by `type`, as a person would.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from functools import cache
from typing import Any, Final

from ossr_catalogue.schemas import schema

_ANNOTATIONS: Final = frozenset(
    {
        "default",
        "defaultSnippets",
        "description",
        "examples",
        "format",
        "markdownDescription",
        "patternErrorMessage",
        "title",
    }
)
_ASSERTIONS: Final = frozenset(
    {
        "$ref",
        "additionalProperties",
        "anyOf",
        "enum",
        "items",
        "maximum",
        "minItems",
        "minimum",
        "pattern",
        "patternProperties",
        "properties",
        "required",
        "type",
    }
)
_SPECIAL: Final = frozenset({"$schema", "$id", "$defs", "allOf", "unevaluatedProperties"})
"""Of the document and the executable, whose branches are resolved here."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Shape:
    """What one place has to look like; empty where anything goes."""

    title: str = ""
    description: str = ""
    examples: tuple[Any, ...] = ()
    types: frozenset[str] = frozenset()
    """In the words of JSON Schema."""
    enum: tuple[Any, ...] = ()
    pattern: re.Pattern[str] | None = None
    minimum: float | None = None
    maximum: float | None = None
    required: tuple[str, ...] = ()
    alternatives: tuple[str, ...] = ()
    """Keys of which at least one has to be there."""
    is_kind: bool = False
    """Whether the title is the name of a kind, and as such not ours to write in lower case."""
    properties: "Mapping[str, Shape]" = field(default_factory=dict)
    own: re.Pattern[str] | None = None
    """Keys that are anyone's own."""
    is_closed: bool = False
    """Whether other keys are refused."""
    others: "Shape | None" = None
    """The shape of the values of all other keys, where it matters."""
    items: "Shape | None" = None
    min_items: int = 0

    @property
    def is_uuid(self) -> bool:
        """Whether the place holds a UUID."""
        return self.pattern is not None and self.pattern.pattern == _definitions()["uuid"]["pattern"]


ANYTHING: Final = Shape()


@cache
def document_shape() -> Shape:
    """Give the shape of a whole document, but for its executables."""
    written = schema("executables-1")
    executables = {
        key: value for key, value in written["properties"]["executables"].items() if key != "items"
    }
    return _shape({**written, "properties": {**written["properties"], "executables": executables}})


@cache
def executable_shape(kind: str | None) -> Shape:
    """Give the shape of an executable.

    Args:
        kind: the kind's name in the schema, see `kind_name`; empty for a type that the format doesn't know,
            which may have any keys of its own; None where the type itself is wrong: any kind's keys will do.
    """
    common = common_shape()
    if kind == "":
        return replace(common, is_closed=False)
    if kind is None:
        return replace(common, properties={**_keys_of_all_kinds(), **common.properties})
    own = _shape(_definitions()[kind])
    return replace(
        common,
        title=own.title,
        is_kind=True,
        required=common.required + own.required,
        alternatives=own.alternatives,
        properties={**common.properties, **own.properties},
    )


@cache
def common_shape() -> Shape:
    """Give what the executables of all kinds have in common."""
    return _shape(_definitions()["executable"])


def kind_name(type_text: str) -> str:
    """Name the kind that a type selects; empty for a type that the format doesn't know."""
    return _kind_names().get(type_text, "")


@cache
def _kind_names() -> dict[str, str]:
    """Take the branches of the schema apart: `if` the type is `not` one of these, or `else` it is that.

    Twice negated, because editors offer whatever an `if` names, but nothing that a `not` does.
    """
    branches = _definitions()["executable"]["allOf"]
    return {
        type_text: branch["else"]["$ref"].removeprefix("#/$defs/")
        for branch in branches
        if "else" in branch
        for type_text in branch["if"]["not"]["properties"]["type"]["enum"]
    }


@cache
def homes(key: str) -> tuple[str, ...]:
    """Say where in a list a key belongs, for somebody who put it elsewhere."""
    common = common_shape().properties
    resources = tuple(name for name, shape in common.items() if shape.items and key in shape.items.properties)
    kinds = dict.fromkeys(_kind_names().values())
    of_kinds = tuple(
        f"a {_definitions()[kind]['title']}" for kind in kinds if key in _definitions()[kind]["properties"]
    )
    return tuple(f"`{name}`" for name in resources if name != "profiles") or of_kinds


def _keys_of_all_kinds() -> dict[str, Shape]:
    kinds = set(_kind_names().values())
    return {key: ANYTHING for kind in kinds for key in _shape(_definitions()[kind]).properties}


def _definitions() -> Mapping[str, Any]:
    definitions: Mapping[str, Any] = schema("executables-1")["$defs"]
    return definitions


def _shape(written: Mapping[str, Any]) -> Shape:
    if "$ref" in written:
        written = {**_definitions()[written["$ref"].removeprefix("#/$defs/")], **written}
    unknown = written.keys() - _ANNOTATIONS - _ASSERTIONS - _SPECIAL
    if unknown:
        raise NotImplementedError(f"the schema uses keywords that are not checked: {sorted(unknown)}")
    others = written.get("additionalProperties")
    return Shape(
        title=written.get("title", ""),
        description=written.get("description", ""),
        examples=tuple(written.get("examples", ())),
        types=_types(written.get("type", ())),
        enum=tuple(written.get("enum", ())),
        pattern=re.compile(written["pattern"]) if "pattern" in written else None,
        minimum=written.get("minimum"),
        maximum=written.get("maximum"),
        required=tuple(written.get("required", ())),
        alternatives=tuple(key for option in written.get("anyOf", ()) for key in option["required"]),
        properties={key: _shape(value) for key, value in written.get("properties", {}).items()},
        own=next((re.compile(pattern) for pattern in written.get("patternProperties", ())), None),
        is_closed=False in (written.get("additionalProperties"), written.get("unevaluatedProperties")),
        others=_shape(others) if isinstance(others, dict) else None,
        items=_shape(written["items"]) if "items" in written else None,
        min_items=written.get("minItems", 0),
    )


def _types(written: Any) -> frozenset[str]:  # noqa: ANN401 - JSON Schema allows a text or a list
    types = {written} if isinstance(written, str) else set(written)
    return frozenset(types | {"integer"} if "number" in types else types)
