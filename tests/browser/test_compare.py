"""Comparing: ticked in the list, remembered, laid side by side, shared as a link."""

import pytest
from playwright.sync_api import Page, expect

import sample_catalogue as sample
from browsing import Visit

pytestmark = [pytest.mark.browser, pytest.mark.slow]

EXPLORE, CONTAINER, GAIA, BLAZAR, CASA = (
    sample.uuid_of(title)
    for title in (
        "Explore the OSSR",
        "OSSR library in a container",
        "Gaia clustering with HDBSCAN",
        "Fit a blazar",
        "CASA image",
    )
)
UNKNOWN = "00000000-0000-4000-8000-000000000000"


def opened(visit: Visit, *uuids: str, **settings: object) -> Page:
    page: Page = visit(f"compare/?with={','.join(uuids)}", **settings).page
    page.wait_for_selector("#compare[data-alive]")
    return page


def row(page: Page, name: str) -> list[str]:
    line = page.locator("tr", has=page.locator("th[scope=row]", has_text=name))
    return line.first.locator("td").all_inner_texts()


def test_executables_are_ticked_remembered_and_compared(visit: Visit) -> None:
    visited = visit("catalogue/?q=ossr")
    page = visited.page
    page.get_by_role("checkbox", name="Compare Explore the OSSR").check()
    expect(page.locator("#compare-bar")).to_contain_text("Choose another")
    visited.go("catalogue/?view=table")
    page.get_by_role("checkbox", name="Compare CASA image").check()
    assert page.url.endswith(f"catalogue/?view=table&with={EXPLORE},{CASA}")
    page.get_by_role("link", name="Compare 2").click()
    page.wait_for_url(f"**/compare/?with={EXPLORE},{CASA}")
    expect(page.locator("thead th a")).to_have_text(["Explore the OSSR", "CASA image"])
    page.get_by_role("link", name="Choose others").click()
    visited.settle()
    expect(page.get_by_role("checkbox", name="Compare CASA image")).to_be_checked()


def test_what_is_ticked_stays_ticked_when_filters_change(visit: Visit) -> None:
    page = visit("catalogue/?type=Jupyter+notebook").page
    page.get_by_role("checkbox", name="Compare Explore the OSSR").check()
    page.get_by_role("button", name="Remove the filter Jupyter notebook").click()
    expect(page.locator("#count")).to_have_text("13 executables")
    expect(page.get_by_role("checkbox", name="Compare Explore the OSSR")).to_be_checked()
    assert page.url.endswith(f"catalogue/?with={EXPLORE}")


def test_no_more_than_four_are_compared(visit: Visit) -> None:
    page = visit(f"catalogue/?with={EXPLORE},{CONTAINER},{GAIA},{BLAZAR}").page
    expect(page.locator("#compare-bar")).to_contain_text("Four at most")
    expect(page.get_by_role("checkbox", name="Compare CASA image")).to_be_disabled()
    page.get_by_role("button", name="Compare Fit a blazar no longer").click()
    expect(page.get_by_role("checkbox", name="Compare CASA image")).to_be_enabled()
    page.locator("#compare-bar").get_by_role("button", name="Clear").click()
    expect(page.locator("#compare-bar")).to_be_hidden()
    assert page.url.endswith("catalogue/")


def test_needs_data_verdicts_and_state_stand_side_by_side(visit: Visit) -> None:
    page = opened(visit, EXPLORE, GAIA)
    assert row(page, "Type") == ["Jupyter notebook", "Zeppelin notebook"]
    assert row(page, "Memory") == ["1 GB to 16 GB", "344 GB"]
    assert row(page, "Walltime") == ["not declared", "190 h"]
    assert row(page, "Reads") == ["–", "gaia-dr3: astronomy observation, parquet binary, 5 TB"]  # noqa: RUF001 - a dash
    assert row(page, "Licence") == ["MIT", "–"]  # noqa: RUF001 - a dash
    assert row(page, "mybinder.org") == [
        " Fits, with less than it could use: could use 16 GB of memory, offers 2 GB Open",
        " Does not fit: Zeppelin notebooks do not run there",
    ]


def test_rows_that_differ_are_marked_in_words_and_can_be_shown_alone(visit: Visit) -> None:
    page = opened(visit, EXPLORE, CONTAINER)
    marked = page.locator("th[scope=row]:has(.compare__mark)")
    expect(page.locator("th[scope=row]", has_text="Type")).to_contain_text("differs")
    expect(page.locator("th[scope=row]", has_text="Memory")).not_to_contain_text("differs")
    count = marked.count()
    page.get_by_label("Only what differs").check()
    expect(page.locator("th[scope=row]")).to_have_count(count)
    assert page.url.endswith("&show=differences")
    page.go_back()
    expect(page.locator("th[scope=row]", has_text="Memory")).to_be_visible()


def test_one_can_be_taken_away_and_comes_back(visit: Visit) -> None:
    page = opened(visit, EXPLORE, GAIA)
    page.get_by_role("button", name="Take Explore the OSSR away").click()
    expect(page.locator("thead th")).to_have_count(1)
    expect(page.locator("#said")).to_have_text("Choose another executable to compare it with.")
    page.go_back()
    expect(page.locator("thead th")).to_have_count(2)


def test_what_is_not_in_the_catalogue_is_told_beside_the_rest(visit: Visit) -> None:
    visited = visit()
    page = visited.go(f"compare/?with={EXPLORE},{UNKNOWN},../../secret")
    expect(page.locator("thead th")).to_have_text(["Explore the OSSR", f"Not in the catalogue{UNKNOWN}"])
    assert row(page, "Memory") == ["1 GB to 16 GB", ""]
    assert len(visited.troubles) == 2
    assert all("404" in trouble for trouble in visited.troubles)
    visited.troubles.clear()


@pytest.mark.parametrize("address", ["compare/", "compare/?with=", "compare/?with=nonsense"])
def test_nothing_to_compare_leads_to_the_list(visit: Visit, address: str) -> None:
    page = visit(address).page
    expect(page.locator("#comparison h2")).to_have_text("Nothing to compare yet")
    expect(page.get_by_role("link", name="Choose some")).to_have_attribute("href", "../catalogue/")


def test_without_javascript_the_page_says_what_to_do(visit: Visit) -> None:
    page = visit(f"compare/?with={EXPLORE}", java_script_enabled=False).page
    expect(page.locator("noscript p")).to_be_visible()
    assert "windows beside each other" in page.content()


def test_the_comparison_fits_a_phone(visit: Visit) -> None:
    page = opened(visit, EXPLORE, CONTAINER, GAIA, CASA, viewport={"width": 360, "height": 740})
    assert page.evaluate("document.documentElement.scrollWidth") == 360
    page.get_by_role("region", name="Comparison").focus()
    page.keyboard.press("End")
    expect(page.locator("thead th").last).to_be_attached()
