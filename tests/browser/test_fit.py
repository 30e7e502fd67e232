"""Where an executable fits: what a reader chooses, and what follows from it."""

import json
import re
from typing import Any

import pytest
import yaml
from playwright.sync_api import Locator, Page, expect

import sample_catalogue as sample
from browsing import Visit
from ossr_catalogue.embedded import embedded

pytestmark = [pytest.mark.browser, pytest.mark.slow]

NOTEBOOK = f"executables/{sample.uuid_of('Explore the OSSR')}/"
WITH_PROFILE = f"executables/{sample.uuid_of('Gaia clustering with HDBSCAN')}/"
UNDECLARED = f"executables/{sample.uuid_of('light curve')}/"
KEPT = "localStorage.getItem('ossr-catalogue.my-platform')"
CLUSTER = "#my-platform?title=Our+cluster&cores=210&memory=16+GiB"


def alive(page: Page) -> Page:
    page.wait_for_selector("#platforms[data-alive]")
    return page


def binder(page: Page) -> Locator:
    return page.locator("[data-platform=mybinder]")


def row(page: Page, name: str) -> Locator:
    return page.locator(f"[data-amount={name}]")


def request(page: Page) -> Any:  # noqa: ANN401 - JSON
    return json.loads(page.locator("#request pre code").inner_text())


def test_a_slider_turns_platforms_and_the_request_follows(visit: Visit) -> None:
    page = alive(visit(NOTEBOOK).page)
    expect(binder(page)).to_contain_text(
        "Fits, with less than it could use: could use 16 GB of memory, offers 2 GB"
    )
    expect(binder(page).get_by_role("link", name="Open on mybinder.org")).to_be_visible()
    page.get_by_role("slider", name="Memory").focus()
    for _ in range(2):
        page.keyboard.press("ArrowRight")
    expect(binder(page)).to_contain_text("Does not fit: needs 3 GB of memory, offers 2 GB")
    expect(binder(page).get_by_role("link", name="Open on mybinder.org")).to_be_hidden()
    assert request(page)["compute"]["memory"] == {"min": 3, "max": 3}
    assert request(page)["compute"]["cores"] == {"min": 1, "max": 4}
    expect(page.locator("#request-said")).to_contain_text("for what is chosen above")


def test_a_link_starts_the_file_at_the_pinned_revision_once_it_fits(visit: Visit) -> None:
    page = alive(visit(UNDECLARED).page)
    page.get_by_role("button", name="Memory: not declared. What if it were?").click()
    link = binder(page).get_by_role("link", name="Open on mybinder.org")
    expect(link).to_be_hidden()
    page.get_by_role("slider", name="Memory").press("Home")
    expect(link).to_have_attribute(
        "href",
        "https://mybinder.org/v2/git/https%3A%2F%2Fgithub.com%2Fexample%2Fossr-library/"
        f"{sample.REVISION}?urlpath=lab/tree/drafts/light%20curve.ipynb",
    )
    expect(link).to_be_visible()


def test_a_link_appears_where_only_a_profile_fits(visit: Visit) -> None:
    page = alive(visit(NOTEBOOK).page)
    seen = page.evaluate("""async () => {
        const { Offers } = await import("/assets/fit-offers.js");
        const item = document.querySelector("[data-platform=mybinder]").cloneNode(true);
        item.querySelector("a.button").remove();
        const list = document.createElement("ul");
        list.append(item);
        const type = "urn:types/jupyter-notebook";
        const platform = { id: "mybinder", types: [type], limits: { cores: 1, memory_bytes: 2e9 } };
        const offers = new Offers(list, [platform], new URL("/", location.href));
        return [4e9, 1e9].map((min) => {
            offers.judge({ type, compute: [{ cores: { min: 1 }, memory_bytes: { min } }] });
            return item.querySelector("a.button")?.href ?? "";
        });
    }""")
    assert seen == ["", binder(page).get_by_role("link", name="Open on mybinder.org").get_attribute("href")]


