"""The pages of the sources say what the command says, and stay small and harmless."""

from dataclasses import replace

import pytest

import sample_catalogue as sample
from built_site import Page, page_of, read_page, stamps
from lists import FIRST, entry, harvest
from ossr_catalogue.assemble import assemble
from ossr_catalogue.cli.why_text import lines_of
from ossr_catalogue.model.catalogue import Catalogue, LeftOut, Origin
from ossr_catalogue.model.kinds.jupyter_notebook import JupyterNotebook
from ossr_catalogue.publish.pages.places import source_page
from ossr_catalogue.why.accounts import accounts_of
from ossr_catalogue.why.question import answer
from sample_harvests import COMMUNITY, FAILED, FRESH, GONE, HOSTILE, NEVER, harvested_catalogue
from sample_site import files_of, read

SOURCES = (FRESH, FAILED, NEVER, COMMUNITY, HOSTILE)


def pages(catalogue: Catalogue) -> dict[str, str]:
    return {stamp.path: stamp.content for stamp in stamps(catalogue)}


PAGES = pages(harvested_catalogue())


def page(path: str) -> Page:
    return read_page(PAGES[path])


def without_marks(text: str) -> str:
    """Leave out what a page says by other means than words: marks of code, and labels of lines."""
    return " ".join(text.replace("`", "").split())


@pytest.mark.parametrize("source", [FRESH, FAILED, NEVER, COMMUNITY])
def test_every_sentence_of_the_command_stands_on_the_page(source: str) -> None:
    words = without_marks(page(source_page(source)).text)
    said = list(lines_of(answer(source, accounts_of(harvested_catalogue()))))[3:]
    sentences = [line.strip().removeprefix("To do: ") for line in said]
    sentences = [one for one in sentences if one.endswith(".")]
    assert len(sentences) > 1
    assert [one for one in sentences if without_marks(one) not in words] == []


@pytest.mark.parametrize("source", [FRESH, FAILED, NEVER, COMMUNITY])
def test_every_reason_that_the_command_gives_stands_on_the_page(source: str) -> None:
    words = without_marks(page(source_page(source)).text)
    (account,) = (one for one in accounts_of(harvested_catalogue()) if one.name == source)
    gaps = (*account.all_left_out, *account.remarks, *filter(None, (account.failure,)))
    assert [gap.reason for gap in gaps if without_marks(gap.reason) not in words] == []


def test_the_list_of_sources_leads_to_each_and_shows_what_is_wrong_first() -> None:
    listed = page("sources/")
    assert {f"../{source_page(source)}" for source in SOURCES} <= listed.addresses()
    places = [listed.text.index(f"{source} {word}") for source, word in ((NEVER, "failed"), (FRESH, "fresh"))]
    assert places == sorted(places)


def test_the_page_of_a_source_leads_to_what_is_listed_and_to_what_is_gone() -> None:
    listed = assemble([harvest(FRESH, entry(FIRST))])
    catalogue = replace(listed, gone=(replace(GONE, slug=""),))
    addresses = read_page(pages(catalogue)[source_page(FRESH)]).addresses()
    assert {f"../../executables/{FIRST}/", f"../../executables/{GONE.uuid}/"} <= addresses


def test_every_address_that_the_pages_name_is_a_page() -> None:
    for source in SOURCES:
        path = source_page(source)
        ours = {one for one in page(path).addresses() if one.startswith("../../")}
        known = {f"../../{one}" for one in PAGES} | {"../../"}
        assert {one for one in ours if not one.endswith(".json")} <= known


def test_what_is_left_out_stands_apart_from_remarks() -> None:
    left_out, remarks = page("left-out/"), page("remarks/")
    assert "versions disagree" in remarks.text
    assert "versions disagree" not in left_out.text
    assert "lies among tests" in left_out.text
    assert "lies among tests" not in remarks.text
    assert {"../sources/", "../remarks/", f"../{source_page(COMMUNITY)}"} <= left_out.addresses()


def test_without_remarks_there_is_no_page_of_remarks() -> None:
    found = pages(sample.catalogue())
    assert "remarks/" not in found
    assert "../remarks/" not in read_page(found["left-out/"]).addresses()


def test_the_page_of_an_executable_leads_to_its_source() -> None:
    one = sample.entry(JupyterNotebook(location="x.ipynb"), title="Fit x")
    assert f"../../{source_page(one.provenance.source)}" in page_of(one).addresses()


def test_hostile_names_and_reasons_are_shown_as_text() -> None:
    for path in (source_page(HOSTILE), "sources/", "left-out/"):
        found = page(path)
        assert "<script>alert(1)</script>" in found.text
        assert not {"script", "img"} & found.tags
        assert not [name for name in found.attributes if name.startswith("on")]
        assert found.mistakes == []
        assert "\u202e" not in PAGES[path]


