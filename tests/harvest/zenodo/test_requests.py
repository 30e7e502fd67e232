"""How many requests a harvest costs, on the first day and on the next; and what the least possible would be.

The least: one to see that the community exists, one for each page of 25, and one for each new record whose
zip is small enough to come with its directory.
"""

import json
from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from typing import Any, cast
from urllib.parse import parse_qs, urlsplit

import pytest

from fake_sources import bring_home
from ossr_catalogue.errors import SourceError
from ossr_catalogue.harvest.web.http import PoliteHttp
from ossr_catalogue.harvest.zenodo.listing import list_records
from ossr_catalogue.harvest.zenodo.source import ZenodoSource
from ossr_catalogue.model.harvested import Harvested, Visit
from ossr_catalogue.store.store import Store
from simulated_zenodo import Fault, SimulatedZenodo
from stored_records import StoredFile, StoredRecord, zip_of
from two_days import DAY_1, visited

Client = Callable[..., PoliteHttp]
CONTENT = zip_of({"executables.json": '{"executables": []}', "codemeta.json": "{}"}, top="top/")


def records(count: int) -> list[StoredRecord]:
    files = (StoredFile(key="code.zip", content=CONTENT),)
    return [StoredRecord(number=1000 + 10 * number, files=files) for number in reversed(range(count))]


def harvested(client: Client, known: dict[str, str], **settings: object) -> tuple[list[Harvested], Visit]:
    return bring_home(ZenodoSource("escape2020", http=client(pause_seconds=0, **settings)), known)


def etags(found: list[Harvested]) -> dict[str, str]:
    return {one.component.slug: one.etag for one in found}