def test_a_command_is_copied_by_keyboard_and_that_is_said(visit: Visit) -> None:
    page = alive(visit(NOTEBOOK, permissions=["clipboard-read", "clipboard-write"]).page)
    page.locator("#run .copy").nth(1).press("Enter")
    expect(page.get_by_role("status").filter(has_text="Copied")).to_be_attached()
    assert page.evaluate("navigator.clipboard.readText()") == "jupyter lab 'notebooks/Explore the OSSR.ipynb'"


def test_an_amount_can_be_typed(visit: Visit) -> None:
    page = alive(visit(NOTEBOOK).page)
    page.get_by_role("textbox", name="Memory, exactly").fill("1500 MB")
    page.get_by_role("textbox", name="Cores, exactly").fill("1")
    page.keyboard.press("Enter")
    expect(binder(page)).to_contain_text("Fits: within its limits")
    assert page.get_by_role("slider", name="Memory").get_attribute("aria-valuetext") == "1500 MB"
    assert page.get_by_role("slider", name="Cores").get_attribute("aria-valuetext") == "1 core"


@pytest.mark.parametrize(
    ("typed", "complaint"),
    [("much", "Write 16 GiB."), ("17 GB", "Declared is: 1 GB to 16 GB."), ("-1", "Write 16 GiB.")],
)
def test_what_cannot_be_meant_is_said_and_changes_nothing(visit: Visit, typed: str, complaint: str) -> None:
    page = alive(visit(NOTEBOOK).page)
    field = page.get_by_role("textbox", name="Memory, exactly")
    field.fill(typed)
    field.press("Enter")
    expect(row(page, "memory").get_by_role("alert")).to_have_text(complaint)
    expect(field).to_have_attribute("aria-invalid", "true")
    expect(binder(page)).to_contain_text("could use 16 GB of memory")


def test_everything_can_be_as_declared_again(visit: Visit) -> None:
    page = alive(visit(NOTEBOOK).page)
    before = page.locator("#platforms").inner_text()
    page.get_by_role("slider", name="Memory").press("End")
    page.get_by_role("slider", name="Cores").press("End")
    assert page.locator("#platforms").inner_text() != before
    page.get_by_role("button", name="As declared").click()
    assert page.locator("#platforms").inner_text() == before
    assert request(page)["compute"]["memory"] == {"min": 1, "max": 14}
    expect(page.locator("#request-said")).to_contain_text("for what is declared")


def test_how_many_platforms_fit_is_announced(visit: Visit) -> None:
    page = alive(visit(NOTEBOOK).page)
    said = page.locator("#fit").get_by_role("status")
    before = said.inner_text()
    page.get_by_role("slider", name="Memory").press("End")
    expect(said).not_to_have_text(before)
    expect(said).to_contain_text("does not fit on ")
    expect(said).to_have_attribute("aria-live", "polite")


def test_what_is_not_declared_is_asked_about_first(visit: Visit) -> None:
    page = alive(visit(UNDECLARED).page)
    expect(binder(page)).to_contain_text("Not known: its needs are not declared")
    expect(page.get_by_role("slider")).to_have_count(0)
    page.get_by_role("button", name="Memory: not declared. What if it were?").press("Enter")
    expect(page.get_by_role("slider", name="Memory")).to_be_focused()
    expect(binder(page)).to_contain_text("Does not fit: needs 8 GiB of memory, offers 2 GB")
    assert request(page)["compute"]["memory"] == {"min": 8, "max": 8}


def test_a_profile_has_needs_of_its_own(visit: Visit) -> None:
    page = alive(visit(WITH_PROFILE).page)
    expect(page.locator("#platforms")).to_contain_text(
        "No platform that the catalogue knows takes this type."
    )
    expect(page.get_by_role("form", name="Try other amounts")).to_be_hidden()
    page.goto(page.url + CLUSTER)
    own = page.locator("[data-platform=mine]")
    expect(own).to_contain_text("Does not fit: needs 344 GB of memory, offers 16 GiB")
    page.get_by_role("radio", name="As a whole").focus()
    page.keyboard.press("ArrowDown")
    expect(page.get_by_role("radio", name="500 MB sample")).to_be_checked()
    expect(own).to_contain_text("Does not fit: needs 6 nodes, offers 1 node")
    expect(row(page, "memory")).to_contain_text("100 GB")


