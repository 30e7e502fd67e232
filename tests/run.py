"""Run the whole suite, the browser included where one can be had; the last line says where not."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

CHROMIUM_NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome")


def find_chromium() -> str | None:
    """Look on PATH, then among the browsers that Playwright has installed."""
    on_path = next(filter(None, map(shutil.which, CHROMIUM_NAMES)), None)
    return on_path or _chromium_of_playwright()


def install_chromium() -> str:
    """Try to get one; say in a sentence why that did not work, empty if it did."""
    if shutil.which("apt-get") and os.geteuid() == 0:
        quietly("apt-get", "update")
        if quietly("apt-get", "install", "--yes", "--no-install-recommends", "chromium"):
            return ""
    if quietly(sys.executable, "-m", "playwright", "install", "chromium"):
        return ""
    return "no Chromium on PATH, and neither apt-get nor Playwright could install one"


def quietly(*command: str) -> bool:
    """Run a command without showing what it prints; False if it fails."""
    return subprocess.run(command, capture_output=True, stdin=subprocess.DEVNULL, check=False).returncode == 0


def _chromium_of_playwright() -> str | None:
    from playwright.sync_api import sync_playwright  # noqa: PLC0415 - only where PATH has none

    with sync_playwright() as playwright:
        path = Path(playwright.chromium.executable_path)
    return str(path) if path.is_file() else None


def main() -> int:
    """Run pytest; say last whether the browser tests were skipped, and why."""
    trouble = "" if find_chromium() else install_chromium()
    # Whole files side by side, in the order of conftest.py: what a file builds once is built once.
    how = ("--numprocesses=auto", "--dist=loadfile", "--no-loadscope-reorder")
    status = pytest.main([*how, *sys.argv[1:]])
    if trouble:
        sys.stdout.write(f"The browser tests were skipped: {trouble}.\n")
    return int(status)


if __name__ == "__main__":
    sys.exit(main())
