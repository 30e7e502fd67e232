"""What the file looks like: its tables, and the marks by which it is known."""

import re
import sqlite3
from collections.abc import Callable, Collection
from typing import Final

from ossr_catalogue.errors import UsageError

_VERSION: Final = 3
"""Of what the tables hold; one that is merely added needs no other, and programs without it pass over it."""
_APPLICATION: Final = 0x4F535352  # "OSSR", https://sqlite.org/pragma.html#pragma_application_id
_TABLES: Final = """
    CREATE TABLE IF NOT EXISTS source (
        name TEXT PRIMARY KEY,
        visits INTEGER NOT NULL,
        finished INTEGER,
        attempted TEXT NOT NULL,
        succeeded TEXT,
        requests INTEGER NOT NULL
    ) STRICT;
    CREATE TABLE IF NOT EXISTS component (
        source TEXT NOT NULL REFERENCES source (name) ON DELETE CASCADE,
        slug TEXT NOT NULL,
        visit INTEGER NOT NULL,
        harvested TEXT NOT NULL,
        seen TEXT NOT NULL,
        etag TEXT NOT NULL,
        said TEXT NOT NULL,
        list_path TEXT,
        list_content BLOB,
        list_origin TEXT,
        search TEXT NOT NULL,
        PRIMARY KEY (source, slug)
    ) STRICT;
    CREATE TABLE IF NOT EXISTS left_out (
        source TEXT NOT NULL REFERENCES source (name) ON DELETE CASCADE,
        slug TEXT,
        place INTEGER NOT NULL,
        said TEXT NOT NULL,
        FOREIGN KEY (source, slug) REFERENCES component (source, slug) ON DELETE CASCADE
    ) STRICT;
    CREATE TABLE IF NOT EXISTS unreadable (
        source TEXT NOT NULL REFERENCES source (name) ON DELETE CASCADE,
        slug TEXT NOT NULL,
        etag TEXT NOT NULL,
        said TEXT NOT NULL,
        PRIMARY KEY (source, slug)
    ) STRICT;
    CREATE TABLE IF NOT EXISTS published (uuid TEXT PRIMARY KEY, said TEXT NOT NULL) STRICT;
    CREATE TABLE IF NOT EXISTS gone (uuid TEXT PRIMARY KEY, said TEXT NOT NULL) STRICT;
"""

_MARKS: Final = f"PRAGMA application_id = {_APPLICATION}; PRAGMA user_version = {_VERSION};"
_NAMES: Final = re.findall(r"CREATE TABLE IF NOT EXISTS (\w+)", _TABLES)
_KEPT: Final = ("published", "gone")
"""What cannot be harvested again; in every version each row is a uuid and what is said of it."""


class OlderStoreError(UsageError):
    """A store is of a version before this one."""

    def __init__(self, version: int) -> None:
        super().__init__(
            f"is of an older version ({version}; this program writes {_VERSION}); `ossr-catalogue harvest` "
            "renews it, and keeps what was published"
        )
        self.version = version


def prepare(database: sqlite3.Connection) -> None:
    """Make the tables that are not there; refuse a file that is foreign or of another version as it is.

    Raises:
        UsageError: if it is refused; an `OlderStoreError` if it can be renewed.
    """
    # The tables first: another run may be making them, and the marks come with them.
    tables = {name for (name,) in database.execute("SELECT name FROM sqlite_schema WHERE type = 'table'")}
    version = _version(database)
    (application,) = database.execute("PRAGMA application_id").fetchone()
    if tables and application != _APPLICATION:
        raise UsageError("is the database of another program; name another file")
    if tables and version > _VERSION:
        raise UsageError(
            f"has version {version}, and this program knows {_VERSION} at most; take a newer "
            "ossr-catalogue, or harvest anew into another file"
        )
    if tables and version < _VERSION:
        raise OlderStoreError(version)
    database.execute("PRAGMA foreign_keys = ON")
    if not set(_NAMES) <= tables:
        database.executescript(f"BEGIN IMMEDIATE; {_TABLES} {_MARKS} COMMIT;")


def renew(database: sqlite3.Connection, is_readable: Callable[[str, str], bool]) -> None:
    """Make an older store one of this version, all at once or not at all.

    What was published and what is gone stays, for nobody else remembers it. Of the sources only their names
    stay: what they have can be harvested again, and until then nothing of it is known to be gone.

    Args:
        database: outside of any transaction.
        is_readable: says whether a row of a table that stays, by the table's name, can be read today.

    Raises:
        UsageError: if something that has to stay cannot be read; then nothing is changed.
    """
    # Stores had a write-ahead log once; it ends outside of transactions only, while no other run is there.
    database.execute("PRAGMA journal_mode = DELETE")
    database.execute("BEGIN IMMEDIATE")
    try:
        if _version(database) < _VERSION:  # else another run was faster
            _rebuild(database, is_readable)
        database.execute("COMMIT")
    finally:
        if database.in_transaction:
            database.execute("ROLLBACK")


def _rebuild(database: sqlite3.Connection, is_readable: Callable[[str, str], bool]) -> None:
    tables = [
        name
        for (name,) in database.execute(
            "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%'"
        )
    ]
    kept = {name: _rows(database, name, tables) for name in _KEPT}
    if lost := [
        f"{name} {uuid}" for name in _KEPT for uuid, said in kept[name] if not is_readable(name, said)
    ]:
        raise UsageError(
            f"has version {_version(database)}, and cannot be renewed without losing what nobody else "
            f"remembers: {len(lost)} of its notes cannot be read, the first is {lost[0]!r}; nothing was "
            "changed. Take the ossr-catalogue that wrote it, or harvest into another file, which leaves no "
            "mark of what has gone"
        )
    sources = database.execute("SELECT name, attempted FROM source").fetchall()
    for name in tables:
        database.execute(f"DROP TABLE {name}")
    for statement in filter(str.strip, f"{_TABLES}{_MARKS}".split(";")):
        database.execute(statement)
    database.executemany(
        "INSERT INTO source (name, visits, attempted, requests) VALUES (?, 0, ?, 0)", sources
    )
    for name, rows in kept.items():
        database.executemany(f"INSERT INTO {name} VALUES (?, ?)", rows)  # noqa: S608 - one of our own two


def _rows(database: sqlite3.Connection, name: str, tables: Collection[str]) -> list[tuple[str, str]]:
    """Give what a table holds; the first version had not all of them."""
    if name not in tables:
        return []
    return database.execute(f"SELECT uuid, said FROM {name}").fetchall()  # noqa: S608 - one of our own two


def _version(database: sqlite3.Connection) -> int:
    (version,) = database.execute("PRAGMA user_version").fetchone()
    return int(version)
