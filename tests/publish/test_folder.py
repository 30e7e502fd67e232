"""What is as it was stays the same file, and nothing else is touched."""

import os
from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

import sample_catalogue as sample
from ossr_catalogue.errors import PublishError
from ossr_catalogue.model.catalogue import Catalogue, Entry
from ossr_catalogue.model.kinds.python_program import PythonProgram
from ossr_catalogue.publish.folder import SiteFolder, site_folder
from ossr_catalogue.publish.site import build
from sample_site import SETTINGS

LINKS = pytest.mark.skipif(
    not {os.open, os.link} <= os.supports_dir_fd, reason="this system cannot link what lies in an open folder"
)


@pytest.fixture
def standing(tmp_path: Path) -> Path:
    (tmp_path / "standing" / "a").mkdir(parents=True)
    (tmp_path / "standing" / "a" / "same").write_bytes(b"same")
    (tmp_path / "standing" / "changed").write_bytes(b"before")
    return tmp_path / "standing"


@pytest.fixture
def folder(tmp_path: Path, standing: Path) -> Iterator[SiteFolder]:
    (tmp_path / "new").mkdir()
    with site_folder(tmp_path / "new", standing) as new:
        yield new


def inode(path: Path) -> int:
    return path.stat().st_ino


@LINKS
def test_an_unchanged_file_stays_the_same_file(folder: SiteFolder, standing: Path) -> None:
    folder.write("a/same", b"same")
    assert inode(folder.path / "a" / "same") == inode(standing / "a" / "same")


@pytest.mark.parametrize("content", [b"behind", b"longer than it was", b""])
def test_a_changed_file_is_another_one(folder: SiteFolder, standing: Path, content: bytes) -> None:
    folder.write("changed", content)
    assert (folder.path / "changed").read_bytes() == content
    assert (standing / "changed").read_bytes() == b"before"


def test_writing_twice_leaves_the_standing_site_alone(folder: SiteFolder, standing: Path) -> None:
    folder.write("a/same", b"same")
    folder.write("a/same", b"other")
    assert (folder.path / "a" / "same").read_bytes() == b"other"
    assert (standing / "a" / "same").read_bytes() == b"same"


def test_a_link_is_not_followed(folder: SiteFolder, standing: Path, tmp_path: Path) -> None:
    (tmp_path / "outside").write_bytes(b"content")
    (standing / "link").symlink_to(tmp_path / "outside")
    folder.write("link", b"content")
    assert not (folder.path / "link").is_symlink()
    assert inode(folder.path / "link") != inode(tmp_path / "outside")


@LINKS
def test_a_site_that_is_replaced_meanwhile_is_still_the_one_compared(
    folder: SiteFolder, standing: Path, tmp_path: Path
) -> None:
    kept = inode(standing / "a" / "same")
    standing.rename(tmp_path / "elsewhere")
    (standing / "a").mkdir(parents=True)
    (standing / "a" / "same").write_bytes(b"evil")
    folder.write("a/same", b"same")
    assert inode(folder.path / "a" / "same") == kept


@LINKS
def test_what_another_program_wrote_is_compared_too(folder: SiteFolder, standing: Path) -> None:
    (folder.path / "changed").write_bytes(b"before")
    (folder.path / "new").write_bytes(b"new")
    folder.write_again()
    assert inode(folder.path / "changed") == inode(standing / "changed")
    assert (folder.path / "new").read_bytes() == b"new"


def test_without_a_site_everything_is_written(tmp_path: Path) -> None:
    (tmp_path / "new").mkdir()
    with site_folder(tmp_path / "new", tmp_path / "nothing") as new:
        new.write("a/b/c", b"content")
    assert (tmp_path / "new" / "a" / "b" / "c").read_bytes() == b"content"


@pytest.mark.parametrize("path", ["../x", "/x", "a/../../x", "a\\x", "a\0x"])
def test_no_file_leaves_the_folder(folder: SiteFolder, path: str) -> None:
    with pytest.raises(PublishError, match="no path inside a site"):
        folder.write(path, b"")


def many(count: int) -> Catalogue:
    return sample.catalogue(*(_one(number) for number in range(count)))


def _one(number: int) -> Entry:
    component = replace(sample.LIBRARY, slug=f"of-{number // 10}", title=f"Component {number // 10}")
    return sample.entry(
        PythonProgram(location=f"{number}.py"),
        f"Program {number}",
        component,
        uuid=sample.uuid_of(f"{number}"),
    )


def files_in(site: Path) -> dict[str, int]:
    return {path.relative_to(site).as_posix(): inode(path) for path in site.rglob("*") if not path.is_dir()}


@LINKS
def test_a_rebuild_after_a_change_of_one_in_a_hundred_rewrites_what_speaks_of_it(tmp_path: Path) -> None:
    site, catalogue = tmp_path / "site", many(100)
    build(catalogue, site, SETTINGS)
    before = files_in(site)
    place = next(n for n, one in enumerate(catalogue.entries) if one.executable.title == "Program 55")
    entries = list(catalogue.entries)
    changed = replace(entries[place].executable, description="Now it does *something else*.")
    entries[place] = replace(entries[place], executable=changed)
    later = replace(SETTINGS, built=SETTINGS.built + timedelta(days=1))
    build(replace(catalogue, entries=tuple(entries)), site, later)
    after = files_in(site)
    rewritten = {path for path, file in after.items() if before.get(path) != file}
    own = (f"executables/{changed.uuid}", "components/of-5/", "search/")
    others = {path for path in rewritten if not path.startswith(own)}
    assert {path for path in others if "/" in path} == {
        "catalogue/2/index.html",
        "types/python-program/2/index.html",
    }
    assert {"health.json", "index.csv", "index.json"} <= others
