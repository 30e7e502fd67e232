"""A store of an older version is renewed, and what nobody else remembers stays."""

import sqlite3
from contextlib import closing
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from lists import FIRST, SECOND, entry, harvest
from ossr_catalogue.assemble import assemble
from ossr_catalogue.continuity import remember
from ossr_catalogue.errors import StoreError, UsageError
from ossr_catalogue.model.catalogue import Gone, SourceState
from ossr_catalogue.model.harvested import Visit
from ossr_catalogue.model.remembered import Remembered
from ossr_catalogue.store.store import Store
from ossr_catalogue.store.tables import renew

DAY_1 = datetime(2026, 11, 22, 12, tzinfo=UTC)
HARVEST = harvest("git a", entry(FIRST))
PUBLISHED = remember(assemble([HARVEST]))
GONE = Gone(uuid=SECOND, title="Map the Crab nebula", component="git a", since=DAY_1, reason="it went")
AS_VERSION_3_WROTE_THEM = """
    INSERT INTO published VALUES ('0d2ad9a5-7c2d-4bd1-a3f0-6a3e1c9c1f52',
        '{"component": {"authors": [{"affiliation": null, "name": "Ada", "orcid": null}], "description": "",
        "directory": "", "doi": null, "files_url": null, "homepage": null, "keywords": ["CTA"],
        "languages": [], "licence": "MIT", "repository": null, "revision": "1", "slug": "git-a",
        "title": "git a", "version": null, "view_url": null}, "content": "{}", "origin": "declared",
        "provenance": {"harvested": "2026-11-22T12:00:00+00:00", "path": "executables.json",
        "pointer": "/executables/0", "revision": "1", "source": "git a"}, "successor": null, "title": "Fit",
        "uuid": "0d2ad9a5-7c2d-4bd1-a3f0-6a3e1c9c1f52"}');
    INSERT INTO gone VALUES ('7f0c2f0e-5a0f-4f0b-9d53-1c5d4ef3a1b6',
        '{"component": "git a", "path": "executables.json", "reason": "it went",
        "since": "2026-11-22T12:00:00+00:00", "slug": "git-a", "source": "git a", "successor": null,
        "title": "Map", "uuid": "7f0c2f0e-5a0f-4f0b-9d53-1c5d4ef3a1b6"}');
"""
"""Word for word but for its line breaks: whoever changes these values must go on reading it."""
OLDER = "PRAGMA user_version = 2; ALTER TABLE component DROP COLUMN search;"
OLDEST = f"{OLDER} DROP TABLE published; DROP TABLE gone;"


@pytest.fixture
def place(tmp_path: Path) -> Path:
    return tmp_path / "store.sqlite"


def write(place: Path, *statements: str) -> None:
    """Make a store in which something was harvested and published, and change it."""
    with Store(place) as store:
        visit = store.begin("git a", DAY_1)
        visit.keep(replace(HARVEST.harvested[0], etag="1"))
        visit.finish(Visit(source="git a", given=("git-a",), requests=3))
        store.remember(PUBLISHED, [GONE])
    with closing(sqlite3.connect(place)) as database:
        for one in statements:
            database.executescript(one)


def test_what_was_published_and_what_is_gone_stays(place: Path) -> None:
    write(place, OLDER)
    with Store(place, may_renew=True) as store:
        assert store.renewed_from == 2
        assert (store.remembered(), store.gone()) == (PUBLISHED, (GONE,))


def test_what_can_be_harvested_again_is_forgotten_but_for_the_names_of_the_sources(place: Path) -> None:
    write(place, OLDER)
    with Store(place, may_renew=True) as store:
        assert store.etags("git a") == {}
        assert [one.harvested for one in store.harvests()] == [()]
        assert store.states() == (SourceState(name="git a", attempted=DAY_1, succeeded=None, requests=0),)


def test_a_renewed_store_is_one_of_this_version(place: Path) -> None:
    write(place, OLDER)
    with Store(place, may_renew=True):
        pass
    with Store(place) as store:
        assert store.renewed_from is None
        store.begin("git a", DAY_1).keep(HARVEST.harvested[0])
        assert store.remembered() == PUBLISHED


def test_a_store_of_the_first_version_is_renewed_too(place: Path) -> None:
    write(place, OLDEST)
    with Store(place, may_renew=True) as store:
        assert (store.remembered(), store.gone()) == ((), ())


def test_a_store_that_was_in_another_mode_leaves_it(place: Path) -> None:
    write(place, "PRAGMA journal_mode = WAL", OLDER)
    with Store(place, may_renew=True):
        pass
    with closing(sqlite3.connect(place)) as database:
        assert database.execute("PRAGMA journal_mode").fetchall() == [("delete",)]


def test_without_leave_an_older_store_is_refused_and_left_alone(place: Path) -> None:
    write(place, OLDER)
    before = place.read_bytes()
    with (
        pytest.raises(UsageError, match=r"older version \(2.*`ossr-catalogue harvest` renews it"),
        Store(place),
    ):
        pass
    assert place.read_bytes() == before


@pytest.mark.parametrize(
    ("table", "said"),
    [
        ("published", "no JSON"),
        ("published", "[]"),
        ("gone", "{}"),
        ("gone", '{"since": "yesterday"}'),
    ],
)
def test_what_must_stay_and_cannot_be_read_stops_it_and_nothing_is_changed(
    place: Path, table: str, said: str
) -> None:
    write(place, f"UPDATE {table} SET said = '{said}'", OLDER)  # noqa: S608 - words of this test
    before = place.read_bytes()
    with (
        pytest.raises(
            UsageError, match=f"1 of its notes cannot be read, the first is '{table} .*nothing was"
        ),
        Store(place, may_renew=True),
    ):
        pass
    assert place.read_bytes() == before


def test_another_run_that_is_busy_with_it_stops_it_and_nothing_is_changed(place: Path) -> None:
    write(place, OLDER)
    before = place.read_bytes()
    with closing(sqlite3.connect(place, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        with (
            pytest.raises(StoreError, match="another run is busy"),
            Store(place, may_renew=True, patience_seconds=0),
        ):
            pass
    assert place.read_bytes() == before


def test_what_another_run_has_renewed_meanwhile_is_left_alone(place: Path) -> None:
    write(place)
    with closing(sqlite3.connect(place, isolation_level=None)) as database:
        renew(database, lambda *_: True)
    with Store(place) as store:
        assert store.etags("git a") == {"git-a": "1"}


def test_what_earlier_versions_have_written_of_what_must_stay_is_still_read(place: Path) -> None:
    with Store(place):
        pass
    with closing(sqlite3.connect(place)) as database:
        database.executescript(f"{AS_VERSION_3_WROTE_THEM} {OLDER}")
    with Store(place, may_renew=True) as store:
        ((published,), (gone,)) = (store.remembered(), store.gone())
    assert isinstance(published, Remembered)
    assert (published.component.licence, published.provenance.harvested) == ("MIT", DAY_1)
    assert (gone.title, gone.since) == ("Map", DAY_1)


def test_a_row_that_cannot_be_read_is_told_with_what_to_do(place: Path) -> None:
    write(place, "UPDATE gone SET said = '{}'")
    with Store(place) as store, pytest.raises(UsageError, match="of a Gone cannot be read"):
        store.gone()
