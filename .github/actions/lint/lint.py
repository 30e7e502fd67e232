"""Lint what the inputs of the action name, and hand the outcome to GitHub.

Whatever somebody writes into an input stays one argument: no shell reads it, and none becomes an option.
"""
# ruff: noqa: INP001 - a script beside action.yml is no package

import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Final

_USAGE: Final = 2
_OPTIONS: Final = {"FAIL_ON": "--fail-on", "CONFIG": "--config", "BASELINE": "--baseline"}
_ONE_LINE: Final = (*_OPTIONS, "SARIF", "ARTIFACT")


def main(inputs: Mapping[str, str]) -> int:
    """Run the linter, and return its exit status."""
    if trouble := _trouble(inputs):
        sys.stdout.write(f"::error title=ossr-catalogue::{trouble}\n")
        return _USAGE
    with tempfile.TemporaryDirectory() as folder:
        report = Path(folder) / "findings.json"
        command = (sys.executable, "-I", "-m", "ossr_catalogue", "lint", *_arguments(inputs, report))
        status = subprocess.run(command, stdin=subprocess.DEVNULL, check=False).returncode  # noqa: S603 - no shell
        findings = _count(report)
    sarif = inputs["SARIF"] if findings and Path(inputs["SARIF"]).is_file() else ""
    _hand_out(inputs["GITHUB_OUTPUT"], findings=findings, status=str(status), sarif=sarif)
    return status


def _trouble(inputs: Mapping[str, str]) -> str:
    """Say what is wrong with the inputs; a value is not repeated, since the log obeys what it shows."""
    if inputs["STRICT"] not in {"true", "false"}:
        return "the input strict is neither true nor false"
    long = next((name for name in _ONE_LINE if not inputs[name].isprintable()), "")
    if long:
        return f"the input {long.lower().replace('_', '-')} has more than one line, or a control character"
    if inputs["ARTIFACT"] and not inputs["SARIF"]:
        return "the input artifact needs the input sarif, which names the file to keep"
    return ""


def _arguments(inputs: Mapping[str, str], report: Path) -> Iterator[str]:
    yield from ("--format=github", f"--output=json:{report}")
    if inputs["SARIF"]:
        yield f"--output=sarif:{inputs['SARIF']}"
    if inputs["STRICT"] == "true":
        yield "--strict"
    yield from (f"{option}={inputs[name]}" for name, option in _OPTIONS.items() if inputs[name])
    yield "--"
    yield from (line for line in inputs["PATHS"].replace("\r\n", "\n").split("\n") if line.strip())


def _count(report: Path) -> str:
    """Count the findings that nobody has suppressed; empty where there is no report."""
    if not report.is_file():
        return ""
    findings = json.loads(report.read_text(encoding="utf-8"))["findings"]
    return str(sum("suppression" not in found for found in findings))


def _hand_out(file: str, **outputs: str) -> None:
    lines = "".join(f"{name}={value}\n" for name, value in outputs.items())
    with Path(file).open("a", encoding="utf-8") as stream:
        stream.write(lines)


if __name__ == "__main__":
    sys.exit(main(os.environ))
