"""A community comes through complete, each record once, or it is said what is missing."""

import sys
from collections import Counter
from collections.abc import Callable
from dataclasses import replace
from typing import cast

import pytest

from ossr_catalogue.errors import MissingExtraError, SourceError, UsageError
from ossr_catalogue.harvest.source import Snapshot, Source, Unchanged
from ossr_catalogue.harvest.web.http import PoliteHttp
from ossr_catalogue.harvest.zenodo.listing import list_records
from ossr_catalogue.harvest.zenodo.source import ZenodoSource
from ossr_catalogue.model.catalogue import Cause, LeftOut
from simulated_zenodo import Fault, SimulatedZenodo
from stored_records import StoredFile, StoredRecord, zip_of

Client = Callable[..., PoliteHttp]


def record(number: int, **changes: object) -> StoredRecord:
    files = (StoredFile(key="notes.txt", content=b"notes"),)
    return StoredRecord(number=number, **{"files": files, **changes})  # type: ignore[arg-type]


def records(count: int) -> list[StoredRecord]:
    return [record(1000 + 10 * number) for number in reversed(range(count))]


@pytest.fixture
def source(zenodo: SimulatedZenodo, client: Client) -> Source:
    assert zenodo.base_url
    return ZenodoSource("escape2020", http=client(pause_seconds=0))


def harvested(source: Source) -> tuple[list[Snapshot], list[LeftOut]]:
    """Give what came, and what did not: among that the error at the end, if anything came before it."""
    found: list[Snapshot] = []
    left_out: list[LeftOut] = []
    try:
        for one in source.snapshots():
            assert not isinstance(one, Unchanged)
            (left_out if isinstance(one, LeftOut) else found).append(one)  # type: ignore[arg-type]
    except SourceError as error:
        if not found:
            raise
        left_out.append(LeftOut(source=source.name, path="", reason=str(error)))
    return found, left_out


def revisions(source: Source) -> Counter[str]:
    return Counter(snapshot.component.revision for snapshot in harvested(source)[0])


def test_a_community_of_60_records_comes_through_complete_each_once(
    zenodo: SimulatedZenodo, source: Source
) -> None:
    zenodo.records = [
        record(
            1000 + 10 * number,
            files=(
                StoredFile(key=f"owner/repo-{number}.zip", content=zip_of({"a.ipynb": "{}"}, top="top/")),
            ),
        )
        for number in range(60)
    ]
    snapshots, left_out = harvested(source)
    assert left_out == []
    assert Counter(snapshot.component.revision for snapshot in snapshots) == {
        str(1000 + 10 * number): 1 for number in range(60)
    }
    assert all(snapshot.paths() == ("a.ipynb",) for snapshot in snapshots)
    assert source.requests == len(zenodo.seen) == 1 + 3 + 60


@pytest.mark.parametrize("count", [0, 1, 25, 26, 50, 56])
def test_a_community_of_any_size_is_complete(zenodo: SimulatedZenodo, source: Source, count: int) -> None:
    zenodo.records = records(count)
    snapshots, left_out = harvested(source)
    assert (len({one.component.revision for one in snapshots}), len(snapshots), left_out) == (
        count,
        count,
        [],
    )


def test_pages_are_asked_for_by_name_of_their_format_with_one_size(
    zenodo: SimulatedZenodo, source: Source
) -> None:
    zenodo.records = records(60)
    harvested(source)
    pages = [seen for seen in zenodo.seen if "/api/records?" in seen.path]
    assert [seen.headers["Accept"] for seen in pages] == ["application/vnd.zenodo.v1+json"] * 3
    assert all("size=25" in seen.path and "sort=newest" in seen.path for seen in pages)


def test_a_record_that_is_published_meanwhile_makes_none_come_twice(
    zenodo: SimulatedZenodo, source: Source
) -> None:
    zenodo.records = records(60)
    zenodo.published_after_first_page = [record(99_990)]
    snapshots, left_out = harvested(source)
    assert left_out == []
    assert len(snapshots) == len({one.component.slug for one in snapshots}) == 61


