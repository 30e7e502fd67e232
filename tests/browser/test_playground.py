"""The playground: the same findings as on a laptop, while one types, and nothing leaves the page."""

import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

from browsing import Visit, Visited, watch
from ossr_catalogue.lint.examples import as_document
from ossr_catalogue.lint.registry import all_rules
from ossr_catalogue.lint.sound import SOUND_JSON
from ossr_catalogue.publish.in_browser import answer
from playground_site import build_with, real_runtime

pytestmark = [pytest.mark.browser, pytest.mark.slow]

STATUS = "#status"
TEXT = "#text"
PATIENCE = 30_000
HOSTILE = SOUND_JSON.replace(
    '"title"', '"<img src=x onerror=alert(1)>": "</textarea><script>alert(2)</script>\\u202e", "title"'
)


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build a site with a playground that runs."""
    runtime = real_runtime()
    if runtime is None:
        pytest.skip("there is no Pyodide; `make playground` fetches it with npm")
    folder = tmp_path_factory.mktemp("browser") / "site"
    build_with(runtime, folder)
    return folder


@pytest.fixture(scope="module")
def running(site: str, browser: Browser) -> Iterator[Visited]:
    """Open one playground for all tests that leave it as it was: loading Python takes seconds."""
    visited = Visited(page=browser.new_context().new_page(), base=site)
    watch(visited)
    visited.go("playground/#example=sound-json")
    seen(visited.page, 1)
    yield visited
    visited.page.context.close()


@pytest.fixture
def shown(running: Visited) -> Iterator[Callable[[str], Page]]:
    """Give a function that shows what an address says; a test fails if the page complains."""

    def show(fragment: str) -> Page:
        before = answers(running.page)
        # Without the fragment of the test before: an address that does not change is not read again.
        running.page.evaluate("history.replaceState(null, '', location.pathname)")
        running.page.evaluate("fragment => { location.hash = fragment; }", fragment)
        seen(running.page, before + 1)
        return running.page

    yield show
    troubles, running.troubles = running.troubles, []
    assert troubles == []


def answers(page: Page) -> int:
    """Say how often the linter has answered."""
    return int(page.locator("#playground").get_attribute("data-seen") or 0)


def opened(visit: Visit, fragment: str = "", **settings: Any) -> Visited:  # noqa: ANN401 - Playwright's own
    """Open the playground, and wait until it has looked at its text."""
    visited: Visited = visit(f"playground/{fragment}", **settings)
    seen(visited.page, 1)
    return visited


def seen(page: Page, times: int) -> None:
    """Wait until the linter has answered so often; the page's policy refuses `wait_for_function`."""
    page.evaluate(
        """([times, patience]) => new Promise((done, fail) => {
          const place = document.getElementById("playground");
          const look = () => Number(place.dataset.seen) >= times && done();
          new MutationObserver(look).observe(place, { attributes: true });
          setTimeout(() => fail(new Error(`not seen ${times} times`)), patience);
          look();
        })""",
        [times, PATIENCE],
    )


def write(page: Page, text: str) -> None:
    """Write a whole text, and wait for what is said about it."""
    before = answers(page)
    page.locator(TEXT).fill(text)
    seen(page, before + 1)


def codes(page: Page) -> list[str]:
    return page.locator("#findings .remark__code").all_inner_texts()


def texts_of_examples() -> Iterator[tuple[str, str]]:
    """Give the bad examples of all rules that are text, and how their files are called."""
    for rule in all_rules():
        for example in rule.bad:
            content, name = as_document(example)
            if isinstance(content, str):
                yield content, name


