"""The page of an executable: what it says, and what it leaves open."""

from dataclasses import replace
from typing import Any

import pytest

import sample_catalogue as sample
from built_site import page_of, press_of
from ossr_catalogue.model.catalogue import Origin
from ossr_catalogue.model.component import Person
from ossr_catalogue.model.data import DataSlot
from ossr_catalogue.model.executable import Status
from ossr_catalogue.model.kinds.jupyter_notebook import JupyterNotebook
from ossr_catalogue.model.quantity import GIB, Range
from ossr_catalogue.model.resources import Compute, Needs
from ossr_catalogue.publish.pages.executable import executable_stamp

ENTRIES = {entry.executable.title: entry for entry in sample.of_every_type()}
NOTEBOOK = JupyterNotebook(location="a.ipynb")


@pytest.mark.parametrize("title", sorted(ENTRIES))
def test_every_type_has_a_page_with_title_type_and_component(title: str) -> None:
    entry = ENTRIES[title]
    text = page_of(entry).text
    assert title in text
    assert f"{entry.executable.kind.label} of {entry.component.title}" in text


def test_a_draft_says_that_it_is_one_and_from_what() -> None:
    text = page_of(ENTRIES["light curve"]).text
    assert "Drafted by the catalogue from some/file; its owner has not declared it." in text
    assert "Not declared. Nobody has said how many cores" in text
    assert "ossr-catalogue draft https://github.com/example/ossr-library > executables.yaml" in text


def test_a_draft_says_what_speaks_against_it() -> None:
    doubt = (("x-inferred-doubt", "lies in a folder named attic, so it may be out of date"),)
    drafted = sample.entry(NOTEBOOK, "Title", origin=Origin.INFERRED, extras=doubt)
    declared = sample.entry(NOTEBOOK, "Title", extras=doubt)
    assert "It lies in a folder named attic, so it may be out of date." in page_of(drafted).text
    assert "attic" not in page_of(declared).text


def test_a_declaration_says_where_it_stands_and_how_to_mend_it() -> None:
    page = page_of(ENTRIES["Explore the OSSR"])
    assert "Its owner can change executables.json in the repository" in page.text
    assert "Drafted by the catalogue" not in page.text
    assert (
        f"https://github.com/example/ossr-library/blob/{sample.REVISION}/executables.json" in page.addresses()
    )


@pytest.mark.parametrize("address", ["https://other.example/esap/index.json", "https://other.example/esap/"])
def test_what_is_second_hand_names_the_catalogue_that_it_is_from(address: str) -> None:
    entry = ENTRIES["Explore the OSSR"]
    second_hand = replace(entry, provenance=replace(entry.provenance, source=f"catalogue {address}"))
    page = page_of(second_hand)
    assert "Taken from other.example/esap" in page.text
    assert "https://other.example/esap/" in page.addresses()
    assert "Taken from" not in page_of(entry).text


def test_needs_stand_there_with_what_is_not_declared() -> None:
    text = page_of(ENTRIES["Explore the OSSR"]).text
    assert "Cores 1 to 4" in text
    assert "Memory 1 GB to 16 GB" in text
    assert "Walltime not declared" in text


def test_the_shopping_list_is_in_words() -> None:
    page = page_of(ENTRIES["Gaia clustering with HDBSCAN"])
    assert "gaia-dr3 wanted Astronomical observation Parquet 5 TB mounted at /data" in page.text
    assert "clusters written, optional urn:fits-image size not declared" in page.text
    assert "https://example.org/gaia/dr3.parquet" in page.addresses()


def test_what_is_wanted_comes_before_what_is_written() -> None:
    both = sample.Needs(data=tuple(reversed(sample.CLUSTER.data)))
    text = page_of(sample.entry(NOTEBOOK, "Something", needs=both)).text
    assert text.index("gaia-dr3 wanted") < text.index("clusters written")


def test_a_notebook_can_be_opened_where_it_may_run() -> None:
    page = page_of(ENTRIES["Explore the OSSR"])
    assert any(address.startswith("https://mybinder.org/v2/git/") for address in page.addresses())
    assert "mybinder.org 1 core · 2 GB of memory · 6 h Fits, with less than it could use: " in page.text


