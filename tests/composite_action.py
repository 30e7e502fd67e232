"""A composite action, its steps run by a shell as GitHub's runner runs them.

Left out: actions that a step uses, whose outputs are given; expressions but for inputs and outputs.
"""

import os
import re
import subprocess
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

import yaml

_EXPRESSION: Final = re.compile(r"\$\{\{\s*(?P<name>[\w.-]+)\s*\}\}")
_SHELL: Final = ("bash", "--noprofile", "--norc", "-e", "-o", "pipefail")
_FILES: Final = ("GITHUB_OUTPUT", "GITHUB_STEP_SUMMARY", "GITHUB_ENV", "GITHUB_PATH")


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """What a step left behind."""

    status: int
    log: str
    outputs: Mapping[str, str]
    summary: str
    env: str
    path: str


class CompositeAction:
    """An action's file, and the runner that carries it out."""

    def __init__(self, folder: Path, workspace: Path, temporary: Path) -> None:
        self.folder = folder
        self.text: dict[str, Any] = yaml.safe_load((folder / "action.yml").read_text(encoding="utf-8"))
        self.workspace = workspace
        self.temporary = temporary

    def step(self, name: str) -> dict[str, Any]:
        """Give the step that has an id."""
        return next(step for step in self.text["runs"]["steps"] if step.get("id") == name)

    def run(
        self,
        step_id: str,
        inputs: Mapping[str, str],
        outputs: Mapping[str, str],
        environment: Mapping[str, str] | None = None,
    ) -> Outcome:
        """Run one step.

        Args:
            step_id: which.
            inputs: of the action; those that are absent have their defaults.
            outputs: of earlier steps, as expressions name them, e.g. `steps.install.outputs.python`.
            environment: variables of the job.
        """
        step = self.step(step_id)
        assert step["shell"] == "bash"
        values = {
            **self._defaults(),
            **{f"inputs.{name}": value for name, value in inputs.items()},
            **outputs,
        }
        own = {"GITHUB_ACTION_PATH": str(self.folder), **(environment or {})}
        return run_step(step, values, own, workspace=self.workspace, temporary=self.temporary)

    def _defaults(self) -> dict[str, str]:
        return {f"inputs.{name}": about["default"] for name, about in self.text["inputs"].items()}


def run_step(
    step: Mapping[str, Any],
    values: Mapping[str, str],
    environment: Mapping[str, str],
    *,
    workspace: Path,
    temporary: Path,
) -> Outcome:
    """Let bash run a step's script.

    Args:
        step: as its file has it.
        values: of the expressions, by their names.
        environment: variables of the job.
        workspace: where it runs.
        temporary: the runner's folder, in which it also keeps its own files.
    """
    files = {name: temporary / name.lower() for name in _FILES}
    for file in files.values():
        file.write_text("")
    script = temporary / "step.sh"
    script.write_text(_filled(step["run"], values), encoding="utf-8")
    done = subprocess.run(
        [*_SHELL, script],
        cwd=workspace,
        env={
            "PATH": os.environ["PATH"],
            "HOME": str(temporary),
            "GITHUB_ACTIONS": "true",
            "GITHUB_WORKSPACE": str(workspace),
            "RUNNER_TEMP": str(temporary),
            **{name: str(file) for name, file in files.items()},
            **environment,
            **{name: _filled(value, values) for name, value in step.get("env", {}).items()},
        },
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        check=False,
    )
    read = {name: file.read_text(encoding="utf-8") for name, file in files.items()}
    return Outcome(
        status=done.returncode,
        log=done.stdout,
        outputs=dict(line.split("=", 1) for line in read["GITHUB_OUTPUT"].splitlines()),
        summary=read["GITHUB_STEP_SUMMARY"],
        env=read["GITHUB_ENV"],
        path=read["GITHUB_PATH"],
    )


def _filled(text: str, values: Mapping[str, str]) -> str:
    return _EXPRESSION.sub(lambda found: values[found["name"]], text)
