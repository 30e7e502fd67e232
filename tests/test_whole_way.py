"""From the embedded sources to a published site, as `make site` goes, and from a wheel."""

import json
import os
import subprocess
import sys
import zipfile
from collections.abc import Mapping
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
DAY = "1795348800"
"""2026-11-22, so that two builds have the same clock."""


def run(*arguments: str, cwd: Path, status: int = 0) -> str:
    result = subprocess.run(
        [sys.executable, "-m", "ossr_catalogue", *arguments],
        cwd=cwd,
        capture_output=True,
        text=True,
        check=False,
        env={**os.environ, "SOURCE_DATE_EPOCH": DAY},
    )
    assert result.returncode == status, result.stderr
    return result.stdout


def files_of(folder: Path) -> Mapping[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give a folder in which the default sources have been harvested and built."""
    folder = tmp_path_factory.mktemp("whole-way")
    run("harvest", cwd=folder)
    (folder / "said.txt").write_text(run("build", cwd=folder))
    return folder


@pytest.fixture(scope="module")
def index(place: Path) -> dict[str, object]:
    loaded: dict[str, object] = json.loads((place / "site" / "index.json").read_text(encoding="utf-8"))
    return loaded


@pytest.mark.slow
def test_the_default_site_tells_what_it_built_what_it_left_out_and_how_to_open_it(place: Path) -> None:
    said = (place / "said.txt").read_text().splitlines()
    assert said[0].startswith("Built site/: ")
    assert said[1] == "It has no playground of the linter, which needs --pyodide."
    assert said[2].startswith("Left out ")
    assert said[-1] == "Open it with: ossr-catalogue serve"


@pytest.mark.slow
def test_the_broken_example_is_left_out_and_named(place: Path) -> None:
    left_out = [line for line in (place / "said.txt").read_text().splitlines() if "broken" in line]
    assert left_out


@pytest.mark.slow
def test_at_least_eight_types_of_executables_stand_in_the_default_catalogue(index: dict[str, list]) -> None:  # type: ignore[type-arg]
    assert len({executable["type"] for executable in index["executables"]}) >= 8


@pytest.mark.slow
def test_the_project_stands_in_its_own_catalogue(index: dict[str, list]) -> None:  # type: ignore[type-arg]
    own = json.loads((ROOT / "executables.json").read_text(encoding="utf-8"))["executables"]
    assert {one["uuid"] for one in own} <= {one["uuid"] for one in index["executables"]}


@pytest.mark.slow
def test_a_repository_without_a_list_is_shown_as_inferred_with_nothing_declared(
    index: dict[str, list],
) -> None:  # type: ignore[type-arg]
    drafts = [one for one in index["executables"] if one["origin"] == "inferred"]
    assert drafts
    assert all("compute" not in one and "storage" not in one for one in drafts)


@pytest.mark.slow
def test_every_executable_has_a_page_and_a_document(place: Path, index: dict[str, list]) -> None:  # type: ignore[type-arg]
    for one in index["executables"]:
        assert (place / "site" / "executables" / one["uuid"] / "index.html").is_file()
        assert (place / "site" / "executables" / f"{one['uuid']}.json").is_file()


@pytest.mark.slow
def test_two_builds_of_the_same_harvest_are_identical(place: Path) -> None:
    run("build", "--output", "again", cwd=place)
    assert files_of(place / "again") == files_of(place / "site")


@pytest.mark.slow
def test_an_address_without_a_final_slash_is_given_one(place: Path) -> None:
    run("build", "--output", "elsewhere", "--url", "https://example.org/catalogue", cwd=place)
    index = json.loads((place / "elsewhere" / "index.json").read_text(encoding="utf-8"))
    assert index["site"]["url"] == "https://example.org/catalogue/"


@pytest.mark.slow
def test_a_wheel_carries_everything_that_the_default_site_is_made_of(tmp_path: Path) -> None:
    subprocess.run(
        [sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", str(tmp_path), str(ROOT)],
        check=True, capture_output=True,
    )  # fmt: skip
    (wheel,) = tmp_path.glob("*.whl")
    carried = {
        name.removeprefix("ossr_catalogue/embedded_files/") for name in zipfile.ZipFile(wheel).namelist()
    }
    listed = subprocess.run(
        ["git", "ls-files", "catalogue", "mkdocs.yml", "codemeta.json", "executables.json"],
        cwd=ROOT, check=True, capture_output=True, text=True,
    ).stdout.split("\n")  # fmt: skip
    assert {name for name in listed if name} <= carried