def test_a_record_that_is_withdrawn_meanwhile_makes_none_disappear(
    zenodo: SimulatedZenodo, source: Source
) -> None:
    zenodo.records = records(60)
    zenodo.withdrawn_after_first_page = 1
    snapshots, left_out = harvested(source)
    assert left_out == []
    assert {one.component.revision for one in snapshots} == {str(1000 + 10 * number) for number in range(59)}


def test_a_version_that_is_published_meanwhile_replaces_the_one_before(
    zenodo: SimulatedZenodo, source: Source
) -> None:
    zenodo.records = [record(2000, concept=900), record(1000, concept=900), record(1500)]
    assert revisions(source) == {"2000": 1, "1500": 1}


@pytest.mark.parametrize("lie", [-2, 7])
def test_a_total_that_lies_is_told_with_both_numbers_and_nothing_is_lost(
    zenodo: SimulatedZenodo, source: Source, lie: int
) -> None:
    zenodo.records = records(30)
    zenodo.total_is_off_by = lie
    snapshots, left_out = harvested(source)
    assert len(snapshots) == 30
    assert [(one.source, one.path) for one in left_out] == [("zenodo escape2020", "")]
    assert f"30 different records came, {30 + lie} were said to be there" in left_out[0].reason


def test_a_total_that_no_community_has_stops_the_harvest(zenodo: SimulatedZenodo, source: Source) -> None:
    zenodo.records = records(30)
    zenodo.total_is_off_by = 3_000_000
    with pytest.raises(SourceError, match=r"hits\.total is 3000030, expected a number up to 100,000"):
        harvested(source)


def test_an_unknown_community_is_an_error_and_never_all_of_zenodo(
    zenodo: SimulatedZenodo, client: Client
) -> None:
    zenodo.records = records(3)
    with pytest.raises(SourceError, match=r"the community 'Escape2020' cannot be harvested: .*404"):
        harvested(ZenodoSource("Escape2020", http=client()))
    assert zenodo.paths("/api/records") == []


def test_a_community_that_answers_by_another_name_is_not_harvested(
    zenodo: SimulatedZenodo, source: Source
) -> None:
    zenodo.answers_as = "escape2020-old"
    with pytest.raises(SourceError, match="is the community 'escape2020-old', not 'escape2020'"):
        harvested(source)


def test_a_record_of_another_community_is_left_out_by_name(zenodo: SimulatedZenodo, source: Source) -> None:
    zenodo.records = [*records(2), record(77, communities=("escape2020-old",))]
    zenodo.ignores_communities = True
    snapshots, left_out = harvested(source)
    assert len(snapshots) == 2
    assert [(one.path, one.reason) for one in left_out] == [
        ("records/77", "Zenodo listed it, but it is not in the community escape2020")
    ]


def test_a_next_page_on_another_host_is_refused_and_the_list_said_to_be_incomplete(
    zenodo: SimulatedZenodo, source: Source
) -> None:
    zenodo.records = records(60)
    zenodo.next_page_on = "https://elsewhere.example"
    snapshots, left_out = harvested(source)
    assert len(snapshots) == 25
    assert "25 different records came, 60 were said to be there" in left_out[0].reason
    assert "leads away from" in left_out[0].reason


def test_pages_that_go_in_a_circle_come_to_an_end(zenodo: SimulatedZenodo, source: Source) -> None:
    zenodo.records = records(60)
    zenodo.next_page_is_always = 2
    snapshots, left_out = harvested(source)
    assert len(snapshots) == 50
    assert "the next page is one that came before" in left_out[0].reason


def test_a_later_page_that_fails_costs_only_its_records(zenodo: SimulatedZenodo, source: Source) -> None:
    zenodo.records = records(60)
    zenodo.faults = [Fault(path="page=3", status=500)]
    snapshots, left_out = harvested(source)
    assert len(snapshots) == 50
    assert "50 different records came, 60 were said to be there (" in left_out[0].reason
    assert "500 Internal Server Error" in left_out[0].reason


def test_a_list_that_keeps_changing_is_said_to_be_incomplete(zenodo: SimulatedZenodo, source: Source) -> None:
    zenodo.records = records(60)
    zenodo.total_grows = True
    snapshots, left_out = harvested(source)
    assert len(snapshots) == 60
    assert "the list changed while it was read" in left_out[0].reason


