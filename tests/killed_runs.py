"""A small world to harvest on two days, runs in it that are killed, and what is left when one was."""

import json
import os
import random
import signal
import sqlite3
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from simulated_zenodo import SimulatedZenodo, running
from stored_records import StoredFile, StoredRecord, zip_of

SCRIPT = Path(__file__).with_name("killable.py")
DAY, NEXT_DAY = "1795348800", "1795435200"
NAMES = ("one", "other", "third")


@dataclass(frozen=True, kw_only=True)
class World:
    """What there is to harvest."""

    folder: Path
    zenodo: SimulatedZenodo
    records: int

    @property
    def sources(self) -> list[dict[str, str]]:
        """Give them as `killable.py` takes them."""
        return [
            {"zenodo": self.zenodo.community, "url": self.zenodo.base_url},
            *({"git": f"file://{self.folder / name}"} for name in NAMES),
            {"folder": str(self.folder / "plain")},
        ]

    def next_day(self) -> None:
        """Change some records, withdraw one, publish one; change two repositories."""
        first, second, _, *others = self.zenodo.records
        self.zenodo.records = [
            replace(first, number=900, title="A new version", concept=first.number - 1),
            replace(second, files=(archive("changed"),)),
            *others,
            StoredRecord(number=901, title="Published today", files=(archive("today"),)),
        ]
        for name in NAMES[:2]:
            fill(self.folder / name, f"{name} changed")
            commit(self.folder / name)
        fill(self.folder / "plain", "plain changed")


@contextmanager
def world(folder: Path, records: int) -> Iterator[World]:
    """Serve a community, and make repositories of git and a folder."""
    stored = [
        StoredRecord(number=100 + 10 * number, title=f"Record {number}", files=(archive(f"{number}"),))
        for number in range(records)
    ]
    for name in (*NAMES, "plain"):
        fill(folder / name, name)
    for name in NAMES:
        git(folder / name, "init", "--quiet", "--initial-branch=main")
        commit(folder / name)
    with running(SimulatedZenodo(stored)) as zenodo:
        yield World(folder=folder, zenodo=zenodo, records=records)


def archive(name: str) -> StoredFile:
    """Make a release with a list of two executables, or a notebook."""
    return StoredFile(key=f"{name}.zip", content=zip_of(files(name), top=f"{name}-1.0/"))


def fill(folder: Path, name: str) -> None:
    """Write a list, and a notebook."""
    for path, text in files(name).items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_text(text)


def files(name: str) -> dict[str, str]:
    """Give the files of a repository."""
    cells = [
        {"cell_type": "markdown", "metadata": {}, "source": f"# Fit the spectrum of {name}\n\nWith a line."},
        {"cell_type": "code", "metadata": {}, "source": "print(1)", "outputs": [], "execution_count": None},
    ]
    notebook = {"nbformat": 4, "nbformat_minor": 5, "metadata": {}, "cells": cells}
    return {"README.md": f"# {name}\n\nSoftware.\n", "fit.ipynb": json.dumps(notebook)}


def git(folder: Path, *arguments: str) -> None:
    """Call git as nobody in particular."""
    who = {f"GIT_{role}_{what}": "x" for role in ("AUTHOR", "COMMITTER") for what in ("NAME", "EMAIL")}
    when = {f"GIT_{role}_DATE": f"{DAY} +0000" for role in ("AUTHOR", "COMMITTER")}
    subprocess.run(["git", "-C", folder, *arguments], check=True, env={**os.environ, **who, **when})


def commit(folder: Path) -> None:
    """Commit all there is."""
    git(folder, "add", "--all")
    git(folder, "commit", "--quiet", "--message=x")


def start(plan: dict[str, object]) -> subprocess.Popen[bytes]:
    """Start a run in a process group of its own, on a `day` that stands still."""
    return subprocess.Popen(
        [sys.executable, SCRIPT, json.dumps(plan)],
        env={**os.environ, "SOURCE_DATE_EPOCH": str(plan.get("day", NEXT_DAY))},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        start_new_session=True,
    )


def finish(**plan: object) -> float:
    """Let a run end well; give the seconds that it took."""
    begun = time.perf_counter()
    _, complaints = start(plan).communicate()
    assert complaints == b"", complaints.decode()
    return time.perf_counter() - begun


def fail(**plan: object) -> str:
    """Let a run end with an error that its user can act on; give its words."""
    process = start(plan)
    _, complaints = process.communicate()
    assert process.returncode == 1, complaints.decode()
    assert b"Traceback" not in complaints, complaints.decode()
    return complaints.decode()


def die(**plan: object) -> bool:
    """Let a run die as it is planned; False if it ended before."""
    process = start(plan)
    process.communicate()
    return process.returncode == -signal.SIGKILL


def kill(seconds: float, *, alone: bool, **plan: object) -> bool:
    """Kill a run after so many seconds, *alone* or with what it started; False if it ended before."""
    process = start(plan)
    try:
        process.wait(seconds)
    except subprocess.TimeoutExpired:
        (os.kill if alone else os.killpg)(process.pid, signal.SIGKILL)
    # Not `communicate`: what a run that was killed alone had started may hold the pipe a little longer.
    process.wait()
    if process.stderr:
        process.stderr.close()
    return process.returncode == -signal.SIGKILL


def content(store: Path) -> Mapping[str, list[tuple[Any, ...]]]:
    """Give what a store holds, but for how often and at what cost it was asked for; it must be whole."""
    database = sqlite3.connect(store)
    try:
        assert database.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        assert database.execute("PRAGMA foreign_key_check").fetchall() == []
        return {
            "source": rows(database, "name, attempted, succeeded", "source"),
            "component": rows(
                database, "source, slug, harvested, seen, etag, said, list_content", "component"
            ),
            "left out": rows(database, "source, slug, place, said", "left_out"),
            "unreadable": rows(database, "source, slug, etag, said", "unreadable"),
            "published": rows(database, "uuid, said", "published"),
            "gone": rows(database, "uuid, said", "gone"),
        }
    finally:
        database.close()


def rows(database: sqlite3.Connection, columns: str, table: str) -> list[tuple[Any, ...]]:
    """Give a table in one order."""
    found: list[tuple[Any, ...]] = database.execute(f"SELECT {columns} FROM {table}").fetchall()  # noqa: S608 - ours
    return sorted(found, key=repr)


def slugs(held: Mapping[str, list[tuple[Any, ...]]]) -> set[tuple[Any, ...]]:
    """Name the components."""
    return {row[:2] for row in held["component"]}


def site_files(folder: Path) -> Mapping[str, bytes]:
    """Give every file of a site."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()
    }


def same_cost(store: Path) -> Path:
    """Take out of a store what a resumed harvest cannot have alike: how many requests it made."""
    database = sqlite3.connect(store)
    with database:
        database.execute("UPDATE source SET requests = 0")
    database.close()
    return store


def beside(site: Path) -> set[str]:
    """Name what builds left beside a site."""
    return {path.name for path in site.parent.iterdir() if path.name.startswith(f".{site.name}.")}


def moments(longest: float, seed: int) -> Iterator[float]:
    """Choose moments without end, the same for the same seed."""
    chosen = random.Random(seed)  # noqa: S311 - no secret
    while True:
        yield chosen.uniform(0, longest)
