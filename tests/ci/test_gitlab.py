"""The component for GitLab CI: what its job does, whatever somebody writes into its inputs."""

import json
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import yaml

from gitlab_component import job_of, run_job
from ossr_catalogue import __version__

ROOT = Path(__file__).parents[2]
COMPONENT = ROOT / "templates" / "lint.yml"
HEADER, JOBS = yaml.safe_load_all(COMPONENT.read_text(encoding="utf-8"))
SOUND = (ROOT / "catalogue" / "examples" / "star-counts" / "executables.json").read_text(encoding="utf-8")
BROKEN = '{"executables": []}'
REPORT = "gl-code-quality-report.json"
HOSTILE = {
    "semicolon": "a; touch pwned",
    "substitution": "$(touch pwned)",
    "backticks": "`touch pwned`",
    "quotes": "'; touch pwned; '\"; touch pwned; \"",
    "end of the document": "a\nEND\ntouch pwned",
    "option": "--output=json:pwned",
    "variable": "$CI_JOB_TOKEN",
    "glob": "*",
}

Run = Callable[..., subprocess.CompletedProcess[str]]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "checkout").mkdir()
    return tmp_path / "checkout"


@pytest.fixture(params=["bash", "sh"])
def run(request: pytest.FixtureRequest, folder: Path, tmp_path: Path) -> Run:
    """Run the job with a pip that writes down what it is asked to install."""
    programs = tmp_path / "programs"
    programs.mkdir()
    _program(programs / "pip", f'printf "%s\\n" "$@" > "{tmp_path / "asked"}"')
    _program(programs / "ossr-catalogue", f'exec "{sys.executable}" -m ossr_catalogue "$@"')
    return lambda **inputs: run_job(
        job_of(COMPONENT, {name.replace("_", "-"): value for name, value in inputs.items()})[1],
        folder,
        request.param,
        str(programs),
    )


def _program(path: Path, text: str) -> None:
    path.write_text(f"#!/bin/sh\n{text}\n", encoding="utf-8")
    path.chmod(0o755)


def test_a_clean_list_passes_with_an_empty_report(run: Run, folder: Path) -> None:
    (folder / "executables.json").write_text(SOUND)
    assert run().returncode == 0
    assert json.loads((folder / REPORT).read_bytes()) == []


def test_a_broken_list_fails_and_is_told_in_the_log_and_in_the_report(run: Run, folder: Path) -> None:
    (folder / "executables.json").write_text(BROKEN)
    done = run()
    assert (done.returncode, "error[SCH042]" in done.stdout) == (1, True)
    (issue,) = json.loads((folder / REPORT).read_bytes())
    assert issue["location"]["path"] == "executables.json"


def test_strict_fails_on_a_warning(run: Run, folder: Path) -> None:
    entry = {**json.loads(SOUND)["executables"][0], "title": "x"}
    (folder / "executables.json").write_text(json.dumps({"executables": [entry]}))
    assert [run(strict=strict).returncode for strict in (False, True)] == [0, 1]


@pytest.mark.parametrize(
    "name",
    ["two words.json", "-x.json", "--strict", "*.json", "$HOME.json", "a\\tb.json", "a'b\"c.json", " a"],
)
def test_a_file_is_found_by_its_name_whatever_that_is(run: Run, folder: Path, name: str) -> None:
    (folder / name).write_text(BROKEN)
    assert run(paths=f"{name}\n").returncode == 1
    assert len(json.loads((folder / REPORT).read_bytes())) == 1


def test_each_line_is_a_path(run: Run, folder: Path) -> None:
    for name in ("one.json", "the other.json"):
        (folder / name).write_text(BROKEN)
    run(paths="one.json\n\nthe other.json")
    assert len(json.loads((folder / REPORT).read_bytes())) == 2


@pytest.mark.parametrize("value", HOSTILE.values(), ids=HOSTILE)
def test_nothing_that_is_written_into_an_input_is_carried_out(run: Run, folder: Path, value: str) -> None:
    run(paths=value, config=value, baseline=value, fail_on=value, package=value)
    assert [file.name for file in folder.iterdir() if file.name != REPORT] == []


def test_pip_installs_one_thing_and_no_options(run: Run, folder: Path, tmp_path: Path) -> None:
    (folder / "executables.json").write_text(SOUND)
    run(package="--pre a b")
    assert (tmp_path / "asked").read_text() == "install\n--quiet\n--\n--pre a b\n"


@pytest.mark.parametrize("name", ["click.py", "json.py"])
def test_nothing_of_the_repository_is_imported(run: Run, folder: Path, name: str) -> None:
    (folder / "executables.json").write_text(SOUND)
    (folder / name).write_text("open('pwned', 'w').close()\n")
    assert run().returncode == 0
    assert not (folder / "pwned").exists()


def test_it_installs_the_version_that_it_belongs_to() -> None:
    assert HEADER["spec"]["inputs"]["package"]["default"] == f"ossr-catalogue=={__version__}"


def test_the_report_reaches_gitlab_although_the_list_is_broken() -> None:
    _, job = job_of(COMPONENT, {})
    assert job["artifacts"]["when"] == "always"
    assert job["artifacts"]["reports"] == {"codequality": REPORT}


def test_the_job_has_the_name_stage_and_image_that_are_asked_for() -> None:
    name, job = job_of(COMPONENT, {"job-name": "a", "stage": "b", "image": "c"})
    assert (name, job["stage"], job["image"]) == ("a", "b", "c")


def test_every_input_is_described_and_used() -> None:
    text = COMPONENT.read_text(encoding="utf-8")
    assert [name for name in HEADER["spec"]["inputs"] if f"$[[ inputs.{name} ]]" not in text] == []
    assert all(about["description"] for about in HEADER["spec"]["inputs"].values())


def test_the_script_holds_no_text_of_an_input() -> None:
    # Only of a boolean, which GitLab has checked.
    _, job = job_of(COMPONENT, {name: "MARK" for name, about in _texts().items()})
    assert "MARK" not in "".join(job["script"])


def _texts() -> dict[str, Any]:
    return {name: about for name, about in HEADER["spec"]["inputs"].items() if about.get("type") != "boolean"}


@pytest.mark.skipif(not shutil.which("check-jsonschema"), reason="check-jsonschema is not installed")
@pytest.mark.parametrize("part", ["header", "job"])
def test_gitlabs_own_schema_accepts_it(part: str, tmp_path: Path) -> None:
    name, job = job_of(COMPONENT, {})
    file = tmp_path / "checked.yml"
    file.write_text(yaml.safe_dump(HEADER if part == "header" else {name: job}))
    command = ["check-jsonschema", "--builtin-schema", "vendor.gitlab-ci", file]
    assert subprocess.run(command, capture_output=True, text=True, check=False).returncode == 0