def test_the_browser_says_of_every_example_what_python_says(visit: Visit) -> None:
    page = visit("playground/").page
    asked = list(texts_of_examples())
    answers = page.evaluate(
        """async (asked) => {
          const playground = document.getElementById("playground");
          const address = (name) => new URL(playground.dataset[name], document.baseURI).href;
          const worker = new Worker("../assets/playground/worker.js", { type: "module" });
          const heard = () => new Promise((hear) => worker.addEventListener("message", hear, { once: true }));
          const root = "https://rules.example/";
          worker.postMessage({ start: { runtime: address("runtime"), linter: address("linter"), root } });
          await heard();
          const answers = [];
          for (const [text, name] of asked) {
            worker.postMessage({ number: 1, text, name });
            answers.push((await heard()).data);
          }
          worker.terminate();
          return answers;
        }""",
        [list(one) for one in asked],
    )
    expected = [json.loads(answer(text, name, "https://rules.example/")) for text, name in asked]
    assert len(asked) > 100
    assert [one.get("trouble") for one in answers if "trouble" in one] == []
    assert [one["answer"] for one in answers] == expected


def test_findings_follow_what_is_typed(shown: Callable[[str], Page]) -> None:
    page = shown("#example=sound-json")
    expect(page.locator(STATUS)).to_have_text("Nothing to complain about")
    write(page, SOUND_JSON.replace('"title"', '"titel"'))
    expect(page.locator(STATUS)).to_have_text("1 error")
    assert codes(page) == ["SCH021"]
    assert page.locator("#marks mark").all_inner_texts() == ['"titel"']
    assert page.locator("#gutter [data-severity=error]").inner_text().strip() == "6"


def test_a_finding_leads_to_its_place_and_to_its_rule(visit: Visit) -> None:
    page = opened(visit, "#example=RES104").page
    page.locator("#findings .remark__place").first.click()
    selected = page.locator(TEXT).evaluate("it => it.value.slice(it.selectionStart, it.selectionEnd)")
    assert selected == '"16 Gb"'
    page.locator("#findings .remark__code").click()
    page.wait_for_url("**/rules/RES104/")


def test_places_are_right_after_letters_that_browsers_count_twice(shown: Callable[[str], Page]) -> None:
    page = shown("#example=sound-json")
    write(page, '{"executables": [{"title": "😀 🔭", "titel": 3}]}')
    assert '"titel"' in page.locator("#marks mark").all_inner_texts()


def test_a_fix_is_applied_by_a_button_and_can_be_taken_back(shown: Callable[[str], Page]) -> None:
    page = shown("#example=sound-json")
    wrong = SOUND_JSON.replace("urn:types/", "URN:types/").replace("Fit the", "🔭 the")
    write(page, wrong)
    page.locator("#findings .remark__fix button").click()
    expect(page.locator(STATUS)).to_have_text("Nothing to complain about")
    assert page.locator(TEXT).input_value() == wrong.replace("URN:types/", "urn:types/")
    page.keyboard.press("Control+z")
    expect(page.locator(STATUS)).to_have_text("1 error")
    assert page.locator(TEXT).input_value() == wrong


def test_a_link_holds_the_whole_text(visit: Visit) -> None:
    text = SOUND_JSON.replace("Fit the", "Füge 🔭 <b>\u202e") + "\n\n"
    visited = opened(visit, permissions=["clipboard-read", "clipboard-write"])
    page = visited.page
    write(page, text)
    page.locator("#format").select_option("yaml")
    page.locator("#share").click()
    expect(page.locator(STATUS)).to_contain_text("The link is copied")
    link = page.evaluate("navigator.clipboard.readText()")
    assert (link, len(link) < 700) == (page.url, True)
    other = opened(visit, link.partition("playground/")[2]).page
    assert other.locator(TEXT).input_value() == text
    assert other.locator("#format").input_value() == "yaml"


def test_a_link_says_no_more_than_the_text_once_that_is_changed(shown: Callable[[str], Page]) -> None:
    page = shown("#example=RES104")
    write(page, "executables: []\n")
    assert page.url.endswith("/playground/")