def test_my_platform_is_entered_once_and_then_comes_first(visit: Visit) -> None:
    visited = visit(NOTEBOOK)
    page = alive(visited.page)
    page.get_by_role("link", name="Add your own platform").click()
    page.get_by_label("Name").fill("My <b>laptop</b>")
    page.get_by_label("Cores").fill("4")
    page.get_by_label("Memory", exact=True).fill("16 GB")
    page.get_by_role("button", name="Keep it").click()
    expect(page.get_by_role("status")).to_contain_text("Kept in this browser.")
    page.get_by_role("link", name="Back to where you were").click()
    alive(page).reload()
    first = alive(page).locator("#offers > li").first
    expect(first).to_contain_text("My <b>laptop</b> 4 cores · 16 GB of memory")
    expect(first).to_contain_text("Fits: within its limits")
    first.get_by_role("link", name="Change").click()
    expect(page.get_by_label("Name")).to_have_value("My <b>laptop</b>")
    page.get_by_role("button", name="Forget it").click()
    alive(visited.go(NOTEBOOK))
    expect(page.locator("[data-platform=mine]")).to_have_count(0)


def test_a_platform_comes_by_a_link_and_is_kept_when_the_reader_says_so(visit: Visit) -> None:
    visited = visit(f"my-platform/{CLUSTER}&type=jupyter-notebook&walltime=PT12H")
    page = visited.page
    expect(page.get_by_text("A link brought you this platform.")).to_be_visible()
    expect(page.get_by_label("Longest run")).to_have_value("12 h")
    assert page.evaluate(KEPT) is None
    page.get_by_role("button", name="Keep it").click()
    kept = json.loads(page.evaluate(KEPT))
    assert kept["title"] == "Our cluster"
    assert kept["types"] == ["urn:types/jupyter-notebook"]
    assert kept["limits"] == {
        "cores": 210,
        "memory_bytes": 16 * 1024**3,
        "walltime_seconds": 43_200,
        "nodes": 1,
    }
    expect(page).to_have_url(f"{visited.base}my-platform/")


def test_the_link_of_the_documentation_brings_what_it_says(visit: Visit) -> None:
    (fragment,) = re.findall(
        r"my-platform/(#my-platform\S+)", embedded("catalogue/pages/for-platforms.md").read_text()
    )
    page = visit(f"my-platform/{fragment}").page
    said = {
        name: page.get_by_label(name, exact=True).input_value()
        for name in ("Name", "Cores", "Memory", "GPUs")
    }
    assert said == {"Name": "Our cluster", "Cores": "64", "Memory": "256 GiB", "GPUs": "4"}
    expect(page.get_by_label("Longest run")).to_have_value("3 d")
    assert page.locator("input[name=type]:checked").count() == 2


def test_a_platform_is_passed_on_as_a_link(visit: Visit) -> None:
    visited = visit(f"my-platform/{CLUSTER}", permissions=["clipboard-read", "clipboard-write"])
    page = visited.page
    page.get_by_role("button", name="Copy as a link").click()
    expect(page.get_by_role("status")).to_contain_text("Copied.")
    assert page.evaluate("navigator.clipboard.readText()") == f"{visited.base}my-platform/{CLUSTER}"


def test_a_platform_that_cannot_be_read_is_not_kept(visit: Visit) -> None:
    page = visit("my-platform/").page
    page.get_by_label("Memory", exact=True).fill("16 Gb")
    page.get_by_role("button", name="Keep it").click()
    expect(page.get_by_label("Memory", exact=True)).to_be_focused()
    expect(page.get_by_label("Memory", exact=True)).to_have_attribute("aria-invalid", "true")
    expect(page.get_by_text("This cannot be read. For instance 16 GiB")).to_be_visible()
    assert page.evaluate(KEPT) is None


def test_the_number_of_cores_is_proposed_and_no_more(visit: Visit) -> None:
    page = visit("my-platform/").page
    expect(page.get_by_label("Cores")).to_have_value("")
    page.get_by_role("button", name="This computer says it has").click()
    expect(page.get_by_label("Cores")).to_have_value(str(page.evaluate("navigator.hardwareConcurrency")))


