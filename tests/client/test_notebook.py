"""What is shown of the client runs: the example notebook, in ten lines, and the page about it."""

import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from published_site import contents, put, serving

CATALOGUE = Path(__file__).parents[2] / "catalogue"
NOTEBOOK = CATALOGUE / "examples" / "find-executables" / "notebooks" / "find_executables.ipynb"
PAGE = CATALOGUE / "pages" / "python-client.md"
HOME = "https://escape-ossr.github.io/ossr-catalogue/"


def code() -> str:
    cells = json.loads(NOTEBOOK.read_bytes())["cells"]
    return "\n".join("".join(cell["source"]) for cell in cells if cell["cell_type"] == "code")


def shown_in_prose(address: str) -> str:
    blocks = re.findall(r"^```python\n(.*?)^```$", PAGE.read_text(encoding="utf-8"), re.MULTILINE | re.DOTALL)
    return "\n".join(blocks).replace(HOME, address)


def run(program: str, address: str, cache: Path) -> str:
    told = {"OSSR_CATALOGUE": address, "OSSR_CATALOGUE_CACHE": str(cache)}
    result = subprocess.run(
        [sys.executable, "-W", "error", "-c", program],
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
            shown = run(code(), site.address, tmp_path)
    else:
        shown = run(code(), str(put(contents(), tmp_path / "site")), tmp_path)
    assert "Explore the OSSR https://mybinder.org/v2/git/https%3A%2F%2Fgithub.com%2Fexample" in shown
    assert "fit=<Fit.FITS_LESS: 'fits-less'>, reason='could use 16 GB of memory, offers 8 GB'" in shown
    assert "'memory': {'min': 4, 'max': 4}" in shown


def test_all_that_the_page_shows_runs(tmp_path: Path) -> None:
    with serving(contents()) as site:
        shown = run(shown_in_prose(site.address), site.address, tmp_path)
    assert "Explore the OSSR https://mybinder.org/v2/git/" in shown
    assert "Explore the OSSR fits within its limits" in shown
    assert "CASA image cannot be requested: needs at least 6 GiB of memory, chosen: 4 GiB" in shown
    assert "memory_bytes_min" in shown
    assert "https://github.com/example/ossr-library" in shown
