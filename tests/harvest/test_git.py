"""A Git repository is harvested as one commit, file by file, with as few requests as can be."""

import gc
import stat
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from ossr_catalogue.errors import SourceError
from ossr_catalogue.harvest.git.source import GitSnapshot, GitSource
from ossr_catalogue.harvest.source import MAX_FILE_BYTES, Snapshot, Unchanged
from ossr_catalogue.model.catalogue import LeftOut

Git = Callable[..., str]


def only_snapshot(source: GitSource) -> GitSnapshot:
    (found,) = source.snapshots()
    assert isinstance(found, GitSnapshot)
    return found


def snapshot_of(repository: Path, ref: str | None = None) -> Snapshot:
    return only_snapshot(GitSource(repository.as_uri(), ref))


@pytest.fixture
def scratch(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Give the folder that temporary folders are made in."""
    folder = tmp_path / "scratch"
    folder.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(folder))
    return folder


def packs(scratch: Path) -> int:
    return len(list(scratch.glob("*/clone.git/objects/pack/*.pack")))


def test_a_snapshot_is_the_newest_commit_with_its_files(repository: Path, git: Git) -> None:
    snapshot = snapshot_of(repository)
    assert snapshot.component.revision == git("rev-parse", "HEAD")
    assert snapshot.paths() == ("README.md", "notebooks/crab.ipynb")
    assert snapshot.read(["README.md"]) == {"README.md": b"# agnpy\n"}


def etag_of(repository: Path, ref: str | None = None) -> str:
    return snapshot_of(repository, ref).etag


def again(repository: Path, etag: str, ref: str | None = None) -> GitSource:
    """Harvest a second time; give the source, which has counted its requests."""
    source = GitSource(repository.as_uri(), ref)
    (found,) = source.snapshots({source.slug: etag})
    assert isinstance(found, Unchanged)
    return source


@pytest.mark.parametrize("ref", [None, "main", "v1.0", "light"])
def test_an_unchanged_repository_costs_one_request(repository: Path, git: Git, ref: str | None) -> None:
    git("tag", "--annotate", "v1.0", "--message=first")
    git("tag", "light")
    assert again(repository, etag_of(repository, ref), ref).requests == 1


def test_a_pinned_commit_that_is_known_costs_no_request(repository: Path, git: Git) -> None:
    commit = git("rev-parse", "HEAD")
    assert again(repository, etag_of(repository, commit), commit).requests == 0


def test_a_new_commit_is_harvested_whatever_another_branch_of_like_name_points_to(
    repository: Path, git: Git
) -> None:
    before = etag_of(repository, "main")
    git("branch", "copy/main")
    git("commit", "--quiet", "--allow-empty", "--message=second")
    source = GitSource(repository.as_uri(), "main")
    (found,) = source.snapshots({source.slug: before})
    assert isinstance(found, GitSnapshot)
    assert found.component.revision == git("rev-parse", "HEAD")


def test_many_files_come_in_one_request(repository: Path, git: Git, scratch: Path) -> None:
    for number in range(30):
        (repository / f"{number}.txt").write_text(str(number))
    git("add", "--all")
    git("commit", "--quiet", "--message=many")
    source = GitSource(repository.as_uri())
    snapshot = only_snapshot(source)
    assert (source.requests, packs(scratch)) == (1, 1)
    assert len(snapshot.read(snapshot.paths())) == 32
    assert (source.requests, packs(scratch)) == (2, 2)


def test_no_content_is_fetched_before_it_is_wanted(repository: Path, tmp_path: Path) -> None:
    snapshot = snapshot_of(repository)
    repository.rename(tmp_path / "gone")
    with pytest.raises(SourceError, match="its files cannot be fetched"):
        snapshot.read(["README.md"])


def test_what_was_read_once_costs_nothing_again(repository: Path) -> None:
    source = GitSource(repository.as_uri())
    snapshot = only_snapshot(source)
    snapshot.read(["README.md"])
    snapshot.read(["README.md"])
    assert source.requests == 2


def test_links_and_submodules_are_no_files_but_known_to_be_there(repository: Path, git: Git) -> None:
    (repository / "link.ipynb").symlink_to("notebooks/crab.ipynb")
    (repository / "folder").symlink_to("notebooks")
    git("update-index", "--add", "--cacheinfo", f"160000,{git('rev-parse', 'HEAD')},submodule")
    git("add", "link.ipynb", "folder")
    git("commit", "--quiet", "--message=links")
    snapshot = only_snapshot(GitSource(repository.as_uri()))
    assert snapshot.paths() == ("README.md", "notebooks/crab.ipynb")
    assert snapshot.names == ["README.md", "folder", "link.ipynb", "notebooks/crab.ipynb", "submodule"]


def test_names_with_blanks_and_letters_of_any_script_are_read(repository: Path, git: Git) -> None:
    (repository / "Étude du Crabe.ipynb").write_text("crabe")
    git("add", "--all")
    git("commit", "--quiet", "--message=names")
    assert snapshot_of(repository).read(["Étude du Crabe.ipynb"]) == {"Étude du Crabe.ipynb": b"crabe"}


def test_a_name_that_cannot_be_shown_is_left_out_and_named(repository: Path, git: Git) -> None:
    (repository / "two\nlines.ipynb").write_text("{}")
    git("add", "--all")
    git("commit", "--quiet", "--message=names")
    snapshot = only_snapshot(GitSource(repository.as_uri()))
    assert [one.path for one in snapshot.left_out] == ["two\\nlines.ipynb"]
    assert len(snapshot.paths()) == 2


def test_a_file_beyond_the_limit_is_missing_from_the_answer_with_the_reason(
    repository: Path, git: Git
) -> None:
    (repository / "large.ipynb").write_bytes(b" " * (MAX_FILE_BYTES + 1))
    git("add", "--all")
    git("commit", "--quiet", "--message=large")
    snapshot = only_snapshot(GitSource(repository.as_uri()))
    assert snapshot.read(["large.ipynb", "README.md"]).keys() == {"README.md"}
    assert snapshot.reasons == {"large.ipynb": "it has 20,000,001 bytes, at most 20,000,000 are read"}


def test_a_file_that_is_not_there_is_missing_from_the_answer(repository: Path) -> None:
    assert snapshot_of(repository).read(["nowhere.txt"]) == {}


@pytest.mark.parametrize("ref", ["old", "v1", None])
def test_a_branch_a_tag_or_a_commit_can_be_meant(repository: Path, git: Git, ref: str | None) -> None:
    first = git("rev-parse", "HEAD")
    git("branch", "old")
    git("tag", "--annotate", "v1", "--message=v1")
    git("commit", "--quiet", "--allow-empty", "--message=second")
    assert snapshot_of(repository, ref or first).component.revision == first


def test_an_unknown_ref_costs_the_source(repository: Path) -> None:
    with pytest.raises(SourceError, match="no-such-branch"):
        snapshot_of(repository, "no-such-branch")


def test_a_missing_repository_costs_the_source_and_is_named(tmp_path: Path) -> None:
    with pytest.raises(SourceError, match="is the address right"):
        snapshot_of(tmp_path / "nowhere")


def test_the_users_own_settings_are_not_read(
    repository: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / ".gitconfig").write_text(f'[url "file:///nowhere/"]\n  insteadOf = {repository.as_uri()}\n')
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("GIT_DIR", "/nowhere")
    monkeypatch.setenv("GIT_CONFIG_COUNT", "1")
    monkeypatch.setenv("GIT_CONFIG_KEY_0", "url.file:///nowhere/.insteadOf")
    monkeypatch.setenv("GIT_CONFIG_VALUE_0", repository.as_uri())
    monkeypatch.setenv("GIT_ALLOW_PROTOCOL", "none")
    assert snapshot_of(repository).paths()


def test_a_host_that_gives_no_single_files_gives_all_of_them(
    repository: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    refusing = 'case " $* " in *" --filter=blob:none "*) echo "fatal: filter refused" >&2; exit 128;; esac'
    stand_in(tmp_path, monkeypatch, refusing)
    assert snapshot_of(repository).read(["README.md"]) == {"README.md": b"# agnpy\n"}


def test_a_host_that_never_answers_is_left_in_time(
    repository: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    stand_in(tmp_path, monkeypatch, 'case " $* " in *" fetch "*) sleep 60 & wait;; esac')
    start = time.monotonic()
    with pytest.raises(SourceError, match="no answer within"):
        only_snapshot(GitSource(repository.as_uri(), timeout_seconds=0.2))
    assert time.monotonic() - start < 5


def test_a_machine_without_git_is_told_to_install_it(
    repository: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(SourceError, match="install it"):
        snapshot_of(repository)


def test_the_clone_goes_with_the_snapshot_and_not_before(repository: Path, scratch: Path) -> None:
    snapshot = next(GitSource(repository.as_uri()).snapshots())
    assert not isinstance(snapshot, LeftOut)
    gc.collect()
    assert snapshot.read(["README.md"])
    del snapshot
    gc.collect()
    assert list(scratch.iterdir()) == []


def test_a_failed_clone_leaves_nothing_behind(tmp_path: Path, scratch: Path) -> None:
    with pytest.raises(SourceError):
        snapshot_of(tmp_path / "nowhere")
    gc.collect()
    assert list(scratch.iterdir()) == []


def test_the_address_tells_name_title_identity_and_links() -> None:
    source = GitSource("git@github.com:cds-astro/Tutorials.git", "v1")
    assert (source.name, source.slug) == (
        "git git@github.com:cds-astro/Tutorials.git v1",
        "github.com-cds-astro-tutorials",
    )


def test_a_local_copy_may_say_where_people_find_it(repository: Path, git: Git) -> None:
    snapshot = only_snapshot(GitSource(repository.as_uri(), repository="https://github.com/agn/agnpy.git"))
    revision = git("rev-parse", "HEAD")
    component = snapshot.component
    assert (component.slug, component.title) == ("github.com-agn-agnpy", "agnpy")
    assert component.file_page("README.md") == f"https://github.com/agn/agnpy/blob/{revision}/README.md"


def stand_in(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, first: str) -> None:
    """Put a git on the PATH that does something else first."""
    folder = tmp_path / "bin"
    folder.mkdir()
    script = folder / "git"
    script.write_text(f'#!/bin/sh\n{first}\nPATH="${{PATH#*:}}" exec git "$@"\n')
    script.chmod(script.stat().st_mode | stat.S_IXUSR)
    path = f"{folder}:/usr/local/bin:/usr/bin:/bin"
    monkeypatch.setenv("PATH", path)
