"""The store keeps the last good state of every source, exactly."""

import sqlite3
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path
from threading import Barrier

import pytest

from kept_harvests import keep
from ossr_catalogue.errors import StoreError, UsageError
from ossr_catalogue.model.catalogue import LeftOut, Origin, SourceState
from ossr_catalogue.model.component import Component, Person
from ossr_catalogue.model.finding import Confidence, Finding, Place, Related, Severity
from ossr_catalogue.model.harvested import FoundList, Harvested, SourceHarvest, Visit
from ossr_catalogue.store.codec import from_text, to_text
from ossr_catalogue.store.store import Store

DAY_1 = datetime(2026, 11, 22, 12, tzinfo=UTC)
DAY_2 = DAY_1 + timedelta(days=1)

AGNPY = Component(
    slug="agnpy",
    title="agnpy Γ",
    revision="1a2e7f5",
    authors=(Person(name="Ada", orcid="0000-0003-2373-451X"), Person(name="Team")),
    keywords=("CTA", "jets"),
)
FINDING = Finding(
    code="TTL101",
    name="too-short-title",
    severity=Severity.WARNING,
    confidence=Confidence.LOW,
    message="short",
    path="executables.json",
    place=Place(line=1, column=2, end_line=3, end_column=4),
    related=(Related(place=Place(line=5, column=6, end_line=7, end_column=8), label="there"),),
)
NOTE = LeftOut(source="git a", path="tests/x.ipynb", reason="lies among tests", findings=(FINDING,))
FAILURE = LeftOut(source="git a", path="", reason="no answer")


def harvested(slug: str, content: bytes | None = b"\x00\xff{}") -> Harvested:
    found = FoundList(path="executables.json", content=content, origin=Origin.INFERRED) if content else None
    return Harvested(source="git a", component=replace(AGNPY, slug=slug), found=found, left_out=(NOTE,))


GOOD = SourceHarvest(
    source="git a", harvested=(harvested("agnpy"), harvested("bare", None)), left_out=(NOTE,), requests=3
)
FAILED = SourceHarvest(source="git a", harvested=(), left_out=(FAILURE,), requests=1)


@pytest.fixture
def place(tmp_path: Path) -> Path:
    return tmp_path / "store.sqlite"


def test_what_is_saved_comes_back_exactly_after_closing(place: Path) -> None:
    with Store(place) as store:
        keep(store, GOOD, DAY_1)
    with Store(place) as store:
        assert store.harvests() == (GOOD,)


def test_a_source_that_fails_keeps_what_it_gave_with_the_failure_beside_it(place: Path) -> None:
    with Store(place) as store:
        keep(store, GOOD, DAY_1)
        keep(store, FAILED, DAY_2)
        assert store.harvests() == (replace(GOOD, left_out=(FAILURE,), requests=1),)
        assert store.states() == (SourceState(name="git a", attempted=DAY_2, succeeded=DAY_1, requests=1),)


def test_a_source_that_answers_again_is_new_throughout(place: Path) -> None:
    with Store(place) as store:
        for harvest in (GOOD, FAILED, GOOD):
            keep(store, harvest, DAY_1)
        assert store.harvests() == (GOOD,)


def test_a_source_that_never_answered_has_given_nothing(place: Path) -> None:
    with Store(place) as store:
        keep(store, FAILED, DAY_1)
        assert store.harvests() == (FAILED,)
        assert store.states()[0].succeeded is None


def test_a_component_that_is_gone_is_forgotten(place: Path) -> None:
    smaller = replace(GOOD, harvested=(harvested("agnpy"),))
    with Store(place) as store:
        keep(store, GOOD, DAY_1)
        keep(store, smaller, DAY_2)
        assert store.harvests() == (smaller,)


def test_a_component_that_failed_keeps_what_it_gave(place: Path) -> None:
    failure = LeftOut(source="git a", path="records/7", reason="no answer", slug="bare")
    with Store(place) as store:
        keep(store, GOOD, DAY_1)
        keep(
            store, SourceHarvest(source="git a", harvested=(harvested("agnpy"),), left_out=(failure,)), DAY_2
        )
        (found,) = store.harvests()
        assert [one.component.slug for one in found.harvested] == ["agnpy", "bare"]
        assert found.left_out == (failure,)
        assert store.harvested_at() == {("git a", "agnpy"): DAY_1, ("git a", "bare"): DAY_1}


