"""The files of the playground: Python for browsers, and the linter packed for it.

Python is the runtime of Pyodide (https://pyodide.org), as its npm package holds it; who builds the site
brings that package. All is served from the site itself: nothing is loaded from elsewhere, nothing is sent.
"""

import importlib.metadata
import importlib.util
import io
import json
import zipfile
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Final

from ossr_catalogue.embedded import embedded
from ossr_catalogue.errors import PublishError
from ossr_catalogue.publish.files import PublishedFile

FOLDER: Final = "playground/"
LINTER: Final = f"{FOLDER}linter.zip"
_MEDIA_TYPES: Final = {
    "pyodide.mjs": "text/javascript",
    "pyodide.asm.mjs": "text/javascript",
    "pyodide.asm.wasm": "application/wasm",
    "python_stdlib.zip": "application/zip",
    "pyodide-lock.json": "application/json",
}
"""What a browser needs of the package; the rest is for Node, for debuggers and for consoles."""
_PACKAGE: Final = Path(__file__).parents[1]
_PACKED: Final = (
    "__init__.py",
    "embedded.py",
    "errors.py",
    "document",
    "lint",
    "model",
    "report",
    "schemas",
    "publish/__init__.py",
    "publish/in_browser.py",
)
"""The rooms that linting needs, and the one function that the page calls."""
_VOCABULARY: Final = "catalogue/vocabulary"
_SAME_TIME: Final = (1980, 1, 1, 0, 0, 0)
"""The earliest that a zip file can say: the same files give the same bytes."""


def runtime_version(package: Path) -> str:
    """Give the version of Pyodide in an unpacked npm package.

    Raises:
        PublishError: if the folder is none.
    """
    missing = [name for name in ("package.json", *_MEDIA_TYPES) if not (package / name).is_file()]
    if missing:
        raise PublishError(
            f"{package}: expected the unpacked npm package `pyodide`, found no {', '.join(missing)}; "
            "`npm install pyodide` makes node_modules/pyodide"
        )
    return str(json.loads((package / "package.json").read_text(encoding="utf-8"))["version"])


def runtime_folder(package: Path) -> str:
    """Say where the runtime lies on the site; a new version does so elsewhere, so no cache mixes two."""
    return f"{FOLDER}pyodide-{runtime_version(package)}/"


def playground_files(package: Path) -> Iterator[PublishedFile]:
    """Give what the playground's page loads, besides its own scripts and examples."""
    folder = runtime_folder(package)
    for name, media_type in _MEDIA_TYPES.items():
        yield PublishedFile(
            path=f"{folder}{name}", content=(package / name).read_bytes(), media_type=media_type
        )
    yield PublishedFile(path=LINTER, content=packed_linter(), media_type="application/zip")


def packed_linter() -> bytes:
    """Pack the linter and the YAML reader that it needs; the same files give the same bytes."""
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
        for name, content in sorted((*_own_files(), *_yaml_files())):
            archive.writestr(zipfile.ZipInfo(name, _SAME_TIME), content, zipfile.ZIP_DEFLATED)
    return target.getvalue()


def _own_files() -> Iterator[tuple[str, bytes]]:
    for name in _PACKED:
        for path in _files_below(_PACKAGE / name):
            yield f"{_PACKAGE.name}/{path.relative_to(_PACKAGE).as_posix()}", path.read_bytes()
    for path in embedded(_VOCABULARY).glob("*.json"):
        yield f"{_PACKAGE.name}/embedded_files/{_VOCABULARY}/{path.name}", path.read_bytes()


def _files_below(path: Path) -> Iterable[Path]:
    return (path,) if path.is_file() else (*path.rglob("*.py"), *path.rglob("*.json"))


def _yaml_files() -> Iterator[tuple[str, bytes]]:
    """Give PyYAML without libyaml, which a browser does not have, and its licence, which asks to go along."""
    found = importlib.util.find_spec("yaml")
    for folder in (found.submodule_search_locations or ()) if found else ():
        for path in Path(folder).glob("*.py"):
            yield f"yaml/{path.name}", path.read_bytes()
    for installed in importlib.metadata.files("PyYAML") or ():
        if installed.name == "LICENSE":
            yield "yaml/LICENSE", installed.read_binary()
