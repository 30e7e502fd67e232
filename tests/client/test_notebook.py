"""The example notebook shows the client in ten lines, and they run."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from published_site import contents, put, serving

NOTEBOOK = (
    Path(__file__).parents[2]
    / "catalogue"
    / "examples"
    / "find-executables"
    / "notebooks"
    / "find_executables.ipynb"
)


def code() -> str:
    cells = json.loads(NOTEBOOK.read_bytes())["cells"]
    return "\n".join("".join(cell["source"]) for cell in cells if cell["cell_type"] == "code")


def run(address: str, cache: Path) -> str:
    told = {"OSSR_CATALOGUE": address, "OSSR_CATALOGUE_CACHE": str(cache)}
    result = subprocess.run(
        [sys.executable, "-W", "error", "-c", code()],
        env=os.environ | told,
        capture_output=True,
        text=True,
        check=False,
    )
    assert result.stderr == ""
    return result.stdout


def test_it_is_ten_lines() -> None:
    assert len([line for line in code().splitlines() if line.strip()]) == 10


@pytest.mark.parametrize("is_served", [True, False], ids=["from-a-server", "from-a-folder"])
def test_it_finds_launches_judges_and_requests(tmp_path: Path, *, is_served: bool) -> None:
    if is_served:
        with serving(contents()) as site:
            shown = run(site.address, tmp_path)
    else:
        shown = run(str(put(contents(), tmp_path / "site")), tmp_path)
    assert "Explore the OSSR https://mybinder.org/v2/git/https%3A%2F%2Fgithub.com%2Fexample" in shown
    assert "fit=<Fit.FITS_LESS: 'fits-less'>, reason='could use 16 GB of memory, offers 8 GB'" in shown
    assert "'memory': {'min': 4, 'max': 4}" in shown
