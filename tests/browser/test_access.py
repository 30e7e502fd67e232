"""What axe finds on every kind of page, in both schemes: nothing; and the ways of a keyboard."""

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

from browsing import Visit
from page_kinds import PAGES

pytestmark = [pytest.mark.browser, pytest.mark.slow]

WHAT_IS_ASKED = {
    "resultTypes": ["violations"],
    "runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
}
DESK = {"width": 1280, "height": 900}
PHONE = {"width": 360, "height": 760}
FOCUSED = "document.activeElement.textContent.trim() || document.activeElement.name"
IN_MOTION = """[...document.querySelectorAll("*")].filter((one) => {
    const style = getComputedStyle(one);
    const times = `${style.transitionDuration}, ${style.animationDuration}`.split(", ");
    return times.some((time) => parseFloat(time) > 0) || style.scrollBehavior === "smooth";
}).map((one) => one.outerHTML.slice(0, 100))"""
HEADER = """[...document.querySelectorAll(".md-header__inner > *, .cat-nav a")]
    .filter((one) => one.checkVisibility())
    .map((one) => one.getBoundingClientRect())
    .filter((box) => box.width > 0)
    .map((box) => [box.left, box.right, box.height])"""


def findings(page: Page) -> list[str]:
    """Say what axe has found, and where."""
    found = Axe().run(page, options=WHAT_IS_ASKED).response["violations"]
    return [f"{one['id']}: {node['html'][:200]}" for one in found for node in one["nodes"]]


@pytest.mark.parametrize("name", PAGES)
def test_axe_finds_nothing_in_either_scheme(visit: Visit, name: str) -> None:
    page = visit(PAGES[name], viewport=DESK, color_scheme="light", reduced_motion="reduce").page
    assert findings(page) == []
    page.locator("label[title='Switch to dark colours']").click()
    expect(page.locator("body")).to_have_attribute("data-md-color-scheme", "slate")
    assert findings(page) == []


def test_axe_finds_what_is_wrong(visit: Visit) -> None:
    page = visit("404.html").page
    page.evaluate("document.querySelector('h1').append(new Image())")
    assert [found.split(":")[0] for found in findings(page)] == ["image-alt"]


def test_axe_finds_nothing_in_the_filters_of_a_phone(visit: Visit) -> None:
    page = visit("catalogue/", viewport=PHONE, reduced_motion="reduce").page
    page.get_by_role("button", name="Filters").click()
    expect(page.get_by_role("dialog")).to_be_visible()
    assert findings(page) == []


def test_the_first_key_leads_past_the_header(visit: Visit) -> None:
    page = visit("overview/", viewport=DESK).page
    page.keyboard.press("Tab")
    assert page.evaluate(FOCUSED) == "Skip to content"
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert page.evaluate("Boolean(document.activeElement.closest('main'))")


def test_keys_go_through_the_header_as_it_is_read(visit: Visit) -> None:
    page = visit("overview/", viewport=DESK).page
    passed = []
    for _ in range(9):
        page.keyboard.press("Tab")
        passed.append(page.evaluate(FOCUSED))
    assert passed == [
        "Skip to content",
        "A catalogue",
        "Browse",
        "Components",
        "Overview",
        "Data",
        "Lint rules",
        "Guide",
        "q",
    ]


def test_a_key_goes_to_the_search_and_another_leaves_it(visit: Visit) -> None:
    page = visit("overview/", viewport=DESK).page
    page.keyboard.press("/")
    expect(page.locator(".cat-header__search input")).to_be_focused()
    page.keyboard.press("Escape")
    expect(page.locator(".cat-header__search input")).not_to_be_focused()


@pytest.mark.parametrize("path", ["", PAGES["executable"], "catalogue/"])
def test_nothing_moves_for_who_asks_for_it(visit: Visit, path: str) -> None:
    assert visit(path, reduced_motion="reduce").page.evaluate(IN_MOTION) == []
    assert visit(path, reduced_motion="no-preference").page.evaluate(IN_MOTION) != []


@pytest.mark.parametrize("width", [360, 1024, 1280])
def test_the_header_is_one_line_with_nothing_outside(visit: Visit, width: int) -> None:
    boxes = visit("overview/", viewport={"width": width, "height": 800}).page.evaluate(HEADER)
    assert len(boxes) > 3
    assert all(left >= 0 and right <= width and height <= 50 for left, right, height in boxes)


def test_a_wide_table_of_the_guide_scrolls_by_keys(visit: Visit) -> None:
    page = visit("benchmarks/", viewport=PHONE).page
    table = page.locator(".md-typeset__scrollwrap[tabindex='0']").first
    table.focus()
    page.keyboard.press("ArrowRight")
    page.wait_for_function("document.activeElement.scrollLeft > 0")
