"""The workflows that publish and watch the catalogue: what their scripts do, on good days and bad ones."""

import gzip
import json
import re
import shutil
import sqlite3
import sys
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import dataclass, field
from http.server import SimpleHTTPRequestHandler
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest
import yaml

from local_server import Files, listening
from workflow_job import Ran, run_job

ROOT = Path(__file__).parents[2]
PUBLISH = ROOT / ".github" / "workflows" / "publish.yml"
WATCHDOG = ROOT / ".github" / "workflows" / "watchdog.yml"
NEEDS_NETWORK = frozenset({"Install"})
FIRST_DAY = 1795348800

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(
        sys.platform == "win32" or not shutil.which("curl"), reason="the scripts are for Ubuntu"
    ),
]


class Pages(Files, SimpleHTTPRequestHandler):
    """Serves files, or on a bad day an error."""

    broken: dict[str, int]

    def do_GET(self) -> None:
        """Answer."""
        status = next((status for path, status in self.broken.items() if path in self.path), None)
        if status:
            self.send_error(status)
        else:
            super().do_GET()


@dataclass
class Host:
    """Pages as GitHub serves them, and the runs that publish there."""

    folder: Path
    url: str
    broken: dict[str, int] = field(default_factory=dict)
    runs: int = 0

    @property
    def published(self) -> Path:
        """What readers see."""
        return self.folder / "pages" / "catalogue"

    def environment(self, day: int) -> dict[str, str]:
        """Give what the runner has: our command, and the day."""
        programs = self.folder / "programs"
        programs.mkdir(exist_ok=True)
        (programs / "ossr-catalogue").write_text(
            f'#!/bin/sh\nexec "{sys.executable}" -m ossr_catalogue "$@"\n'
        )
        (programs / "ossr-catalogue").chmod(0o755)
        moment = str(FIRST_DAY + day * 86400)
        return {"PATH": f"{programs}:/usr/bin:/bin", "SOURCE_DATE_EPOCH": moment, "SOURCES": "sources.yml"}

    def job(self, workflow: Path, name: str, day: int, **inputs: str) -> Ran:
        """Run a job on a runner that is new each time."""
        self.runs += 1
        temporary, workspace = (self.folder / f"{what}{self.runs}" for what in ("temporary", "workspace"))
        temporary.mkdir()
        shutil.copytree(self.folder / "checkout", workspace)
        values = {"steps.pages.outputs.base_url": self.url, "github.token": ""}
        values |= {f"inputs.{key.replace('_', '-')}": value for key, value in inputs.items()}
        return run_job(
            workflow, name, values, self.environment(day), workspace=workspace, temporary=temporary,
            leave_out=NEEDS_NETWORK,
        )  # fmt: skip

    def publish(self, day: int, **inputs: str) -> Ran:
        """Run the first job, and if it ends well, deploy what it handed over."""
        ran = self.job(PUBLISH, "build", day, **inputs)
        if ran.status == 0:
            shutil.rmtree(self.published, ignore_errors=True)
            shutil.copytree(self.folder / f"workspace{self.runs}" / "site", self.published)
        return ran

    def watch(self, day: int) -> Ran:
        """Run the watchdog."""
        return self.job(WATCHDOG, "look", day)

    def index(self) -> Any:  # noqa: ANN401 - JSON
        """Read what is published."""
        return json.loads((self.published / "index.json").read_bytes())

    def write(self, source: str, *titles: str) -> None:
        """Let a source have a list with these executables; without any, there is no such folder."""
        folder = self.folder / "checkout" / source
        shutil.rmtree(folder, ignore_errors=True)
        if titles:
            folder.mkdir()
            (folder / "executables.json").write_text(
                json.dumps({"executables": [entry(source, title) for title in titles]})
            )

    def sources(self, *names: str) -> None:
        """Ask these folders."""
        lines = "".join(f"  - folder: {name}\n" for name in names)
        (self.folder / "checkout" / "sources.yml").write_text(f"sources:\n{lines}")


def entry(source: str, title: str) -> dict[str, Any]:
    """Make up an executable."""
    number = int.from_bytes(f"{source} {title}".encode()[-15:])
    return {
        "uuid": str(UUID(int=number, version=4)),
        "type": "urn:types/jupyter-notebook",
        "title": f"Fit the spectrum of {title}",
        "description": "Fits a log-parabola to one hour of simulated observations.",
        "location": "fit.ipynb",
    }