@pytest.mark.parametrize(
    "count", [0, 1, 60, pytest.param(2500, marks=pytest.mark.slow)], ids=lambda count: f"{count} records"
)
def test_a_community_costs_the_least_possible_and_an_unchanged_one_only_its_pages(
    zenodo: SimulatedZenodo, client: Client, count: int
) -> None:
    zenodo.records = records(count)
    pages = max(1, -(-count // 25))
    found, visit = harvested(client, {})
    assert {one.component.revision for one in found} == {str(one.number) for one in zenodo.records}
    assert (len(found), visit.left_out, visit.failed) == (count, (), False)
    assert visit.requests == len(zenodo.seen) == 1 + pages + count
    zenodo.seen.clear()
    again, unchanged = harvested(client, etags(found))
    assert (again, len(unchanged.unchanged)) == ([], count)
    assert unchanged.requests == len(zenodo.seen) == 1 + pages


@pytest.mark.filterwarnings("default")
@pytest.mark.parametrize("count", [60, 260])
def test_eossr_loses_records_on_the_same_server_and_asks_more_often(
    zenodo: SimulatedZenodo, client: Client, monkeypatch: pytest.MonkeyPatch, count: int
) -> None:
    eossr = pytest.importorskip("eossr.api.zenodo.zenodo", reason="eossr is not installed")
    from eossr.api.ossr import get_ossr_records  # noqa: PLC0415  heavy

    zenodo.records = records(count)
    monkeypatch.setattr(eossr, "zenodo_api_base_url", f"{zenodo.base_url}/api/")
    seen = set()
    for record in get_ossr_records():
        seen.add(str(record.id))
        record.get_codemeta()
    of_eossr = len(zenodo.seen)
    zenodo.seen.clear()
    found, _ = harvested(client, {})
    assert len(seen) < len(found) == count
    assert of_eossr / len(seen) > len(zenodo.seen) / len(found)


def test_another_order_of_records_and_communities_changes_nothing(
    zenodo: SimulatedZenodo, client: Client
) -> None:
    zenodo.records = [replace(one, communities=("other", "escape2020")) for one in records(20)]
    found, _ = harvested(client, {})
    zenodo.shuffles = True
    for _ in range(3):
        again, visit = harvested(client, etags(found))
        assert (again, len(visit.unchanged), visit.left_out) == ([], 20, ())


def test_one_record_that_has_changed_costs_one_request_more(zenodo: SimulatedZenodo, client: Client) -> None:
    zenodo.records = records(30)
    found, _ = harvested(client, {})
    zenodo.records = [replace(zenodo.records[0], revision=9), *zenodo.records[1:]]
    again, visit = harvested(client, etags(found))
    assert ([one.component.revision for one in again], visit.requests) == (["1290"], 1 + 2 + 1)


def test_a_revision_is_not_taken_for_another_that_begins_alike(
    zenodo: SimulatedZenodo, client: Client
) -> None:
    zenodo.records = [replace(one, revision=45) for one in records(1)]
    found, _ = harvested(client, {})
    zenodo.records = records(1)
    assert len(harvested(client, etags(found))[0]) == 1


def test_a_budget_that_is_spent_loses_nothing_and_the_next_run_goes_on_from_there(
    zenodo: SimulatedZenodo, client: Client, tmp_path: Path
) -> None:
    zenodo.records = records(60)
    runs = []
    with Store(tmp_path / "store.sqlite") as store:
        for _ in range(4):
            source = ZenodoSource("escape2020", http=client(pause_seconds=0, budget=30))
            visit = visited(store, source, DAY_1)
            runs.append((len(visit.given), len(visit.unchanged), visit.failed, visit.requests))
            kept = len(store.harvests()[0].harvested)
    assert runs == [(26, 0, True, 30), (26, 26, True, 30), (8, 52, False, 12), (0, 60, False, 4)]
    assert kept == 60


def test_a_spent_budget_is_told_once_with_what_was_not_looked_at(
    zenodo: SimulatedZenodo, client: Client
) -> None:
    zenodo.records = records(60)
    _, visit = harvested(client, {}, budget=30)
    (told,) = visit.left_out
    assert told.reason.startswith("incomplete, 34 of 60 records were not looked at: ")
    assert told.reason.endswith("its budget of 30 requests is spent; the next run goes on from here")


def test_a_host_that_refuses_is_left_in_peace_and_what_is_unchanged_is_not_marked(
    zenodo: SimulatedZenodo, client: Client
) -> None:
    zenodo.records = records(30)
    found, _ = harvested(client, {})
    zenodo.records = [replace(one, revision=9) if one.number < 1200 else one for one in zenodo.records]
    zenodo.faults = [Fault(path="/files/", status=403, html=True)]
    zenodo.seen.clear()
    again, visit = harvested(client, etags(found))
    assert (again, len(visit.unchanged), visit.failed) == ([], 10, True)
    assert len(zenodo.paths("/files/")) == 5
    assert visit.left_out[-1].reason.startswith("incomplete, 15 of 30 records were not looked at")


class Unconnected:
    """Asks a simulated server without a network between."""

    def __init__(self, zenodo: SimulatedZenodo) -> None:
        self.base_url = "https://zenodo.example"
        self.requests = 0
        self._zenodo = zenodo
        zenodo.base_url = self.base_url

    def get_json(self, url: str, **_: str) -> Any:  # noqa: ANN401 - JSON
        """Give what the server answers."""
        self.requests += 1
        parts = urlsplit(url)
        answer = self._zenodo.answer(parts.path, parse_qs(parts.query), "application/json")
        if answer.status != 200:
            raise SourceError(f"{answer.status}")
        return json.loads(answer.body)


def published_over_years(count: int) -> list[StoredRecord]:
    day = date(2015, 1, 1)
    return [
        replace(one, files=(), published=(day + timedelta(days=number % 4000)).isoformat())
        for number, one in enumerate(records(count))
    ]


def test_a_community_beyond_what_one_search_shows_is_asked_for_by_days() -> None:
    http = Unconnected(SimulatedZenodo(published_over_years(12_000)))
    listing = list_records(cast("PoliteHttp", http), "escape2020")
    assert (len(listing.hits), listing.total, listing.is_complete) == (12_000, 12_000, True)
    assert http.requests < 12_000 / 25 + 10


def test_more_on_one_day_than_one_search_shows_is_an_error() -> None:
    http = Unconnected(SimulatedZenodo([replace(one, files=()) for one in records(10_001)]))
    with pytest.raises(SourceError, match="10,001 results, of which Zenodo shows 10,000"):
        list_records(cast("PoliteHttp", http), "escape2020")
    assert http.requests < 2 * 40


def test_a_record_that_no_stretch_of_days_holds_is_missed_aloud() -> None:
    odd = replace(records(1)[0], number=7, files=(), published="unknown")
    http = Unconnected(SimulatedZenodo([*published_over_years(10_500), odd]))
    listing = list_records(cast("PoliteHttp", http), "escape2020")
    assert (len(listing.hits), listing.total, listing.is_complete) == (10_500, 10_501, False)
