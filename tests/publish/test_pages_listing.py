"""Lists, landing, components, what was left out: paged, sorted, complete."""

from functools import cache

import pytest

import sample_catalogue as sample
from built_site import Page, read_page, stamps
from ossr_catalogue.model.catalogue import Catalogue, LeftOut, Origin
from ossr_catalogue.model.executable import Status
from ossr_catalogue.model.finding import Severity
from ossr_catalogue.model.kinds.jupyter_notebook import JupyterNotebook
from ossr_catalogue.model.kinds.python_program import PythonProgram
from ossr_catalogue.publish.pages.landing import featured
from ossr_catalogue.publish.pages.listing import sheets, type_counts
from ossr_catalogue.publish.pages.modules import modules_of
from ossr_catalogue.publish.pages.shell import CONTENT, DESCRIPTION, HEAD, TITLE, Shell, Stamp

NOTEBOOK = JupyterNotebook(location="a.ipynb")


def pages_of(catalogue: Catalogue) -> dict[str, Page]:
    return {stamp.path: read_page(stamp.content) for stamp in stamps(catalogue)}


@cache
def sample_pages() -> dict[str, Page]:
    return pages_of(sample.catalogue())


def turns(items: int, page: int) -> list[int]:
    sheet = list(sheets(range(items), "list/", per_page=10))[page - 1]
    return [turn.number for turn in sheet.turns]


@pytest.mark.parametrize(
    ("items", "paths"),
    [
        pytest.param(0, ["list/"], id="nothing"),
        pytest.param(10, ["list/"], id="just one page"),
        pytest.param(11, ["list/", "list/2/"], id="one too many"),
    ],
)
def test_a_list_is_cut_into_pages(items: int, paths: list[str]) -> None:
    cut = list(sheets(range(items), "list/", per_page=10))
    assert [sheet.path for sheet in cut] == paths
    assert [item for sheet in cut for item in sheet.items] == list(range(items))


def test_a_page_knows_what_it_shows_and_its_neighbours() -> None:
    _, second, third = sheets(range(25), "list/", per_page=10)
    assert (second.first, second.last, second.total) == (11, 20, 25)
    assert (second.previous, second.following) == ("list/", "list/3/")
    assert (third.previous, third.following) == ("list/2/", "")


@pytest.mark.parametrize(
    ("items", "page", "shown"),
    [
        pytest.param(10, 1, [], id="no pager for one page"),
        pytest.param(50, 1, [1, 2, 3, 0, 5], id="first"),
        pytest.param(1000, 50, [1, 0, 48, 49, 50, 51, 52, 0, 100], id="in the middle"),
        pytest.param(1000, 100, [1, 0, 98, 99, 100], id="last"),
    ],
)
def test_a_pager_shows_the_ends_and_the_neighbours(items: int, page: int, shown: list[int]) -> None:
    assert turns(items, page) == shown


def test_the_list_is_alphabetical_whatever_the_case() -> None:
    entries = [sample.entry(NOTEBOOK, title) for title in ("beta", "Alpha", "Gamma")]
    text = pages_of(sample.catalogue(*entries))["catalogue/"].text
    assert text.index("Alpha") < text.index("beta") < text.index("Gamma")


def test_the_second_page_of_the_list_is_linked_and_continues_it() -> None:
    entries = [sample.entry(NOTEBOOK, f"Title {number:03}") for number in range(51)]
    pages = pages_of(sample.catalogue(*entries))
    assert "../catalogue/2/" in pages["catalogue/"].addresses()
    assert "1 – 50 of 51 executables" in pages["catalogue/"].text  # noqa: RUF001 - an en dash, for a range
    assert "Title 050" in pages["catalogue/2/"].text
    assert "Title 049" not in pages["catalogue/2/"].text


def test_each_type_has_a_list_of_its_own() -> None:
    pages = sample_pages()
    text = pages["types/jupyter-notebook/"].text
    assert "Explore the OSSR" in text
    assert "CASA image" not in text
    assert "types/other/" not in pages


def test_only_types_that_occur_are_counted_in_the_order_of_the_kinds() -> None:
    entries = [
        sample.entry(PythonProgram(module="a"), "One"),
        sample.entry(NOTEBOOK, "Two"),
        sample.entry(NOTEBOOK, "Three"),
    ]
    counts = [(one.plural, one.count) for one in type_counts(sample.catalogue(*entries))]
    assert counts == [("Jupyter notebooks", 2), ("Python programs", 1)]


def test_a_card_shows_origin_needs_and_status() -> None:
    text = sample_pages()["catalogue/"].text
    assert "Jupyter notebook OSSR library needs not declared Drafted" in text
    assert "Command-line program Tools of a folder needs not declared deprecated Declared" in text
    assert "Zeppelin notebook Gaia data mining platform 8 nodes · 210 cores · 344 GB · 190 h Declared" in text