@pytest.fixture
def host(tmp_path: Path) -> Iterator[Host]:
    (tmp_path / "pages").mkdir()
    (tmp_path / "checkout").mkdir()
    broken: dict[str, int] = {}
    with listening(Pages, folder=str(tmp_path / "pages"), broken=broken) as address:
        made = Host(tmp_path, f"{address}/catalogue", broken)
        made.sources("one", "other")
        made.write("one", *"ABCDEFGHIJK")
        made.write("other", "X")
        yield made


def test_day_after_day(host: Host) -> None:
    first = host.publish(0, begin_anew="true")
    assert (first.status, first.summary) == (0, "### The first catalogue at this place\n"), first.log
    assert host.index()["count"] == 12
    assert host.index()["site"]["url"] == f"{host.url}/"

    host.write("one", *"BCDEFGHIJK", "a new star")
    second = host.publish(1)
    assert second.status == 0, second.log
    headline = "### Catalogue: 12 executables, 12 before; 1 new, 10 changed, 1 gone, 0 stale, 0 left out"
    assert second.summary.startswith(headline)
    # The memory came along: what is gone has left a mark, and what is as it was is as old as it was.
    (gone,) = json.loads((host.published / "gone.json").read_bytes())["gone"]
    assert gone["title"] == "Fit the spectrum of A"

    host.write("other")
    third = host.publish(2)
    assert third.status == 0, third.log
    assert "1 stale" in third.summary
    assert "**Sources that failed**\n\n- folder other, last answered" in third.summary
    assert host.watch(2).status == 0


def test_a_loss_stops_the_run_until_it_is_accepted(host: Host) -> None:
    host.publish(0, begin_anew="true")
    host.write("one", *"ABC")
    stopped = host.publish(1)
    assert stopped.status == 1
    assert [*stopped.outcomes][-1] == "Build"
    assert "8 of 12 entries have gone" in stopped.summary
    assert "run this workflow by hand with accept-loss" in stopped.summary
    assert host.index()["count"] == 12
    assert host.publish(1, accept_loss="true").status == 0
    assert host.index()["count"] == 4


def test_a_loss_is_noticed_even_by_a_run_without_memory(host: Host) -> None:
    host.publish(0, begin_anew="true")
    host.write("one", *"ABC")
    stopped = host.publish(1, begin_anew="true")
    assert (stopped.status, [*stopped.outcomes][-1]) == (1, "Compare with what was published")
    assert "8 of 12 executables have gone" in stopped.summary
    assert "run this workflow by hand with accept-loss" in stopped.summary
    assert host.publish(1, begin_anew="true", accept_loss="true").status == 0


def test_a_state_that_an_older_program_wrote_is_renewed_on_the_way(host: Host) -> None:
    host.publish(0, begin_anew="true")
    host.write("one", *"BCDEFGHIJK")
    host.publish(1)
    age(host)
    host.write("other")
    ran = host.publish(2)
    assert ran.status == 0, ran.log
    assert "is renewed: what was published stays" in ran.outcomes["Harvest"].log
    assert host.index()["count"] == 11
    (gone,) = json.loads((host.published / "gone.json").read_bytes())["gone"]
    assert gone["title"] == "Fit the spectrum of A"
    assert "1 stale" in ran.summary


def age(host: Host) -> None:
    """Make the published state one of version 2."""
    state, store = host.published / "state" / "harvest.sqlite.gz", host.folder / "store.sqlite"
    store.write_bytes(gzip.decompress(state.read_bytes()))
    with closing(sqlite3.connect(store)) as database:
        database.executescript("PRAGMA user_version = 2; ALTER TABLE component DROP COLUMN search")
    state.write_bytes(gzip.compress(store.read_bytes()))


BAD_DAYS: dict[str, tuple[dict[str, int], str]] = {
    "no site": ({"index.json": 404}, "index.json answered 404"),
    "no answer": ({"index.json": 403}, "index.json answered 403"),
    "no state": ({"harvest.sqlite.gz": 404}, "harvest.sqlite.gz answered 404"),
    "no health": ({"health.json": 410}, "health.json answered 410"),
}


@pytest.mark.parametrize(("broken", "said"), BAD_DAYS.values(), ids=BAD_DAYS)
def test_without_the_state_nothing_is_harvested_or_published(
    host: Host, broken: dict[str, int], said: str
) -> None:
    fake_site(host)
    host.broken.update(broken)
    ran = host.publish(1)
    assert (ran.status, [*ran.outcomes]) == (1, ["Fetch what was published, and the state of that run"])
    assert re.search(rf"^::error::.*{re.escape(said)}\. Run again later", ran.log, re.MULTILINE)


def test_a_state_that_is_cut_off_stops_the_run(host: Host) -> None:
    fake_site(host)
    state = host.published / "state" / "harvest.sqlite.gz"
    state.write_bytes(state.read_bytes()[:-9])
    assert host.publish(1).status != 0


