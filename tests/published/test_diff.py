"""What a day has brought to a catalogue, in numbers and by name."""

import json
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from ossr_catalogue.cli.diff_command import command

SITE = "https://catalogue.example.org/"
HEADLINE = (
    "2 executables, 2 before; 0 new, 0 changed, 0 gone, 0 stale, 2 (before 0) left out, 2 failing sources, "
    "8 (before 3) requests"
)


def entry(name: str, **more: object) -> dict[str, Any]:
    return {
        "uuid": name,
        "title": f"Fit {name}",
        "component": "tools",
        "page": f"executables/{name}/",
        **more,
    }


def source(name: str, executables: int, **more: object) -> dict[str, Any]:
    day = "2026-11-22T12:00:00Z"
    return {
        "source": name, "attempted": day, "succeeded": day, "requests": 3, "executables": executables, **more
    }  # fmt: skip


def publish(folder: Path, entries: list[dict[str, Any]], *sources: dict[str, Any]) -> Path:
    folder.mkdir()
    index = {
        "built": "2026-11-22T12:00:00Z", "count": len(entries), "site": {"url": SITE}, "executables": entries
    }  # fmt: skip
    (folder / "index.json").write_text(json.dumps(index))
    if sources:
        (folder / "health.json").write_text(json.dumps({"sources": sources}))
    return folder


def diff(old: Path, new: Path, *options: str) -> Result:
    return CliRunner().invoke(command, [str(old), str(new), *options], standalone_mode=False)


def many(number: int) -> list[dict[str, Any]]:
    return [entry(f"{index:02}") for index in range(number)]


def test_what_is_new_changed_gone_and_stale_is_named(tmp_path: Path) -> None:
    old = publish(tmp_path / "old", [*many(20), entry("a", digest="1"), entry("b"), entry("c"), entry("d")])
    new = publish(
        tmp_path / "new",
        [
            *many(20),
            entry("a", digest="2"),
            entry("b", title="Fit better"),
            entry("d", stale_since="2026-11-20T00:00:00Z"),
            entry("e"),
        ],
    )
    said = diff(old, new)
    assert said.return_value == 0
    assert said.output.splitlines() == [
        "24 executables, 24 before; 1 new, 3 changed, 1 gone, 1 stale, 0 left out, 0 failing sources",
        "New:",
        "  Fit e (tools)",
        "Changed:",
        "  Fit a (tools): what stands behind it",
        "  Fit better (tools): title",
        "  Fit d (tools): stale_since",
        "Gone:",
        "  Fit c (tools)",
        "Stale:",
        "  Fit d (tools) since 2026-11-20T00:00:00Z",
    ]


def test_sources_that_failed_and_what_was_left_out_are_told_with_their_reasons(tmp_path: Path) -> None:
    old = publish(tmp_path / "old", many(2), source("git a", 2))
    new = publish(
        tmp_path / "new",
        many(2),
        source(
            "git a", 2, requests=5, attempted="2026-11-23T12:00:00Z",
            left_out=[{"path": "x.json", "reason": "is broken"}, {"reason": "no answer"}],
        ),
        source("git b", 0, succeeded=None),
    )  # fmt: skip
    assert diff(old, new).output.splitlines() == [
        HEADLINE,
        "Sources that failed:",
        "  git a, last answered 2026-11-22T12:00:00Z: no answer",
        "  git b, has never answered: it says no reason",
        "Left out:",
        "  git a, x.json: is broken",
        "  git a: no answer",
    ]


@pytest.mark.parametrize(("left", "status"), [(18, 0), (17, 1)])
def test_to_lose_more_than_a_tenth_leaves_status_1_unless_it_is_accepted(
    tmp_path: Path, left: int, status: int
) -> None:
    old, new = publish(tmp_path / "old", many(20)), publish(tmp_path / "new", many(left))
    said = diff(old, new)
    assert (said.return_value, "have gone" in said.output) == (status, bool(status))
    assert diff(old, new, "--accept-loss").return_value == 0


def test_to_lose_all_of_a_source_that_is_still_asked_leaves_status_1(tmp_path: Path) -> None:
    old = publish(tmp_path / "old", many(20), source("git a", 19), source("git b", 1))
    new = publish(tmp_path / "new", many(19), source("git a", 19), source("git b", 0))
    said = diff(old, new)
    assert (said.return_value, "nothing is left of git b" in said.output) == (1, True)


def test_a_source_that_is_no_longer_asked_was_dropped_on_purpose(tmp_path: Path) -> None:
    old = publish(tmp_path / "old", many(20), source("git a", 12), source("git b", 8))
    new = publish(tmp_path / "new", many(12), source("git a", 12))
    assert diff(old, new).return_value == 0


def test_markdown_links_to_the_pages_and_contributors_words_do_nothing(tmp_path: Path) -> None:
    old = publish(tmp_path / "old", [])
    new = publish(tmp_path / "new", [entry("a", title="](x) <img> @all")])
    said = diff(old, new, "--format", "markdown").output
    assert f"({SITE}executables/a/)" in said
    assert not {"<img>", "@all", "](x)"} & set(said.split())
    assert said.startswith("### Catalogue: 1 executables, 0 before; 1 new")


def test_a_terminal_is_not_moved_by_a_title(tmp_path: Path) -> None:
    new = publish(tmp_path / "new", [entry("a", title="a\x1b[2Jb")])
    assert "\x1b" not in diff(publish(tmp_path / "old", []), new).output


def test_a_long_list_is_cut_and_says_how_much(tmp_path: Path) -> None:
    said = diff(publish(tmp_path / "old", []), publish(tmp_path / "new", many(70)))
    assert said.output.splitlines()[-1] == "  and 20 more"


def test_the_parts_of_a_large_index_are_read_too(tmp_path: Path) -> None:
    old, new = publish(tmp_path / "old", many(3)), publish(tmp_path / "new", [])
    index = json.loads((new / "index.json").read_text())
    del index["executables"]
    (new / "index.json").write_text(json.dumps({**index, "count": 3, "parts": [{"href": "0.json"}]}))
    (new / "0.json").write_text(json.dumps({"executables": many(3)}))
    assert diff(old, new).output.startswith("3 executables, 3 before; 0 new, 0 changed, 0 gone")
