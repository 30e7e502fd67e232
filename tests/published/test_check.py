"""A site is checked before it is published, and looked at from time to time afterwards."""

import gzip
import json
import shutil
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from built_site import build_sample
from ossr_catalogue.cli.check_command import command
from ossr_catalogue.published.files import file_problems
from ossr_catalogue.published.links import link_problems
from sample_site import sample_files

BUILT = "2026-11-22T12:00:00Z"
"""When the sample says it was."""
THAT_DAY = "1795348800"


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    site = tmp_path_factory.mktemp("check") / "site"
    build_sample(site)
    return site


@pytest.fixture
def site(built: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(built, tmp_path / "site"))


@pytest.fixture
def index(tmp_path: Path) -> Path:
    (tmp_path / "index.json").write_bytes(sample_files()["index.json"].content)
    return tmp_path / "index.json"


def check(place: Path, *options: str, at: str = THAT_DAY) -> Result:
    return CliRunner().invoke(
        command, [str(place), *options], standalone_mode=False, env={"SOURCE_DATE_EPOCH": at}
    )


def change(file: Path, changed: Callable[[Any], object]) -> None:
    value = json.loads(file.read_bytes())
    changed(value)
    file.write_text(json.dumps(value))


def first(site: Path, pattern: str) -> Path:
    return min(site.glob(pattern))


@pytest.mark.slow
def test_a_site_that_was_just_built_is_sound(site: Path) -> None:
    result = check(site)
    assert (result.return_value, result.output.partition(": ")[2][:7]) == (0, "sound, ")


def add_link(link: str) -> Callable[[Path], None]:
    def add(site: Path) -> None:
        page = first(site, "executables/*/index.html")
        page.write_text(page.read_text().replace("</body>", f'<a class="x" href="{link}">x</a></body>'))

    return add


BROKEN: dict[str, tuple[Callable[[Path], object], str]] = {
    "an empty file": (lambda site: first(site, "*.html").write_text(""), "404.html: is empty"),
    "half a page": (
        lambda site: (site / "index.html").write_text("<html><body>"),
        "index.html: ends before the end of its HTML",
    ),
    "half a file of JSON": (lambda site: (site / "gone.json").write_text('{"gone'), "gone.json: is not JSON"),
    "a door with another content": (
        lambda site: (site / "platforms.json").write_text("{}"),
        "platforms.json: its content is not the one",
    ),
    "a missing door": (lambda site: (site / "index.csv").unlink(), "index.csv: index.json names it"),
    "a document with another content": (
        lambda site: first(site, "executables/*-*[0-9a-f].json").write_text("{}"),
        "its content is not the one",
    ),
    "a missing page": (
        lambda site: first(site, "executables/*/index.html").unlink(),
        "the page of an executable is missing",
    ),
    "a search index that is cut off": (
        lambda site: first(site, "search/*/executables/cards/*").write_bytes(gzip.compress(b"x" * 99)[:-9]),
        "is cut off",
    ),
    "a search index without its heart": (
        lambda site: first(site, "search/*/executables/words/*").unlink(),
        "the search asks for it, and it is missing",
    ),
    "no search index": (
        lambda site: (site / "search" / "start.json").unlink(),
        "the search index is missing",
    ),
    "a link to nowhere": (add_link("../nowhere/"), "its link '../nowhere/' leads nowhere"),
}


@pytest.mark.slow
@pytest.mark.parametrize(("spoil", "said"), BROKEN.values(), ids=BROKEN)
def test_what_is_broken_is_named(site: Path, spoil: Callable[[Path], object], said: str) -> None:
    spoil(site)
    result = check(site)
    assert (result.return_value, said in result.output) == (1, True), result.output


@pytest.mark.slow
@pytest.mark.parametrize(
    "link",
    [
        "#top",
        "../../catalogue/?type=x#y",
        "https://catalogue.example.org/nowhere",
        "//example.org/",
        "mailto:a",
    ],
)
def test_a_link_that_is_sound_or_may_be_a_contributor_s_is_passed_over(site: Path, link: str) -> None:
    add_link(link)(site)
    assert check(site).return_value == 0


