"""Every kind of page, in both schemes, on a desk and on a phone, with hostile text."""

import pytest
from playwright.sync_api import expect

import sample_catalogue as sample
from browsing import Visit
from page_kinds import PAGES

pytestmark = [pytest.mark.browser, pytest.mark.slow]

DESK = {"width": 1280, "height": 900}
PHONE = {"width": 390, "height": 844}


@pytest.mark.parametrize("name", PAGES)
def test_a_page_fits_a_phone_in_the_dark_and_a_desk_in_the_light(visit: Visit, name: str) -> None:
    for size, scheme in ((PHONE, "dark"), (DESK, "light")):
        page = visit(PAGES[name], viewport=size, color_scheme=scheme).page
        assert page.evaluate("document.documentElement.scrollWidth") == size["width"]
        assert page.locator("h1").count() == 1


def test_the_scheme_follows_the_reader_and_can_be_chosen(visit: Visit) -> None:
    visited = visit("", color_scheme="dark")
    background = "getComputedStyle(document.body).backgroundColor"
    assert visited.page.evaluate(background) == "rgb(17, 22, 28)"
    visited.page.locator("label[title='Switch to light colours']").click()
    assert visited.page.evaluate(background) == "rgb(251, 250, 247)"
    visited.go("catalogue/")
    assert visited.page.evaluate(background) == "rgb(251, 250, 247)"


def test_the_menu_of_a_phone_opens_by_keyboard(visit: Visit) -> None:
    page = visit("", viewport=PHONE).page
    page.get_by_role("button", name="Menu").focus()
    page.keyboard.press("Enter")
    page.locator(".cat-drawer a", has_text="Components").click()
    page.wait_for_url("**/components/")


def test_filters_come_in_a_sheet_on_a_phone(visit: Visit) -> None:
    page = visit("catalogue/", viewport=PHONE).page
    expect(page.get_by_label("CWL workflow")).to_be_hidden()
    page.get_by_role("button", name="Filters").click()
    page.get_by_label("CWL workflow").check()
    page.get_by_role("button", name="Show 1 executable").click()
    expect(page.get_by_role("dialog")).to_be_hidden()
    expect(page.locator("#count")).to_have_text("1 executable")
    page.get_by_role("button", name="Filters").click()
    page.keyboard.press("Escape")
    expect(page.get_by_role("dialog")).to_be_hidden()


def test_hostile_text_is_shown_as_text_by_the_search_too(visit: Visit) -> None:
    page = visit("catalogue/?q=evil").page
    card = page.locator("#result-list .card").first
    expect(card).to_contain_text("<script>alert(1)</script>")
    assert card.locator("script, img").count() == 0
    assert "\u202e" not in card.inner_text()
    card.locator("a").click()
    expect(page.locator("h1")).to_contain_text("<img src=x onerror=alert(2)>")


def test_commands_are_copied_with_a_click(visit: Visit) -> None:
    visited = visit(viewport=DESK, permissions=["clipboard-read", "clipboard-write"])
    page = visited.go(f"executables/{sample.uuid_of('CASA image')}/")
    page.locator("#run pre").first.hover()
    page.locator("#run button.copy").first.click()
    expect(page.locator("#run button.copy").first).to_have_text("Copied")
    assert page.evaluate("navigator.clipboard.readText()") == "apptainer run oras://ghcr.io/example/casa:6"


def test_everything_can_be_printed(visit: Visit) -> None:
    page = visit(PAGES["executable"]).page
    page.emulate_media(media="print")
    expect(page.locator(".md-header")).to_be_hidden()
    expect(page.locator("#needs")).to_be_visible()
