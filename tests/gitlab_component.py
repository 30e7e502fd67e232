"""A component of GitLab: its inputs filled in as GitLab does, its script run as the runner runs it.

GitLab fills inputs into the values of the parsed YAML, never into its text; a value that is nothing but an
input keeps the input's type. See https://docs.gitlab.com/ci/inputs/.
"""

import os
import re
import subprocess
from collections.abc import Mapping
from pathlib import Path
from typing import Any, Final

import yaml

_INPUT: Final = re.compile(r"\$\[\[\s*inputs\.(?P<name>[\w-]+)\s*\]\]")


def job_of(component: Path, inputs: Mapping[str, Any]) -> tuple[str, dict[str, Any]]:
    """Give the component's one job, and its name."""
    header, jobs = yaml.safe_load_all(component.read_text(encoding="utf-8"))
    asked = header["spec"]["inputs"]
    assert set(inputs) <= set(asked)
    values = {name: about["default"] for name, about in asked.items()} | dict(inputs)
    ((name, job),) = _filled(jobs, values).items()
    return name, job


def run_job(job: Mapping[str, Any], folder: Path, shell: str, path: str) -> subprocess.CompletedProcess[str]:
    """Run a job's script in a folder.

    Args:
        job: its inputs filled in.
        folder: the checkout.
        shell: `bash` or `sh`: the runner takes the first that an image has.
        path: where programs are looked for.
    """
    strict = "set -e\n" if shell == "sh" else "set -eo pipefail\n"
    variables = {name: _plain(value) for name, value in job["variables"].items()}
    return subprocess.run(
        [shell, "-c", strict + "\n".join(job["script"])],
        cwd=folder,
        env={"PATH": f"{path}{os.pathsep}{os.environ['PATH']}", "CI_PROJECT_DIR": str(folder), **variables},
        capture_output=True,
        text=True,
        check=False,
    )


def _plain(variable: Any) -> str:  # noqa: ANN401 - plain YAML
    """Give a variable's value; GitLab would look for other variables in it, were it allowed to."""
    if isinstance(variable, str):
        assert "$" not in variable
        return variable
    assert variable["expand"] is False
    value = variable["value"]
    assert isinstance(value, str)
    return value


def _filled(part: Any, values: Mapping[str, Any]) -> Any:  # noqa: ANN401 - plain YAML
    if isinstance(part, dict):
        return {_filled(key, values): _filled(value, values) for key, value in part.items()}
    if isinstance(part, list):
        return [_filled(item, values) for item in part]
    if not isinstance(part, str):
        return part
    if whole := _INPUT.fullmatch(part):
        return values[whole["name"]]
    return _INPUT.sub(lambda found: _text(values[found["name"]]), part)


def _text(value: Any) -> str:  # noqa: ANN401 - plain YAML
    return str(value).lower() if isinstance(value, bool) else str(value)