@pytest.mark.parametrize(
    "name",
    [
        "zenodo escape2020",
        "git https://example.org/a b",
        "2",
        "folder ..",
        "git ../../x",
        "ü",
        "",
        "a/" * 300,
    ],
)
def test_the_page_of_a_source_lies_in_its_folder_whatever_its_name(name: str) -> None:
    folder, slug, end = source_page(name).split("/")
    assert (folder, end) == ("sources", "")
    assert slug.strip(".")
    assert not slug.isdigit()
    assert len(slug) < 100
    assert slug.isascii()


def test_sources_that_look_alike_have_pages_of_their_own() -> None:
    names = (
        "git https://x.org/a/b",
        "git https://x.org/a-b",
        "git https://x.org/A-b",
        "git https://x.org/a b",
    )
    assert len({source_page(name) for name in names}) == len(names)


def test_no_page_grows_with_the_source() -> None:
    (one,) = harvest("zenodo big", entry(FIRST)).harvested
    gaps = tuple(LeftOut(source="zenodo big", path=f"t/{i}", reason="lies among tests") for i in range(500))
    many = [
        replace(one, component=replace(one.component, slug=f"z-{i}"), left_out=gaps if i == 0 else ())
        for i in range(45)
    ]
    found = pages(assemble([replace(harvest("zenodo big"), harvested=tuple(many))]))
    base = source_page("zenodo big")
    sizes = {path: len(text) for path, text in found.items() if path.startswith(base)}
    assert sorted(sizes) == [base, f"{base}2/", f"{base}3/"]
    assert max(sizes.values()) < 60_000
    assert "And 490 more" in read_page(found[base]).text
    assert "left-out/11/" in found


def test_programs_are_told_the_same_and_that_it_may_change_from_day_to_day() -> None:
    files = files_of(harvested_catalogue())
    sources = {one["source"]: one for one in read("sources.json", files)["sources"]}
    fresh = read(sources[FRESH]["document"], files)
    assert (fresh["condition"], fresh["standing"], fresh["requests"]) == ("fresh", "partly listed", 3)
    assert fresh["attempted"] == "2026-11-22T12:05:00Z"
    assert fresh["components"][0]["left_out"][0]["cause"] == "refused"
    assert sources[NEVER]["failure"] == "404"
    door = next(one for one in read("index.json", files)["doors"] if one["rel"] == "sources")
    assert door == {"rel": "sources", "href": "sources.json", "type": "application/json"}


def test_the_page_that_the_document_of_a_source_names_is_its_page() -> None:
    files = files_of(harvested_catalogue())
    assert {one["page"] for one in read("sources.json", files)["sources"]} <= set(PAGES)


def draft(**extras: object) -> Page:
    one = sample.entry(
        JupyterNotebook(location="a/x.ipynb"),
        title="x",
        origin=Origin.INFERRED,
        extras=tuple(extras.items()),
    )
    return page_of(one)


GROUNDS = {
    "title": {"from": "a/x.ipynb", "how": "file-name", "sure": "low"},
    "description": {"from": "a/x.ipynb#cell0", "how": "paragraph", "sure": "medium"},
    "kernel": {"from": "<b>x</b>", "how": "declared", "sure": "high"},
}


def test_a_draft_says_where_each_value_comes_from_and_how_sure_it_is() -> None:
    found = draft(**{"x-inferred": GROUNDS})
    assert "Title a/x.ipynb made of the file's name unsure" in found.text
    assert "Description a/x.ipynb, cell 1 what introduces it likely" in found.text
    assert "unsure: nothing better was found" in found.text
    assert any(address.endswith("/blob/" + sample.REVISION + "/a/x.ipynb") for address in found.addresses())


def test_a_draft_whose_title_is_unsure_says_so_at_its_top() -> None:
    found = draft(**{"x-inferred": GROUNDS})
    assert "Its title is unsure" in found.text
    assert {"#grounds"} <= found.addresses()
    assert "grounds" in found.ids


def test_the_grounds_are_text_and_a_table_that_screen_readers_know() -> None:
    found = draft(**{"x-inferred": GROUNDS})
    assert "<b>x</b>" in found.text
    assert {"scope"} <= found.attributes


@pytest.mark.parametrize("said", [None, 7, [], {"title": 7}, {"title": {"from": 7}}], ids=repr)
def test_grounds_that_cannot_be_read_are_passed_over(said: object) -> None:
    found = draft(**{"x-inferred": said})
    assert "grounds" not in found.ids
    assert found.mistakes == []


def test_what_is_declared_has_no_grounds_whatever_its_list_says() -> None:
    one = sample.entry(JupyterNotebook(location="x.ipynb"), title="x", extras=(("x-inferred", GROUNDS),))
    assert "grounds" not in page_of(one).ids


def test_the_document_has_the_grounds_as_they_are() -> None:
    one = sample.entry(
        JupyterNotebook(location="x.ipynb"),
        title="x",
        origin=Origin.INFERRED,
        extras=(("x-inferred", GROUNDS),),
    )
    files = files_of(sample.catalogue(one))
    document = read(f"executables/{one.executable.uuid}.json", files)
    assert document["declared"]["x-inferred"] == GROUNDS
