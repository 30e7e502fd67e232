"""The harvest's memory: the last good state of every source, and what became of the last attempt."""

import sqlite3
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from types import TracebackType
from typing import Final, Self

from ossr_catalogue.errors import UsageError
from ossr_catalogue.model.catalogue import LeftOut, Origin, SourceState
from ossr_catalogue.model.component import Component
from ossr_catalogue.model.harvested import FoundList, Harvested, SourceHarvest
from ossr_catalogue.store.codec import from_text, to_text

_VERSION: Final = 1
_APPLICATION: Final = 0x4F535352  # "OSSR", https://sqlite.org/pragma.html#pragma_application_id
_TABLES: Final = """
    CREATE TABLE source (
        name TEXT PRIMARY KEY,
        attempted TEXT NOT NULL,
        succeeded TEXT,
        requests INTEGER NOT NULL
    ) STRICT;
    CREATE TABLE component (
        source TEXT NOT NULL REFERENCES source (name) ON DELETE CASCADE,
        slug TEXT NOT NULL,
        harvested TEXT NOT NULL,
        said TEXT NOT NULL,
        list_path TEXT,
        list_content BLOB,
        list_origin TEXT,
        PRIMARY KEY (source, slug)
    ) STRICT;
    CREATE TABLE left_out (
        source TEXT NOT NULL REFERENCES source (name) ON DELETE CASCADE,
        slug TEXT,
        place INTEGER NOT NULL,
        said TEXT NOT NULL,
        FOREIGN KEY (source, slug) REFERENCES component (source, slug) ON DELETE CASCADE
    ) STRICT;
"""


class Store:
    """An SQLite file. What one source gives is written as a whole or not at all."""

    def __init__(self, path: Path) -> None:
        """Name the file; it is opened, and made if need be, by `with`."""
        self._path = path
        self._database: sqlite3.Connection | None = None

    def __enter__(self) -> Self:
        """Open it.

        Raises:
            UsageError: if the file cannot be opened, is no store, or is that of a newer version.
        """
        try:
            self._database = sqlite3.connect(self._path, isolation_level=None)
            _prepare(self._database)
        except sqlite3.Error as error:
            self._close()
            raise UsageError(
                f"{self._path}: is not a store that can be used ({error}); remove the file and harvest again"
            ) from error
        except UsageError as error:
            self._close()
            raise UsageError(f"{self._path}: {error}") from error
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._close()

    def save(self, harvest: SourceHarvest, at: datetime) -> None:
        """Keep what a source gave at a time that has a zone.

        A source that gave nothing but reasons has failed: what it gave before stays, with the reasons
        beside it. So does a component that is named, by its slug, among what is left out.
        """
        moment = at.astimezone(UTC).isoformat()
        failed = not harvest.harvested and bool(harvest.left_out)
        with self._transaction() as database:
            _save_source(database, harvest, moment, failed=failed)
            database.execute("DELETE FROM left_out WHERE source = ? AND slug IS NULL", (harvest.source,))
            _save_left_out(database, harvest.source, None, harvest.left_out)
            if not failed:
                since = [
                    _unchanged_since(database, harvest.source, one) or moment for one in harvest.harvested
                ]
                _forget_components(database, harvest)
                for harvested, day in zip(harvest.harvested, since, strict=True):
                    _save_component(database, harvest.source, harvested, day)

    def harvests(self) -> tuple[SourceHarvest, ...]:
        """Give the last good state of every source, by name; components by slug."""
        return tuple(self._harvest(state) for state in self.states())

    def states(self) -> tuple[SourceState, ...]:
        """Say how every source is doing, by name."""
        rows = self._open.execute("SELECT name, attempted, succeeded, requests FROM source ORDER BY name")
        return tuple(
            SourceState(
                name=name,
                attempted=datetime.fromisoformat(attempted),
                succeeded=datetime.fromisoformat(succeeded) if succeeded else None,
                requests=requests,
            )
            for name, attempted, succeeded, requests in rows.fetchall()
        )

    def harvested_at(self) -> Mapping[tuple[str, str], datetime]:
        """Say since when each component is as it is now, by its source and slug."""
        rows = self._open.execute("SELECT source, slug, harvested FROM component ORDER BY source, slug")
        return {(source, slug): datetime.fromisoformat(moment) for source, slug, moment in rows.fetchall()}

    def forget_all_but(self, names: Iterable[str]) -> tuple[str, ...]:
        """Drop the sources that are no longer asked for, with all that they gave; give their names."""
        kept = set(names)
        dropped = tuple(state.name for state in self.states() if state.name not in kept)
        with self._transaction() as database:
            database.executemany("DELETE FROM source WHERE name = ?", [(name,) for name in dropped])
        return dropped

    def _harvest(self, state: SourceState) -> SourceHarvest:
        rows = self._open.execute(
            "SELECT slug, said, list_path, list_content, list_origin FROM component "
            "WHERE source = ? ORDER BY slug",
            (state.name,),
        ).fetchall()
        return SourceHarvest(
            source=state.name,
            harvested=tuple(self._harvested(state.name, *row) for row in rows),
            left_out=self._left_out(state.name, None),
            requests=state.requests,
        )

    def _harvested(
        self, source: str, slug: str, said: str, path: str | None, content: bytes | None, origin: str | None
    ) -> Harvested:
        found = None
        if path is not None and origin is not None:
            found = FoundList(path=path, content=content or b"", origin=Origin(origin))
        return Harvested(
            source=source,
            component=from_text(Component, said),
            found=found,
            left_out=self._left_out(source, slug),
        )

    def _left_out(self, source: str, slug: str | None) -> tuple[LeftOut, ...]:
        rows = self._open.execute(
            "SELECT said FROM left_out WHERE source = ? AND slug IS ? ORDER BY place", (source, slug)
        )
        return tuple(from_text(LeftOut, said) for (said,) in rows.fetchall())

    @property
    def _open(self) -> sqlite3.Connection:
        if self._database is None:
            raise UsageError(f"{self._path}: the store is not open")
        return self._database

    @contextmanager
    def _transaction(self) -> Iterator[sqlite3.Connection]:
        database = self._open
        database.execute("BEGIN IMMEDIATE")
        try:
            yield database
        except BaseException:
            database.execute("ROLLBACK")
            raise
        database.execute("COMMIT")

    def _close(self) -> None:
        if self._database is not None:
            self._database.close()
            self._database = None


