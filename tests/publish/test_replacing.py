"""A site takes another one's place at once, whatever happens meanwhile."""

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from ossr_catalogue.errors import PublishError
from ossr_catalogue.publish.exchange import exchange
from ossr_catalogue.publish.replacing import replacing

LINUX = pytest.mark.skipif(sys.platform != "linux", reason="only Linux lets two folders change places")
KILLED = """
import os, sys
from pathlib import Path
from ossr_catalogue.publish.replacing import replacing
def die_between(one, other):
    other.rename(other.with_name(f".{other.name}.before-0"))
    os.kill(os.getpid(), 9)
def die_before(one, other):
    os.kill(os.getpid(), 9)
with replacing(Path(sys.argv[1]), {"between": die_between, "before": die_before}[sys.argv[2]]) as folder:
    (folder / "index.json").write_text("never seen")
"""


def unable(one: Path, other: Path) -> bool:  # noqa: ARG001 - what `exchange` takes
    return False


def publish(site: Path, text: str, exchange: object = exchange) -> None:
    with replacing(site, exchange) as folder:  # type: ignore[arg-type] # any of the two above
        (folder / "index.json").write_text(text)


def shown(site: Path) -> str:
    return (site / "index.json").read_text()


def names(folder: Path) -> set[str]:
    return {path.name for path in folder.iterdir()}


def killed(site: Path, when: str) -> None:
    done = subprocess.run([sys.executable, "-c", KILLED, str(site), when], check=False)
    assert done.returncode == -9


@pytest.fixture(params=[exchange, unable], ids=["at once", "in two steps"])
def site(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Path]:
    if request.param is exchange and sys.platform != "linux":
        pytest.skip("only Linux lets two folders change places")
    for text in ("first", "second"):
        publish(tmp_path / "site", text, request.param)
    yield tmp_path / "site"
    assert names(tmp_path) == {"site"}


def test_a_site_takes_the_place_of_the_one_before_and_nothing_else_stays(site: Path) -> None:
    assert shown(site) == "second"


def test_a_build_that_fails_leaves_what_was_there(site: Path) -> None:
    with pytest.raises(PublishError, match="No space left"), replacing(site):
        raise OSError(28, "No space left on device")
    assert shown(site) == "second"


def test_a_folder_with_other_files_is_not_replaced(tmp_path: Path) -> None:
    (tmp_path / "letters.txt").write_text("mine")
    with pytest.raises(PublishError, match="found other files"):
        publish(tmp_path, "site")
    assert names(tmp_path) == {"letters.txt"}


def test_an_empty_folder_is_replaced_with_the_rights_of_any_new_folder(tmp_path: Path) -> None:
    (tmp_path / "site").mkdir()
    (tmp_path / "other").mkdir()
    publish(tmp_path / "site", "first")
    assert (tmp_path / "site").stat().st_mode == (tmp_path / "other").stat().st_mode


@LINUX
def test_two_folders_change_places_in_one_step(tmp_path: Path) -> None:
    for name in ("one", "other"):
        (tmp_path / name).mkdir()
        (tmp_path / name / name).touch()
    assert exchange(tmp_path / "one", tmp_path / "other")
    assert (names(tmp_path / "one"), names(tmp_path / "other")) == ({"other"}, {"one"})


def test_what_is_not_there_changes_places_with_nothing(tmp_path: Path) -> None:
    (tmp_path / "one").mkdir()
    assert not exchange(tmp_path / "one", tmp_path / "other")
    assert names(tmp_path) == {"one"}


def test_where_folders_can_change_places_nothing_else_happens_to_the_one_that_is_read(tmp_path: Path) -> None:
    site, seen = tmp_path / "site", []

    def watched(one: Path, other: Path) -> bool:
        seen.append((shown(other), names(tmp_path) - {one.name}))
        done = exchange(one, other)
        seen.append((shown(other), names(tmp_path) - {one.name}))
        return done

    publish(site, "first")
    publish(site, "second", watched)
    after = "second" if sys.platform == "linux" else "first"
    assert seen == [("first", {"site"}), (after, {"site"})]
    assert shown(site) == "second"


@LINUX
@pytest.mark.parametrize("when", ["before", "between"])
def test_a_killed_build_leaves_a_site_that_the_next_build_finds_and_clears_up_after(
    tmp_path: Path, when: str
) -> None:
    site = tmp_path / "site"
    publish(site, "first")
    killed(site, when)
    with replacing(site) as folder:
        # What was there stands there again, already while the next one is built.
        assert shown(site) == "first"
        assert len(names(tmp_path)) == 2
        (folder / "index.json").write_text("second")
    assert names(tmp_path) == {"site"}


@pytest.mark.skipif(sys.platform == "win32", reason="Windows locks no folders")
def test_builds_at_a_time_do_not_touch_each_other_and_the_last_one_stays(tmp_path: Path) -> None:
    site = tmp_path / "site"
    with replacing(site) as one:
        with replacing(site) as other:
            (other / "index.json").write_text("other")
            assert one.is_dir()
        assert shown(site) == "other"
        (one / "index.json").write_text("one")
    assert shown(site) == "one"
    assert names(tmp_path) == {"site"}


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="root may write everywhere")
def test_a_place_that_cannot_be_written_is_named(tmp_path: Path) -> None:
    tmp_path.chmod(0o500)
    with pytest.raises(PublishError, match="Permission denied"):
        publish(tmp_path / "site", "first")
