"""No file makes the linter fail, hang or speak of places that are not there; nor does mending one.

`python tests/fuzz.py MINUTES` does the same for longer, each time with other files.
"""

from typing import Any

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from hostile_files import NAMES, plain_lists, slips
from ossr_catalogue.document.text import LARGEST
from promises import as_yaml, keep, keep_fixing, keep_twins

IN_SHORT = settings(
    max_examples=60,
    derandomize=True,
    database=None,
    deadline=None,
    phases=(Phase.explicit, Phase.generate),
    suppress_health_check=tuple(HealthCheck),
)


@IN_SHORT
@given(data=st.binary(max_size=300), name=NAMES)
def test_no_bytes_make_the_linter_fail(data: bytes, name: str) -> None:
    keep(data, name)


@IN_SHORT
@given(data=slips(), name=NAMES)
def test_no_slip_makes_the_linter_fail(data: bytes, name: str) -> None:
    keep(data, name)


@IN_SHORT
@given(plain=plain_lists())
def test_json_and_yaml_are_told_the_same_whatever_stands_in_them(plain: Any) -> None:  # noqa: ANN401 - any JSON
    keep_twins(plain)


@IN_SHORT
@given(data=slips(), name=NAMES)
def test_fixing_a_slip_makes_nothing_worse(data: bytes, name: str) -> None:
    keep_fixing(data, name)


@IN_SHORT
@given(plain=plain_lists())
def test_fixing_a_value_makes_nothing_worse(plain: Any) -> None:  # noqa: ANN401 - any JSON
    keep_fixing(as_yaml(plain).encode(), "executables.yaml")


@pytest.mark.parametrize("name", ["executables.json", "executables.yaml"])
def test_the_largest_file_that_is_read_keeps_its_promises(name: str) -> None:
    keep(b" " * LARGEST, name)
