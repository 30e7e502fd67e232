"""A folder source that is restricted to some of its files."""

from pathlib import Path

import pytest

from ossr_catalogue.harvest.folder import FolderSource
from ossr_catalogue.harvest.source import Snapshot
from ossr_catalogue.model.catalogue import LeftOut


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for path in ("codemeta.json", "executables.json", "docs/executables.json", "notebooks/a.ipynb"):
        (tmp_path / path).parent.mkdir(exist_ok=True)
        (tmp_path / path).write_text(path)
    return tmp_path


def snapshot(folder: Path, *only: str) -> Snapshot:
    (found,) = FolderSource(folder, only=only).snapshots()
    assert not isinstance(found, LeftOut)
    return found


@pytest.mark.parametrize(
    ("only", "paths"),
    [
        pytest.param(
            (),
            ("codemeta.json", "docs/executables.json", "executables.json", "notebooks/a.ipynb"),
            id="nothing restricts it",
        ),
        pytest.param(
            ("codemeta.json", "executables.json"), ("codemeta.json", "executables.json"), id="names"
        ),
        pytest.param(("*.ipynb",), ("notebooks/a.ipynb",), id="a glob that spans folders"),
        pytest.param(("docs/*",), ("docs/executables.json",), id="one folder"),
        pytest.param(("absent.json",), (), id="nothing fits"),
    ],
)
def test_only_the_files_that_are_meant_are_listed(
    folder: Path, only: tuple[str, ...], paths: tuple[str, ...]
) -> None:
    assert tuple(snapshot(folder, *only).paths()) == paths


def test_a_file_that_is_not_meant_cannot_be_read(folder: Path) -> None:
    found = snapshot(folder, "codemeta.json").read(["codemeta.json", "executables.json"])
    assert found == {"codemeta.json": b"codemeta.json"}


def test_a_file_that_is_not_meant_does_not_change_the_revision(folder: Path) -> None:
    before = snapshot(folder, "codemeta.json").component.revision
    (folder / "executables.json").write_text("changed")
    assert snapshot(folder, "codemeta.json").component.revision == before
