"""Needs in words and as bars."""

import pytest

from ossr_catalogue.model.amounts import format_bytes, format_count
from ossr_catalogue.model.quantity import GIB, Range
from ossr_catalogue.model.resources import Compute, Needs
from ossr_catalogue.publish.pages.figures import CORES, MEMORY, in_words, is_declared, per_node
from ossr_catalogue.publish.pages.needs import needs_in_short, uses_of
from sample_catalogue import CLUSTER, GPU, SMALL, of_every_type

BY_TITLE = {entry.executable.title: entry.executable for entry in of_every_type()}


@pytest.mark.parametrize(
    ("need", "words"),
    [
        pytest.param(None, "not declared", id="absent"),
        pytest.param(Range(text="?"), "not declared", id="nothing known"),
        pytest.param(Range(minimum=1, maximum=4), "1 to 4", id="both"),
        pytest.param(Range(minimum=2, maximum=2), "2", id="one value"),
        pytest.param(Range(minimum=0.5), "at least 0.5", id="least"),
        pytest.param(Range(maximum=8), "up to 8", id="most"),
        pytest.param(Range(minimum=3, unbounded=True), "3 or more", id="unbounded"),
        pytest.param(Range(unbounded=True), "as much as there is", id="nothing but unbounded"),
        pytest.param(Range(minimum=0, maximum=0), "0", id="zero is declared"),
        pytest.param(Range(minimum=1_048_576), "at least 1048576", id="many, to the last digit"),
    ],
)
def test_a_need_in_words(need: Range | None, words: str) -> None:
    assert in_words(need, format_count) == words


@pytest.mark.parametrize(
    ("need", "needs_to", "uses_to"),
    [
        pytest.param(Range(minimum=1, maximum=4), 9.09, 27.27, id="both"),
        pytest.param(Range(minimum=1), 9.09, 9.09, id="least"),
        pytest.param(Range(maximum=4), 0.0, 27.27, id="most"),
        pytest.param(Range(minimum=1, unbounded=True), 9.09, 100.0, id="unbounded"),
        pytest.param(Range(minimum=0.1, maximum=0.1), 1.5, 1.5, id="below the scale is still seen"),
        pytest.param(Range(minimum=10**6, maximum=10**6), 100.0, 100.0, id="never off the scale"),
    ],
)
def test_a_bar_has_the_length_of_its_need(need: Range, needs_to: float, uses_to: float) -> None:
    bar = CORES.bar(need)
    assert bar is not None
    assert (bar.needs_to, bar.uses_to) == (needs_to, uses_to)


def test_what_is_not_declared_has_no_bar() -> None:
    assert MEMORY.bar(Range()) is None
    assert not is_declared(Range())


def test_a_total_is_shared_out_among_the_nodes_rounded_up() -> None:
    assert per_node(Range(minimum=210), Range(minimum=8), format_count) == "27 on each of 8 nodes"
    assert per_node(Range(minimum=16 * GIB), Range(minimum=2), format_bytes) == "8 GiB on each of 2 nodes"


@pytest.mark.parametrize("nodes", [None, Range(minimum=1), Range(maximum=8)])
def test_one_node_has_the_total_itself(nodes: Range | None) -> None:
    assert per_node(Range(minimum=210), nodes, format_count) == ""


@pytest.mark.parametrize(
    ("needs", "line"),
    [
        pytest.param(SMALL, "1 to 4 cores · 1 GB to 16 GB", id="small"),
        pytest.param(CLUSTER, "8 nodes · 210 cores · 344 GB · 190 h", id="cluster"),
        pytest.param(GPU, "0.5 to 8 cores · 6 GiB to 12 GiB · 1 GPU · 30 min to 2 h", id="gpu"),
        pytest.param(Needs(), "", id="nothing"),
        pytest.param(Needs(compute=(Compute(cores=Range(minimum=1, maximum=1)),)), "1 core", id="one core"),
    ],
)
def test_needs_on_one_line(needs: Needs, line: str) -> None:
    assert needs_in_short(needs) == line


def figures_of(title: str, use: int = 0) -> dict[str, str]:
    return {one.label: one.text for group in uses_of(BY_TITLE[title])[use].groups for one in group.figures}


def test_the_large_case_is_told_in_full() -> None:
    assert figures_of("Gaia clustering with HDBSCAN") == {
        "Nodes": "8",
        "Cores": "210",
        "Memory": "344 GB",
        "Walltime": "190 h",
        "Storage": "20 GiB or more",
    }


def test_a_profile_replaces_only_what_it_declares() -> None:
    assert figures_of("Gaia clustering with HDBSCAN", use=1) == {
        "Nodes": "6",
        "Cores": "50",
        "Memory": "100 GB",
        "Walltime": "not declared",
        "Storage": "20 GiB or more",
    }


def test_what_is_not_declared_says_so_and_is_never_zero() -> None:
    assert set(figures_of("Simulate showers").values()) == {"not declared"}
    assert not uses_of(BY_TITLE["Simulate showers"])[0].declared


def test_the_memory_of_each_gpu_is_named() -> None:
    (group, _) = uses_of(BY_TITLE["Fit a blazar"])[0].groups
    (gpus,) = (one for one in group.figures if one.name == "gpus")
    assert gpus.note == "at least 8 GiB of memory each"
