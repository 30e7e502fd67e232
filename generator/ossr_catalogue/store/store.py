"""The harvest's memory: the last good state of every source, and what became of the last attempt."""

import sqlite3
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from types import TracebackType
from typing import Final, Self, TypeVar

from ossr_catalogue.errors import StoreError, UsageError
from ossr_catalogue.model.catalogue import Gone, LeftOut, Origin, SourceState
from ossr_catalogue.model.component import Component
from ossr_catalogue.model.harvested import FoundList, Harvested, SourceHarvest, Unreadable
from ossr_catalogue.model.remembered import Remembered
from ossr_catalogue.model.search import Search
from ossr_catalogue.store.codec import from_text, to_text
from ossr_catalogue.store.tables import OlderStoreError, prepare, renew
from ossr_catalogue.store.visit import OpenVisit

_PATIENCE_SECONDS: Final = 60.0
"""How long a run waits for another one, which never holds the file longer than for one component."""
_KEPT: Final[Mapping[str, type]] = {"published": Remembered, "gone": Gone}
_UNREADABLE: Final = (ValueError, TypeError, KeyError, AttributeError)
"""All that the codec raises for what is not as it writes it."""
_Value = TypeVar("_Value")


class Store:
    """An SQLite file. A component is written as a whole or not at all."""

    def __init__(
        self, path: Path, *, may_renew: bool = False, patience_seconds: float = _PATIENCE_SECONDS
    ) -> None:
        """Name the file; it is opened, and made if need be, by `with`.

        Args:
            path: the file.
            may_renew: whether one of an older version is made new, for whoever harvests then.
            patience_seconds: how long to wait for another run.
        """
        self._path = path
        self._may_renew = may_renew
        self._patience_seconds = patience_seconds
        self._database: sqlite3.Connection | None = None
        self.renewed_from: int | None = None
        """The version that it had; None where it was of this one."""

    def __enter__(self) -> Self:
        """Open it.

        Raises:
            UsageError: if the file is no store, or is that of another version and not renewed.
            StoreError: if it cannot be opened or written just now.
        """
        try:
            self._database = sqlite3.connect(self._path, isolation_level=None, timeout=self._patience_seconds)
            self._prepare(self._database)
        except sqlite3.OperationalError as error:
            self._close()
            raise self._unusable(error) from error
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

    def etags(self, source: str) -> Mapping[str, str]:
        """Say what each component of a source is recognised by, where it is by anything.

        Of one that has become unreadable, the state in which it was found to be so.
        """
        rows = self._open.execute(
            "SELECT slug, etag FROM component WHERE source = :source AND etag != '' "
            "UNION ALL SELECT slug, etag FROM unreadable WHERE source = :source",
            {"source": source},
        )
        return dict(rows.fetchall())

    def begin(self, source: str, at: datetime) -> OpenVisit:
        """Begin to harvest a source, at a time that has a zone; visits may overlap."""
        moment = at.astimezone(UTC).isoformat()
        with self._transaction() as database:
            (number,) = database.execute(
                "INSERT INTO source (name, visits, attempted, requests) VALUES (?, 1, ?, 0) "
                "ON CONFLICT (name) DO UPDATE SET visits = visits + 1 RETURNING visits",
                (source, moment),
            ).fetchone()
        return OpenVisit(self._transaction, source, number, moment)

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

    def stale_since(self) -> Mapping[tuple[str, str], datetime]:
        """Say when each component that the last visit could not have was last seen, by source and slug."""
        rows = self._open.execute(
            "SELECT source, slug, seen FROM component JOIN source ON name = source WHERE visit < finished"
        )
        return {(source, slug): datetime.fromisoformat(moment) for source, slug, moment in rows.fetchall()}

    def forget_all_but(self, names: Iterable[str]) -> tuple[str, ...]:
        """Drop the sources that are no longer asked for, with all that they gave; give their names."""
        kept = set(names)
        dropped = tuple(state.name for state in self.states() if state.name not in kept)
        with self._transaction() as database:
            database.executemany("DELETE FROM source WHERE name = ?", [(name,) for name in dropped])
        return dropped

    def remember(self, published: Iterable[Remembered], gone: Iterable[Gone]) -> None:
        """Keep what was published, in place of what was before."""
        with self._transaction() as database:
            for table, values in (("published", published), ("gone", gone)):
                rows = [(one.uuid, to_text(one)) for one in values]
                database.execute(f"DELETE FROM {table}")  # noqa: S608 - one of our own two
                database.executemany(f"INSERT INTO {table} VALUES (?, ?)", rows)  # noqa: S608 - likewise

    def remembered(self) -> tuple[Remembered, ...]:
        """Give what was published last, by uuid."""
        rows = self._open.execute("SELECT said FROM published ORDER BY uuid")
        return tuple(self._read(Remembered, said) for (said,) in rows.fetchall())

    def gone(self) -> tuple[Gone, ...]:
        """Give what was in the catalogue once, by uuid."""
        rows = self._open.execute("SELECT said FROM gone ORDER BY uuid")
        return tuple(self._read(Gone, said) for (said,) in rows.fetchall())

    def _prepare(self, database: sqlite3.Connection) -> None:
        try:
            prepare(database)
        except OlderStoreError as error:
            if not self._may_renew:
                raise
            renew(database, _is_readable)
            prepare(database)
            self.renewed_from = error.version

    def _read(self, kind: type[_Value], said: str) -> _Value:
        try:
            return from_text(kind, said)
        except _UNREADABLE as error:
            raise UsageError(
                f"{self._path}: what it says of a {kind.__name__} cannot be read ({error!r:.200}); it was "
                "changed, or another ossr-catalogue wrote it. Take that one, or harvest into another file"
            ) from error

    def _harvest(self, state: SourceState) -> SourceHarvest:
        rows = self._open.execute(
            "SELECT slug, etag, said, search, list_path, list_content, list_origin FROM component "
            "WHERE source = ? ORDER BY slug",
            (state.name,),
        ).fetchall()
        return SourceHarvest(
            source=state.name,
            harvested=tuple(self._harvested(state.name, *row) for row in rows),
            left_out=(*self._unreadable(state.name), *self._left_out(state.name, None)),
            requests=state.requests,
        )

    def _harvested(
        self,
        source: str,
        slug: str,
        etag: str,
        said: str,
        search: str,
        path: str | None,
        content: bytes | None,
        origin: str | None,
    ) -> Harvested:
        found = None
        if path is not None and origin is not None:
            found = FoundList(path=path, content=content or b"", origin=Origin(origin))
        return Harvested(
            source=source,
            component=self._read(Component, said),
            found=found,
            left_out=self._left_out(source, slug),
            etag=etag,
            search=self._read(Search, search),
        )

    def _left_out(self, source: str, slug: str | None) -> tuple[LeftOut, ...]:
        rows = self._open.execute(
            "SELECT said FROM left_out WHERE source = ? AND slug IS ? ORDER BY place", (source, slug)
        )
        return tuple(self._read(LeftOut, said) for (said,) in rows.fetchall())

    def _unreadable(self, source: str) -> tuple[LeftOut, ...]:
        rows = self._open.execute("SELECT said FROM unreadable WHERE source = ? ORDER BY slug", (source,))
        return tuple(gap for (said,) in rows.fetchall() for gap in self._read(Unreadable, said).left_out)

    @property
    def _open(self) -> sqlite3.Connection:
        if self._database is None:
            raise UsageError(f"{self._path}: the store is not open")
        return self._database

    @contextmanager
    def _transaction(self) -> Iterator[sqlite3.Connection]:
        database = self._open
        try:
            database.execute("BEGIN IMMEDIATE")
            yield database
            database.execute("COMMIT")
        except sqlite3.Error as error:
            raise self._unusable(error) from error
        finally:
            # After a full disk SQLite may have done so itself.
            if database.in_transaction:
                database.execute("ROLLBACK")

    def _unusable(self, error: sqlite3.Error) -> StoreError:
        return StoreError(
            f"{self._path}: cannot be written ({error}); what it held is still there. See whether its folder "
            "is there and may be written, the disk is full, or another run is busy with it; then run again"
        )

    def _close(self) -> None:
        if self._database is not None:
            self._database.close()
            self._database = None


def _is_readable(table: str, said: str) -> bool:
    try:
        from_text(_KEPT[table], said)
    except _UNREADABLE:
        return False
    return True
