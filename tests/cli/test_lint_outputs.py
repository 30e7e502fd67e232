"""Several reports at once: where they go, and what is said where they cannot."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from ossr_catalogue.cli.colors import wants_color
from ossr_catalogue.cli.output import append_file, read_output, write_file
from ossr_catalogue.errors import UsageError

BROKEN = '{"executables": [{"titel": "🦀 → x"}]}'


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "executables.json").write_text(BROKEN, encoding="utf-8")
    return tmp_path


def lint(folder: Path, *arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    kept = {
        name: value for name, value in os.environ.items() if not name.startswith(("GITHUB_", "CI", "FORCE_"))
    }
    return subprocess.run(
        [sys.executable, "-m", "ossr_catalogue", "lint", *arguments],
        cwd=folder,
        env={**kept, "PYTHONIOENCODING": "utf-8", **environment},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )


def convert(value: str) -> object:
    return read_output(value)


def test_each_output_is_a_whole_report(folder: Path) -> None:
    result = lint(folder, "--output", "sarif:a.sarif", "--output", "gitlab:b:c.json", "--output", "concise")
    assert result.returncode == 1
    assert json.loads((folder / "a.sarif").read_text())["version"] == "2.1.0"
    assert json.loads((folder / "b:c.json").read_text())[0]["location"]["path"] == "executables.json"
    assert result.stdout.startswith("executables.json:1:")
    assert sorted(path.name for path in folder.iterdir()) == ["a.sarif", "b:c.json", "executables.json"]


def test_a_log_is_not_left_without_a_word(folder: Path) -> None:
    result = lint(folder, "--output", "sarif:a.sarif")
    assert result.stdout == ""
    assert result.stderr.startswith("Found ")


def test_a_format_beside_files_goes_to_standard_output(folder: Path) -> None:
    result = lint(folder, "--output", "sarif:a.sarif", "--format", "json")
    assert json.loads(result.stdout)["version"] == 1
    assert (folder / "a.sarif").exists()


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("--format", "text", "--output", "github:-"), "text and github cannot both go to standard output"),
        (("--output", "sarif:x", "--output", "json:./x"), "sarif and json cannot both go to x"),
        (("--output", "sarff:x"), "there is no format 'sarff'; did you mean \"sarif\"?"),
        (("--output", "sarif:no/x"), "there is no folder no; make it first"),
        (("--output", "sarif:."), ".: cannot be written: "),
    ],
    ids=["standard output twice", "a file twice", "format", "folder", "not a file"],
)
def test_what_cannot_be_is_refused(folder: Path, arguments: tuple[str, ...], said: str) -> None:
    result = lint(folder, *arguments)
    assert result.returncode == 2
    assert said in result.stderr


def test_paths_count_from_the_top_of_the_repository(folder: Path) -> None:
    below = folder / "lists"
    below.mkdir()
    (folder / "executables.json").rename(below / "executables.json")
    (folder / ".git").mkdir()
    of_git = lint(below, "--format", "gitlab")
    of_ci = lint(below, "--format", "gitlab", CI_PROJECT_DIR=str(folder.parent))
    assert json.loads(of_git.stdout)[0]["location"]["path"] == "lists/executables.json"
    assert json.loads(of_ci.stdout)[0]["location"]["path"] == f"{folder.name}/lists/executables.json"


def test_github_s_summary_is_written_behind_what_is_there(folder: Path) -> None:
    summary = folder / "summary.md"
    summary.write_text("before\n")
    result = lint(folder, "--format", "github", GITHUB_STEP_SUMMARY=str(summary))
    assert result.stdout.startswith("::error file=executables.json,")
    assert summary.read_text(encoding="utf-8").startswith("before\n### ossr-catalogue lint\n")


def test_another_format_leaves_the_summary_alone(folder: Path) -> None:
    summary = folder / "summary.md"
    lint(folder, GITHUB_STEP_SUMMARY=str(summary))
    assert not summary.exists()


def test_a_terminal_without_unicode_is_written_ascii_and_a_file_is_not(folder: Path) -> None:
    result = lint(folder, "--output", "text", "--output", "concise:a.txt", PYTHONIOENCODING="ascii")
    assert result.stdout.isascii()
    assert "<U+1F980> <U+2192> x" in result.stdout
    assert "\\u" not in result.stdout


def test_files_have_no_colours(folder: Path) -> None:
    result = lint(folder, "--output", "text", "--output", "concise:a.txt", "--color", "always")
    assert "\x1b[" in result.stdout
    assert "\x1b[" not in (folder / "a.txt").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("when", "environment", "is_terminal", "wanted"),
    [
        ("auto", {}, True, True),
        ("auto", {}, False, False),
        ("auto", {"NO_COLOR": "1"}, True, False),
        ("auto", {"NO_COLOR": ""}, True, True),
        ("auto", {"FORCE_COLOR": "1"}, False, True),
        ("auto", {"FORCE_COLOR": "0"}, True, False),
        ("auto", {"NO_COLOR": "1", "FORCE_COLOR": "1"}, True, False),
        ("auto", {"TERM": "dumb"}, True, False),
        ("always", {"NO_COLOR": "1", "TERM": "dumb"}, False, True),
        ("never", {"FORCE_COLOR": "1"}, True, False),
    ],
)
def test_who_wants_colours(
    when: str,
    environment: dict[str, str],
    is_terminal: bool,  # noqa: FBT001 - a table
    wanted: bool,  # noqa: FBT001 - likewise
) -> None:
    assert wants_color(when, environment, is_terminal=is_terminal) is wanted


def test_a_file_is_replaced_as_a_whole_and_nothing_else_stays(tmp_path: Path) -> None:
    file = tmp_path / "report"
    file.write_text("before, and longer")
    write_file(file, "é\ud83e")
    assert file.read_bytes() == "é\\ud83e".encode()
    assert list(tmp_path.iterdir()) == [file]


def test_a_link_stays_a_link(tmp_path: Path) -> None:
    (tmp_path / "link").symlink_to("report")
    write_file(tmp_path / "link", "x")
    assert (tmp_path / "link").is_symlink()
    assert (tmp_path / "report").read_text() == "x"


def test_a_device_is_written_to_and_stays_one() -> None:
    write_file(Path(os.devnull), "x")
    assert Path(os.devnull).is_char_device()


def test_a_summary_that_cannot_be_written_is_said(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="cannot be written: Is a directory"):
        append_file(tmp_path, "x")
