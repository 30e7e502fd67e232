"""What the command counts: options, configuration, baseline; and the status that it leaves."""

import json
from pathlib import Path

import pytest

from command_line import run
from ossr_catalogue.lint.sound import SOUND, SOUND_JSON, SOUND_YAML

SHORT = SOUND_YAML.replace("Fit the Crab nebula spectrum with Gammapy", "Crab fit")
"""A list with one finding: TTL101, a warning."""
WRONG = SOUND_YAML + "    compute-resources: [{memory: {min: 8 GiB, max: 4 GiB}}]\n"
"""A list with one finding: RES101, an error."""


def put(folder: Path, name: str, text: str) -> None:
    """Write a list, and the notebook that it speaks of."""
    (folder / "notebooks").mkdir(parents=True, exist_ok=True)
    (folder / SOUND["location"]).touch()
    (folder / name).write_text(text)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / ".git").mkdir()
    put(tmp_path, "executables.yaml", SHORT)
    return tmp_path


def codes(*arguments: str, cwd: Path) -> list[str]:
    result = run("lint", "--format", "json", *arguments, cwd=cwd)
    assert result.stderr == ""
    found = json.loads(result.stdout)["findings"]
    return [one["code"] for one in found if "suppression" not in one]


@pytest.mark.parametrize(
    ("options", "expected", "status"),
    [
        ((), ["TTL101"], 0),
        (("--select", "RES,STO", "--select", "sch"), [], 0),
        (("--ignore", "too-short-title"), [], 0),
        (("--severity", "TTL101=error"), ["TTL101"], 1),
        (("--severity", "ALL=error,TTL101=note"), [], 0),
        (("--fail-on", "warning"), ["TTL101"], 1),
        (("--fail-on", "note", "--severity", "TTL=note"), ["TTL101"], 1),
        (("--strict",), ["TTL101"], 1),
        (("--strict", "--exit-zero"), ["TTL101"], 0),
        (("--strict", "--fail-on", "never"), ["TTL101"], 0),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, tuple) else None,
)
def test_options_decide_what_is_told_and_what_fails(
    folder: Path, options: tuple[str, ...], expected: list[str], status: int
) -> None:
    assert codes(*options, cwd=folder) == expected
    assert run("lint", *options, cwd=folder).returncode == status


@pytest.mark.parametrize(
    ("options", "message"),
    [
        (("--select", "RES10l"), "--select: there is no rule 'RES10l'; did you mean \"RES101\"?"),
        (("--ignore", "too-short-titel"), 'did you mean "too-short-title"?'),
        (("--severity", "TTL101=loud"), "--severity: 'TTL101=loud' names no severity"),
        (("--config", "none.toml"), "none.toml: cannot be read"),
        (("--config", "x", "--isolated"), "only one of the two can be meant"),
        (("--baseline", "none.json"), "none.json: the baseline cannot be read"),
        (("--baseline", "executables.yaml"), "executables.yaml: this is no baseline"),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, tuple) else None,
)
def test_an_option_that_cannot_be_meant_leaves_status_2(
    folder: Path, options: tuple[str, ...], message: str
) -> None:
    result = run("lint", *options, cwd=folder)
    assert (result.returncode, result.stdout) == (2, "")
    assert message in result.stderr


def test_the_configuration_of_the_folder_counts_unless_the_run_is_isolated(folder: Path) -> None:
    (folder / ".ossr-catalogue.toml").write_text('ignore = { TTL101 = "a name" }\n')
    assert codes(cwd=folder) == []
    assert codes("--isolated", cwd=folder) == ["TTL101"]
    assert "1 finding is suppressed" in run("lint", cwd=folder).stdout


def test_a_configuration_can_be_named(folder: Path) -> None:
    (folder / "mine.toml").write_text('ignore = { TTL101 = "a name" }\n')
    assert codes("--config", "mine.toml", cwd=folder) == []


def test_a_broken_configuration_is_a_finding_and_the_lists_are_checked_all_the_same(folder: Path) -> None:
    (folder / ".ossr-catalogue.toml").write_text('ignore = { TTL101 = "a name"\n')
    result = run("lint", cwd=folder)
    assert result.returncode == 1
    assert "warning[TTL101]" in result.stdout
    assert "error[CFG001] settings-syntax" in result.stdout
    assert " --> .ossr-catalogue.toml:" in result.stdout


def test_the_name_of_standard_input_chooses_its_configuration(folder: Path) -> None:
    (folder / "names").mkdir()
    (folder / "names" / ".ossr-catalogue.toml").write_text('ignore = { TTL101 = "a name" }\n')
    of_names = ("lint", "-", "--strict", "--stdin-filename")
    statuses = [
        run(*of_names, name, cwd=folder, stdin=SHORT).returncode for name in ("names/a.yaml", "a.yaml")
    ]
    assert statuses == [0, 1]


