"""A Git repository on this machine, in place of a forge's."""

import os
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

Git = Callable[..., str]


@pytest.fixture
def git(tmp_path: Path) -> Git:
    """Give a git that works in `repository`, as nobody in particular."""
    repository = tmp_path / "repository"
    repository.mkdir()
    environment = {
        **{key: value for key, value in os.environ.items() if not key.startswith("GIT_")},
        "GIT_CONFIG_NOSYSTEM": "1",
        "GIT_CONFIG_GLOBAL": os.devnull,
        "GIT_AUTHOR_NAME": "nobody", "GIT_AUTHOR_EMAIL": "nobody@example.org",
        "GIT_COMMITTER_NAME": "nobody", "GIT_COMMITTER_EMAIL": "nobody@example.org",
    }  # fmt: skip

    def run(*arguments: str, stdin: str = "") -> str:
        return subprocess.run(
            ["git", *arguments],
            cwd=repository, env=environment, input=stdin, check=True, capture_output=True, text=True,
        ).stdout.strip()  # fmt: skip

    run("init", "--quiet", "--initial-branch=main")
    return run


@pytest.fixture
def repository(git: Git, tmp_path: Path) -> Path:
    """Give a repository with one commit: two files, one of them below a folder."""
    folder = tmp_path / "repository"
    (folder / "notebooks").mkdir()
    (folder / "README.md").write_text("# agnpy\n")
    (folder / "notebooks" / "crab.ipynb").write_text("{}")
    git("add", "--all")
    git("commit", "--quiet", "--message=first")
    return folder
