"""What the folders that a file lies in say about it."""

from typing import Final

_FOREIGN: Final = {
    "lies among other people's software": (
        "vendor vendored third_party third-party thirdparty 3rdparty extern external externals "
        "site-packages node_modules"
    ),
    "is a copy that an editor saved": "ipynb_checkpoints",
    "serves the work on the repository itself": "github gitlab ci circleci travis devcontainer jenkins",
}
_BYWAYS: Final = {
    "lies among tests": "test tests testing testdata test_data",
    "lies among results that were generated": "results output outputs _build htmlcov",
}
_DOUBTED: Final = {
    "may be out of date": "old older obsolete deprecated archive attic legacy backup",
    "may not be meant for others": (
        "experiments experiment experimental scratch sandbox playground dev devel wip draft drafts "
        "tmp temp misc _static vagrant ci-runner ci-build-runner"
    ),
}


def _by_folder(said: dict[str, str]) -> dict[str, str]:
    return {folder: text for text, folders in said.items() for folder in folders.split()}


_FOREIGN_OF: Final = _by_folder(_FOREIGN)
_BYWAY_OF: Final = _by_folder(_BYWAYS)
_DOUBT_OF: Final = _by_folder(_DOUBTED)


def foreign(path: str) -> str | None:
    """Say why a file is none of the author's for others; the end of a sentence, None if nothing says so."""
    return _first(path, _FOREIGN_OF)


def refusal(path: str) -> str | None:
    """Say why a file that others start is not looked for here: as `foreign`, and among tests and results."""
    return _first(path, _FOREIGN_OF | _BYWAY_OF)


def doubts(path: str) -> tuple[str, ...]:
    """Say why a file may not be worth listing; empty if nothing hints at it."""
    if byway := _first(path, _BYWAY_OF):
        return (f"{byway}, so it may not be meant for others",)
    found = next((name for name in _folders(path) if name in _DOUBT_OF), None)
    return (f"lies in a folder named {found}, so it {_DOUBT_OF[found]}",) if found else ()


def _first(path: str, said: dict[str, str]) -> str | None:
    return next((said[name] for name in _folders(path) if name in said), None)


def nearest_requirements(path: str, paths: frozenset[str]) -> str | None:
    """Find the file that says what to install for *path*: in its folder, or in one above.

    Those of a `docs` folder are passed over: they build the documentation.
    """
    folders = path.split("/")[:-1]
    while True:
        place = "".join(f"{folder}/" for folder in folders)
        if not folders or folders[-1].lower() not in _DOCUMENTATION:
            for name in _REQUIREMENTS:
                if f"{place}{name}" in paths:
                    return f"{place}{name}"
        if not folders:
            return None
        folders = folders[:-1]


_DOCUMENTATION: Final = frozenset({"doc", "docs"})
_REQUIREMENTS: Final = ("environment.yml", "environment.yaml", "requirements.txt")
"""In the order in which Binder would take them."""


def _folders(path: str) -> list[str]:
    return [folder.lower().lstrip(".") for folder in path.split("/")[:-1]]