def test_what_came_stays_if_the_second_look_fails(zenodo: SimulatedZenodo, source: Source) -> None:
    zenodo.records = records(30)
    zenodo.total_is_off_by = 1
    all_goes_well_twice = Fault(path="/api/records", times=2)
    zenodo.faults = [all_goes_well_twice, Fault(path="/api/records", status=500)]
    snapshots, left_out = harvested(source)
    assert len(snapshots) == 30
    assert "30 different records came, 31 were said to be there" in left_out[0].reason


def test_a_first_page_that_fails_is_an_error_of_the_source(zenodo: SimulatedZenodo, source: Source) -> None:
    zenodo.records = records(3)
    zenodo.faults = [Fault(path="/api/records", status=403, html=True)]
    with pytest.raises(SourceError, match="seems to block this client"):
        harvested(source)


@pytest.mark.parametrize(
    "fault",
    [
        pytest.param(Fault(path="page=2", times=1, status=429, retry_after="9"), id="429"),
        pytest.param(Fault(path="page=2", times=2, status=503, retry_after="9"), id="503 twice"),
        pytest.param(Fault(path="page=2", times=2, status=504, html=True), id="504 as HTML"),
        pytest.param(Fault(path="page=2", times=1, hangs_up=True), id="hangs up"),
        pytest.param(Fault(path="page=2", times=1, cut_bytes=50), id="cut short"),
    ],
)
def test_a_fault_that_passes_costs_nothing(zenodo: SimulatedZenodo, source: Source, fault: Fault) -> None:
    zenodo.records = records(60)
    zenodo.faults = [fault]
    snapshots, left_out = harvested(source)
    assert (len(snapshots), left_out) == (60, [])


def test_a_hit_that_is_no_record_costs_only_itself(zenodo: SimulatedZenodo, source: Source) -> None:
    zenodo.records = [*records(2), record(5, title=""), record(6, metadata={"title": ["a", "b"]})]
    snapshots, left_out = harvested(source)
    assert len(snapshots) == 2
    assert [one.path for one in left_out] == ["records/5", "records/6"]


def test_a_hit_that_is_no_record_any_more_is_not_taken_for_gone(
    zenodo: SimulatedZenodo, source: Source
) -> None:
    zenodo.records = records(1)
    ((snapshot,), _) = harvested(source)
    zenodo.records = [replace(zenodo.records[0], title="")]
    _, (left_out,) = harvested(source)
    assert (left_out.slug, left_out.cause, left_out.keeps) == (
        snapshot.component.slug,
        Cause.UNREACHED,
        True,
    )


def test_hits_without_an_id_are_counted_and_told(zenodo: SimulatedZenodo, source: Source) -> None:
    zenodo.records = [*records(2), record(-1), record(-2)]
    snapshots, left_out = harvested(source)
    assert len(snapshots) == 2
    assert [(one.path, one.cause, one.reason) for one in left_out] == [
        (
            "communities/escape2020",
            Cause.UNREACHED,
            "records without an id in its list: 2; they cannot be harvested",
        )
    ]


def test_pages_without_end_are_given_up() -> None:
    class EndlessPages:
        base_url = "https://zenodo.example"
        asked = 0

        def get_json(self, url: str, **_: str) -> object:
            self.asked += 1
            hits = [{"id": 25 * self.asked + number} for number in range(25)]
            return {"hits": {"hits": hits, "total": 60}, "links": {"next": f"{url}0"}}

    http = EndlessPages()
    listing = list_records(cast("PoliteHttp", http), "escape2020")
    assert listing.problem.endswith("the pages do not end")
    assert http.asked < 1000


def test_without_eossr_nothing_is_asked_and_the_extra_is_named(
    zenodo: SimulatedZenodo, source: Source, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "eossr.api.zenodo", None)
    with pytest.raises(MissingExtraError, match=r"pip install 'ossr-catalogue\[catalogue\]'"):
        harvested(source)
    assert zenodo.seen == []


@pytest.mark.parametrize("community", ["", "../records", "a/b", "escape 2020", "x?y"])
def test_a_name_that_no_community_has_is_refused(community: str) -> None:
    with pytest.raises(UsageError, match="expected the last part of its address"):
        ZenodoSource(community)


def test_the_source_is_named_as_it_is_written(source: Source) -> None:
    assert source.name == "zenodo escape2020"
