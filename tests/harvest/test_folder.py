"""A folder is harvested as it lies there, pinned by a digest, and nothing outside it is ever read."""

import os
from pathlib import Path

import pytest

from ossr_catalogue.errors import SourceError
from ossr_catalogue.harvest.folder import FolderSnapshot, FolderSource, PublicCopy
from ossr_catalogue.harvest.ignored import Ignored
from ossr_catalogue.harvest.slug import slug_of
from ossr_catalogue.harvest.source import MAX_FILE_BYTES, Snapshot
from ossr_catalogue.model.catalogue import Cause, LeftOut

COPY = PublicCopy(repository="https://github.com/agn/agnpy", revision="v1", directory="examples/one")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    place = tmp_path / "agnpy"
    write(place, "README.md", "# agnpy")
    write(place, "notebooks/crab.ipynb", "{}")
    return place


def write(place: Path, path: str, content: str = "") -> None:
    (place / path).parent.mkdir(parents=True, exist_ok=True)
    (place / path).write_text(content, encoding="utf-8")


def snapshot(source: FolderSource) -> Snapshot:
    *_, found = source.snapshots()
    assert not isinstance(found, LeftOut)
    return found


def paths(folder: Path) -> tuple[str, ...]:
    return tuple(snapshot(FolderSource(folder)).paths())


def revision(folder: Path) -> str:
    return snapshot(FolderSource(folder)).component.revision


def test_files_are_listed_in_order_and_read(folder: Path) -> None:
    assert paths(folder) == ("README.md", "notebooks/crab.ipynb")
    assert snapshot(FolderSource(folder)).read(["README.md"]) == {"README.md": b"# agnpy"}


def test_links_are_neither_listed_nor_followed(folder: Path, tmp_path: Path) -> None:
    write(tmp_path, "secret.txt", "secret")
    (folder / "file-link").symlink_to(tmp_path / "secret.txt")
    (folder / "folder-link").symlink_to(tmp_path)
    (folder / "loop").symlink_to(folder)
    assert paths(folder) == ("README.md", "notebooks/crab.ipynb")


def test_a_file_that_became_a_link_after_it_was_listed_is_not_read(folder: Path, tmp_path: Path) -> None:
    write(tmp_path, "secret.txt", "secret")
    found = snapshot(FolderSource(folder))
    (folder / "README.md").unlink()
    (folder / "README.md").symlink_to(tmp_path / "secret.txt")
    assert found.read(["README.md"]) == {}


@pytest.mark.parametrize("path", ["../secret.txt", "/etc/hostname", "notebooks/../../secret.txt", ""])
def test_a_path_that_was_not_listed_is_not_read(folder: Path, tmp_path: Path, path: str) -> None:
    write(tmp_path, "secret.txt", "secret")
    assert snapshot(FolderSource(folder)).read([path]) == {}


def test_a_pipe_is_no_file(folder: Path) -> None:
    os.mkfifo(folder / "pipe.ipynb")
    assert "pipe.ipynb" not in paths(folder)


@pytest.mark.parametrize(
    "path",
    [
        ".git/config",
        "node_modules/x.ipynb",
        "notebooks/.ipynb_checkpoints/crab-checkpoint.ipynb",
        "pkg/__pycache__/x.pyc",
    ],
)
def test_what_tools_keep_for_themselves_is_no_part_of_it(folder: Path, path: str) -> None:
    write(folder, path)
    assert path not in paths(folder)


@pytest.mark.parametrize("marker", ["pyvenv.cfg", "CACHEDIR.TAG"])
def test_environments_and_caches_are_known_by_their_markers(folder: Path, marker: str) -> None:
    write(folder, f"anything/{marker}")
    write(folder, "anything/lib/x.ipynb")
    assert paths(folder) == ("README.md", "notebooks/crab.ipynb")


def test_what_gitignore_names_is_no_part_of_it(folder: Path) -> None:
    write(folder, ".gitignore", "/site/\n")
    write(folder, "site/x.ipynb")
    assert paths(folder) == (".gitignore", "README.md", "notebooks/crab.ipynb")


def test_a_name_that_is_not_utf_8_is_left_out_and_named(folder: Path) -> None:
    (folder / os.fsdecode(b"caf\xe9.ipynb")).write_text("{}")
    (found,) = FolderSource(folder).snapshots()
    assert isinstance(found, FolderSnapshot)
    assert [one.path for one in found.left_out] == ["caf\\xe9.ipynb"]
    assert len(found.paths()) == 2


def test_a_folder_that_cannot_be_listed_is_named_and_what_was_in_it_not_taken_for_gone(folder: Path) -> None:
    here = os.open(folder, os.O_RDONLY)
    for name in ["x" * 250] * 20:  # no path may be as long as all of them
        os.mkdir(name, dir_fd=here)
        below = os.open(name, os.O_RDONLY, dir_fd=here)
        os.close(here)
        here = below
    os.close(here)
    (found,) = FolderSource(folder).snapshots()
    assert isinstance(found, FolderSnapshot)
    (left_out,) = found.left_out
    assert left_out.reason == "this folder cannot be listed; may it be read?"
    assert (left_out.cause, left_out.keeps) == (Cause.UNREACHED, True)


