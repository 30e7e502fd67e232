"""Kill harvests and builds at random moments: `python kill_runs.py [KILLS] [RECORDS] [SEED]`.

Half of the kills hit a harvest (from nothing, or on the second day), half a build that replaces a site. After
each one the store must be whole, with everything that both days have, and the site that of one day, whole;
and the next run must end as an undisturbed one does. Every second kill hits the process alone, so that what
it had started (git) lives on for a while. Prints what was seen; ends with an error at the first
difference. Runs that ended before their moment came are repeated at another one.
"""
# ruff: noqa: T201 - a benchmark is there to print

import shutil
import sys
import tempfile
import threading
import time
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).parents[1]))

import killed_runs as runs

Content = Mapping[str, list[tuple[Any, ...]]]


@dataclass(frozen=True, kw_only=True)
class Undisturbed:
    """What there was on the first day, and what comes of the second if nobody is killed."""

    first: Path
    """The store after the first day's harvest and build."""
    second: Path
    """The store after the second day's harvest, without a build."""
    from_nothing: Path
    """Likewise, without a first day."""
    published: Path
    """The store after the second day's build."""
    sites: tuple[Path, Path]
    seconds: tuple[float, float]
    """What a harvest and a build took."""


def undisturbed(world: runs.World, folder: Path) -> Undisturbed:
    """Live through both days."""
    first, second, nothing, published = (folder / f"{name}.sqlite" for name in ("1", "2", "new", "2b"))
    sites = (folder / "site1", folder / "site2")
    runs.finish(what="harvest", store=str(first), sources=world.sources, day=runs.DAY)
    runs.finish(what="build", store=str(runs.same_cost(first)), output=str(sites[0]), day=runs.DAY)
    world.next_day()
    shutil.copy(first, second)
    runs.finish(what="harvest", store=str(second), sources=world.sources)
    harvest = runs.finish(what="harvest", store=str(nothing), sources=world.sources)
    shutil.copy(runs.same_cost(second), published)
    build = runs.finish(what="build", store=str(published), output=str(sites[1]))
    return Undisturbed(
        first=first, second=second, from_nothing=nothing, published=published, sites=sites,
        seconds=(harvest, build),
    )  # fmt: skip


def kill_harvest(world: runs.World, calm: Undisturbed, place: Path, number: int, moment: float) -> str:
    """Kill one harvest, and let the next one end."""
    store, is_new = place / "store.sqlite", number % 2 == 0
    if not is_new:
        shutil.copy(calm.first, store)
    plan = {"what": "harvest", "store": str(store), "sources": world.sources}
    killed = runs.kill(moment, alone=number % 4 < 2, **plan)
    left = runs.content(store) if store.is_file() and store.stat().st_size else None
    if not is_new:
        check_store(left, runs.content(calm.first), runs.content(calm.second))
    kept = len(left["component"]) if left and is_new else 0
    runs.finish(**plan)
    assert runs.content(store) == runs.content(calm.from_nothing if is_new else calm.second), number
    whence = "from nothing" if is_new else "on the second day"
    return f"harvest {whence}, {_when(killed=killed)}" + (", some components kept" if kept else "")


def check_store(left: Content | None, first: Content, second: Content) -> None:
    """Require all that both days have, each component as on one of them, and what was published."""
    assert left is not None
    assert runs.slugs(left) >= runs.slugs(first) & runs.slugs(second)
    said = {row[:2] + row[4:] for day in (first, second) for row in day["component"]}
    assert {row[:2] + row[4:] for row in left["component"]} <= said
    assert left["published"] == first["published"]


def kill_build(calm: Undisturbed, place: Path, number: int, moment: float) -> str:
    """Kill one build, look at the site, and let the next one end."""
    store, site = place / "store.sqlite", place / "site"
    shutil.copy(calm.second, store)
    shutil.copytree(calm.sites[0], site)
    plan = {"what": "build", "store": str(store), "output": str(site)}
    with watched(site) as missed:
        killed = runs.kill(moment, alone=number % 2 == 0, **plan)
        old, new = (runs.site_files(one) for one in calm.sites)
        found = runs.site_files(site)
        assert found in (old, new), (differing(found, old), differing(found, new))
        left = runs.beside(site)
        runs.finish(**plan)
        assert runs.site_files(site) == new, differing(runs.site_files(site), new)
    assert not missed, f"{len(missed)} times a reader found no site"
    assert runs.content(store) == runs.content(calm.published)
    remains = " (cleared by the one after)" if _cleared_later(plan, site) else ""
    shown = "the new site" if found == new else "the old site"
    return f"build, {_when(killed=killed)}, {shown}" + (f", a folder left{remains}" if left else "")


def differing(one: Mapping[str, bytes], other: Mapping[str, bytes]) -> list[str]:
    """Name some files that are not the same."""
    return sorted(path for path in {*one, *other} if one.get(path) != other.get(path))[:9]


def _cleared_later(plan: dict[str, Any], site: Path) -> bool:
    """Say whether the next build could not clear up, since a program of the killed one still wrote."""
    if not runs.beside(site):
        return False
    runs.finish(**plan)
    assert not runs.beside(site)
    return True


def _when(*, killed: bool) -> str:
    return "killed" if killed else "ended before"


@contextmanager
def watched(site: Path) -> Iterator[list[float]]:
    """Read a site all the time; give when it was not there."""
    missed: list[float] = []
    done = threading.Event()

    def read() -> None:
        while not done.wait(0.001):
            try:
                (site / "index.json").read_bytes()
            except FileNotFoundError:
                missed.append(time.time())

    reader = threading.Thread(target=read)
    reader.start()
    try:
        yield missed
    finally:
        done.set()
        reader.join()


def until(kills: int, run: Callable[[Path, int, float], str], moments: Iterator[float]) -> Counter[str]:
    """Repeat until so many were killed; count what was seen."""
    seen: Counter[str] = Counter()
    while sum(times for what, times in seen.items() if ", killed" in what) < kills:
        with tempfile.TemporaryDirectory() as place:
            what = run(Path(place), seen.total(), next(moments))
        seen[what] += 1
        print(f"{seen.total():4} {what}", flush=True)
    return seen


def main(kills: int, records: int, seed: int) -> None:
    """Kill, and print what was seen."""
    with tempfile.TemporaryDirectory() as name, runs.world(Path(name) / "world", records) as world:
        calm = undisturbed(world, Path(name))
        print(f"{records} records; a harvest takes {calm.seconds[0]:.1f} s, a build {calm.seconds[1]:.1f} s")
        harvests = partial(kill_harvest, world, calm)
        seen = until(kills // 2, harvests, runs.moments(calm.seconds[0], seed))
        seen += until(kills - kills // 2, partial(kill_build, calm), runs.moments(calm.seconds[1], seed + 1))
    print("In all:")
    for what, times in sorted(seen.items()):
        print(f"{times:4} {what}")


if __name__ == "__main__":
    given = [int(word) for word in sys.argv[1:]]
    main(*(given + [200, 60, 1][len(given) :]))
