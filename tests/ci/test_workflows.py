"""Our workflows and our action are sound, in the eyes of those who look for holes in such files."""

import re
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest
import yaml

ROOT = Path(__file__).parents[2]
WORKFLOWS = sorted((ROOT / ".github" / "workflows").glob("*.yml"))
ACTIONS = sorted((ROOT / ".github" / "actions").glob("*/action.yml"))
PINNED = re.compile(r"[\w-]+/[\w./-]+@[0-9a-f]{40}")
OF_OURS = "$/.github/actions/"
NOT_YET_KNOWN = r'specifying action "\$/'
"""actionlint 1.7.12 does not know how an action of the same repository is called since July 2026."""

MORE_RIGHTS = {
    ("publish", "build"): {"contents": "read", "pages": "read"},
    ("publish", "deploy"): {"pages": "write", "id-token": "write"},
    ("watchdog", "look"): {"contents": "read", "pages": "read"},
}


def parsed(path: Path) -> dict[str, Any]:
    text: dict[str, Any] = yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.BaseLoader)  # noqa: S506 - it makes text only
    return text


def run(*command: str | Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(command, capture_output=True, text=True, check=False)


def steps_of(path: Path) -> list[dict[str, Any]]:
    text = parsed(path)
    jobs = text["jobs"].values() if "jobs" in text else [text["runs"]]
    return [step for job in jobs for step in job["steps"]]


@pytest.mark.skipif(not shutil.which("zizmor"), reason="zizmor is not installed")
def test_zizmor_finds_nothing_even_as_an_auditor() -> None:
    done = run("zizmor", "--offline", "--no-progress", "--persona", "auditor", ROOT / ".github")
    assert done.returncode == 0, done.stdout


@pytest.mark.skipif(
    not shutil.which("actionlint"), reason="actionlint is not installed: its wheel downloads a program"
)
def test_actionlint_finds_nothing() -> None:
    done = run("actionlint", "-ignore", NOT_YET_KNOWN, *WORKFLOWS)
    assert done.returncode == 0, done.stdout


@pytest.mark.skipif(not shutil.which("check-jsonschema"), reason="check-jsonschema is not installed")
@pytest.mark.parametrize(
    ("schema", "files"),
    [("github-workflows", WORKFLOWS), ("github-actions", ACTIONS)],
    ids=["workflows", "actions"],
)
def test_githubs_own_schema_accepts_them(schema: str, files: list[Path]) -> None:
    done = run("check-jsonschema", "--builtin-schema", f"vendor.{schema}", *files)
    assert done.returncode == 0, done.stdout


@pytest.mark.parametrize(
    "path", [*WORKFLOWS, *ACTIONS], ids=lambda path: str(path.relative_to(ROOT / ".github"))
)
def test_what_others_wrote_is_pinned_to_a_commit(path: Path) -> None:
    used = [step["uses"] for step in steps_of(path) if "uses" in step]
    assert [one for one in used if not (PINNED.fullmatch(one) or one.startswith(OF_OURS))] == []


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.name)
def test_a_job_may_read_the_repository_and_else_only_what_it_is_known_to_need(path: Path) -> None:
    workflow = parsed(path)
    assert workflow["permissions"] == {}
    for name, job in workflow["jobs"].items():
        assert job["permissions"] == MORE_RIGHTS.get((path.stem, name), {"contents": "read"})


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.name)
def test_no_job_runs_for_ever_or_twice_at_a_time(path: Path) -> None:
    workflow = parsed(path)
    # What deploys is never cut off; it waits for the one before.
    assert workflow["concurrency"]["cancel-in-progress"] == ("false" if path.stem == "publish" else "true")
    longest = 180 if path.stem == "publish" else 30
    assert all(int(job["timeout-minutes"]) <= longest for job in workflow["jobs"].values())


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.name)
def test_our_own_actions_exist_and_get_inputs_that_they_have(path: Path) -> None:
    for step in steps_of(path):
        if step.get("uses", "").startswith(OF_OURS):
            action = parsed(ROOT / step["uses"].removeprefix("$/") / "action.yml")
            assert set(step["with"]) <= set(action["inputs"])


def test_every_example_stands_among_the_sound_or_the_broken_lists() -> None:
    sound, broken = (
        {Path(line).name for line in step["with"]["paths"].splitlines() if line.startswith("catalogue/")}
        for step in steps_of(ROOT / ".github" / "workflows" / "lint.yml")
        if step.get("uses", "").startswith(OF_OURS)
    )
    folders = {path.name for path in (ROOT / "catalogue" / "examples").iterdir()}
    without_a_list = {"cone-overlap"}
    assert (sound & broken, sound | broken) == (set(), folders - without_a_list)