def test_where_a_type_does_not_run_is_said_in_one_line() -> None:
    text = page_of(ENTRIES["Gaia clustering with HDBSCAN"]).text
    assert "No platform that the catalogue knows takes this type." in text
    assert "Not for this type: mybinder.org, " in text


def test_findings_lead_to_their_rule_and_their_line() -> None:
    page = page_of(ENTRIES["Explore the OSSR"])
    assert "1 warning" in page.text
    assert "warning DSC101 the description has 3 words" in page.text
    assert "../../rules/DSC101/" in page.addresses()
    assert any(address.endswith("executables.json#L6") for address in page.addresses())


def test_without_findings_it_says_that_the_linter_found_none() -> None:
    assert "Lint finds nothing" in page_of(ENTRIES["Simulate showers"]).text


def test_the_files_for_machines_are_linked() -> None:
    entry = ENTRIES["Explore the OSSR"]
    found = page_of(entry).addresses()
    assert f"../../executables/{entry.executable.uuid}.json" in found
    assert f"../../executables/{entry.executable.uuid}.request.json" in found


def test_where_there_is_no_request_it_says_why() -> None:
    text = page_of(ENTRIES["Gaia clustering with HDBSCAN"]).text
    assert "No request to an ExecutionBroker: " in text


def test_a_successor_is_named_and_linked() -> None:
    successor = ENTRIES["Explore the OSSR"]
    page = page_of(ENTRIES["Fetch CTA data"], successor)
    assert "Its owner calls it deprecated. Use Explore the OSSR instead." in page.text
    assert f"../../executables/{successor.executable.uuid}/" in page.addresses()


def test_a_successor_that_is_not_here_is_named_by_its_uuid() -> None:
    entry = ENTRIES["Fetch CTA data"]
    assert f"Use {entry.executable.superseded_by} instead." in page_of(entry).text


def test_it_says_how_to_cite_it() -> None:
    text = page_of(ENTRIES["Explore the OSSR"]).text
    assert (
        "Ada Lovelace, ESCAPE OSSR team: Explore the OSSR. In: OSSR library, version 2.3.0. "
        "https://doi.org/10.5281/zenodo.1234567"
    ) in text


def test_an_own_citation_comes_before_the_components() -> None:
    page = page_of(sample.entry(NOTEBOOK, "Something", citation="10.1000/own"))
    assert "https://doi.org/10.1000/own" in page.addresses()
    assert "version 2.3.0. https://doi.org/10.1000/own" in page.text


def test_many_authors_are_cited_with_et_al() -> None:
    authors = tuple(Person(name=f"Author {number}") for number in range(12))
    page = page_of(sample.entry(NOTEBOOK, "Something", replace(sample.LIBRARY, authors=authors)))
    assert "Author 7, et al.: Something." in page.text
    assert "Author 11" in page.text


def test_an_author_is_linked_to_the_orcid() -> None:
    assert "https://orcid.org/0000-0002-1825-0097" in page_of(ENTRIES["Explore the OSSR"]).addresses()


def test_an_own_licence_comes_before_the_components() -> None:
    assert "Licence BSD-3-Clause" in page_of(ENTRIES["OSSR library in a container"]).text


def test_without_a_public_address_it_says_why_there_are_no_commands() -> None:
    text = page_of(sample.entry(NOTEBOOK, "Something", sample.FOLDER)).text
    assert "No public address leads to its files." in text


@pytest.mark.parametrize("name", ["homepage", "documentation", "citation"])
def test_an_address_that_is_no_web_address_is_text(name: str) -> None:
    page = page_of(sample.entry(NOTEBOOK, "Something", **{name: "javascript:alert(1)"}))
    assert not [address for address in page.addresses() if "javascript" in address]


def test_a_component_cannot_bring_a_script_into_an_address() -> None:
    component = replace(
        sample.LIBRARY,
        homepage="javascript:alert(1)",
        repository="javascript:alert(2)",
        view_url="javascript:{path}",
        files_url="javascript:{path}",
    )
    page = page_of(sample.entry(NOTEBOOK, "Something", component))
    assert not [address for _, address in page.links if address.startswith("javascript")]


