"""Harvesting into a store and looking at a site, as commands."""

import io
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from urllib.request import urlopen

import pytest

from ossr_catalogue.cli.progress import Progress
from ossr_catalogue.store.store import Store

COMMAND = (sys.executable, "-m", "ossr_catalogue")


def harvest(folder: Path, *sources: str) -> subprocess.CompletedProcess[str]:
    (folder / "sources.yml").write_text("sources:\n" + "".join(f"  - {source}\n" for source in sources))
    return subprocess.run(
        [*COMMAND, "harvest", "--sources", "sources.yml", "--store", "store.sqlite"],
        cwd=folder,
        capture_output=True,
        text=True,
        check=False,
    )


@contextmanager
def serving(folder: Path) -> Iterator[str]:
    """Serve a folder on a free port; give its address."""
    server = subprocess.Popen(
        [*COMMAND[:1], "-u", *COMMAND[1:], "serve", str(folder), "--port", "0"],
        stdout=subprocess.PIPE,
        text=True,
    )
    assert server.stdout
    try:
        yield server.stdout.readline().split(" at ")[1].split()[0]
    finally:
        server.terminate()
        server.communicate()


def test_a_source_that_is_no_longer_listed_is_forgotten(tmp_path: Path) -> None:
    for name in ("one", "other"):
        (tmp_path / name).mkdir()
    harvest(tmp_path, "folder: one", "folder: other")
    harvest(tmp_path, "folder: other")
    with Store(tmp_path / "store.sqlite") as store:
        assert [state.name for state in store.states()] == ["folder other"]


def test_a_harvest_that_brings_nothing_leaves_status_3_and_says_why(tmp_path: Path) -> None:
    result = harvest(tmp_path, f"git: file://{tmp_path}/nowhere")
    assert result.returncode == 3
    assert f"nothing from git file://{tmp_path}/nowhere" in result.stdout


def test_one_source_that_fails_does_not_fail_the_others(tmp_path: Path) -> None:
    (tmp_path / "one").mkdir()
    assert harvest(tmp_path, f"git: file://{tmp_path}/nowhere", "folder: one").returncode == 0


def test_an_older_store_is_renewed_with_a_word_and_only_by_a_harvest(tmp_path: Path) -> None:
    (tmp_path / "one").mkdir()
    harvest(tmp_path, "folder: one")
    with closing(sqlite3.connect(tmp_path / "store.sqlite")) as database:
        database.executescript("PRAGMA user_version = 2; ALTER TABLE component DROP COLUMN search")
    built = subprocess.run(
        [*COMMAND, "build", "--store", "store.sqlite"],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=False,
    )
    assert (built.returncode, "`ossr-catalogue harvest` renews it" in built.stderr) == (2, True)
    first, *_ = harvest(tmp_path, "folder: one").stdout.splitlines()
    assert first == (
        "store.sqlite was of version 2 and is renewed: what was published stays, "
        "everything else is harvested anew."
    )


def test_progress_is_silent_in_a_pipe(tmp_path: Path) -> None:
    (tmp_path / "one").mkdir()
    assert harvest(tmp_path, "folder: one").stderr == ""


class Terminal(io.StringIO):
    """Standard error that a person looks at."""

    def isatty(self) -> bool:
        """Say so."""
        return True


def test_progress_shows_a_terminal_one_line_that_cannot_move_its_cursor(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    terminal = Terminal()
    monkeypatch.setattr(sys, "stderr", terminal)
    with Progress() as progress:
        progress.say("a\x1b[2Jtitle\nof two lines")
    assert "a?[2Jtitle?of two lines" in terminal.getvalue()
    assert not {"\x1b", "\n"} & set(terminal.getvalue())


def test_serving_without_a_site_says_which_command_comes_first(tmp_path: Path) -> None:
    result = subprocess.run(
        [*COMMAND, "serve", "--port", "0"],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=False,
        timeout=20,
    )
    assert result.returncode == 3
    assert "run `ossr-catalogue build` first" in result.stderr


def test_a_door_without_an_ending_is_served_as_json(tmp_path: Path) -> None:
    (tmp_path / "index.html").write_text("<p>site</p>")
    (tmp_path / "search").write_text("{}")
    with serving(tmp_path) as address, urlopen(f"{address}search", timeout=20) as reply:  # noqa: S310 - our own
        assert reply.headers["Content-Type"] == "application/json"
