"""What is gone keeps its address, what is stale says so."""

from dataclasses import replace
from datetime import UTC, datetime

import sample_catalogue as sample
from built_site import page_of, read_page, stamps
from ossr_catalogue.model.catalogue import Catalogue, Gone, Provenance, Stale
from ossr_catalogue.model.kinds.jupyter_notebook import JupyterNotebook
from sample_site import files_of, index_entry, read

DAY = datetime(2026, 11, 20, 8, tzinfo=UTC)
ENTRY = sample.entry(JupyterNotebook(location="crab.ipynb"), title="Fit the Crab again")
STALE = replace(ENTRY, stale=Stale(since=DAY, reason="no answer <b>in time</b>"))
GONE = Gone(
    uuid="b3e4b0a3-8f0e-4d5d-9a51-0e9d3a6f2c11",
    title="<b>Old</b> fit",
    component="A library",
    since=DAY,
    reason="executables.json no longer has it",
    successor=ENTRY.executable.uuid,
)


def with_gone(*gone: Gone) -> Catalogue:
    return replace(sample.catalogue(ENTRY), gone=gone)


def pages(catalogue: Catalogue) -> dict[str, str]:
    return {stamp.path: stamp.content for stamp in stamps(catalogue)}


def test_what_is_gone_keeps_its_address_with_the_reason_and_the_successor() -> None:
    page = read_page(pages(with_gone(GONE))[f"executables/{GONE.uuid}/"])
    assert "since 2026-11-20: executables.json no longer has it. Use Fit the Crab again instead." in page.text
    assert f"../../executables/{ENTRY.executable.uuid}/" in page.addresses()
    assert "b" not in page.tags


def test_without_a_successor_people_are_sent_to_the_catalogue() -> None:
    page = read_page(pages(with_gone(replace(GONE, successor=None)))[f"executables/{GONE.uuid}/"])
    assert "../../catalogue/" in page.addresses()


def test_all_that_is_gone_is_listed_and_the_list_is_found() -> None:
    found = pages(with_gone(GONE))
    assert f"../executables/{GONE.uuid}/" in read_page(found["gone/"]).addresses()
    assert "../gone/" in read_page(found["left-out/"]).addresses()


def test_where_nothing_is_gone_there_is_no_list() -> None:
    found = pages(with_gone())
    assert "gone/" not in found
    assert "../gone/" not in read_page(found["left-out/"]).addresses()


def test_machines_are_told_what_is_gone() -> None:
    assert read("gone.json", files_of(with_gone(GONE)))["gone"] == [
        {
            "uuid": GONE.uuid,
            "title": "<b>Old</b> fit",
            "component": "A library",
            "since": "2026-11-20T08:00:00Z",
            "reason": "executables.json no longer has it",
            "superseded_by": ENTRY.executable.uuid,
            "page": f"executables/{GONE.uuid}/",
        }
    ]


def test_a_stale_entry_says_since_when_and_why() -> None:
    page = page_of(STALE)
    assert "Shown as it was on 2026-11-20. It could not be had as it is now: no answer <b>" in page.text
    assert "Shown as it was" not in page_of(ENTRY).text


def test_the_index_says_since_when_and_health_says_why() -> None:
    files = files_of(sample.catalogue(STALE))
    assert index_entry("Fit the Crab again", files)["stale_since"] == "2026-11-20T08:00:00Z"
    assert "in time" not in files["index.json"].content.decode()
    (source,) = (one for one in read("health.json", files)["sources"] if one["stale"])
    assert source["stale"] == [{"uuid": ENTRY.executable.uuid, "reason": "no answer <b>in time</b>"}]


def test_a_page_names_every_place_where_its_executable_was_found() -> None:
    twice = replace(ENTRY, also=(Provenance(source="zenodo escape2020", path="x", revision="7"),))
    assert "Also found in zenodo escape2020" in page_of(twice).text
