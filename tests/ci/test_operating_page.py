"""What the page for operators tells people to run: it does what the page says."""

import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml

ROOT = Path(__file__).parents[2]
TEXT = (ROOT / "catalogue" / "pages" / "operating.md").read_text(encoding="utf-8")
BLOCKS = re.findall(r"^```(\w+)\n(.*?)^```$", TEXT, re.MULTILINE | re.DOTALL)
PUBLISH = (ROOT / ".github" / "workflows" / "publish.yml").read_text(encoding="utf-8")
UNIX = pytest.mark.skipif(sys.platform == "win32", reason="the commands are those of a Unix shell")


def block(language: str, word: str) -> str:
    (text,) = (text for name, text in BLOCKS if name == language and word in text)
    return text


@pytest.fixture
def place(tmp_path: Path) -> Path:
    """Give a folder with a source, and our command, and a pip that installs nothing."""
    program(tmp_path, "ossr-catalogue", f'exec "{sys.executable}" -m ossr_catalogue "$@"')
    program(tmp_path, "pip", "true")
    shutil.copytree(ROOT / "catalogue" / "examples" / "star-counts", tmp_path / "star-counts")
    for name in ("sources.yml", "my-sources.yml"):
        (tmp_path / name).write_text("sources:\n  - folder: star-counts\n")
    return tmp_path


def program(place: Path, name: str, text: str) -> None:
    file = place / "programs" / name
    file.parent.mkdir(exist_ok=True)
    file.write_text(f"#!/bin/sh\n{text}\n")
    file.chmod(0o755)


def run(script: str, place: Path, **environment: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        ["bash", "-e", "-c", script],
        cwd=place,
        env={"PATH": f"{place / 'programs'}:/usr/bin:/bin", **environment},
        capture_output=True,
        text=True,
        check=False,
    )


@UNIX
@pytest.mark.slow
def test_the_commands_for_cron_lead_to_a_site(place: Path) -> None:
    commands = block("bash", "ossr-catalogue diff")
    first = run(commands.replace("ossr-catalogue diff public new", "cp -R new public"), place)
    assert first.returncode == 0, first.stderr
    second = run(commands, place)
    assert (second.returncode, "0 new, 0 changed, 0 gone" in second.stdout) == (0, True), second.stderr


@UNIX
@pytest.mark.slow
def test_the_job_for_gitlab_publishes_and_finds_its_state_again(place: Path) -> None:
    job: dict[str, Any] = yaml.safe_load(block("yaml", "pages:"))["pages"]
    script = "\n".join(job["script"])
    first = run(script, place, BEGIN_ANEW="yes", CI_PAGES_URL="https://example.org")
    assert first.returncode == 0, first.stderr
    (place / "public").rename(place / "deployed")
    (place / "catalogue.sqlite").unlink()
    # What is downloaded stands in the last two of its arguments.
    program(place, "curl", 'shift 5; cp "deployed/${2#https://example.org/}" "$1"')
    second = run(script, place, CI_PAGES_URL="https://example.org", ACCEPT_LOSS="--accept-loss")
    assert second.returncode == 0, second.stderr
    assert (place / "public" / "state" / "harvest.sqlite.gz").is_file()


@pytest.mark.skipif(not shutil.which("check-jsonschema"), reason="check-jsonschema is not installed")
def test_gitlabs_own_schema_accepts_its_job(tmp_path: Path) -> None:
    (tmp_path / "job.yml").write_text(block("yaml", "pages:"))
    command = ["check-jsonschema", "--builtin-schema", "vendor.gitlab-ci", tmp_path / "job.yml"]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout


@pytest.mark.parametrize("name", ["accept-loss", "begin-anew", "state/harvest.sqlite.gz"])
def test_what_the_page_names_is_what_the_workflow_knows(name: str) -> None:
    assert name in TEXT
    assert name in PUBLISH
