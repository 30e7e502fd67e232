"""What one visit to a source brings home, written piece by piece."""

import sqlite3
from collections.abc import Callable, Iterable
from contextlib import AbstractContextManager

from ossr_catalogue.model.catalogue import LeftOut
from ossr_catalogue.model.harvested import Harvested, Visit
from ossr_catalogue.store.codec import to_text


class OpenVisit:
    """What comes home from one source, kept piece by piece."""

    def __init__(
        self,
        transaction: Callable[[], AbstractContextManager[sqlite3.Connection]],
        source: str,
        number: int,
        moment: str,
    ) -> None:
        self._transaction = transaction
        self._source = source
        self._number = number
        self._moment = moment

    def keep(self, harvested: Harvested) -> None:
        """Keep one component in place of what it was before; from then on it is safe, whatever comes."""
        with self._transaction() as database:
            since = _unchanged_since(database, self._source, harvested) or self._moment
            number = self._newest_visit(database, harvested.component.slug)
            _forget_component(database, self._source, harvested.component.slug)
            _forget_unreadable(database, self._source, [harvested.component.slug])
            _save_component(database, self._source, harvested, (number, since, self._moment))

    def finish(self, visit: Visit) -> None:
        """Keep how it went.

        What the source no longer has is dropped, but not what merely could not be had: a component that is
        named among what is left out or is unreadable, and all of them where the source failed as a whole.
        """
        with self._transaction() as database:
            self._finish_source(database, visit)
            unreadable = self._finish_unreadable(database, visit)
            database.executemany(
                "UPDATE component SET visit = max(visit, ?), seen = ? WHERE source = ? AND slug = ?",
                [
                    (self._number, self._moment, self._source, slug)
                    for slug in visit.unchanged
                    if slug not in unreadable
                ],
            )
            for table in ("component", "unreadable"):
                database.executemany(
                    f"UPDATE {table} SET etag = ? WHERE source = ? AND slug = ?",  # noqa: S608 - one of our own two
                    [
                        (etag, self._source, slug)
                        for slug, etag in visit.renewed
                        if (slug in unreadable) == (table == "unreadable")
                    ],
                )
            database.execute("DELETE FROM left_out WHERE source = ? AND slug IS NULL", (self._source,))
            _save_left_out(database, self._source, None, visit.left_out)
            if not visit.failed:
                failing = {one.slug for one in visit.left_out} | unreadable
                for slug in sorted(self._not_seen(database) - failing):
                    _forget_component(database, self._source, slug)

    def _finish_unreadable(self, database: sqlite3.Connection, visit: Visit) -> set[str]:
        """Keep what cannot be read; give the slugs of all that is known not to be."""
        rows = database.execute("SELECT slug FROM unreadable WHERE source = ?", (self._source,))
        before = {slug for (slug,) in rows.fetchall()}
        database.executemany(
            "INSERT OR REPLACE INTO unreadable VALUES (?, ?, ?, ?)",
            [(self._source, one.slug, one.etag, to_text(one)) for one in visit.unreadable],
        )
        if not visit.failed:
            others = before - set(visit.unchanged) - {one.slug for one in visit.unreadable}
            _forget_unreadable(database, self._source, others)
            before -= others
        return before | {one.slug for one in visit.unreadable}

    def _finish_source(self, database: sqlite3.Connection, visit: Visit) -> None:
        database.execute(
            "UPDATE source SET finished = max(coalesce(finished, 0), :number), attempted = :moment, "
            "succeeded = coalesce(:good, succeeded), requests = :requests WHERE name = :name",
            {
                "name": self._source,
                "number": self._number,
                "moment": self._moment,
                "good": None if visit.failed else self._moment,
                "requests": visit.requests,
            },
        )

    def _newest_visit(self, database: sqlite3.Connection, slug: str) -> int:
        """Give the last visit that saw a component: a later one than this may have, and must not drop it."""
        row = database.execute(
            "SELECT max(visit) FROM component WHERE source = ? AND slug = ?", (self._source, slug)
        ).fetchone()
        return max(self._number, row[0] or 0)

    def _not_seen(self, database: sqlite3.Connection) -> set[str]:
        rows = database.execute(
            "SELECT slug FROM component WHERE source = ? AND visit < ?", (self._source, self._number)
        )
        return {slug for (slug,) in rows.fetchall()}


def _forget_component(database: sqlite3.Connection, source: str, slug: str) -> None:
    database.execute("DELETE FROM component WHERE source = ? AND slug = ?", (source, slug))


def _forget_unreadable(database: sqlite3.Connection, source: str, slugs: Iterable[str]) -> None:
    database.executemany(
        "DELETE FROM unreadable WHERE source = ? AND slug = ?", [(source, slug) for slug in slugs]
    )


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


def _save_component(
    database: sqlite3.Connection, source: str, harvested: Harvested, when: tuple[int, str, str]
) -> None:
    found = harvested.found
    database.execute(
        "INSERT INTO component VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (
            source,
            harvested.component.slug,
            *when,
            harvested.etag,
            to_text(harvested.component),
            found.path if found else None,
            found.content if found else None,
            found.origin.value if found else None,
            to_text(harvested.search),
        ),
    )
    _save_left_out(database, source, harvested.component.slug, harvested.left_out)


def _save_left_out(
    database: sqlite3.Connection, source: str, slug: str | None, left_out: Iterable[LeftOut]
) -> None:
    rows = [(source, slug, place, to_text(one)) for place, one in enumerate(left_out)]
    database.executemany("INSERT INTO left_out VALUES (?, ?, ?, ?)", rows)
