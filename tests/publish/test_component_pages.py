"""Components: found by the eye, and told by what is in them."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest

import sample_catalogue as sample
from built_site import Page, plain_press, read_page
from ossr_catalogue.model.catalogue import Catalogue, Entry, Origin, Stale
from ossr_catalogue.model.component import Component
from ossr_catalogue.model.kinds.cwl_workflow import CwlWorkflow
from ossr_catalogue.model.kinds.jupyter_notebook import JupyterNotebook
from ossr_catalogue.model.quantity import GIB, Range
from ossr_catalogue.model.resources import Compute, Needs
from ossr_catalogue.publish.pages.component import component_pages, view_of
from ossr_catalogue.publish.pages.components import first_letter
from ossr_catalogue.publish.pages.places import source_page

NOTEBOOK = JupyterNotebook(location="a.ipynb")
WORKFLOW = CwlWorkflow(location="a.cwl")
PRESS = plain_press()
PATH = f"components/{sample.LIBRARY.slug}/"


def pages_of(*entries: Entry) -> dict[str, Page]:
    return pages(sample.catalogue(*entries))


def pages(catalogue: Catalogue) -> dict[str, Page]:
    return {one.path: read_page(one.content) for one in component_pages(PRESS, catalogue)}


def named(*titles: str) -> list[Entry]:
    components = (Component(slug=f"c{n}", title=title, revision="1") for n, title in enumerate(titles))
    return [sample.entry(NOTEBOOK, f"In {one.title} {one.slug}", one) for one in components]


def facts(*entries: Entry) -> dict[str, str]:
    return {fact.label: fact.text for fact in view_of(sample.LIBRARY, entries).needs}


def needing(title: str, compute: Compute) -> Entry:
    return sample.entry(NOTEBOOK, title, needs=Needs(compute=(compute,)))


@pytest.mark.parametrize(
    ("title", "letter"),
    [
        pytest.param("gammapy", "G", id="small"),
        pytest.param("Émission", "E", id="accent"),
        pytest.param("  [alpha]", "A", id="after signs"),
        pytest.param("3ML", "#", id="digit"),
        pytest.param("星", "#", id="another script"),
        pytest.param("", "#", id="nothing"),
    ],
)
def test_a_component_stands_under_its_first_letter(title: str, letter: str) -> None:
    assert first_letter(title) == letter


def test_the_list_goes_by_the_alphabet_with_others_last() -> None:
    text = pages_of(*named("beta", "3ML", "Alpha", "ápex"))["components/"].text
    places = [text.rindex(word) for word in ("Alpha", "ápex", "beta", "3ML")]
    assert places == sorted(places)


def test_each_letter_leads_to_the_page_on_which_it_begins() -> None:
    read = pages_of(*named(*(f"a{number}" for number in range(49)), "b1", "b2", "zeta"))
    first, second = read["components/"], read["components/2/"]
    assert {"../components/#letter-b", "../components/2/#letter-z"} <= first.addresses()
    assert {"../../components/#letter-a", "../../components/2/#letter-z"} <= second.addresses()
    assert {"letter-a", "letter-b"} <= first.ids
    assert {"letter-b", "letter-z"} <= second.ids


def test_a_letter_without_components_leads_nowhere() -> None:
    page = pages_of(*named("alpha"))["components/"]
    assert not any(address.endswith("#letter-b") for address in page.addresses())


def test_a_catalogue_without_components_says_so() -> None:
    assert "No components yet" in pages(Catalogue(entries=(), components=()))["components/"].text


def test_executables_stand_under_their_type_in_the_order_of_the_types() -> None:
    text = pages_of(sample.entry(WORKFLOW, "A"), sample.entry(NOTEBOOK, "B"), sample.entry(NOTEBOOK, "C"))[
        PATH
    ].text
    assert "2 Jupyter notebooks 1 CWL workflow" in text
    assert text.index("Jupyter notebooks B") < text.index("C Does what") < text.index("CWL workflow A")


def test_a_long_component_is_paged_and_says_how_many_of_a_type_there_are() -> None:
    read = pages_of(*(sample.entry(NOTEBOOK, f"N{number}") for number in range(60)))
    assert "50 of 60 on this page" in read[PATH].text
    assert "10 of 60 on this page" in read[f"{PATH}2/"].text


def test_needs_are_said_from_the_least_to_the_most_with_how_many_say() -> None:
    small = needing("a", Compute(cores=Range(minimum=1, maximum=2), memory_bytes=Range(minimum=GIB)))
    large = needing("b", Compute(cores=Range(minimum=8, maximum=64)))
    assert facts(small, large) == {"Cores": "1 to 64", "Memory": "1 GiB (1 of 2 say)"}
    assert facts(sample.entry(NOTEBOOK, "c")) == {}


def test_more_that_is_always_of_use_is_said() -> None:
    assert facts(needing("a", Compute(cores=Range(minimum=2, unbounded=True)))) == {"Cores": "2 or more"}


def test_it_is_said_how_many_declare_nothing() -> None:
    assert "None of them declares any needs." in pages_of(sample.entry(NOTEBOOK, "a"))[PATH].text
    both = pages_of(sample.entry(NOTEBOOK, "a"), needing("b", Compute(cores=Range(minimum=1))))
    assert "1 of 2 declare none." in both[PATH].text


def test_the_linter_is_summed_up() -> None:
    entries = [sample.entry(NOTEBOOK, title, findings=(sample.finding(),)) for title in "ab"]
    assert "2 warnings" in pages_of(*entries)[PATH].text
    assert "Lint finds nothing" in pages_of(sample.entry(NOTEBOOK, "a"))[PATH].text


def test_it_says_how_to_cite_it() -> None:
    text = pages_of(sample.entry(NOTEBOOK, "a"))[PATH].text
    assert (
        "Ada Lovelace, ESCAPE OSSR team: OSSR library, version 2.3.0. https://doi.org/10.5281/zenodo.1234567"
        in text
    )


def test_who_declared_it_is_said() -> None:
    drafted = sample.entry(NOTEBOOK, "b", origin=Origin.INFERRED)
    assert "1 of 2 declared" in pages_of(sample.entry(NOTEBOOK, "a"), drafted)[PATH].text
    assert "All drafted" in pages_of(drafted)[PATH].text
    assert "All declared" in pages_of(sample.entry(NOTEBOOK, "a"))[PATH].text


def test_what_is_stale_says_since_when_and_why() -> None:
    since = datetime(2026, 11, 2, tzinfo=UTC)
    stale = replace(sample.entry(NOTEBOOK, "a"), stale=Stale(since=since, reason="The host did not answer."))
    read = pages_of(stale)
    assert (
        "Shown as it was on 2026-11-02. It could not be had as it is now: The host did not answer."
        in read[PATH].text
    )
    assert "shown as it was" in read["components/"].text


def test_what_is_fresh_says_of_when_it_is() -> None:
    one = sample.entry(NOTEBOOK, "a")
    day = datetime(2026, 11, 20, tzinfo=UTC)
    dated = replace(one, provenance=replace(one.provenance, harvested=day))
    older = sample.entry(NOTEBOOK, "b")
    older = replace(older, provenance=replace(older.provenance, harvested=datetime(2026, 1, 1, tzinfo=UTC)))
    assert "As of 2026-11-20" in pages_of(older, dated)[PATH].text


def test_it_leads_to_its_source_which_says_why_and_to_the_listing() -> None:
    one = sample.entry(NOTEBOOK, "a")
    elsewhere = replace(one.provenance, source="zenodo escape2020")
    addresses = pages_of(replace(one, also=(elsewhere,)))[PATH].addresses()
    assert f"../../{source_page(one.provenance.source)}" in addresses
    assert "../../sources/zenodo-escape2020/" in addresses
    assert "../../catalogue/?component=OSSR+library" in addresses


def test_a_letter_says_how_many_components_it_leads_to() -> None:
    assert "A 2 components B 1 component C" in pages_of(*named("alpha", "apex", "beta"))["components/"].text
