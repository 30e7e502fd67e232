"""Requests as text."""

import json

import pytest
import yaml

from ossr_catalogue.broker.writing import FORMATS, as_json, as_yaml
from request_cases import table

BODIES = {name: row["body"] for name, row in table().items() if "body" in row}
VALUES = [
    {"no": "no", "A B": "x: y #", "empty": {}, "none": [], "nested": [[1, 2], {"a": ["b"]}]},
    {"text": "2026-11-22", "lines": 'a\nb\\"', "odd": "\x7f\u2028\ufeff", "wide": "😀"},
    [],
    "text",
    {"float": 1.5, "yes": True, "int": -1},
]


@pytest.mark.parametrize("name", BODIES)
def test_a_request_is_the_same_in_both_forms(name: str) -> None:
    assert yaml.safe_load(as_yaml(BODIES[name])) == json.loads(as_json(BODIES[name])) == BODIES[name]


@pytest.mark.parametrize("value", VALUES, ids=str)
def test_yaml_is_read_again_as_it_was(value: object) -> None:
    assert yaml.safe_load(as_yaml(value)) == value


def test_yaml_is_written_in_blocks_with_texts_in_quotes() -> None:
    written = as_yaml({"a": [{"b": "c", "d": [1]}], "on": "1"})
    assert written == 'a:\n  - b: "c"\n    d:\n      - 1\n"on": "1"\n'


def test_each_form_ends_with_a_line_break() -> None:
    assert [write({}) for write in FORMATS.values()] == ["{}\n", "{}\n"]
