"""A job of a workflow, its scripts run by a shell as GitHub does; what others wrote is left out."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from composite_action import Outcome, run_step


@dataclass(frozen=True, slots=True, kw_only=True)
class Ran:
    """How far a job came."""

    outcomes: Mapping[str, Outcome]
    """By the name of each step that ran."""

    @property
    def status(self) -> int:
        """That of the last step."""
        return [*self.outcomes.values()][-1].status

    @property
    def summary(self) -> str:
        """What the page of the run shows."""
        return "".join(outcome.summary for outcome in self.outcomes.values())

    @property
    def log(self) -> str:
        """What all steps printed."""
        return "".join(outcome.log for outcome in self.outcomes.values())


def run_job(
    workflow: Path,
    job: str,
    values: Mapping[str, str],
    environment: Mapping[str, str],
    *,
    workspace: Path,
    temporary: Path,
    leave_out: frozenset[str] = frozenset(),
) -> Ran:
    """Run the scripts of a job one after the other, until one fails.

    Args:
        workflow: its file.
        job: which one.
        values: of the expressions that the scripts' variables have; inputs that are absent are empty, as in a
            scheduled run.
        environment: variables of the runner.
        workspace: where they run.
        temporary: the runner's folder.
        leave_out: names of steps that need the network.
    """
    text: dict[str, Any] = yaml.safe_load(workflow.read_text(encoding="utf-8"))
    described = text["jobs"][job]
    everything = {name: "" for step in described["steps"] for name in _inputs(step)} | dict(values)
    own = {**described.get("env", {}), **environment}
    outcomes: dict[str, Outcome] = {}
    for step in described["steps"]:
        if "run" in step and step["name"] not in leave_out:
            outcome = run_step(step, everything, own, workspace=workspace, temporary=temporary)
            outcomes[step["name"]] = outcome
            if outcome.status:
                break
    return Ran(outcomes=outcomes)


def _inputs(step: Mapping[str, Any]) -> Iterator[str]:
    for value in step.get("env", {}).values():
        yield from re.findall(r"\$\{\{ (inputs\.[\w-]+) \}\}", value)
