"""Charts in a browser: letters that a phone can show, lines that a keyboard can follow."""

from typing import Any

import pytest
from playwright.sync_api import Page, expect

import sample_catalogue as sample
from browsing import Visit

pytestmark = [pytest.mark.browser, pytest.mark.slow]

PHONE = {"width": 360, "height": 740}
DESK = {"width": 1280, "height": 900}
NEEDS = f"executables/{sample.uuid_of('OSSR library in a container')}/"
BOXES = """() => [...document.querySelectorAll("svg.chart")].map((chart) => {
    const frame = chart.getBoundingClientRect();
    const shown = [...chart.querySelectorAll("text")].filter((text) => text.getClientRects().length);
    return {
        title: chart.querySelector("title").textContent,
        sizes: shown.map((text) => parseFloat(getComputedStyle(text).fontSize)),
        outside: shown.filter((text) => {
            const box = text.getBoundingClientRect();
            return box.left < frame.left - 1 || box.right > frame.right + 1;
        }).map((text) => text.textContent),
        meeting: shown.flatMap((one, index) => shown.slice(index + 1).filter((other) => {
            const a = one.getBoundingClientRect(), b = other.getBoundingClientRect();
            // Boxes have room for accents and descenders; letters begin further inside.
            const air = a.height * 0.4;
            return a.left < b.right && b.left < a.right && a.top + air < b.bottom && b.top + air < a.bottom;
        }).map((other) => `${one.textContent} / ${other.textContent}`)),
    };
})"""


def charts(page: Page) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = page.evaluate(BOXES)
    return found


@pytest.mark.parametrize("size", [PHONE, DESK], ids=["phone", "desk"])
@pytest.mark.parametrize("path", ["overview/", NEEDS], ids=["overview", "needs"])
def test_every_letter_of_a_chart_can_be_read(visit: Visit, path: str, size: dict[str, int]) -> None:
    found = charts(visit(path, viewport=size).page)
    assert found
    assert min(size for chart in found for size in chart["sizes"]) >= 11
    assert [(chart["title"], chart["outside"]) for chart in found if chart["outside"]] == []
    assert [(chart["title"], chart["meeting"]) for chart in found if chart["meeting"]] == []


def test_a_line_of_a_chart_is_followed_by_keyboard(visit: Visit) -> None:
    page = visit("overview/", viewport=DESK).page
    line = page.locator("#types svg.chart a").first
    line.focus()
    expect(line).to_be_focused()
    page.keyboard.press("Enter")
    page.wait_for_url("**/types/**")


def test_the_numbers_of_a_chart_open_without_scripts(visit: Visit) -> None:
    page = visit("overview/", viewport=PHONE, java_script_enabled=False).page
    page.locator("#types summary").click()
    expect(page.locator("#types table")).to_be_visible()
    # An open table must not push the page sideways.
    assert page.locator("#types table").bounding_box()["width"] <= PHONE["width"]  # type: ignore[index]
