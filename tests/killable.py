"""Harvest or build as the commands do, and die at a moment that is asked for: `python killable.py PLAN`.

PLAN is JSON: `what` is "harvest" with `sources`, or "build" with `output`; `store`; and `dies`, the kind and
number of the event before which the process kills itself: a "statement" to the store, a "commit", or an
"open" of a file for writing. Without it, it lives, or is killed from outside. `file_bytes` makes the disk
full for any file that is larger. Requests are not paced.
"""

import json
import os
import resource
import signal
import sqlite3
import sys
from collections import Counter
from collections.abc import Mapping
from pathlib import Path
from typing import Any

sys.path[:0] = [str(Path(__file__).parents[1] / "generator")]

from ossr_catalogue.cli.harvest_command import _visit  # noqa: E402 - found just now; what the command does
from ossr_catalogue.cli.main import group  # noqa: E402 - likewise
from ossr_catalogue.cli.progress import Progress  # noqa: E402 - likewise
from ossr_catalogue.errors import CatalogueError  # noqa: E402 - likewise
from ossr_catalogue.harvest.folder import FolderSource  # noqa: E402 - likewise
from ossr_catalogue.harvest.git.source import GitSource  # noqa: E402 - likewise
from ossr_catalogue.harvest.source import Source  # noqa: E402 - likewise
from ossr_catalogue.harvest.web.http import PoliteHttp  # noqa: E402 - likewise
from ossr_catalogue.harvest.zenodo.source import ZenodoSource  # noqa: E402 - likewise
from ossr_catalogue.store.store import Store  # noqa: E402 - likewise


def die_before(kind: str, number: int) -> None:
    """Count what happens from now on, and die."""
    counted: Counter[str] = Counter()

    def count(event: str) -> None:
        counted[event] += 1
        if event == kind and counted[event] >= number:
            os.kill(os.getpid(), signal.SIGKILL)

    def traced(statement: str) -> None:
        count("statement")
        if statement == "COMMIT":
            count("commit")

    def connect(*arguments: Any, **settings: Any) -> sqlite3.Connection:  # noqa: ANN401 - passed on
        database = opened(*arguments, **settings)
        database.set_trace_callback(traced)
        return database

    def audited(event: str, about: tuple[Any, ...]) -> None:
        if event == "open" and isinstance(about[1], str) and set(about[1]) & set("wax+"):
            count("open")

    opened = sqlite3.connect
    # The audit event of a new connection comes before the connection can be traced.
    sqlite3.connect = connect
    sys.addaudithook(audited)


def source(settings: Mapping[str, str]) -> Source:
    """Make one of the three kinds, without a pause between requests."""
    if "zenodo" in settings:
        http = PoliteHttp(settings["url"], pause_seconds=0, waits_seconds=())
        return ZenodoSource(settings["zenodo"], base_url=settings["url"], http=http)
    return GitSource(settings["git"]) if "git" in settings else FolderSource(Path(settings["folder"]))


def harvest(store: Path, sources: list[Source]) -> None:
    """Do what the command does."""
    with Store(store) as memory, Progress() as progress:
        for one in sources:
            _visit(memory, one, progress)
        memory.forget_all_but([one.name for one in sources])


def main(plan: dict[str, Any]) -> None:
    """Carry out a plan."""
    if "file_bytes" in plan:
        resource.setrlimit(resource.RLIMIT_FSIZE, (plan["file_bytes"], plan["file_bytes"]))
    if "dies" in plan:
        die_before(*plan["dies"])
    if plan["what"] == "harvest":
        harvest(Path(plan["store"]), [source(one) for one in plan["sources"]])
        return
    arguments = ["build", "--store", plan["store"], "--output", plan["output"], "--accept-loss"]
    group.main(arguments, standalone_mode=False)


if __name__ == "__main__":
    try:
        main(json.loads(sys.argv[1]))
    except CatalogueError as error:
        sys.exit(f"{type(error).__name__}: {error}")