def test_an_excluded_file_is_looked_at_only_if_it_is_named(folder: Path) -> None:
    (folder / ".ossr-catalogue.toml").write_text('exclude = ["old"]\n')
    put(folder / "old", "executables.yaml", WRONG)
    assert codes(cwd=folder) == ["TTL101"]
    assert codes("old/executables.yaml", cwd=folder) == ["RES101"]
    assert codes("old/executables.yaml", "--force-exclude", cwd=folder) == []
    assert run("lint", "--show-files", cwd=folder).stdout == "executables.yaml\n"


def test_a_folder_of_which_all_is_excluded_leaves_status_3(folder: Path) -> None:
    (folder / ".ossr-catalogue.toml").write_text('exclude = ["*.yaml"]\n')
    result = run("lint", cwd=folder)
    assert result.returncode == 3
    assert "every one is excluded by the configuration" in result.stderr


def test_what_is_written_to_a_baseline_counts_no_more(folder: Path) -> None:
    written = run("lint", "--strict", "--write-baseline", "known.json", cwd=folder)
    assert written.returncode == 0
    assert written.stderr.startswith("Wrote ")
    assert run("lint", "--strict", "--baseline", "known.json", cwd=folder).returncode == 0
    (folder / "executables.yaml").write_text(WRONG)
    changed = run("lint", "--strict", "--baseline", "known.json", cwd=folder)
    assert changed.returncode == 1
    assert "error[RES101]" in changed.stdout
    assert "note[CFG105] stale-baseline-entry" in changed.stdout


def test_writing_a_baseline_again_keeps_what_is_still_there(folder: Path) -> None:
    run("lint", "--write-baseline", "known.json", cwd=folder)
    before = (folder / "known.json").read_text()
    run("lint", "--baseline", "known.json", "--write-baseline", "known.json", cwd=folder)
    assert (folder / "known.json").read_text() == before


def test_statistics_count_the_findings_of_each_rule(folder: Path) -> None:
    put(folder / "more", "executables.yaml", WRONG.replace(SOUND["uuid"][:8], "11111111"))
    text = run("lint", "--statistics", "--select", "TTL101,RES101", cwd=folder)
    assert [line.split() for line in text.stdout.splitlines()[:2]] == [
        ["1", "RES101", *(["[*]"] if "[*]" in text.stdout else []), "min-exceeds-max"],
        ["1", "TTL101", "too-short-title"],
    ]
    assert text.returncode == 1
    plain = json.loads(run("lint", "--statistics", "--format", "json", cwd=folder).stdout)
    assert plain["statistics"][0]["code"] == "RES101"
    assert plain["statistics"][0]["count"] == 1


def test_quiet_is_without_the_sum(folder: Path) -> None:
    assert "Found 1 warning" in run("lint", cwd=folder).stdout
    quiet = run("lint", "-q", cwd=folder)
    assert "Found" not in quiet.stdout
    assert "warning[TTL101]" in quiet.stdout


def test_a_finding_in_json_is_let_stand_by_a_command(folder: Path) -> None:
    (folder / "executables.yaml").unlink()
    short = SOUND_JSON.replace("Fit the Crab nebula spectrum with Gammapy", "Crab fit")
    put(folder, "executables.json", short)
    (folder / "inner").mkdir()
    wish = ("suppress", "TTL101", "--uuid", SOUND["uuid"], "--pointer", "/title", "--reason", "a name")
    assert run("lint", "--strict", cwd=folder).returncode == 1
    assert run(*wish, cwd=folder / "inner").returncode == 0
    configuration = (folder / ".ossr-catalogue.toml").read_text()
    assert run("lint", "--strict", cwd=folder).returncode == 0
    assert "says so already" in run(*wish, cwd=folder).stdout
    assert (folder / ".ossr-catalogue.toml").read_text() == configuration


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("PAR010", "--uuid", "x", "--reason", "y"), "its findings cannot be suppressed"),
        (("TTL101", "--reason", "y"), "say which executable is meant"),
        (("TTL101", "--uuid", "x", "--pointer", "title", "--reason", "y"), "starts with `/`"),
        (("TTL101", "--uuid", "x", "--reason", " "), "--reason: say why"),
        (("TTL1o1", "--uuid", "x", "--reason", "y"), "there is no rule 'TTL1o1'"),
    ],
    ids=["firm", "nothing", "pointer", "reason", "rule"],
)
def test_a_wish_that_cannot_be_meant_is_refused(
    folder: Path, arguments: tuple[str, ...], message: str
) -> None:
    result = run("suppress", *arguments, cwd=folder)
    assert result.returncode == 2
    assert message in result.stderr
    assert not (folder / ".ossr-catalogue.toml").exists()
