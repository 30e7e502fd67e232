"""The runtime of the playground for tests: the real one where there is one, or a look-alike."""

import json
import os
from dataclasses import replace
from pathlib import Path

from built_site import sample_catalogue
from ossr_catalogue.publish.files import SiteSettings
from ossr_catalogue.publish.site import build
from sample_site import SETTINGS

_FETCHED = Path(__file__).parents[1] / ".cache" / "playground" / "node_modules" / "pyodide"


def real_runtime() -> Path | None:
    """Find the unpacked npm package: where the environment says, or where `make playground` puts it."""
    said = os.environ.get("OSSR_CATALOGUE_PYODIDE")
    folder = Path(said) if said else _FETCHED
    return folder if (folder / "pyodide.asm.wasm").is_file() else None


def false_runtime(folder: Path) -> Path:
    """Write the files that the site needs of the package, without what makes them run."""
    for name in (
        "pyodide.mjs",
        "pyodide.asm.mjs",
        "pyodide.asm.wasm",
        "python_stdlib.zip",
        "pyodide-lock.json",
    ):
        (folder / name).write_text(name)
    (folder / "package.json").write_text(json.dumps({"name": "pyodide", "version": "1.2.3"}))
    return folder


def settings_with(runtime: Path) -> SiteSettings:
    """Give the settings of a site with a playground."""
    return replace(SETTINGS, pyodide=runtime)


def build_with(runtime: Path, output: Path) -> None:
    """Build the site of the sample with a playground."""
    build(sample_catalogue(), output, settings_with(runtime))
