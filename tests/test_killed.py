"""A run that is killed, doubled or out of space costs nothing, and the next one ends as if nothing was."""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

import killed_runs as runs

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(sys.platform == "win32", reason="processes are killed by signals"),
]


@dataclass(frozen=True, kw_only=True)
class Days:
    """What two undisturbed days give."""

    world: runs.World
    first: Path
    second: Path
    site: Path


@pytest.fixture(scope="module")
def days(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Days]:
    folder = tmp_path_factory.mktemp("days")
    with runs.world(folder / "world", 6) as world:
        first, second, site = folder / "1.sqlite", folder / "2.sqlite", folder / "site"
        runs.finish(what="harvest", store=str(first), sources=world.sources, day=runs.DAY)
        runs.finish(what="build", store=str(runs.same_cost(first)), output=str(site), day=runs.DAY)
        world.next_day()
        shutil.copy(first, second)
        runs.finish(what="harvest", store=str(second), sources=world.sources)
        yield Days(world=world, first=first, second=runs.same_cost(second), site=site)


@pytest.fixture
def store(days: Days, tmp_path: Path) -> Path:
    return Path(shutil.copy(days.first, tmp_path / "store.sqlite"))


@pytest.fixture
def site(days: Days, tmp_path: Path) -> Path:
    return Path(shutil.copytree(days.site, tmp_path / "site"))


@pytest.fixture(scope="module")
def new_site(days: Days, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("new")
    store = shutil.copy(days.second, folder / "store.sqlite")
    runs.finish(what="build", store=str(store), output=str(folder / "site"))
    return folder / "site"


@pytest.mark.parametrize(
    "dies",
    [("commit", 1), ("commit", 2), ("commit", 4), ("commit", 6), ("commit", 12), ("statement", 15)],
    ids=lambda dies: f"{dies[0]} {dies[1]}",
)
def test_a_harvest_that_is_killed_loses_nothing_and_the_next_one_ends_as_an_undisturbed_one(
    days: Days, store: Path, dies: tuple[str, int]
) -> None:
    plan = {"what": "harvest", "store": str(store), "sources": days.world.sources}
    assert runs.die(**plan, dies=dies)
    before, left, after = (runs.content(one) for one in (days.first, store, days.second))
    assert runs.slugs(left) >= runs.slugs(before) & runs.slugs(after)
    assert left["published"] == before["published"]
    runs.finish(**plan)
    assert runs.content(store) == after


def test_what_came_home_before_the_kill_is_not_fetched_again(days: Days, tmp_path: Path) -> None:
    plan = {"what": "harvest", "store": str(tmp_path / "new.sqlite"), "sources": days.world.sources}
    # One commit begins the visit, and each component has one of its own: three are kept.
    assert runs.die(**plan, dies=("commit", 5))
    kept = len(runs.content(tmp_path / "new.sqlite")["component"])
    seen = len(days.world.zenodo.seen)
    runs.finish(**plan)
    again = {one.path.split("/")[3] for one in days.world.zenodo.seen[seen:] if "/files/" in one.path}
    assert (kept, len(again)) == (3, len(days.world.zenodo.records) - 3)


def test_two_harvests_at_a_time_end_as_one_does(days: Days, store: Path) -> None:
    plan = {"what": "harvest", "store": str(store), "sources": days.world.sources}
    both = [runs.start(plan), runs.start(plan)]
    assert [process.communicate()[1] for process in both] == [b"", b""]
    assert runs.content(store) == runs.content(days.second)


@pytest.mark.parametrize("file_bytes", [4_000, 40_000])
def test_a_harvest_into_a_full_disk_says_so_and_what_was_there_stays(
    days: Days, store: Path, file_bytes: int
) -> None:
    plan = {"what": "harvest", "store": str(store), "sources": days.world.sources}
    said = runs.fail(**plan, file_bytes=file_bytes)
    assert said.startswith(f"StoreError: {store}: cannot be written (")
    before, left = (runs.content(one) for one in (days.first, store))
    assert runs.slugs(left) >= runs.slugs(before) & runs.slugs(runs.content(days.second))
    runs.finish(**plan)
    assert runs.content(store) == runs.content(days.second)


@pytest.mark.parametrize(
    ("dies", "is_new"),
    [(("open", 5), False), (("open", 150), False), (("commit", 1), True)],
    ids=["beginning", "pages", "remembering"],
)
def test_a_build_that_is_killed_leaves_a_whole_site_and_the_next_one_clears_up(
    days: Days, site: Path, new_site: Path, tmp_path: Path, dies: tuple[str, int], *, is_new: bool
) -> None:
    store = shutil.copy(days.second, tmp_path / "store.sqlite")
    plan = {"what": "build", "store": str(store), "output": str(site)}
    assert runs.die(**plan, dies=dies)
    assert runs.site_files(site) == runs.site_files(new_site if is_new else days.site)
    assert len(runs.beside(site)) == (0 if is_new else 1)
    runs.finish(**plan)
    assert runs.site_files(site) == runs.site_files(new_site)
    assert runs.beside(site) == set()


def test_two_builds_at_a_time_leave_one_whole_site(
    days: Days, site: Path, new_site: Path, tmp_path: Path
) -> None:
    store = shutil.copy(days.second, tmp_path / "store.sqlite")
    plan = {"what": "build", "store": str(store), "output": str(site)}
    both = [runs.start(plan), runs.start(plan)]
    assert [process.communicate()[1] for process in both] == [b"", b""]
    assert runs.site_files(site) == runs.site_files(new_site)
    assert runs.beside(site) == set()


def test_a_build_onto_a_full_disk_says_so_and_leaves_the_site_as_it_was(days: Days, site: Path) -> None:
    said = runs.fail(what="build", store=str(days.second), output=str(site), file_bytes=50_000)
    assert said.startswith(f"PublishError: {site}: cannot be written: ")
    assert runs.site_files(site) == runs.site_files(days.site)
    assert runs.beside(site) == set()


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="root may write everywhere")
@pytest.mark.parametrize("place", ["", "store.sqlite"], ids=["folder", "file"])
def test_a_store_that_may_not_be_written_is_named(days: Days, store: Path, place: str) -> None:
    (store.parent / place).chmod(0o500)
    said = runs.fail(what="harvest", store=str(store), sources=days.world.sources)
    (store.parent / place).chmod(0o700)
    assert said.startswith(f"StoreError: {store}: cannot be written (")
    assert runs.content(store) == runs.content(days.first)


def test_a_place_where_no_folder_can_be_made_is_named(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    done = subprocess.run(
        [sys.executable, "-m", "ossr_catalogue", "harvest", "--store", str(tmp_path / "file" / "x" / "y")],
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.returncode, f"{tmp_path}/file/x: cannot be made" in done.stderr) == (2, True)
