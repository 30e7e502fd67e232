"""`ossr-catalogue why`: the answer, and an exit status that scripts can go by."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from kept_harvests import keep
from ossr_catalogue.cli.main import group
from ossr_catalogue.cli.stored_catalogue import stored_catalogue
from ossr_catalogue.model.catalogue import LeftOut
from ossr_catalogue.model.harvested import Visit
from ossr_catalogue.publish.pages.places import source_document
from ossr_catalogue.store.store import Store
from sample_harvests import FAILED, FRESH, NOW, SEARCH, harvests
from sample_site import files_of, read

Ask = Callable[..., Result]


@pytest.fixture
def store(tmp_path: Path) -> Path:
    """Give a store in which the sample has been harvested."""
    place = tmp_path / "store.sqlite"
    with Store(place) as memory:
        for harvest in harvests():
            keep(memory, harvest, NOW)
    return place


@pytest.fixture
def ask(store: Path) -> Ask:
    """Give a function that asks the command."""
    return lambda *arguments: CliRunner().invoke(
        group, ["why", "--store", str(store), *arguments], standalone_mode=False
    )


@pytest.mark.parametrize(
    ("question", "status", "first"),
    [
        ("Simulate a shower", 0, "Simulate a shower: listed"),
        (FRESH, 1, f"{FRESH}: partly listed"),
        ("10.5281/zenodo.4701489", 1, "10.5281/zenodo.4701489: not listed"),
        ("https://example.org/x", 3, "Nothing is known of https://example.org/x."),
    ],
    ids=["listed", "partly", "not", "unknown"],
)
def test_the_exit_status_says_whether_it_is_listed(ask: Ask, question: str, status: int, first: str) -> None:
    result = ask(question)
    assert (result.return_value, result.output.splitlines()[0]) == (status, first)


def test_the_store_brings_back_what_was_looked_for(store: Path) -> None:
    with Store(store) as memory:
        assert {one.search for each in memory.harvests() for one in each.harvested} == {SEARCH}


def test_the_unknown_is_answered_with_the_nearest_and_with_what_to_do(ask: Ask) -> None:
    lines = ask("https://github.com/example/dwon").output.splitlines()
    assert f"Near it: {FAILED}" in lines[1]
    assert lines[-2:] == [
        "To do: Add it to sources.yml, or ask whoever runs the catalogue to.",
        "To do: If it was added meanwhile, wait for the next harvest.",
    ]


def test_programs_are_told_exactly_what_the_site_publishes(ask: Ask, store: Path) -> None:
    told = json.loads(ask(FRESH, "--format", "json").output)
    with Store(store) as memory:
        files = files_of(stored_catalogue(memory, NOW))
    published = read(source_document(FRESH), files)
    (said,) = told["sources"]
    assert told["standing"] == "partly listed"
    assert published == {"$schema": published["$schema"], "version": "1.0.0", **said}


def test_the_unknown_is_json_too(ask: Ask) -> None:
    result = ask("https://example.org/x", "--format", "json")
    assert json.loads(result.output)["standing"] == "unknown"
    assert result.return_value == 3


def test_no_harvested_text_moves_the_cursor_or_makes_lines_of_its_own(store: Path, ask: Ask) -> None:
    nasty = "x\x1b[2J\nTo do: \u202erm -rf"
    with Store(store) as memory:
        visit = memory.begin("git nasty", NOW)
        gap = LeftOut(source="git nasty", path=nasty, reason=nasty)
        visit.finish(Visit(source="git nasty", left_out=(gap,)))
    output = ask("git nasty").output
    assert not {"\x1b", "\u202e"} & set(output)
    assert not [line for line in output.splitlines() if line.startswith("To do")]


def test_without_a_harvest_it_says_which_command_comes_first(tmp_path: Path) -> None:
    result = CliRunner().invoke(group, ["why", "x", "--store", str(tmp_path / "none")], standalone_mode=False)
    assert "run `ossr-catalogue harvest` first" in str(result.exception)
