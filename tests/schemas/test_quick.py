"""The quick test of a schema says what a full validator says."""

import copy
import json
import random
from collections.abc import Iterator
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from ossr_catalogue.schemas import schema
from ossr_catalogue.schemas.quick import quick_test
from sample_site import sample_files

OTHERS: list[Any] = [
    None,
    True,
    0,
    -1,
    1.0,
    1.5,
    "",
    "x",
    "declared",
    [],
    {},
    ["a"],
    [1],
    {"a": 1},
    [{}],
    10**30,
]
"""Put in place of what stands there."""


def places(tree: Any, above: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:  # noqa: ANN401 - JSON
    children = tree.items() if isinstance(tree, dict) else enumerate(tree) if isinstance(tree, list) else ()
    for step, child in children:
        yield (*above, step)
        yield from places(child, (*above, step))


def changed(tree: Any, place: tuple[Any, ...], chance: random.Random) -> Any:  # noqa: ANN401 - JSON
    tree = copy.deepcopy(tree)
    *steps, last = place
    parent = tree
    for step in steps:
        parent = parent[step]
    if chance.random() < 0.3:
        del parent[last]
    else:
        parent[last] = chance.choice(OTHERS)
    return tree


def test_it_agrees_with_a_full_validator_about_every_kind_of_mistake() -> None:
    chance = random.Random(5)  # noqa: S311 - no secret
    index = json.loads(sample_files()["index.json"].content)
    index["executables"] = index["executables"][-4:]
    quick, full = quick_test(schema("index-1")), Draft202012Validator(schema("index-1"))
    assert quick(index)
    trees = [changed(index, chance.choice(list(places(index))), chance) for _ in range(300)]
    answers = [full.is_valid(tree) for tree in trees]
    assert [quick(tree) for tree in trees] == answers
    assert {True, False} == set(answers)


@pytest.mark.parametrize(
    ("asked", "right", "wrong"),
    [
        ({"type": "integer"}, [0, 1.0], [True, 1.5, "1"]),
        ({"type": "number"}, [0, 1.5], [True, "1"]),
        ({"type": "boolean"}, [True], [0]),
        ({"minimum": 0}, [0, True, "-1"], [-1, -0.5]),
        ({"pattern": "^a"}, ["ab", 1], ["ba"]),
        ({"enum": ["a"]}, ["a"], ["b", None]),
        ({"const": True}, [True], [1, False]),
        ({"required": ["a"]}, [{"a": None}, "b"], [{}]),
        ({"minItems": 1}, [[0], ""], [[]]),
        ({"minLength": 1}, ["a", []], [""]),
        ({"minProperties": 1}, [{"a": 1}, []], [{}]),
        ({"items": {"type": "string"}}, [["a"], [], 1], [["a", 1]]),
        ({"properties": {"a": {"type": "string"}}}, [{"a": "a"}, {"b": 1}, 1], [{"a": 1}]),
        ({"oneOf": [{"minimum": 1}, {"minimum": 2}]}, [1], [0, 2]),
        ({"anyOf": [{"minimum": 1}, {"minimum": 2}]}, [1, 2], [0]),
        ({"allOf": [{"minimum": 1}, {"minimum": 2}]}, [2], [0, 1]),
        ({"$ref": "#/$defs/a", "$defs": {"a": {"type": "string"}}}, ["a"], [1]),
    ],
    ids=lambda value: next(iter(value)) if isinstance(value, dict) else "",
)
def test_a_keyword_asks_for_what_the_standard_says(
    asked: dict[str, Any], right: list[object], wrong: list[object]
) -> None:
    full, quick = Draft202012Validator(asked), quick_test(asked)
    assert [full.is_valid(value) for value in (*right, *wrong)] == [True] * len(right) + [False] * len(wrong)
    assert [quick(value) for value in (*right, *wrong)] == [True] * len(right) + [False] * len(wrong)


@pytest.mark.parametrize("asked", [{"maximum": 1}, {"const": 1}, {"enum": [1]}], ids=str)
def test_a_schema_that_asks_for_more_than_is_known_is_refused(asked: dict[str, Any]) -> None:
    with pytest.raises(NotImplementedError):
        quick_test(asked)