def fake_site(host: Host) -> None:
    """Publish what the first step of a run asks for, and no more."""
    (host.published / "state").mkdir(parents=True)
    for name in ("index.json", "health.json"):
        (host.published / name).write_text("{}")
    (host.published / "state" / "harvest.sqlite.gz").write_bytes(gzip.compress(b"SQLite"))


def test_the_parts_of_a_large_index_are_fetched_for_the_comparison(host: Host) -> None:
    fake_site(host)
    href = "index/0a-0123456789abcdef.json"
    (host.published / "index.json").write_text(
        json.dumps({"parts": [{"href": href}], "x": "index/../x.json"})
    )
    (host.published / "index").mkdir()
    (host.published / href).write_text("{}")
    host.publish(1)
    assert (host.folder / "temporary1" / "before" / href).read_text() == "{}"


def test_a_harvest_that_brings_nothing_publishes_nothing(host: Host) -> None:
    host.sources("nowhere")
    ran = host.publish(0, begin_anew="true")
    assert (ran.status, [*ran.outcomes][-1]) == (3, "Harvest")


def test_the_state_lies_beside_what_it_led_to_and_nothing_harvested_is_a_command_to_the_runner(
    host: Host,
) -> None:
    ran = host.publish(0, begin_anew="true")
    store = host.folder / "store.sqlite"
    store.write_bytes(gzip.decompress((host.published / "state" / "harvest.sqlite.gz").read_bytes()))
    database = sqlite3.connect(store)
    assert database.execute("SELECT count(*) FROM published").fetchall() == [(12,)]
    database.close()
    for step in ("Harvest", "Build"):
        first, *_, last = ran.outcomes[step].log.splitlines()
        token = first.removeprefix("::stop-commands::")
        assert (first, last, UUID(token).version) == (f"::stop-commands::{token}", f"::{token}::", 4)


def spoil(change: Callable[[dict[str, Any]], object]) -> Callable[[Host], None]:
    def spoiled(host: Host) -> None:
        index = host.index()
        change(index)
        (host.published / "index.json").write_text(json.dumps(index))

    return spoiled


DOGS: dict[str, tuple[int, Callable[[Host], object], str]] = {
    "too old": (4, lambda _: None, "built 2026-11-22T12:00:00Z, 4 days ago; expected at most 3 days"),
    "invalid": (0, spoil(lambda index: index.pop("site")), "'site' is a required property"),
    "gone": (0, lambda host: (host.published / "index.json").unlink(), "404"),
    "something else": (
        0, lambda host: (host.published / "index.json").write_text("<html>"), "is not JSON",
    ),
}  # fmt: skip


def test_the_watchdog_barks_when_something_is_wrong_and_only_then(host: Host) -> None:
    host.publish(0, begin_anew="true")
    assert host.watch(3).status == 0
    whole = (host.published / "index.json").read_bytes()
    for day, happens, said in DOGS.values():
        (host.published / "index.json").write_bytes(whole)
        happens(host)
        ran = host.watch(day)
        assert ran.status != 0
        assert said in ran.log


def test_what_is_asked_for_by_hand_is_said_in_words_and_off_unless_asked_for() -> None:
    text = yaml.load(PUBLISH.read_text(encoding="utf-8"), Loader=yaml.BaseLoader)  # noqa: S506 - it makes text only
    inputs = text["on"]["workflow_dispatch"]["inputs"]
    assert set(inputs) == {"accept-loss", "begin-anew"}
    assert all(about["description"] and about["default"] == "false" for about in inputs.values())


@pytest.mark.parametrize("workflow", [PUBLISH, WATCHDOG], ids=lambda path: path.stem)
def test_it_runs_once_a_day_and_not_when_everybody_does(workflow: Path) -> None:
    text = yaml.load(workflow.read_text(encoding="utf-8"), Loader=yaml.BaseLoader)  # noqa: S506 - likewise
    ((minute, hour, *rest),) = (one["cron"].split() for one in text["on"]["schedule"])
    assert int(minute) % 15 != 0
    assert 0 <= int(hour) < 24
    assert rest == ["*", "*", "*"]


@pytest.mark.parametrize("workflow", [PUBLISH, WATCHDOG], ids=lambda path: path.stem)
def test_no_expression_stands_in_a_script(workflow: Path) -> None:
    jobs = yaml.safe_load(workflow.read_text(encoding="utf-8"))["jobs"].values()
    assert not [step for job in jobs for step in job["steps"] if "${{" in step.get("run", "")]
