"""Finding an executable: by words, by facets, by address, by keyboard, without JavaScript."""

import re

import pytest
from playwright.sync_api import Page, expect

from browsing import Visit

pytestmark = [pytest.mark.browser, pytest.mark.slow]

SEARCH = "#search-input"
COUNT = "#count"


def titles(page: Page) -> list[str]:
    return [title.strip() for title in page.locator("#result-list .card__title").all_inner_texts()]


def test_an_executable_is_found_by_its_title_while_typing(visit: Visit) -> None:
    visited = visit("catalogue/")
    visited.page.locator(SEARCH).press_sequentially("calibrate lof")
    expect(visited.page.locator(COUNT)).to_have_text("1 executable")
    assert titles(visited.page) == ["Calibrate LOFAR data"]
    assert visited.page.url.endswith("catalogue/?q=calibrate+lof")


def test_a_title_comes_before_a_mention(visit: Visit) -> None:
    page = visit("catalogue/?q=gaia").page
    assert titles(page)[0] == "Gaia clustering with HDBSCAN"
    assert len(titles(page)) == 2
    assert page.locator("mark").first.inner_text() == "Gaia"


def test_the_search_of_every_page_leads_to_the_list(visit: Visit) -> None:
    visited = visit("rules/")
    visited.page.keyboard.press("/")
    visited.page.keyboard.type("casa")
    visited.page.keyboard.press("Enter")
    visited.page.wait_for_url("**/catalogue/?q=casa")
    visited.settle()
    assert titles(visited.page) == ["CASA image"]


def test_the_search_of_the_landing_page_leads_to_the_list(visit: Visit) -> None:
    visited = visit("")
    visited.page.locator(".hero input").fill("blazar")
    visited.page.locator(".hero button").click()
    visited.page.wait_for_url("**/catalogue/?q=blazar")
    visited.settle()
    assert titles(visited.page) == ["Fit a blazar"]


def test_values_of_a_facet_are_alternatives_and_facets_narrow_each_other(visit: Visit) -> None:
    visited = visit("catalogue/")
    page = visited.page
    page.get_by_label("Jupyter notebook").check()
    expect(page.locator(COUNT)).to_have_text("3 executables")
    page.get_by_label("CWL workflow").check()
    expect(page.locator(COUNT)).to_have_text("4 executables")
    page.get_by_label("Drafted by the catalogue").check()
    expect(page.locator(COUNT)).to_have_text("1 executable")
    assert titles(page) == ["light curve"]


def counts_of(page: Page, group: str) -> dict[str, str]:
    rows = page.locator("fieldset", has=page.locator("legend", has_text=re.compile(f"^{group}$"))).locator(
        "li:visible"
    )
    return {
        row.locator(".facet__value").inner_text(): row.locator(".facet__count").inner_text()
        for row in rows.all()
    }


def test_the_counts_of_the_facets_follow_the_search(visit: Visit) -> None:
    page = visit("catalogue/?q=gaia").page
    assert counts_of(page, "Type") == {"Zeppelin notebook": "1", "CWL workflow": "1"}
    assert counts_of(page, "Component") == {"Gaia data mining platform": "2"}


def test_a_choice_does_not_lower_the_counts_of_its_own_facet(visit: Visit) -> None:
    page = visit("catalogue/?origin=Drafted+by+the+catalogue").page
    assert counts_of(page, "Origin") == {"Declared by its owner": "12", "Drafted by the catalogue": "1"}
    assert counts_of(page, "Type") == {"Jupyter notebook": "1"}


def test_data_can_be_asked_for_in_words(visit: Visit) -> None:
    page = visit("catalogue/?data=Astronomical+observation&format=Parquet").page
    assert titles(page) == ["Gaia clustering with HDBSCAN"]


def test_an_address_restores_what_it_was_copied_from(visit: Visit) -> None:
    page = visit("catalogue/?q=ossr&type=Docker+container").page
    expect(page.locator(SEARCH)).to_have_value("ossr")
    expect(page.get_by_role("checkbox", name="Docker container")).to_be_checked()
    assert titles(page) == ["OSSR library in a container"]


def test_back_and_forward_go_through_what_was_asked(visit: Visit) -> None:
    visited = visit("catalogue/")
    page = visited.page
    page.locator(SEARCH).press_sequentially("gaia")
    expect(page.locator(COUNT)).to_have_text("2 executables")
    page.get_by_label("CWL workflow").check()
    expect(page.locator(COUNT)).to_have_text("1 executable")
    page.go_back()
    expect(page.locator(COUNT)).to_have_text("2 executables")
    expect(page.get_by_label("CWL workflow")).not_to_be_checked()
    page.go_back()
    expect(page.locator(COUNT)).to_have_text("13 executables")
    expect(page.locator(SEARCH)).to_have_value("")
    page.go_forward()
    expect(page.locator(SEARCH)).to_have_value("gaia")