def _prepare(database: sqlite3.Connection) -> None:
    """Make the tables of a new file; refuse a foreign one, before anything in it is changed."""
    (version,) = database.execute("PRAGMA user_version").fetchone()
    (application,) = database.execute("PRAGMA application_id").fetchone()
    (tables,) = database.execute("SELECT count(*) FROM sqlite_schema").fetchone()
    if tables and application != _APPLICATION:
        raise UsageError("is the database of another program; name another file")
    if version > _VERSION:
        raise UsageError(
            f"has version {version}, and this program knows {_VERSION}; update, or harvest afresh"
        )
    database.execute("PRAGMA foreign_keys = ON")
    database.execute("PRAGMA journal_mode = WAL")
    if not tables:
        marks = f"PRAGMA application_id = {_APPLICATION}; PRAGMA user_version = {_VERSION};"
        database.executescript(f"BEGIN; {_TABLES} {marks} COMMIT;")


def _save_source(database: sqlite3.Connection, harvest: SourceHarvest, moment: str, *, failed: bool) -> None:
    database.execute(
        "INSERT INTO source (name, attempted, succeeded, requests) VALUES (:name, :moment, :good, :requests) "
        "ON CONFLICT (name) DO UPDATE SET attempted = :moment, succeeded = coalesce(:good, succeeded), "
        "requests = :requests",
        {
            "name": harvest.source,
            "moment": moment,
            "good": None if failed else moment,
            "requests": harvest.requests,
        },
    )


def _forget_components(database: sqlite3.Connection, harvest: SourceHarvest) -> None:
    """Drop what the source no longer gives; a component that only failed this time stays."""
    failed = {one.path for one in harvest.left_out} - {one.component.slug for one in harvest.harvested}
    rows = database.execute("SELECT slug FROM component WHERE source = ?", (harvest.source,)).fetchall()
    gone = [(harvest.source, slug) for (slug,) in rows if slug not in failed]
    database.executemany("DELETE FROM component WHERE source = ? AND slug = ?", gone)


def _unchanged_since(database: sqlite3.Connection, source: str, harvested: Harvested) -> str | None:
    """Give the day of the same component with the same list; None if either is new.

    What is published says this day and not the last one, so that an unchanged component changes no page.
    """
    found = harvested.found
    row = database.execute(
        "SELECT harvested FROM component WHERE source = ? AND slug = ? AND said = ? AND list_content IS ?",
        (
            source,
            harvested.component.slug,
            to_text(harvested.component),
            found.content if found else None,
        ),
    ).fetchone()
    return row[0] if row else None


def _save_component(database: sqlite3.Connection, source: str, harvested: Harvested, since: str) -> None:
    found = harvested.found
    database.execute(
        "INSERT INTO component VALUES (?, ?, ?, ?, ?, ?, ?)",
        (
            source,
            harvested.component.slug,
            since,
            to_text(harvested.component),
            found.path if found else None,
            found.content if found else None,
            found.origin.value if found else None,
        ),
    )
    _save_left_out(database, source, harvested.component.slug, harvested.left_out)


def _save_left_out(
    database: sqlite3.Connection, source: str, slug: str | None, left_out: Iterable[LeftOut]
) -> None:
    rows = [(source, slug, place, to_text(one)) for place, one in enumerate(left_out)]
    database.executemany("INSERT INTO left_out VALUES (?, ?, ?, ?)", rows)
