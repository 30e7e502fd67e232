"""What the file looks like: its tables, and the marks by which it is known."""

import sqlite3
from typing import Final

from ossr_catalogue.errors import UsageError

_VERSION: Final = 3
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
    CREATE TABLE IF NOT EXISTS published (uuid TEXT PRIMARY KEY, said TEXT NOT NULL) STRICT;
    CREATE TABLE IF NOT EXISTS gone (uuid TEXT PRIMARY KEY, said TEXT NOT NULL) STRICT;
"""


def prepare(database: sqlite3.Connection) -> None:
    """Make the tables of a new file; refuse a foreign one, before anything in it is changed."""
    # The tables first: another run may be making them, and the marks come with them.
    (tables,) = database.execute("SELECT count(*) FROM sqlite_schema").fetchone()
    (version,) = database.execute("PRAGMA user_version").fetchone()
    (application,) = database.execute("PRAGMA application_id").fetchone()
    if tables and application != _APPLICATION:
        raise UsageError("is the database of another program; name another file")
    if tables and version != _VERSION:
        raise UsageError(
            f"has version {version}, and this program knows {_VERSION}; harvest into another file"
        )
    database.execute("PRAGMA foreign_keys = ON")
    if not tables:
        marks = f"PRAGMA application_id = {_APPLICATION}; PRAGMA user_version = {_VERSION};"
        database.executescript(f"BEGIN IMMEDIATE; {_TABLES} {marks} COMMIT;")
