"""The hooks for pre-commit: which files they take, and that what they call is there.

pre-commit itself is left out: it clones and installs, which needs the network.
"""

import re
import shlex
import subprocess
import sys
from pathlib import Path, PurePosixPath
from typing import Any

import pytest
import yaml

from ossr_catalogue.document.locations import LIST_LOCATIONS

ROOT = Path(__file__).parents[2]
HOOKS = {
    hook["id"]: hook for hook in yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))
}
OF_FILES = [hook for hook in HOOKS.values() if hook.get("pass_filenames", True)]
SOUND = (ROOT / "catalogue" / "examples" / "star-counts" / "executables.json").read_text(encoding="utf-8")


def run(hook: dict[str, Any], folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Call a hook as pre-commit does: entry, then arguments, then files."""
    program, *entry = shlex.split(hook["entry"])
    assert program == "ossr-catalogue"
    command = [sys.executable, "-m", "ossr_catalogue", *entry, *hook.get("args", ()), *arguments]
    return subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)


def test_there_is_a_hook_for_files_one_for_the_repository_and_one_that_mends() -> None:
    assert list(HOOKS) == ["ossr-catalogue-lint", "ossr-catalogue-lint-repository", "ossr-catalogue-fix"]


@pytest.mark.parametrize("hook", OF_FILES, ids=lambda hook: hook["id"])
@pytest.mark.parametrize("folder", ["", "deep/below/"])
@pytest.mark.parametrize("location", LIST_LOCATIONS)
def test_a_list_is_taken_wherever_it_stands(hook: dict[str, Any], folder: str, location: str) -> None:
    assert re.search(hook["files"], folder + location)


@pytest.mark.parametrize("hook", OF_FILES, ids=lambda hook: hook["id"])
@pytest.mark.parametrize(
    "path",
    [
        "my-executables.json",
        "executables.json5",
        "executables.json.bak",
        "executables.toml",
        "executables",
        "executables.yamll",
        "executablesXjson",
        "executables.json/readme.md",
        "non.executables.json",
    ],
)
def test_what_only_looks_like_a_list_is_not_taken(hook: dict[str, Any], path: str) -> None:
    assert not re.search(hook["files"], path)


@pytest.mark.parametrize("hook", HOOKS.values(), ids=HOOKS)
def test_a_hook_passes_a_sound_list(hook: dict[str, Any], tmp_path: Path) -> None:
    for name in (
        "bin/count_stars.py",
        "workflow/count_stars.cwl",
        "workflow/star_counts.cwl",
        "workflow/star_counts.nf",
    ):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).touch()
    (tmp_path / "executables.json").write_text(SOUND)
    done = run(hook, tmp_path, *(["executables.json"] if hook in OF_FILES else []))
    assert (done.returncode, done.stderr) == (0, "")


@pytest.mark.parametrize("hook", HOOKS.values(), ids=HOOKS)
def test_a_hook_fails_for_a_broken_list(hook: dict[str, Any], tmp_path: Path) -> None:
    (tmp_path / "executables.json").write_text('{"executables": []}')
    assert run(hook, tmp_path, *(["executables.json"] if hook in OF_FILES else [])).returncode == 1


@pytest.mark.parametrize("hook", OF_FILES, ids=lambda hook: hook["id"])
def test_no_files_name_is_taken_for_an_option(hook: dict[str, Any], tmp_path: Path) -> None:
    path = PurePosixPath("--output=json:pwned/executables.json")
    (tmp_path / path).parent.mkdir()
    (tmp_path / "pwned").mkdir()
    (tmp_path / path).write_text('{"executables": []}')
    assert run(hook, tmp_path, str(path)).returncode == 1
    assert list((tmp_path / "pwned").iterdir()) == []


@pytest.mark.parametrize("hook", OF_FILES, ids=lambda hook: hook["id"])
def test_files_are_linted_one_call_after_the_other(hook: dict[str, Any]) -> None:
    assert hook["require_serial"] is True


def test_the_repository_is_looked_at_when_any_file_changes() -> None:
    hook = HOOKS["ossr-catalogue-lint-repository"]
    assert "files" not in hook
    assert (hook["pass_filenames"], hook["always_run"]) == (False, False)