def test_a_file_beyond_the_limit_is_missing_from_the_answer(folder: Path) -> None:
    with (folder / "large.ipynb").open("wb") as file:
        file.truncate(MAX_FILE_BYTES + 1)
    assert snapshot(FolderSource(folder)).read(["large.ipynb", "README.md"]).keys() == {"README.md"}


def test_the_revision_follows_content_and_names_and_nothing_else(folder: Path) -> None:
    before = revision(folder)
    os.utime(folder / "README.md", (0, 0))
    (folder / "README.md").chmod(0o755)
    assert revision(folder) == before
    write(folder, "README.md", "# agnpy 2")
    changed = revision(folder)
    (folder / "README.md").rename(folder / "README.txt")
    assert len({before, changed, revision(folder)}) == 3


def test_the_revision_says_that_it_is_a_digest(folder: Path) -> None:
    assert revision(folder).startswith("sha256:")


def test_a_missing_folder_costs_the_source_and_is_named(tmp_path: Path) -> None:
    with pytest.raises(SourceError, match="nowhere: there is no such folder"):
        snapshot(FolderSource(tmp_path / "nowhere"))


def test_the_identity_comes_from_the_name_in_the_file_of_sources(folder: Path) -> None:
    source = FolderSource(folder, name="examples/agnpy")
    assert (source.name, source.slug) == ("folder examples/agnpy", "examples-agnpy")


def test_the_folder_of_the_caller_gets_its_real_name(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(folder)
    assert FolderSource(Path()).slug == "agnpy"


@pytest.mark.parametrize(
    ("settings", "slug"),
    [
        (
            '[core]\n\tbare = false\n[remote "origin"]\n\tfetch = x\n\turl = git@github.com:Agn/agnpy.git\n',
            "github.com-agn-agnpy",
        ),
        ('[remote "fork"]\n\turl = https://github.com/b/c\n', "agnpy"),
        ('[remote "origin"]\n\turl = https://a:b@github.com/agn/agnpy\n', "github.com-agn-agnpy"),
        ('[remote "origin"]\n\turl = /srv/git/agnpy\n', "agnpy"),
    ],
)
def test_a_checkout_of_the_caller_is_the_repository_it_was_cloned_from(
    folder: Path, monkeypatch: pytest.MonkeyPatch, settings: str, slug: str
) -> None:
    write(folder, ".git/config", settings)
    monkeypatch.chdir(folder)
    assert FolderSource(Path()).slug == slug


def test_a_public_copy_gives_identity_revision_and_links(folder: Path) -> None:
    component = snapshot(FolderSource(folder, public_copy=COPY)).component
    assert (component.slug, component.revision) == ("github.com-agn-agnpy-examples-one", "v1")
    assert component.file_page("README.md") == "https://github.com/agn/agnpy/blob/v1/examples/one/README.md"


def test_a_public_copy_of_no_known_revision_has_no_links(folder: Path) -> None:
    copy = PublicCopy(repository="https://github.com/agn/agnpy")
    component = snapshot(FolderSource(folder, public_copy=copy)).component
    assert component.revision.startswith("sha256:")
    assert component.file_url("README.md") is None


@pytest.mark.parametrize(
    ("place", "slug"),
    [
        ("https://github.com/gammapy/gammapy", "github.com-gammapy-gammapy"),
        ("../examples/Crab fit", "examples-crab-fit"),
        (".", ""),
        ("..", ""),
        ("Étoiles", "toiles"),
        ("a" * 300, "a" * 120),
    ],
)
def test_an_identity_is_fit_for_a_url(place: str, slug: str) -> None:
    assert slug_of(place) == slug


@pytest.mark.parametrize(
    ("rules", "path", "ignored"),
    [
        pytest.param("*.pyc", "a/b/x.pyc", True, id="a name at any depth"),
        pytest.param("/x", "a/x", False, id="anchored: only at the top"),
        pytest.param("/x", "x", True, id="anchored"),
        pytest.param("a/x", "b/a/x", False, id="a slash inside anchors"),
        pytest.param("a/*.txt", "a/b/x.txt", False, id="a star stays within a folder"),
        pytest.param("**/x", "a/b/x", True, id="two stars span folders"),
        pytest.param("a/**", "a/b/x", True, id="all below"),
        pytest.param("*.txt\n!keep.txt", "keep.txt", False, id="taken back"),
        pytest.param("!keep.txt\n*.txt", "keep.txt", True, id="the last rule decides"),
        pytest.param("# x", "# x", False, id="a comment"),
        pytest.param("x/", "x", False, id="folders only"),
        pytest.param("[a-c].txt", "b.txt", True, id="a class"),
        pytest.param("[!a-c].txt", "b.txt", False, id="a class, negated"),
        pytest.param("?.txt", "ab.txt", False, id="one letter"),
        pytest.param("\\#x", "#x", True, id="escaped"),
        pytest.param("[z-a]", "z", False, id="a class that is none"),
        pytest.param("x  ", "x", True, id="blanks at the end"),
        pytest.param("a.b", "aXb", False, id="a dot is a dot"),
    ],
)
def test_gitignore_is_read_as_git_reads_it(rules: str, path: str, ignored: bool) -> None:  # noqa: FBT001 - a table
    assert Ignored().below("", rules).holds(path, is_folder=False) is ignored


def test_rules_of_a_folder_count_below_it_only() -> None:
    rules = Ignored().below("docs/", "/build")
    assert rules.holds("docs/build", is_folder=True)
    assert not rules.holds("build", is_folder=True)
