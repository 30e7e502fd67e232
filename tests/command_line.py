"""The command as its users start it: in a process of its own."""

import subprocess
import sys
from pathlib import Path


def run(*arguments: str, cwd: Path | None = None, stdin: str = "") -> subprocess.CompletedProcess[str]:
    """Run `ossr-catalogue`, whatever status it leaves."""
    return subprocess.run(
        [sys.executable, "-m", "ossr_catalogue", *arguments],
        cwd=cwd,
        input=stdin,
        capture_output=True,
        text=True,
        check=False,
    )