def test_an_empty_source_is_not_a_failed_one(place: Path) -> None:
    empty = SourceHarvest(source="git a", harvested=())
    with Store(place) as store:
        keep(store, GOOD, DAY_1)
        keep(store, empty, DAY_2)
        assert store.harvests() == (empty,)


def test_the_order_is_that_of_names_whatever_answered_first(place: Path) -> None:
    def named(source: str) -> SourceHarvest:
        return SourceHarvest(source=source, harvested=(harvested("z"), harvested("a")))

    with Store(place) as store:
        for source in ("git b", "folder x", "git a"):
            keep(store, named(source), DAY_1)
        found = store.harvests()
    assert [one.source for one in found] == ["folder x", "git a", "git b"]
    assert [one.component.slug for one in found[0].harvested] == ["a", "z"]


def test_a_source_that_is_no_longer_asked_for_disappears_with_all_that_it_gave(place: Path) -> None:
    with Store(place) as store:
        keep(store, GOOD, DAY_1)
        keep(store, replace(GOOD, source="git b"), DAY_1)
        assert store.forget_all_but(["git b", "git c"]) == ("git a",)
        assert [one.source for one in store.harvests()] == ["git b"]
    for table in ("component", "left_out"):
        rows = sqlite3.connect(place).execute(f"SELECT DISTINCT source FROM {table}").fetchall()  # noqa: S608
        assert rows == [("git b",)]


def test_what_is_kept_before_a_visit_ends_stays_and_nothing_is_gone_yet(place: Path) -> None:
    with Store(place) as store:
        keep(store, GOOD, DAY_1)
        store.begin("git a", DAY_2).keep(harvested("agnpy", b"{}"))
    with Store(place) as store:
        (found,) = store.harvests()
    assert [one.found and one.found.content for one in found.harvested] == [b"{}", None]


def test_visits_may_overlap_and_neither_drops_what_the_other_has_seen(place: Path) -> None:
    with Store(place) as store:
        first = store.begin("git a", DAY_1)
        second = store.begin("git a", DAY_1)
        second.keep(harvested("new"))
        first.keep(harvested("agnpy"))
        first.finish(Visit(source="git a", given=("agnpy",)))
        second.finish(Visit(source="git a", given=("new",), unchanged=("agnpy",)))
        assert [one.component.slug for one in store.harvests()[0].harvested] == ["agnpy", "new"]


def test_a_visit_does_not_drop_what_it_saw_before_an_older_one_that_is_still_under_way(place: Path) -> None:
    with Store(place) as store:
        first, second = store.begin("git a", DAY_1), store.begin("git a", DAY_1)
        second.keep(harvested("agnpy"))
        first.keep(harvested("agnpy"))
        second.finish(Visit(source="git a", given=("agnpy",)))
        first.finish(Visit(source="git a", given=("agnpy",)))
        assert [one.component.slug for one in store.harvests()[0].harvested] == ["agnpy"]
        assert store.stale_since() == {}


def test_an_older_visit_that_ends_late_neither_freshens_nor_ages_what_it_saw(place: Path) -> None:
    with Store(place) as store:
        keep(store, GOOD, DAY_1)
        first, second = store.begin("git a", DAY_2), store.begin("git a", DAY_2)
        seen = Visit(source="git a", unchanged=("agnpy", "bare"))
        second.finish(seen)
        first.finish(seen)
        assert store.stale_since() == {}
        third = store.begin("git a", DAY_2)
        third.finish(Visit(source="git a", failed=True))
        assert {slug for _, slug in store.stale_since()} == {"agnpy", "bare"}


def test_an_unchanged_component_is_known_by_its_token_and_stays(place: Path) -> None:
    with Store(place) as store:
        keep(store, replace(GOOD, harvested=(replace(harvested("agnpy"), etag="0abc"),)), DAY_1)
        assert store.etags("git a") == {"agnpy": "0abc"}
        store.begin("git a", DAY_2).finish(Visit(source="git a", unchanged=("agnpy",)))
        assert [one.component.slug for one in store.harvests()[0].harvested] == ["agnpy"]
        assert store.stale_since() == {}


