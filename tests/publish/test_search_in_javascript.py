"""The search's parts that run in the page, one by one, in Node."""

from pathlib import Path
from typing import Any

import pytest

from javascript import NODE, in_node
from ossr_catalogue.publish.search.packing import facet

pytestmark = pytest.mark.skipif(NODE is None, reason="Node is not installed")

SLIPS = {
    ("fermi", "fermi"): True,
    ("fermi", "frmi"): True,
    ("fermi", "fermmi"): True,
    ("fermi", "fwrmi"): True,
    ("fermi", "femri"): True,
    ("fermi", "efrmi"): True,
    ("fermi", "fermii"): True,
    ("fermi", "ermi"): True,
    ("fermi", "frmii"): False,
    ("fermi", "fmeri"): False,
    ("fermi", "exrmi"): False,
    ("fermi", "form"): False,
    ("fermi", "fermion"): False,
}
FACETS: dict[str, Any] = {
    "type": facet([("a",), ("b",), ("a",), ("c",), ()]),
    "keyword": facet([("x", "y"), ("y",), ("x", "y"), ("z",), ("x",)]),
}


def test_one_slip_is_forgiven_and_no_second(tmp_path: Path) -> None:
    script = """
        const { isWithinOne } = await import("./spelling.js");
        return a[0].map(([one, other]) => isWithinOne(one, other) && isWithinOne(other, one));
    """
    assert in_node(tmp_path, script, list(SLIPS)) == list(SLIPS.values())


@pytest.mark.parametrize(
    ("typed", "known", "suggested"),
    [
        pytest.param("fremi", {"fermi": 2}, ["fermi"], id="the only one"),
        pytest.param("pkot", {"plot": 9, "pot": 1, "pilot": 7}, ["plot", "pot"], id="the commonest first"),
        pytest.param("calbi", {"calibration": 3, "cat": 9}, ["calibration"], id="still being typed"),
        pytest.param("spectra", {"apple": 1}, [], id="nothing near"),
        pytest.param("12345", {"12346": 1}, [], id="numbers mean what they say"),
        pytest.param("ab", {"abc": 1}, [], id="too short to tell"),
        pytest.param("xaia", {"gaia": 1, "xenon": 1}, ["gaia"], id="the first letter"),
    ],
)  # fmt: skip
def test_words_are_suggested_that_may_have_been_meant(
    tmp_path: Path, typed: str, known: dict[str, int], suggested: list[str]
) -> None:
    script = """
        const { suggestions } = await import("./spelling.js");
        const near = new Map(Object.entries(a[1]).filter(([word]) => word[0] === a[0][0]));
        const rest = new Map(Object.entries(a[1]).filter(([word]) => word[0] !== a[0][0]));
        return suggestions({ spelling: async () => ({ near, rest: async () => rest }) }, a[0]);
    """
    assert in_node(tmp_path, script, typed, known) == suggested


@pytest.mark.parametrize(
    ("filter_", "numbers"),
    [
        pytest.param({}, [0, 1, 2, 3, 4], id="nothing asked"),
        pytest.param({"type": {"any": ["a", "c"]}}, [0, 2, 3], id="values are alternatives"),
        pytest.param({"type": {"any": ["a"]}, "keyword": {"any": ["z"]}}, [], id="facets narrow"),
        pytest.param({"keyword": "y"}, [0, 1, 2], id="one value"),
        pytest.param({"any": [{"type": "b"}, {"keyword": "z"}]}, [1, 3], id="any of filters"),
        pytest.param({"any": []}, [], id="any of none"),
        pytest.param({"all": [{"type": "a"}, {"keyword": "x"}]}, [0, 2], id="all of filters"),
        pytest.param({"type": {"any": ["nobody"]}}, [], id="a value that nobody has"),
        pytest.param({"colour": "red"}, [], id="a facet that is not known"),
    ],
)
def test_filters_let_through_who_has_the_values(
    tmp_path: Path, filter_: dict[str, Any], numbers: list[int]
) -> None:
    script = """
        const { facetsOf, maskOf } = await import("./filters.js");
        const mask = maskOf(a[1], facetsOf(a[0]), 5);
        return [0, 1, 2, 3, 4].filter((number) => mask[number]);
    """
    assert in_node(tmp_path, script, FACETS, filter_) == numbers


def test_values_are_counted_and_read_back(tmp_path: Path) -> None:
    script = """
        const { countsOf, facetsOf, valuesOf } = await import("./filters.js");
        const facets = facetsOf(a[0]);
        const some = Uint8Array.from([1, 0, 1, 1, 0]);
        return [countsOf(facets.get("keyword")), countsOf(facets.get("keyword"), some), valuesOf(facets, 2)];
    """
    assert in_node(tmp_path, script, FACETS) == [
        {"x": 3, "y": 3, "z": 1},
        {"x": 2, "y": 2, "z": 1},
        {"type": ["a"], "keyword": ["x", "y"]},
    ]


@pytest.mark.parametrize(
    ("one", "other"),
    [("galaxies", "galaxy"), ("curves", "curve"), ("boxes", "box"), ("masses", "mass"), ("axis", "axis")],
)
def test_plurals_are_told_by_their_look(tmp_path: Path, one: str, other: str) -> None:
    script = 'const { singular } = await import("./words.js"); return a.map(singular);'
    assert in_node(tmp_path, script, one, other) == [other, other]
