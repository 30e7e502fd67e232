"""Whether a tree has the shape of a list of executables; what is wrong with it, in a person's words.

The tree itself is walked by the published schema, since a validator of JSON Schema knows neither places nor
which branch was meant, and takes ten times as long. The tests hold that both agree on what is valid.
"""

from collections.abc import Iterable, Iterator

from ossr_catalogue.document import words
from ossr_catalogue.document.document import Problem
from ossr_catalogue.document.nearest import nearest
from ossr_catalogue.document.node import Node
from ossr_catalogue.document.shape import (
    Shape,
    common_shape,
    document_shape,
    executable_shape,
    kind_name,
)


def check_structure(root: Node) -> Iterator[Problem]:
    """Give the problems of a whole document, one for each root cause."""
    if "executables" not in root.members:
        yield words.not_a_list(root, document_shape())
        return
    yield from _check(root, document_shape())
    for entry in root.select("executables", ...):
        yield from _check(entry, executable_shape(_kind_of(entry)))


def _kind_of(entry: Node) -> str | None:
    """Name the entry's kind as `executable_shape` takes it."""
    declared = entry.get("type")
    if declared is None or not isinstance(declared.value, str):
        return None
    pattern = common_shape().properties["type"].pattern
    return kind_name(declared.value) if pattern is None or pattern.search(declared.value) else None


def _check(node: Node, shape: Shape) -> Iterable[Problem]:
    value, types = node.value, shape.types
    if types and _TYPE_OF[type(value)] not in types and not ("integer" in types and _is_whole(value)):
        return (words.wrong_type(node, shape),)
    if isinstance(value, str):
        return _check_text(node, shape)
    if isinstance(value, dict):
        return _check_mapping(node, shape)
    if isinstance(value, tuple):
        return _check_list(node, shape)
    return _check_number(node, shape)


def _is_whole(value: object) -> bool:
    """Say whether a number is whole although it is written with a point: to JSON Schema 4.0 is an integer."""
    return isinstance(value, float) and value.is_integer()


_TYPE_OF = {
    str: "string",
    float: "number",
    bool: "boolean",
    int: "integer",
    tuple: "array",
    dict: "object",
    type(None): "null",
}


def _check_text(node: Node, shape: Shape) -> tuple[Problem, ...]:
    if shape.enum and node.value not in shape.enum:
        return (words.wrong_value(node, shape),)
    if shape.pattern and not shape.pattern.search(node.text):
        return (words.bad_text(node, shape),)
    return ()


def _check_number(node: Node, shape: Shape) -> tuple[Problem, ...]:
    value = node.value
    if not isinstance(value, (int, float)) or isinstance(value, bool):
        return ()
    too_small = shape.minimum is not None and value < shape.minimum
    is_outside = too_small or (shape.maximum is not None and value > shape.maximum)
    return (words.out_of_range(node, shape),) if is_outside else ()


def _check_list(node: Node, shape: Shape) -> Iterator[Problem]:
    if len(node.items) < shape.min_items:
        yield words.empty_list(node, shape)
    if shape.items:
        for item in node.items:
            yield from _check(item, shape.items)


def _check_mapping(node: Node, shape: Shape) -> Iterator[Problem]:
    members = node.members
    missing = {key: None for key in shape.required if key not in members}
    one_of = () if members.keys() & shape.alternatives else shape.alternatives
    for key, member in members.items():
        known = shape.properties.get(key)
        if known:
            yield from _check(member.node, known)
        elif shape.own and shape.own.search(key):
            continue
        elif shape.others:
            yield from _check(member.node, shape.others)
        elif shape.is_closed or (missing and nearest(key, missing)):  # a foreign type has keys of its own
            problem, meant = words.unknown_key(node, member.key, shape, (*missing, *one_of))
            missing.pop(meant, None)
            one_of = () if meant in one_of else one_of
            yield problem
    if "<<" not in node.members:  # which is reported as such, and may stand for the rest
        yield from (words.missing_key(node, key, shape) for key in missing)
        if one_of:
            yield words.missing_alternative(node, shape)
