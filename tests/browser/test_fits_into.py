"""Asking by what one has: amounts, platforms, and what is not declared as a choice of its own."""

import pytest
from playwright.sync_api import Page, expect

from browsing import Visit

pytestmark = [pytest.mark.browser, pytest.mark.slow]

COUNT = "#count"
SMALL = ["Explore the OSSR", "OSSR library in a container"]
"""Need 1 to 4 cores and 1 to 16 GB."""
GPU = ["CASA image", "Fit a blazar"]
"""Need half a core to 8, 6 to 12 GiB, a GPU, half an hour to two."""
GAIA = "Gaia clustering with HDBSCAN"
"""Needs 344 GB, in one of its profiles 100 GB and 50 cores."""
QUESTIONS = {
    "memory=16+GB": sorted(SMALL + GPU),
    # A byte less than some could use is less.
    "memory=15999999999+B": GPU,
    "memory=15999999999+B&less=include": sorted(SMALL + GPU),
    "memory=5.9+GiB&less=include": SMALL,
    "memory=100+GB&cores=50": sorted([*SMALL, *GPU, GAIA]),
    "memory=64+GB&gpus=0": SMALL,
    # Time that is not declared is not known to be enough; a GPU that is not declared is not needed.
    "gpus=1&walltime=1+h&less=include": GPU,
    "gpus=1&walltime=1+h": [],
    "storage=1+TB": [],
    "platform=mybinder&less=include": ["Explore the OSSR"],
    "platform=mybinder": [],
}


def titles(page: Page) -> list[str]:
    return sorted(title.strip() for title in page.locator("#result-list .card__title").all_inner_texts())


def undeclared(page: Page) -> str:
    return page.locator("#fit-undeclared .facet__count").inner_text()


def test_what_fits_is_found_and_nothing_is_rounded(visit: Visit) -> None:
    visited = visit()
    assert {asked: titles(visited.go(f"catalogue/?{asked}")) for asked in QUESTIONS} == QUESTIONS


def test_a_slider_narrows_the_list_and_the_address_keeps_it(visit: Visit) -> None:
    visited = visit("catalogue/")
    page = visited.page
    page.get_by_role("slider", name="Memory that I have").fill("0")
    expect(page.locator(COUNT)).to_have_text("No executables")
    page.get_by_label("Memory", exact=True).fill("16 GB")
    page.keyboard.press("Enter")
    expect(page.locator(COUNT)).to_have_text("4 executables")
    assert page.url.endswith("catalogue/?memory=16+GB")
    expect(page.get_by_role("slider", name="Memory that I have")).to_have_attribute("aria-valuetext", "16 GB")
    page.get_by_role("button", name="Remove the filter memory").click()
    expect(page.locator(COUNT)).to_have_text("13 executables")
    expect(page.get_by_label("Memory", exact=True)).to_have_value("")
    page.go_back()
    expect(page.locator(COUNT)).to_have_text("4 executables")


def test_what_is_no_amount_is_told_and_changes_nothing(visit: Visit) -> None:
    page = visit("catalogue/?memory=16+GB").page
    page.get_by_label("Memory", exact=True).fill("a lot")
    page.keyboard.press("Enter")
    expect(page.locator("#fit-memory-trouble")).to_have_text("write an amount, like 16 GiB")
    expect(page.get_by_label("Memory", exact=True)).to_have_attribute("aria-invalid", "true")
    expect(page.locator(COUNT)).to_have_text("4 executables")


def test_what_is_not_declared_is_a_choice_with_its_count(visit: Visit) -> None:
    page = visit("catalogue/?memory=16+GB").page
    assert undeclared(page) == "8"
    page.get_by_role("radio", name="as well").check()
    expect(page.locator(COUNT)).to_have_text("12 executables")
    page.get_by_role("radio", name="only these").check()
    expect(page.locator(COUNT)).to_have_text("8 executables")
    assert "Calibrate LOFAR data" in titles(page)
    assert page.url.endswith("?memory=16+GB&undeclared=only")
    assert undeclared(page) == "8"


def test_counts_of_facets_follow_what_fits(visit: Visit) -> None:
    page = visit("catalogue/?memory=16+GB&type=Docker+container").page
    expect(page.locator(COUNT)).to_have_text("1 executable")
    row = page.locator("fieldset[data-facet=type] li", has_text="Singularity container")
    expect(row.locator(".facet__count")).to_have_text("1")
    assert page.locator("fieldset[data-facet=type] li", has_text="CWL").count() == 0


def test_a_platform_says_what_it_knows_nothing_of(visit: Visit) -> None:
    page = visit("catalogue/").page
    page.get_by_label("Where it shall run").select_option("mybinder")
    expect(page.locator(COUNT)).to_have_text("No executables")
    assert page.url.endswith("?platform=mybinder")
    expect(page.locator(".facet__count", has_text="1").first).to_be_visible()
    page.get_by_label("also with less than it could use").check()
    expect(page.locator(COUNT)).to_have_text("1 executable")
    page.get_by_role("radio", name="only these").check()
    expect(page.locator(COUNT)).to_have_text("3 executables")
    assert "Tutorials of the CDS" in titles(page)


def test_my_platform_is_kept_from_what_was_asked_and_is_one_click_then(visit: Visit) -> None:
    visited = visit("catalogue/")
    page = visited.page
    mine = page.get_by_role("button", name="My platform", exact=True)
    mine.click()
    expect(page.locator(".fit__said")).to_contain_text("Describe your platform first")
    page.get_by_label("Cores", exact=True).fill("8")
    page.get_by_label("Memory", exact=True).fill("16 GB")
    page.get_by_role("button", name="Keep these as my platform").click()
    expect(page.locator("#chosen")).to_contain_text("fits My platform")
    expect(page.locator(COUNT)).to_have_text("1 executable")
    visited.go("catalogue/")
    mine.click()
    expect(page.locator(COUNT)).to_have_text("1 executable")
    expect(mine).to_have_attribute("aria-pressed", "true")
    # The other one needs amd64, and nothing was said of processors.
    assert titles(page) == ["Explore the OSSR"]
    mine.click()
    expect(page.locator(COUNT)).to_have_text("13 executables")


def test_a_link_to_my_platform_asks_who_has_none_to_describe_it(visit: Visit) -> None:
    page = visit("catalogue/?platform=mine").page
    expect(page.locator(".fit__said")).to_contain_text("does not know your platform yet")
    expect(page.locator(COUNT)).to_have_text("No executables")


def test_the_page_says_of_every_platform_what_python_says(visit: Visit) -> None:
    page = visit("catalogue/").page
    answers = page.evaluate(
        """async () => {
          const { find } = await import("../assets/find.js");
          const { ask } = await import("../assets/fit-question.js");
          const { loadPlatforms } = await import("../assets/platforms.js");
          const { readState } = await import("../assets/state.js");
          const root = new URL("../", location.href);
          const needs = Object.keys((await find(root, readState(""))).counts.needs);
          const uuids = (hits) => Promise.all(hits.map(async (hit) => (await hit.data()).meta.uuid));
          return Promise.all((await loadPlatforms(root)).map(async ({ id, title }) => [
            title,
            await uuids((await ask(root, readState(`?platform=${id}&less=include`), needs)).answer.hits),
            await uuids((await find(root, readState(`?runs=${encodeURIComponent(title)}`))).hits),
          ]));
        }"""
    )
    assert len(answers) > 10
    assert [title for title, here, python in answers if here != python] == []
    assert any(python for _, _, python in answers)