def test_an_unchanged_component_may_be_known_by_another_token_from_then_on(place: Path) -> None:
    with Store(place) as store:
        keep(store, replace(GOOD, harvested=(replace(harvested("agnpy"), etag="0abc"),)), DAY_1)
        visit = Visit(source="git a", unchanged=("agnpy",), renewed=(("agnpy", "0def"),))
        store.begin("git a", DAY_2).finish(visit)
        assert store.etags("git a") == {"agnpy": "0def"}


def test_what_could_not_be_had_is_stale_since_it_was_last_seen(place: Path) -> None:
    failure = LeftOut(source="git a", path="", reason="no answer", slug="bare")
    with Store(place) as store:
        keep(store, GOOD, DAY_1)
        store.begin("git a", DAY_2).finish(Visit(source="git a", unchanged=("agnpy",), left_out=(failure,)))
        assert store.stale_since() == {("git a", "bare"): DAY_1}


def test_all_of_a_source_that_failed_is_stale(place: Path) -> None:
    with Store(place) as store:
        keep(store, GOOD, DAY_1)
        keep(store, FAILED, DAY_2)
        assert set(store.stale_since()) == {("git a", "agnpy"), ("git a", "bare")}


def test_times_are_kept_whatever_their_zone(place: Path) -> None:
    with Store(place) as store:
        keep(store, GOOD, DAY_1.astimezone(timezone(timedelta(hours=5))))
        assert store.states()[0].attempted == DAY_1


def test_two_can_read_while_one_writes(place: Path) -> None:
    with Store(place) as writer, Store(place) as reader:
        keep(writer, GOOD, DAY_1)
        assert reader.harvests() == (GOOD,)


@pytest.mark.parametrize(
    ("statements", "words"),
    [
        ("CREATE TABLE mine (x)", "another program"),
        (
            "PRAGMA user_version = 99; PRAGMA application_id = 1330860882; CREATE TABLE source (x)",
            "has version 99",
        ),
    ],
)
def test_a_foreign_or_newer_file_is_refused_and_left_alone(place: Path, statements: str, words: str) -> None:
    database = sqlite3.connect(place)
    database.executescript(statements)
    database.close()
    before = place.read_bytes()
    with pytest.raises(UsageError, match=words), Store(place):
        pass
    assert place.read_bytes() == before


def test_a_file_that_is_no_database_is_refused_and_left_alone(place: Path) -> None:
    place.write_bytes(b"not a database, but somebody's text " * 100)
    with pytest.raises(UsageError, match="remove the file"), Store(place):
        pass
    assert place.read_bytes().startswith(b"not a database")


def test_a_new_store_may_be_met_by_several_runs_at_a_time(tmp_path: Path) -> None:
    for number in range(20):
        together = Barrier(4)

        def meet(place: Path, together: Barrier = together) -> int:
            together.wait()
            with Store(place) as store:
                return len(store.states())

        with ThreadPoolExecutor(4) as threads:
            assert [*threads.map(meet, [tmp_path / f"{number}.sqlite"] * 4)] == [0] * 4


def test_what_cannot_be_opened_is_not_advised_to_be_removed(tmp_path: Path) -> None:
    with pytest.raises(StoreError) as told, Store(tmp_path):
        pass
    assert "what it held is still there" in str(told.value)
    assert "remove" not in str(told.value)


def test_a_folder_that_is_missing_is_told(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="unable to open"), Store(tmp_path / "no" / "store.sqlite"):
        pass


def test_a_store_that_is_not_open_says_so(place: Path) -> None:
    with pytest.raises(UsageError, match="not open"):
        Store(place).harvests()


@pytest.mark.parametrize("value", [AGNPY, NOTE, FAILURE], ids=["component", "with a finding", "bare"])
def test_values_survive_being_written(value: Component | LeftOut) -> None:
    assert from_text(type(value), to_text(value)) == value
    assert type(from_text(type(value), to_text(value))) is type(value)


def test_severities_come_back_as_severities() -> None:
    (finding,) = from_text(LeftOut, to_text(NOTE)).findings
    assert finding.severity is Severity.WARNING


def test_a_component_is_dated_by_its_last_change(place: Path) -> None:
    changed = replace(GOOD, harvested=(harvested("agnpy", b"{}"), harvested("bare", None)))
    with Store(place) as store:
        keep(store, GOOD, DAY_1)
        keep(store, changed, DAY_2)
        assert store.harvested_at() == {("git a", "agnpy"): DAY_2, ("git a", "bare"): DAY_1}
