"""The composite action of GitHub: what its steps do, whatever somebody writes into its inputs."""

import json
import re
import subprocess
import sys
import sysconfig
from collections.abc import Callable
from pathlib import Path

import pytest
import yaml

from composite_action import CompositeAction, Outcome

ROOT = Path(__file__).parents[2]
FOLDER = ROOT / ".github" / "actions" / "lint"
ACTION = yaml.safe_load((FOLDER / "action.yml").read_text(encoding="utf-8"))
STEPS = ACTION["runs"]["steps"]
SOUND = (ROOT / "catalogue" / "examples" / "star-counts" / "executables.json").read_text(encoding="utf-8")
BROKEN = '{"executables": []}'
INSTALLED = {"steps.install.outputs.python": sys.executable}
HOSTILE = {
    "semicolon": "a; touch pwned",
    "substitution": "$(touch pwned)",
    "backticks": "`touch pwned`",
    "quotes": "'; touch pwned; '\"; touch pwned; \"",
    "expression": "${{ github.token }}",
    "option": "--output=json:pwned",
    "glob": "*",
    "and": "x && touch pwned",
    "workflow command": "::set-output name=status::0",
    "percent": "%0A::error::pwned",
}

Lint = Callable[..., Outcome]


@pytest.fixture
def workspace(tmp_path: Path) -> Path:
    (tmp_path / "workspace").mkdir()
    return tmp_path / "workspace"


@pytest.fixture
def lint(workspace: Path, tmp_path: Path) -> Lint:
    (tmp_path / "runner").mkdir()
    action = CompositeAction(FOLDER, workspace, tmp_path / "runner")
    return lambda **inputs: action.run(
        "lint", {name.replace("_", "-"): value for name, value in inputs.items()}, INSTALLED
    )


def _with_a_warning() -> dict[str, object]:
    return {**json.loads(SOUND)["executables"][0], "title": "x"}


def test_a_clean_list_passes_and_says_so(lint: Lint, workspace: Path) -> None:
    (workspace / "executables.json").write_text(SOUND)
    outcome = lint()
    assert (outcome.status, outcome.outputs) == (0, {"findings": "0", "status": "0", "sarif": ""})
    assert "::error" not in outcome.log


def test_a_broken_list_fails_at_its_line(lint: Lint, workspace: Path) -> None:
    (workspace / "executables.json").write_text(BROKEN)
    outcome = lint()
    assert (outcome.status, outcome.outputs["status"], outcome.outputs["findings"]) == (1, "1", "1")
    assert re.search(r"^::error file=executables\.json,line=1,.*title=SCH042", outcome.log, re.MULTILINE)


def test_the_summary_of_the_job_tells_of_each_finding(lint: Lint, workspace: Path) -> None:
    (workspace / "executables.json").write_text(BROKEN)
    assert "SCH042" in lint().summary


def test_neither_the_path_nor_the_environment_of_later_steps_is_touched(lint: Lint, workspace: Path) -> None:
    (workspace / "executables.json").write_text(BROKEN)
    outcome = lint()
    assert (outcome.env, outcome.path) == ("", "")


def test_a_repository_without_a_list_fails_with_a_status_of_its_own(lint: Lint) -> None:
    outcome = lint()
    assert (outcome.status, outcome.outputs) == (3, {"findings": "", "status": "3", "sarif": ""})


@pytest.mark.parametrize(
    "name",
    [
        "two words.json",
        " leading.json",
        "-x.json",
        "--strict",
        "*.json",
        "$HOME.json",
        "a\\tb.json",
        "é.json",
        "a'b\"c.json",
    ],
)
def test_a_file_is_found_by_its_name_whatever_that_is(lint: Lint, workspace: Path, name: str) -> None:
    (workspace / name).write_text(BROKEN)
    outcome = lint(paths=name)
    assert (outcome.status, outcome.outputs["findings"]) == (1, "1")


def test_each_line_is_a_path_and_blank_lines_are_none(lint: Lint, workspace: Path) -> None:
    for name in ("one.json", "the other.json"):
        (workspace / name).write_text(BROKEN)
    assert lint(paths="one.json\r\n\n   \nthe other.json\n").outputs["findings"] == "2"


@pytest.mark.parametrize(
    "value", [*HOSTILE.values(), "a\ntouch pwned", "a\rtouch pwned"], ids=[*HOSTILE, "newline", "return"]
)
def test_no_path_is_carried_out(lint: Lint, workspace: Path, value: str) -> None:
    outcome = lint(paths=value)
    assert (outcome.status, list(workspace.iterdir())) == (2, [])
    assert not re.search("^::", outcome.log, re.MULTILINE)


@pytest.mark.parametrize("name", ["strict", "fail_on", "config", "baseline", "sarif", "artifact"])
def test_no_other_input_is_carried_out(lint: Lint, workspace: Path, name: str) -> None:
    (workspace / "executables.json").write_text(SOUND)
    value = " ".join(HOSTILE.values())
    outcome = lint(**{name: value})
    # SARIF goes where the input says: that is no accident.
    assert {file.name for file in workspace.iterdir()} <= {"executables.json", value}
    assert set(outcome.outputs) <= {"findings", "status", "sarif"}