@pytest.mark.parametrize("fragment", ["#text=%00", "#text=AAAA", "#text=y0gtyslRKM8v", "#text=7"])
def test_a_damaged_link_is_told_so(visit: Visit, fragment: str) -> None:
    page = visit(f"playground/{fragment}").page
    expect(page.locator(STATUS)).to_contain_text("The link is damaged")


def test_a_link_that_swells_is_refused(visit: Visit) -> None:
    page = visit("playground/").page
    fragment = page.evaluate(
        """async () => {
          const { fragmentOf } = await import("../assets/playground/address.js");
          return fragmentOf("a".repeat(3000000), "");
        }"""
    )
    assert 100 < len(fragment) < 10_000
    page = visit(f"playground/{fragment}").page
    expect(page.locator(STATUS)).to_contain_text("The link is damaged")


def test_hostile_text_is_only_text(shown: Callable[[str], Page]) -> None:
    page = shown("#example=sound-json")
    write(page, HOSTILE)
    expect(page.locator("#findings")).to_contain_text("<img src=x onerror=alert(1)>")
    assert page.locator("#playground img, #playground script").count() == 0


def test_what_takes_too_long_is_ended_and_the_page_lives_on(visit: Visit) -> None:
    page = opened(visit, "#example=sound-yaml").page
    page.evaluate(
        """() => {
          const send = Worker.prototype.postMessage;
          Worker.prototype.postMessage = function (said) {
            if (!said.text?.includes("slow")) send.call(this, said);
          };
        }"""
    )
    page.locator(TEXT).fill("slow: true")
    expect(page.locator(STATUS)).to_contain_text("more than five seconds", timeout=PATIENCE)
    write(page, "executables: []")
    expect(page.locator(STATUS)).to_have_text("1 error")


def test_the_format_can_be_chosen(shown: Callable[[str], Page]) -> None:
    page = shown("#example=sound-json")
    write(page, "executables: []\n")
    assert codes(page) == ["SCH042"]
    page.locator("#format").select_option("json")
    expect(page.locator("#findings .remark__code").first).to_have_text("PAR010")


def test_an_empty_field_is_no_mistake(shown: Callable[[str], Page]) -> None:
    page = shown("#example=RES104")
    page.locator(TEXT).fill("")
    expect(page.locator(STATUS)).to_contain_text("Paste a list")
    assert codes(page) == []


def test_everything_is_reached_by_keyboard(shown: Callable[[str], Page]) -> None:
    page = shown("#example=RES104")
    page.locator("#example").focus()
    reached = []
    for _ in range(6):
        page.keyboard.press("Tab")
        reached.append(page.evaluate("document.activeElement.id || document.activeElement.classList[0]"))
    assert reached == ["format", "share", "text", "remark__code", "button", "remark__place"]
    expect(page.get_by_role("status")).to_have_attribute("aria-live", "polite")


def test_python_is_loaded_on_this_page_only(visit: Visit) -> None:
    visited = visit()
    asked: list[str] = []
    visited.page.on("request", lambda request: asked.append(request.url))
    visited.go("rules/RES104/")
    assert [url for url in asked if "/playground/" in url] == []


@pytest.mark.parametrize(("width", "scheme"), [(390, "dark"), (1280, "light")])
def test_the_playground_fits_a_phone_and_a_desk(visit: Visit, width: int, scheme: str) -> None:
    page = opened(visit, viewport={"width": width, "height": 844}, color_scheme=scheme).page
    assert page.evaluate("document.documentElement.scrollWidth") == width


def test_marks_stand_where_the_text_stands(shown: Callable[[str], Page]) -> None:
    page = shown("#example=RES104")
    for part in (
        "fontFamily",
        "fontSize",
        "lineHeight",
        "paddingLeft",
        "paddingTop",
        "tabSize",
        "letterSpacing",
    ):
        of = f"getComputedStyle(document.getElementById('%s')).{part}"
        assert page.evaluate(of % "marks") == page.evaluate(of % "text"), part