def test_what_is_featured_is_declared_sound_and_different() -> None:
    good = sample.entry(NOTEBOOK, "Good", needs=sample.SMALL)
    second = sample.entry(NOTEBOOK, "Second", needs=sample.SMALL, origin=Origin.INFERRED)
    other = sample.entry(PythonProgram(module="a"), "Other type", sample.GAIA)
    assert [one.executable.title for one in featured(sample.catalogue(second, good, other))] == [
        "Good",
        "Other type",
        "Second",
    ]


@pytest.mark.parametrize(
    "worse",
    [
        sample.entry(NOTEBOOK, "Worse", needs=sample.SMALL, status=Status.DEPRECATED),
        sample.entry(NOTEBOOK, "Worse", needs=sample.SMALL, origin=Origin.INFERRED),
        sample.entry(NOTEBOOK, "Worse"),
        sample.entry(
            NOTEBOOK, "Worse", needs=sample.SMALL, findings=(sample.finding(severity=Severity.WARNING),)
        ),
    ],
    ids=["deprecated", "drafted", "without needs", "with warnings"],
)
def test_what_is_featured_comes_in_the_order_of_its_quality(worse: sample.Entry) -> None:
    better = sample.entry(NOTEBOOK, "Better", needs=sample.SMALL)
    assert [one.executable.title for one in featured(sample.catalogue(worse, better))] == ["Better", "Worse"]


def test_the_landing_page_counts_and_names_common_keywords() -> None:
    entries = [
        sample.entry(NOTEBOOK, "One", keywords=("rare", "often")),
        sample.entry(NOTEBOOK, "Two", keywords=("often",)),
    ]
    page = pages_of(sample.catalogue(*entries))[""]
    assert "2 executables of 1 component " in page.text
    assert page.text.index("often") < page.text.index("rare")
    assert "./catalogue/?keyword=often" in page.addresses()


def test_the_page_of_a_component_has_its_facts_and_its_executables() -> None:
    page = sample_pages()["components/gitlab.example.org-gaia-mining/"]
    assert "Calibrate LOFAR data" in page.text
    assert "Explore the OSSR" not in page.text
    assert "Repository gitlab.example.org/gaia/mining" in page.text
    assert "https://gitlab.example.org/gaia/mining" in page.addresses()


def test_components_are_listed_with_the_number_of_their_executables() -> None:
    text = sample_pages()["components/"].text
    assert "Gaia data mining platform fedcba987654 2 executables" in text


def test_what_was_left_out_is_listed_with_reason_and_findings() -> None:
    gaps = (
        LeftOut(
            source="git b", path="executables.json", reason="It is broken.", findings=(sample.finding(),)
        ),
        LeftOut(source="git a", path="", reason="It did not answer."),
    )
    page = pages_of(sample.catalogue(left_out=gaps))["left-out/"]
    assert page.text.index("git a It did not answer.") < page.text.index("git b")
    assert "executables.json It is broken. 1 finding" in page.text
    assert "../rules/DSC101/" in page.addresses()


SHELL = Shell(
    f'<html><title>{TITLE}</title><meta content="{DESCRIPTION}">{HEAD}'
    '<a href="..">home</a><a href="../catalogue/" data-section="catalogue">list</a>'
    f'<script>{{"base": ".."}}</script><p>to be continued ...</p>{CONTENT}</html>'
)


def stamped(path: str, content: str = "text", section: str = "") -> str:
    return SHELL.stamp(
        Stamp(path=path, title='<"t">', description="<d>", content=content, head="<link>", section=section)
    )


@pytest.mark.parametrize(
    ("path", "root"),
    [("", "."), ("catalogue/", ".."), ("executables/1/", "../.."), ("types/a/2/", "../../..")],
)
def test_the_shell_fits_a_page_at_any_depth(path: str, root: str) -> None:
    html = stamped(path)
    assert f'<a href="{root}">' in html
    assert f'<a href="{root}/catalogue/"' in html
    assert f'{{"base": "{root}"}}' in html
    assert "to be continued ..." in html


def test_what_goes_into_the_head_is_escaped() -> None:
    html = stamped("")
    assert "<title>&lt;&quot;t&quot;&gt;</title>" in html
    assert '<meta content="&lt;d&gt;"><link>' in html


def test_the_section_of_a_page_is_marked_in_the_header() -> None:
    assert 'data-section="catalogue" aria-current="true"' in stamped("", section="catalogue")
    assert "aria-current" not in stamped("", section="rules")


def test_a_marker_in_the_content_is_text() -> None:
    assert stamped("", content=f"a {TITLE} b").count("&lt;&quot;t&quot;&gt;") == 1


def test_the_modules_behind_a_script_are_fetched_at_once() -> None:
    head = next(stamp.head for stamp in stamps(sample.catalogue()) if stamp.path == "compare/")
    assert modules_of("compare-columns.js") == (
        "amounts.js",
        "decimal.js",
        "matching-table.js",
        "my-platform.js",
        "platforms.js",
        "typed-amounts.js",
    )
    for module in modules_of("compare.js"):
        assert f'<link rel="modulepreload" href="../assets/{module}">' in head