@pytest.mark.parametrize(
    ("inputs", "complaint"),
    [
        ({"strict": "yes"}, "the input strict is neither true nor false"),
        ({"config": "a\nb"}, "the input config has more than one line, or a control character"),
        ({"fail_on": "error\n"}, "the input fail-on has more than one line, or a control character"),
        ({"sarif": "a\n/etc/passwd"}, "the input sarif has more than one line, or a control character"),
        ({"artifact": "sarif"}, "the input artifact needs the input sarif, which names the file to keep"),
    ],
    ids=["strict", "config", "fail-on", "sarif", "artifact"],
)
def test_an_input_that_cannot_be_is_refused(lint: Lint, inputs: dict[str, str], complaint: str) -> None:
    outcome = lint(**inputs)
    assert (outcome.status, outcome.log) == (2, f"::error title=ossr-catalogue::{complaint}\n")


def test_strict_fails_on_a_warning(lint: Lint, workspace: Path) -> None:
    (workspace / "executables.json").write_text(json.dumps({"executables": [_with_a_warning()]}))
    assert [lint(strict=strict).status for strict in ("false", "true")] == [0, 1]


def test_the_step_fails_from_the_severity_on_that_is_asked_for(lint: Lint, workspace: Path) -> None:
    (workspace / "executables.json").write_text(BROKEN)
    assert [lint(fail_on=severity).status for severity in ("error", "never")] == [1, 0]


def test_a_configuration_is_read_whatever_its_name(lint: Lint, workspace: Path) -> None:
    (workspace / "executables.json").write_text(BROKEN)
    (workspace / "our rules.toml").write_text('fail-on = "never"\n')
    assert [lint(config=name).status for name in ("", "our rules.toml")] == [1, 0]


def test_what_a_baseline_lists_does_not_count(lint: Lint, workspace: Path) -> None:
    (workspace / "executables.json").write_text(json.dumps({"executables": [_with_a_warning()]}))
    command = [sys.executable, "-m", "ossr_catalogue", "lint", "--write-baseline", "known findings.json"]
    subprocess.run(command, cwd=workspace, check=True, capture_output=True)
    assert [lint(baseline=name).outputs["findings"] for name in ("", "known findings.json")] == ["1", "0"]


def test_sarif_is_written_where_it_is_asked_for_though_the_list_is_broken(
    lint: Lint, workspace: Path
) -> None:
    (workspace / "executables.json").write_text(BROKEN)
    outcome = lint(sarif="two words.sarif")
    assert (outcome.status, outcome.outputs["sarif"]) == (1, "two words.sarif")
    assert json.loads((workspace / "two words.sarif").read_bytes())["version"] == "2.1.0"


def test_a_file_that_was_there_before_is_not_taken_for_the_sarif(lint: Lint, workspace: Path) -> None:
    (workspace / "old.sarif").write_text("{}")
    assert lint(sarif="old.sarif").outputs["sarif"] == ""


@pytest.mark.parametrize("name", ["click.py", "ossr_catalogue.py", "json.py", "sitecustomize.py"])
def test_nothing_of_the_repository_is_imported(lint: Lint, workspace: Path, name: str) -> None:
    (workspace / "executables.json").write_text(SOUND)
    (workspace / name).write_text("open('pwned', 'w').close()\n")
    assert lint().status == 0
    assert not (workspace / "pwned").exists()


@pytest.mark.slow
def test_the_linter_is_installed_from_the_actions_own_checkout(workspace: Path, tmp_path: Path) -> None:
    # Offline, pip builds with what the suite runs with, and takes the dependencies from there.
    python = tmp_path / "python"
    packages = sysconfig.get_path("purelib")
    python.write_text(
        f'#!/bin/sh\n"{sys.executable}" "$@" || exit\n'
        '[ "$3" = venv ] || exit 0\nfor last in "$@"; do :; done\n'
        f'for site in "$last"/lib*/python*/site-packages; do echo "{packages}" > "$site/suite.pth"; done\n'
    )
    python.chmod(0o755)
    (tmp_path / "runner").mkdir()
    action = CompositeAction(FOLDER, workspace, tmp_path / "runner")
    offline = {
        "PIP_NO_INDEX": "1",
        "PIP_NO_DEPS": "1",
        "PIP_NO_BUILD_ISOLATION": "0",
        "PIP_IGNORE_INSTALLED": "1",
    }
    outcome = action.run("install", {}, {"steps.python.outputs.python-path": str(python)}, offline)
    assert (outcome.status, outcome.log) == (0, "")
    installed = outcome.outputs["python"]
    assert Path(installed).is_relative_to(tmp_path / "runner")
    asked = [installed, "-I", "-c", "import ossr_catalogue; print(ossr_catalogue.__file__)"]
    found = subprocess.run(asked, capture_output=True, text=True, check=True).stdout
    assert Path(found.strip()).is_relative_to(tmp_path / "runner")


def test_no_expression_stands_in_a_script() -> None:
    assert [step["name"] for step in STEPS if "${{" in step.get("run", "")] == []


def test_every_input_and_output_is_described_and_used() -> None:
    used = set(re.findall(r"inputs\.([\w-]+)", yaml.safe_dump(ACTION["runs"])))
    assert used == set(ACTION["inputs"])
    assert all(about["description"] for about in (*ACTION["inputs"].values(), *ACTION["outputs"].values()))


def test_the_file_is_kept_although_the_list_is_broken_and_only_if_there_is_one() -> None:
    condition = STEPS[-1]["if"]
    assert all(part in condition for part in ("!cancelled()", "inputs.artifact", "steps.lint.outputs.sarif"))