def test_a_spoilt_memory_does_no_harm(visit: Visit) -> None:
    visited = visit("my-platform/")
    visited.page.evaluate("localStorage.setItem('ossr-catalogue.my-platform', '{')")
    expect(alive(visited.go(NOTEBOOK)).locator("[data-platform=mine]")).to_have_count(0)
    spoilt = {"limits": {"cores": "many", "memory_bytes": -1, "gpus": 0}, "types": ["x"], "title": 7}
    visited.page.evaluate(
        "text => localStorage.setItem('ossr-catalogue.my-platform', text)", json.dumps(spoilt)
    )
    own = alive(visited.go(NOTEBOOK)).locator("[data-platform=mine]")
    expect(own).to_contain_text("Not known: needs 1 GB of memory, how much memory it offers is not known")


def test_the_request_is_turned_into_yaml_by_keyboard_and_copied(visit: Visit) -> None:
    page = alive(visit(NOTEBOOK, permissions=["clipboard-read", "clipboard-write"]).page)
    as_json = request(page)
    page.get_by_role("tab", name="JSON").focus()
    page.keyboard.press("ArrowRight")
    expect(page.get_by_role("tab", name="YAML")).to_be_focused()
    expect(page.get_by_role("tab", name="YAML")).to_have_attribute("aria-selected", "true")
    assert page.locator("#request pre code").inner_text().startswith("executable:\n  kind: ")
    page.get_by_role("button", name="Copy the request").press("Enter")
    expect(page.get_by_role("status").filter(has_text="Copied: the request")).to_be_attached()
    assert yaml.safe_load(page.evaluate("navigator.clipboard.readText()")) == as_json


def test_the_request_can_be_kept_as_a_file(visit: Visit) -> None:
    page = alive(visit(NOTEBOOK).page)
    page.get_by_role("slider", name="Cores").press("End")
    with page.expect_download() as waiting:
        page.get_by_role("button", name="Download").click()
    assert waiting.value.suggested_filename == f"{sample.uuid_of('Explore the OSSR')}.request.json"
    assert json.loads(waiting.value.path().read_text())["compute"]["cores"] == {"min": 4, "max": 4}


def test_why_there_is_no_request_follows_too(visit: Visit) -> None:
    page = alive(visit(UNDECLARED).page)
    page.get_by_role("button", name="GPUs: not declared. What if it were?").click()
    expect(page.locator("#request-said")).to_have_text(
        "No request to an ExecutionBroker: needs 1 GPU, for which a request has no word."
    )
    expect(page.locator("#request pre")).to_be_hidden()


def words(page: Page) -> str:
    return " ".join(page.locator("#offers").inner_text().split())


@pytest.mark.parametrize(
    "title",
    [
        "Explore the OSSR",
        "OSSR library in a container",
        "Gaia clustering with HDBSCAN",
        "Quantum circuit",
        "nasty",
    ],
)
def test_the_page_says_the_same_without_scripts(visit: Visit, title: str) -> None:
    path = f"executables/{sample.uuid_of(title)}/"
    still = visit(path, java_script_enabled=False).page
    living = alive(visit(path).page)
    assert words(living) == words(still)
    expect(still.locator("#fit")).to_be_hidden()


def test_without_scripts_the_request_is_a_link(visit: Visit) -> None:
    page = visit(NOTEBOOK, java_script_enabled=False).page
    address = page.get_by_role("link", name="the request as JSON").evaluate("link => link.href")
    assert page.request.get(address).json()["executable"]["meta"]["name"] == "Explore the OSSR"


def test_where_a_file_does_not_arrive_the_page_still_says_what_is_declared(visit: Visit) -> None:
    visited = visit()
    visited.page.route("**/platforms.json", lambda route: route.abort())
    page = visited.go(NOTEBOOK)
    expect(page.locator("#fit")).to_contain_text("reload the page")
    expect(binder(page)).to_contain_text("could use 16 GB of memory, offers 2 GB")
    assert len(visited.troubles) == 1
    visited.troubles.clear()