def test_hostile_text_is_text() -> None:
    page = page_of(sample.nasty())
    assert "script" not in page.tags
    assert [address[:13] for tag, address in page.links if tag == "img"] == ["../../badges/"]
    assert "<script>alert(1)</script>" in page.text
    assert "\u202e" not in page.text
    assert page.mistakes == []


def test_keywords_lead_to_a_search() -> None:
    page = page_of(sample.entry(NOTEBOOK, "Something", keywords=("a&b=c",)))
    assert "../../catalogue/?q=a%26b%3Dc" in page.addresses()


def test_an_unknown_type_is_listed_and_not_launched() -> None:
    page = page_of(ENTRIES["Quantum circuit"])
    assert "Type urn:example/quantum-circuit" in page.text
    assert "Qubits 5" in page.text


def test_what_is_withdrawn_is_started_nowhere_and_that_is_said_once() -> None:
    page = page_of(sample.entry(NOTEBOOK, "Title", needs=sample.SMALL, status=Status.WITHDRAWN))
    assert page.text.count("Its owner has withdrawn it: no link starts it any more") == 1
    assert "Fits: within its limits" in page.text
    assert not any(address.startswith("https://mybinder.org/v2/") for address in page.addresses())
    assert "data-launch" not in page.attributes


def test_many_data_are_folded_and_all_there() -> None:
    slots = tuple(DataSlot(name=f"slot-{number}-") for number in range(100))
    page = page_of(sample.entry(NOTEBOOK, "Title", needs=Needs(data=slots)))
    assert [number for number in range(100) if f"slot-{number}-" not in page.text] == []
    assert "88 more" in page.text
    assert "more" not in page_of(sample.entry(NOTEBOOK, "Title", needs=Needs(data=slots[:12]))).text.split()


def _content(title: str, **changes: Any) -> str:  # noqa: ANN401 - fields of Executable
    entry = sample.entry(NOTEBOOK, title, **changes)
    return executable_stamp(press_of(sample.catalogue(entry)), entry, {}).content


def test_texts_run_in_the_direction_of_their_language() -> None:
    content = _content("تحليل", description="أطياف")
    assert '<h1 dir="auto">تحليل</h1>' in content
    assert 'aria-label="Description" dir="auto"><p>أطياف</p>' in content


def test_a_very_long_title_is_set_smaller() -> None:
    assert '<h1 dir="auto" class="is-long">' in _content("word " * 20)
    assert "is-long" not in _content("word " * 15)


def test_a_link_that_would_start_it_with_other_needs_is_not_shown() -> None:
    big = Needs(compute=(Compute(cores=Range(minimum=64), memory_bytes=Range(minimum=512 * GIB)),))
    page = page_of(sample.entry(NOTEBOOK, "Title", needs=big))
    assert not any(address.startswith("https://mybinder.org/v2/") for address in page.addresses())
    link = 'data-platform="mybinder" data-launch="https://mybinder.org/v2/git/'
    assert link in _content("Title", needs=big)


@pytest.mark.parametrize(
    ("needs", "says"),
    [
        pytest.param(sample.SMALL, "Open on mybinder.org", id="a link to what is described comes first"),
        pytest.param(sample.GPU, "Try on Google Colab", id="nothing is known to fit"),
        pytest.param(
            Needs(
                compute=(
                    Compute(
                        cores=Range(minimum=8, maximum=8),
                        memory_bytes=Range(minimum=32 * GIB, maximum=32 * GIB),
                    ),
                )
            ),
            "Open on GitHub Codespaces",
            id="the newest state is better than nothing",
        ),
    ],
)
def test_the_first_button_starts_it_where_it_runs_as_it_is_described(needs: Needs, says: str) -> None:
    text = page_of(sample.entry(NOTEBOOK, "Title", needs=needs)).text
    assert text.partition("How to run it")[0].rstrip().endswith(says)