def test_a_chosen_filter_can_be_taken_back(visit: Visit) -> None:
    page = visit("catalogue/?type=Docker+container&origin=Declared+by+its+owner").page
    page.get_by_role("button", name="Remove the filter Docker container").click()
    expect(page.locator(COUNT)).to_have_text("12 executables")
    assert page.url.endswith("?origin=Declared+by+its+owner")
    page.get_by_role("button", name="Remove the filter Declared by its owner").click()
    expect(page.locator(COUNT)).to_have_text("13 executables")
    assert page.url.endswith("catalogue/")


def test_what_matches_nothing_says_what_to_do(visit: Visit) -> None:
    page = visit("catalogue/?q=xyzzyplugh").page
    expect(page.locator(COUNT)).to_have_text("No executables")
    expect(page.locator("#result-list")).to_contain_text("Try fewer words")


def test_an_unknown_filter_matches_nothing_and_can_be_taken_back(visit: Visit) -> None:
    page = visit("catalogue/?type=Quantum+toaster").page
    expect(page.locator(COUNT)).to_have_text("No executables")
    page.get_by_role("button", name="Remove the filter Quantum toaster").click()
    expect(page.locator(COUNT)).to_have_text("13 executables")


def test_the_guide_is_found_beside_the_executables(visit: Visit) -> None:
    page = visit("catalogue/?q=too-short-description").page
    hit = page.locator("#guide-hits a", has_text="DSC101")
    hit.click()
    page.wait_for_url("**/rules/DSC101/")


def test_the_number_of_results_is_announced(visit: Visit) -> None:
    expect(visit("catalogue/").page.locator(COUNT)).to_have_attribute("aria-live", "polite")


def test_a_search_can_be_done_by_keyboard_alone(visit: Visit) -> None:
    visited = visit("catalogue/")
    page = visited.page
    page.keyboard.press("/")
    page.keyboard.type("ossr")
    expect(page).to_have_url(re.compile(r"q=ossr$"))
    visited.settle()
    page.get_by_role("checkbox", name="Docker container").focus()
    page.keyboard.press("Space")
    expect(page.locator(COUNT)).to_have_text("1 executable")
    expect(page.get_by_role("checkbox", name="Docker container")).to_be_focused()
    page.locator("#result-list .card__title a").focus()
    page.keyboard.press("Enter")
    page.wait_for_url("**/executables/*/")
    expect(page.locator("h1")).to_have_text("OSSR library in a container")


def test_the_filters_can_be_skipped_by_keyboard(visit: Visit) -> None:
    page = visit("catalogue/").page
    page.locator(SEARCH).focus()
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="Skip the filters")).to_be_focused()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.closest('#results') !== null")


def test_the_first_page_of_everything_goes_on_with_the_filters(visit: Visit) -> None:
    page = visit("catalogue/").page
    shown = page.evaluate(
        """async () => {
          const { takeOver } = await import("../assets/results.js");
          const { readState } = await import("../assets/state.js");
          const list = document.createElement("div");
          const cards = Array.from({ length: 50 }, () => '<li class="card"></li>').join("");
          list.innerHTML = `<ul>${cards}</ul><nav class="pager"></nav>`;
          takeOver(list, readState(""), 120, () => {});
          return [list.querySelectorAll(".card").length, list.querySelector(".pager a").search];
        }"""
    )
    assert shown == [20, "?page=2"]


def test_the_index_of_everything_is_not_loaded(visit: Visit) -> None:
    visited = visit()
    asked: list[str] = []
    visited.page.on("request", lambda request: asked.append(request.url))
    visited.go("catalogue/?q=gaia")
    assert [url for url in asked if url.endswith("index.json")] == []
    assert len([url for url in asked if "/cards/" in url]) <= 3


def test_without_javascript_there_are_lists_and_links(visit: Visit) -> None:
    visited = visit("catalogue/", java_script_enabled=False)
    page = visited.page
    expect(page.locator(COUNT)).to_have_text("13 executables")
    assert len(titles(page)) == 13
    page.locator(".facet a", has_text="CWL workflow").click()
    expect(page.locator("h1")).to_have_text("CWL workflows")
    assert titles(page) == ["Calibrate LOFAR data"]
    page.locator(".card__title a").click()
    expect(page.locator("h1")).to_have_text("Calibrate LOFAR data")
