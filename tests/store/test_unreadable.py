"""A component of which nothing can be read is remembered with its reasons, and what it gave before stays."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from lists import FIRST, entry, harvest
from ossr_catalogue.model.catalogue import LeftOut
from ossr_catalogue.model.harvested import Unreadable, Visit
from ossr_catalogue.store.store import Store

DAY_1 = datetime(2026, 11, 22, 12, tzinfo=UTC)
DAY_2, DAY_3 = DAY_1 + timedelta(days=1), DAY_1 + timedelta(days=2)
GOOD = replace(harvest("git a", entry(FIRST)).harvested[0], etag="1")
REASON = LeftOut(source="git a", path="records/7", reason="no zip", slug="git-a")
BROKEN = Unreadable(slug="git-a", etag="2", left_out=(REASON,))
OTHER = LeftOut(source="git a", path="x", reason="no answer", slug="x")


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    """Give a store in which what was good on the first day was unreadable on the second."""
    with Store(tmp_path / "store.sqlite") as opened:
        visit = opened.begin("git a", DAY_1)
        visit.keep(GOOD)
        visit.finish(Visit(source="git a", given=("git-a",)))
        finish(opened, DAY_2, unreadable=(BROKEN,))
        yield opened


def finish(store: Store, day: datetime, **how: object) -> None:
    store.begin("git a", day).finish(Visit(source="git a", **how))  # type: ignore[arg-type]


def kept(store: Store) -> list[str]:
    return [one.component.slug for one in store.harvests()[0].harvested]


def told(store: Store) -> tuple[LeftOut, ...]:
    return store.harvests()[0].left_out


def test_it_is_known_by_the_state_in_which_it_cannot_be_read(store: Store) -> None:
    assert store.etags("git a") == {"git-a": "2"}


def test_what_it_gave_before_stays_and_is_stale_since_it_was_last_read(store: Store) -> None:
    assert kept(store) == ["git-a"]
    assert store.stale_since() == {("git a", "git-a"): DAY_1}


def test_its_reasons_are_told_beside_those_of_the_visit_for_as_long_as_it_is_unchanged(store: Store) -> None:
    finish(store, DAY_3, unchanged=("git-a",), left_out=(OTHER,))
    assert told(store) == (REASON, OTHER)
    assert (kept(store), store.stale_since()) == (["git-a"], {("git a", "git-a"): DAY_1})


def test_it_may_be_known_by_another_token_from_then_on(store: Store) -> None:
    finish(store, DAY_3, unchanged=("git-a",), renewed=(("git-a", "3"),))
    assert store.etags("git a") == {"git-a": "3"}
    assert store.harvests()[0].harvested[0].etag == "1"


def test_once_it_can_be_read_nothing_is_told_any_more(store: Store) -> None:
    visit = store.begin("git a", DAY_3)
    visit.keep(replace(GOOD, etag="4"))
    visit.finish(Visit(source="git a", given=("git-a",)))
    assert (told(store), store.stale_since(), store.etags("git a")) == ((), {}, {"git-a": "4"})


def test_once_it_can_be_read_it_is_known_by_that_state_whatever_comes_then(store: Store) -> None:
    store.begin("git a", DAY_3).keep(replace(GOOD, etag="4"))
    assert (told(store), store.etags("git a")) == ((), {"git-a": "4"})


def test_where_it_is_no_longer_there_it_is_forgotten_with_what_it_gave(store: Store) -> None:
    finish(store, DAY_3)
    assert (kept(store), told(store), store.etags("git a")) == ([], (), {})


def test_where_it_could_not_be_asked_for_it_is_asked_for_the_next_time(store: Store) -> None:
    unreached = replace(REASON, reason="no answer")
    finish(store, DAY_3, left_out=(unreached,))
    assert (kept(store), told(store), store.etags("git a")) == (["git-a"], (unreached,), {"git-a": "1"})


def test_where_the_source_failed_it_is_remembered(store: Store) -> None:
    finish(store, DAY_3, left_out=(OTHER,), failed=True)
    assert (told(store), store.etags("git a")) == ((REASON, OTHER), {"git-a": "2"})


def test_a_store_from_before_there_was_such_a_memory_gets_it(tmp_path: Path) -> None:
    place = tmp_path / "store.sqlite"
    with Store(place) as store:
        finish(store, DAY_1)
    with closing(sqlite3.connect(place)) as database:
        database.execute("DROP TABLE unreadable")
    with Store(place) as store:
        assert (store.renewed_from, len(store.states())) == (None, 1)
        finish(store, DAY_2, unreadable=(BROKEN,))
        assert told(store) == (REASON,)


def test_what_never_gave_anything_is_remembered_too(tmp_path: Path) -> None:
    with Store(tmp_path / "store.sqlite") as store:
        finish(store, DAY_1, unreadable=(BROKEN,))
        assert (kept(store), told(store), store.etags("git a")) == ([], (REASON,), {"git-a": "2"})
