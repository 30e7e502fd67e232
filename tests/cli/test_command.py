"""The command as its users meet it: what it prints, and the status it leaves."""

import json
import re
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from command_line import run
from ossr_catalogue.cli.main import LazyGroup, group

COMMANDS = (
    "harvest",
    "lint",
    "build",
    "check",
    "diff",
    "serve",
    "draft",
    "why",
    "request",
    "rules",
    "explain",
    "suppress",
)

SOUND = """
executables:
  - uuid: 0d2ad9a5-7c2d-4bd1-a3f0-6a3e1c9c1f52
    type: urn:types/jupyter-notebook
    title: Fit the Crab nebula spectrum with Gammapy
    description: Reduces one hour of simulated observations and fits a log-parabola to the Crab spectrum.
    location: crab.ipynb
    compute-resources:
      - cores: 1
        memory: {min: 2 GiB, max: 8 GiB}
"""


def help_of(command: str) -> Result:
    return CliRunner().invoke(group, [command, "--help"])


@pytest.mark.parametrize("command", COMMANDS)
def test_every_help_shows_an_example(command: str) -> None:
    assert f"Example:\n    ossr-catalogue {command}" in help_of(command).output


def test_the_commands_are_those_that_the_documentation_names() -> None:
    assert isinstance(group, LazyGroup)
    assert tuple(group.list_commands(None)) == COMMANDS  # type: ignore[arg-type]


def test_a_sound_list_leaves_status_0(tmp_path: Path) -> None:
    (tmp_path / "executables.yaml").write_text(SOUND)
    result = run("lint", cwd=tmp_path)
    assert (result.returncode, result.stderr) == (0, "")


def test_an_error_leaves_status_1_and_names_the_place(tmp_path: Path) -> None:
    (tmp_path / "executables.yaml").write_text(SOUND.replace("max: 8 GiB", "max: 1 GiB"))
    result = run("lint", "executables.yaml", cwd=tmp_path)
    assert result.returncode == 1
    assert "error[RES101]" in result.stdout
    assert "executables.yaml:10:" in result.stdout


def test_a_missing_file_leaves_status_2(tmp_path: Path) -> None:
    result = run("lint", "nowhere.yaml", cwd=tmp_path)
    assert (result.returncode, result.stdout) == (2, "")
    assert result.stderr == "ossr-catalogue: nowhere.yaml: there is no such file or folder\n"


def test_an_unknown_option_leaves_status_2(tmp_path: Path) -> None:
    assert run("lint", "--no-such-thing", cwd=tmp_path).returncode == 2


def test_a_folder_without_a_list_leaves_status_3_and_says_what_to_do(tmp_path: Path) -> None:
    result = run("lint", cwd=tmp_path)
    assert result.returncode == 3
    assert "`ossr-catalogue draft .` proposes one" in result.stderr


def test_a_list_is_found_in_a_folder_below_and_in_dot_ossr(tmp_path: Path) -> None:
    place = tmp_path / "analysis" / ".ossr"
    place.mkdir(parents=True)
    (place / "executables.yaml").write_text(SOUND)
    assert run("lint", cwd=tmp_path).returncode == 0


def test_a_hidden_folder_is_nobody_s_contribution(tmp_path: Path) -> None:
    place = tmp_path / ".venv"
    place.mkdir()
    (place / "executables.yaml").write_text(SOUND)
    assert run("lint", cwd=tmp_path).returncode == 3


def test_standard_input_is_linted_under_the_name_it_is_given(tmp_path: Path) -> None:
    bits = SOUND.replace("8 GiB", "8 Gb")
    result = run("lint", "-", "--stdin-filename", "mine.yaml", "--format", "json", cwd=tmp_path, stdin=bits)
    assert result.returncode == 1
    assert {found["path"] for found in json.loads(result.stdout)["findings"]} == {"mine.yaml"}


def test_a_reader_that_stops_early_is_no_error() -> None:
    rules = subprocess.Popen(
        [sys.executable, "-m", "ossr_catalogue", "rules"], stdout=subprocess.PIPE, stderr=subprocess.PIPE
    )
    assert rules.stdout
    rules.stdout.close()
    _, complaints = rules.communicate()
    assert (rules.returncode, complaints) == (0, b"")


def test_building_without_a_harvest_says_which_command_comes_first(tmp_path: Path) -> None:
    result = run("build", cwd=tmp_path)
    assert result.returncode == 3
    assert "run `ossr-catalogue harvest` first" in result.stderr


def test_drafting_nothing_leaves_status_3(tmp_path: Path) -> None:
    assert run("draft", ".", cwd=tmp_path).returncode == 3


def test_explaining_an_unknown_rule_names_the_nearest(tmp_path: Path) -> None:
    result = run("explain", "RES10l", cwd=tmp_path)
    assert result.returncode == 2
    assert "RES101" in result.stderr


def test_rules_can_be_read_by_a_program(tmp_path: Path) -> None:
    rules = json.loads(run("rules", "--format", "json", cwd=tmp_path).stdout)
    assert set(rules[0]) == {
        "code", "name", "family", "severity", "confidence", "fix", "title", "since", "source", "url",
    }  # fmt: skip
    assert "safe" in {rule["fix"] for rule in rules}


def test_a_folder_without_an_address_gets_identities_that_no_other_has(tmp_path: Path) -> None:
    (tmp_path / "Dockerfile").write_text("FROM x\n")
    drafts = [run("draft", ".", cwd=tmp_path).stdout for _ in range(2)]
    first, second = (re.findall(r"uuid: (\S+)", one) for one in drafts)
    assert len(first) == 1
    assert first != second


def test_a_draft_passes_over_files_that_cannot_be_named(tmp_path: Path) -> None:
    (tmp_path / "bad\nname.txt").write_text("")
    (tmp_path / "Dockerfile").write_text("FROM python:3.12-slim\n")
    result = run("draft", ".", cwd=tmp_path)
    assert result.returncode == 0
    assert "recipe: Dockerfile" in result.stdout
    assert result.stderr.startswith("left out ")


def test_a_word_that_is_no_command_leaves_status_2(tmp_path: Path) -> None:
    result = run("lnit", cwd=tmp_path)
    assert result.returncode == 2
    assert "No such command" in result.stderr


def test_a_warning_fails_only_the_strict(tmp_path: Path) -> None:
    short = SOUND.replace("Fit the Crab nebula spectrum with Gammapy", "Spectra")
    (tmp_path / "executables.yaml").write_text(short)
    assert "warning[TTL101]" in run("lint", cwd=tmp_path).stdout
    assert [run("lint", *strict, cwd=tmp_path).returncode for strict in ((), ("--strict",))] == [0, 1]


def test_a_note_is_shown_only_to_the_strict(tmp_path: Path) -> None:
    data = "    data-resources: [{data-content: urn:astronomy-observation, data-format: urn:fits-binary}]\n"
    (tmp_path / "executables.yaml").write_text(SOUND + data)
    assert "DAT103" not in run("lint", cwd=tmp_path).stdout
    strict = run("lint", "--strict", cwd=tmp_path)
    assert (strict.returncode, "note[DAT103]" in strict.stdout) == (0, True)