@pytest.mark.parametrize(
    ("link", "leads_nowhere"),
    [
        ("../../", True),
        ("/", True),
        ("/cat/", False),
        ("../", False),
        ("../b%20c.txt", False),
        ("b c.txt", True),
    ],
)
def test_a_link_stays_inside_the_site_which_may_lie_below_the_top_of_its_host(
    tmp_path: Path, link: str, *, leads_nowhere: bool
) -> None:
    (tmp_path / "a").mkdir()
    (tmp_path / "b c.txt").touch()
    (tmp_path / "index.html").touch()
    (tmp_path / "a" / "index.html").write_text(f'<a href="{link}">x</a>')
    assert bool([*link_problems(tmp_path, "https://example.org/cat/")]) == leads_nowhere


@pytest.mark.parametrize(
    ("at", "status"),
    [("2026-11-25T12:00", 0), ("2026-11-25T13:00", 1), ("2026-11-22T11:30", 0), ("2026-11-22T10:00", 1)],
)
def test_an_index_is_too_old_after_its_time_and_too_young_before_its_birth(
    index: Path, at: str, status: int
) -> None:
    epoch = int(datetime.fromisoformat(f"{at}+00:00").timestamp())
    assert check(index, "--max-age", "3d", at=str(epoch)).return_value == status


def test_hours_count_too_and_the_age_is_told(index: Path) -> None:
    result = check(index, "--max-age", "1h", at=str(int(THAT_DAY) + 7 * 3600))
    assert f"it was built {BUILT}, 7 hours ago; expected at most 1 hours" in result.output


def test_without_an_age_any_is_fine(index: Path) -> None:
    assert check(index, at="2000000000").return_value == 0


WRONG: dict[str, tuple[Callable[[dict[str, Any]], object], str]] = {
    "count": (lambda one: one.update(count=3), "says that there are 3 executables"),
    "schema": (lambda one: one.pop("site"), "'site' is a required property"),
    "twice": (lambda one: one["executables"].append(one["executables"][0]), "lists an executable twice"),
}


@pytest.mark.parametrize(("wrong", "said"), WRONG.values(), ids=WRONG)
def test_a_wrong_index_is_told(index: Path, wrong: Callable[[dict[str, Any]], object], said: str) -> None:
    change(index, wrong)
    result = check(index)
    assert (result.return_value, said in result.output) == (1, True), result.output


def test_the_parts_of_an_index_that_was_fetched_alone_are_counted_by_what_it_says_of_them(
    index: Path,
) -> None:
    whole = json.loads(index.read_bytes())
    number = len(whole.pop("executables"))
    part = {"href": "index/0-0123456789abcdef.json", "sha256": "0" * 64, "size": 9, "count": number}
    index.write_text(json.dumps({**whole, "parts": [part]}))
    assert check(index).return_value == 0
    change(index, lambda one: one["parts"].append(part))
    assert f"lists {2 * number}" in check(index).output


NO_INDEX = {
    "html": b"<html>404</html>",
    "a list": b"[]",
    "another object": b"{}",
    "no time": b'{"built": "today", "count": 0, "executables": []}',
    "no zone": b'{"built": "2026-11-22T12:00:00", "count": 0, "executables": []}',
    "no uuids": b'{"built": "2026-11-22T12:00:00Z", "count": 1, "executables": [{}]}',
    "no entries": b'{"built": "2026-11-22T12:00:00Z", "count": 1, "executables": [1]}',
}


@pytest.mark.parametrize("content", NO_INDEX.values(), ids=NO_INDEX)
def test_what_is_no_index_is_refused_with_its_place(index: Path, content: bytes) -> None:
    index.write_bytes(content)
    result = check(index)
    assert str(index) in str(result.exception)
    assert type(result.exception).__name__ == "UsageError"


@pytest.mark.parametrize(("answer", "problems"), [("[]", 0), ("[{", 1), ("<html></html>", 1)])
def test_an_answer_of_the_tool_registry_is_json(answer: str, problems: int, tmp_path: Path) -> None:
    (tmp_path / "ga4gh").mkdir()
    (tmp_path / "ga4gh" / "index.html").write_text(answer)
    assert len([line for line in file_problems(tmp_path) if "ga4gh" in line]) == problems
