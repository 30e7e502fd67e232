"""What was found: as a table that sorts, as a file, as advice where it is nothing."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page, Route, expect

from browsing import Visit

pytestmark = [pytest.mark.browser, pytest.mark.slow]

COUNT = "#count"


def column(page: Page, name: str) -> list[str]:
    return page.locator(f"tbody [data-column={name}]").all_inner_texts()


def rows(page: Page) -> list[str]:
    return page.locator("tbody th").all_inner_texts()


def saved(page: Page, name: str) -> str:
    with page.expect_download() as download:
        page.locator(f"#export-{name}").click()
    assert download.value.suggested_filename == f"executables.{name}"
    return Path(download.value.path()).read_bytes().decode()


def test_the_table_sorts_by_what_is_needed_and_what_is_not_declared_comes_last(visit: Visit) -> None:
    visited = visit("catalogue/")
    page = visited.page
    page.get_by_role("button", name="Table").click()
    page.get_by_role("button", name="Memory").click()
    expect(page.get_by_role("columnheader", name="Memory")).to_have_attribute("aria-sort", "ascending")
    assert column(page, "memory")[:6] == [
        "1 GB to 16 GB", "1 GB to 16 GB", "6 GiB to 12 GiB", "6 GiB to 12 GiB", "344 GB", "not declared",
    ]  # fmt: skip
    page.get_by_role("button", name="Memory").click()
    expect(page.get_by_role("columnheader", name="Memory")).to_have_attribute("aria-sort", "descending")
    assert column(page, "memory")[0] == "344 GB"
    assert column(page, "memory")[-1] == "not declared"
    assert page.url.endswith("catalogue/?sort=-memory&view=table")
    page.go_back()
    page.go_back()
    expect(page.get_by_role("columnheader", name="Memory")).to_have_attribute("aria-sort", "none")


def test_an_address_restores_table_and_order(visit: Visit) -> None:
    page = visit("catalogue/?view=table&sort=-title&type=Jupyter+notebook&type=CWL+workflow").page
    assert rows(page) == sorted(rows(page), key=str.lower, reverse=True)
    page.get_by_label("Sort").select_option("component")
    expect(page.get_by_role("columnheader", name="Component")).to_have_attribute("aria-sort", "ascending")


def test_all_results_are_saved_as_entries_of_the_index(visit: Visit, built: Path) -> None:
    index = json.loads((built / "index.json").read_text())
    page = visit("catalogue/").page
    whole = json.loads(saved(page, "json"))
    assert whole["executables"] == index["executables"]
    assert (whole["generation"], whole["count"]) == (index["generation"], index["count"])
    assert saved(page, "csv") == (built / "index.csv").read_bytes().decode()


def test_what_is_saved_is_what_was_found(visit: Visit, built: Path) -> None:
    visited = visit("catalogue/?q=evil")
    found = json.loads(saved(visited.page, "json"))
    assert [one["uuid"] for one in found["executables"]] == [nasty_in(built)["uuid"]]
    assert [one["slug"] for one in found["components"]] == ["github.com-example-nasty"]
    assert found["search"].endswith("catalogue/?q=evil")
    header, row, rest = saved(visited.page, "csv").split("\r\n")
    assert "memory_bytes_min" in header
    assert row.startswith(nasty_in(built)["uuid"])
    assert rest == ""


ENTRIES = """async () => {
  const { find } = await import("../assets/find.js");
  const { entriesOf } = await import("../assets/entries.js");
  const { readState } = await import("../assets/state.js");
  const root = new URL("../", location.href);
  const { hits } = await find(root, readState("?type=Jupyter+notebook"));
  const all = await Promise.all([200, 0].map((oneByOne) => entriesOf(root, hits, () => {}, oneByOne)));
  return all.map((found) => JSON.parse(JSON.stringify(found)));
}"""


@pytest.mark.parametrize("parted", [False, True], ids=["one index", "an index in parts"])
def test_many_are_taken_from_the_index_as_few_from_their_documents(
    visit: Visit, built: Path, *, parted: bool
) -> None:
    page = visit("catalogue/").page
    if parted:
        serve_in_parts(page, json.loads((built / "index.json").read_text()))
    few, many = page.evaluate(ENTRIES)
    assert len(few["entries"]) == 3
    assert (many["entries"], many["components"]) == (few["entries"], few["components"])
    assert many["head"] == few["head"]


def serve_in_parts(page: Page, index: dict[str, Any]) -> None:
    """Answer as a catalogue of many thousands does: the index names its parts."""
    executables = index.pop("executables")
    digits = sorted({one["uuid"][0] for one in executables})
    parts = {f"index/{digit}-0123456789abcdef.json": digit for digit in digits}
    listed = [{"href": href, "sha256": "", "size": 1, "count": 1} for href in parts]
    head = {key: value for key, value in index.items() if key not in {"components", "doors"}}
    rest = {key: index[key] for key in ("components", "doors")}
    page.route("**/index.json", answer({**head, "parts": listed, **rest}))
    for href, digit in parts.items():
        part = [one for one in executables if one["uuid"].startswith(digit)]
        page.route(f"**/{href}", answer({"executables": part}))


def answer(tree: dict[str, Any]) -> Callable[[Route], None]:
    return lambda route: route.fulfill(json=tree)


def nasty_in(built: Path) -> dict[str, str]:
    entries = json.loads((built / "index.json").read_text())["executables"]
    return next(one for one in entries if "<script>" in one["title"])


@pytest.mark.parametrize(
    ("value", "cell"),
    [
        pytest.param("=1+1", "'=1+1", id="a formula"),
        pytest.param("a, b", '"a, b"', id="a comma"),
        pytest.param('say "a"\nb', '"say ""a"" b"', id="quotes and lines"),
    ],
)
def test_no_text_breaks_out_of_its_cell(visit: Visit, value: str, cell: str) -> None:
    page = visit("catalogue/").page
    said = page.evaluate(
        """async (title) => {
          const { csvOf } = await import("../assets/csv.js");
          const entry = { page: "executables/1/", title, lint: { errors: 0, warnings: 0 } };
          return csvOf({ head: { site: { url: "https://e.example/" } }, entries: [entry], components: [] });
        }""",
        value,
    )
    assert said.split("\r\n")[1].startswith(f",,{cell},,https://e.example/executables/1/,")


def test_where_nothing_is_found_each_condition_says_what_would_come_without_it(visit: Visit) -> None:
    page = visit("catalogue/?q=ossr&type=CWL+workflow&memory=1+MB&undeclared=include").page
    expect(page.locator("#result-list h2")).to_have_text("Nothing matches")
    ways = page.locator(".empty__ways li")
    assert ways.all_inner_texts() == [
        "Without Type: CWL workflow 5 executables",
        "Without the words “ossr” 1 executable",
    ]
    ways.get_by_role("button").last.click()
    expect(page.locator(COUNT)).to_have_text("1 executable")
    assert page.url.endswith("?type=CWL+workflow&memory=1+MB&undeclared=include")


def test_everything_asked_for_is_cleared_at_once(visit: Visit) -> None:
    page = visit("catalogue/?type=CWL+workflow&memory=1+MB&view=table").page
    page.locator("#chosen").get_by_role("button", name="Clear all").click()
    expect(page.locator(COUNT)).to_have_text("13 executables")
    assert page.url.endswith("catalogue/?view=table")


def test_a_long_facet_is_searched_itself(visit: Visit) -> None:
    page = visit("catalogue/").page
    assert page.locator("fieldset[data-facet=type] li").count() == 8
    page.get_by_label("Find in Type").fill("work")
    shown = page.locator("fieldset[data-facet=type] .facet__value").all_inner_texts()
    assert shown == ["CWL workflow", "Nextflow workflow", "Snakemake workflow"]
    page.get_by_label("Find in Type").fill("none such")
    assert page.locator("fieldset[data-facet=type] li").count() == 0


def test_an_index_that_cannot_be_loaded_leaves_the_list_of_everything(visit: Visit) -> None:
    visited = visit()
    visited.page.route("**/search/**", lambda route: route.abort())
    page = visited.go("catalogue/?q=gaia")
    expect(page.get_by_role("heading", name="The search could not be loaded")).to_be_visible()
    assert page.locator("#result-list .card").count() == 13
    expect(page.get_by_role("button", name="Try again")).to_be_visible()
    visited.troubles.clear()
