"""What is known of the files around a list, and where lists stand."""

import pytest

from ossr_catalogue.document.locations import LIST_LOCATIONS
from ossr_catalogue.lint.repository import (
    ListedFiles,
    Missing,
    is_bare,
    look_for,
    place_in_repository,
)

FILES = ListedFiles(["Notebooks/Crab.ipynb", "data/a.csv", "data/A.csv", "README.md", "src/x/y.py"])

PATHS = {
    "a file": ("Notebooks/Crab.ipynb", None),
    "a folder": ("src/x/", None),
    "the top": (".", None),
    "by a roundabout way": ("./src//x/./y.py", None),
    "nothing of it": ("docs/a.md", Missing(step="docs", nearest="")),
    "nothing at the end": ("src/x/yy.py", Missing(step="yy.py", nearest="src/x/y.py")),
    "below a file": ("README.md/a", None),
    "other letters": ("notebooks/crab.ipynb", Missing(step="notebooks", instead="Notebooks/Crab.ipynb")),
    "other letters at last": (
        "Notebooks/crab.ipynb",
        Missing(step="crab.ipynb", instead="Notebooks/Crab.ipynb"),
    ),
    "of two the very one": ("data/a.csv", None),
    "other letters, and then nothing": ("notebooks/b.txt", Missing(step="notebooks")),
    "out of it": ("../a", Missing(step="..")),
}  # fmt: skip


@pytest.mark.parametrize(("path", "missing"), PATHS.values(), ids=PATHS.keys())
def test_a_path_is_followed(path: str, missing: Missing | None) -> None:
    assert look_for(path, FILES) == missing


def test_no_name_is_proposed_out_of_very_many() -> None:
    many = [f"crab{number}.ipynb" for number in range(501)]
    assert look_for("crab1.ipyn", ListedFiles(many)) == Missing(step="crab1.ipyn")
    assert look_for("crab1.ipyn", ListedFiles(many[:500])) == Missing(
        step="crab1.ipyn", nearest="crab1.ipynb"
    )


def test_lists_alone_are_no_repository() -> None:
    assert is_bare(ListedFiles(LIST_LOCATIONS))
    assert not is_bare(ListedFiles([*LIST_LOCATIONS, "README.md"]))


PLACES = {
    "executables.json": ("", "executables.json"),
    "a/executables.yml": ("a", "executables.yml"),
    "a/.ossr/executables.yaml": ("a", ".ossr/executables.yaml"),
    ".ossr/executables.json": ("", ".ossr/executables.json"),
    ".ossr/executables.yml": ("", ""),
    "a/list.json": ("a", ""),
    "/a/b/executables.json": ("/a/b", "executables.json"),
    "-": ("", ""),
}


@pytest.mark.parametrize(("path", "place"), PLACES.items(), ids=PLACES.keys())
def test_a_list_has_its_place_in_a_repository(path: str, place: tuple[str, str]) -> None:
    assert place_in_repository(path) == place
