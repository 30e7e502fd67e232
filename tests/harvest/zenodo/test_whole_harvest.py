"""From the simulated Zenodo to what the store keeps."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from fake_sources import bring_home
from ossr_catalogue.harvest.sources_file import read_sources
from ossr_catalogue.harvest.web.http import PoliteHttp
from ossr_catalogue.harvest.zenodo.source import ZenodoSource
from ossr_catalogue.model.catalogue import Origin
from ossr_catalogue.model.harvested import Harvested, Visit
from ossr_catalogue.store.store import Store
from simulated_zenodo import Fault, SimulatedZenodo
from stored_records import StoredFile, StoredRecord, zip_of
from two_days import DAY_1, assembled, visited

TOP = "owner-repo-0123abc/"
CELLS = [
    {"cell_type": "markdown", "metadata": {}, "source": "# Showers in air"},
    {"cell_type": "code", "metadata": {}, "source": "1 + 1", "outputs": [], "execution_count": None},
]
NOTEBOOK = json.dumps({"nbformat": 4, "nbformat_minor": 5, "metadata": {}, "cells": CELLS})
LIST = '{"executables": []}'

Harvest = Callable[[], tuple[list[Harvested], Visit]]


def stored(number: int, **files: str) -> StoredRecord:
    content = zip_of({name.replace("__", "."): text for name, text in files.items()}, top=TOP)
    return StoredRecord(number=number, files=(StoredFile(key=f"owner/repo-{number}.zip", content=content),))


@pytest.fixture
def harvested(zenodo: SimulatedZenodo, client: Callable[..., PoliteHttp]) -> Harvest:
    return lambda: bring_home(ZenodoSource("escape2020", base_url=zenodo.base_url, http=client()))


def by_revision(found: list[Harvested]) -> dict[str, Harvested]:
    return {one.component.revision: one for one in found}


def test_a_list_inside_a_zip_is_found_and_a_notebook_without_one_is_drafted(
    zenodo: SimulatedZenodo, harvested: Harvest
) -> None:
    zenodo.records = [stored(20, executables__json=LIST), stored(30, showers__ipynb=NOTEBOOK)]
    found, visit = harvested()
    lists = {revision: one.found for revision, one in by_revision(found).items()}
    assert lists["20"]
    assert lists["30"]
    assert (lists["20"].origin, lists["20"].content) == (Origin.DECLARED, LIST.encode())
    assert lists["30"].origin is Origin.INFERRED
    assert json.loads(lists["30"].content)["executables"][0]["location"] == "showers.ipynb"
    assert visit.left_out == ()


def test_metadata_inside_the_zip_say_more_and_the_version_stays_that_of_the_record(
    zenodo: SimulatedZenodo, harvested: Harvest
) -> None:
    about = {"name": "Shower Power", "softwareVersion": "0.9", "identifier": "10.5281/zenodo.1"}
    zenodo.records = [stored(20, codemeta__json=json.dumps(about))]
    component = by_revision(harvested()[0])["20"].component
    assert (component.title, component.doi) == ("Shower Power", "10.5281/zenodo.20")


def test_the_requests_are_counted(zenodo: SimulatedZenodo, harvested: Harvest) -> None:
    zenodo.records = [stored(20, executables__json=LIST)]
    assert harvested()[1].requests == len(zenodo.seen) == 3


def test_a_record_that_fails_while_it_is_read_costs_only_itself(
    zenodo: SimulatedZenodo, harvested: Harvest
) -> None:
    plain = StoredFile(key="executables.json", content=LIST.encode())
    zenodo.records = [StoredRecord(number=20, files=(plain,)), stored(30, executables__json=LIST)]
    zenodo.faults = [Fault(path="/20/files", status=503)]
    found, visit = harvested()
    assert set(by_revision(found)) == {"30"}
    assert [one.slug for one in visit.left_out] == ["zenodo-19"]
    assert "503 Service Unavailable" in visit.left_out[0].reason


def test_a_community_that_does_not_exist_is_named_and_nothing_is_harvested(
    zenodo: SimulatedZenodo, harvested: Harvest
) -> None:
    zenodo.community = "another"
    found, visit = harvested()
    assert found == []
    assert visit.failed
    assert "the community 'escape2020' cannot be harvested" in visit.left_out[0].reason


def test_a_file_of_sources_can_point_at_a_server_of_its_own(zenodo: SimulatedZenodo, tmp_path: Path) -> None:
    path = tmp_path / "sources.yml"
    path.write_text(f"sources:\n  - zenodo: not-there\n    url: {zenodo.base_url}\n")
    (source,) = read_sources(path)
    assert source.name == f"zenodo not-there at {zenodo.base_url}"
    assert "the community 'not-there' cannot be harvested" in bring_home(source)[1].left_out[0].reason
    assert zenodo.paths() == ["/api/communities/not-there"]


def test_what_is_wrong_with_an_unchanged_record_is_still_told(
    zenodo: SimulatedZenodo, client: Callable[..., PoliteHttp], tmp_path: Path
) -> None:
    content = zip_of({"executables.json": LIST, "../evil": ""})
    second = StoredFile(key="z.zip", content=content)
    zenodo.records = [StoredRecord(number=20, files=(StoredFile(key="a.zip", content=content), second))]
    with Store(tmp_path / "store.sqlite") as store:
        told = []
        for _ in range(2):
            visited(store, ZenodoSource("escape2020", http=client()), DAY_1)
            told.append({one.path for one in assembled(store).left_out})
    assert told[0] == told[1]
    assert {"records/20/files/z.zip", "records/20"} <= told[1]
