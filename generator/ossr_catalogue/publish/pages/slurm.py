"""A batch script for a cluster that Slurm runs, https://slurm.schedmd.com/sbatch.html."""

import math
import re
from collections.abc import Iterator
from functools import singledispatch
from typing import Final

from ossr_catalogue.model.executable import Executable
from ossr_catalogue.model.kinds import Kind
from ossr_catalogue.model.kinds.command_line_program import CommandLineProgram
from ossr_catalogue.model.kinds.cwl_workflow import CwlWorkflow
from ossr_catalogue.model.kinds.docker_container import DockerContainer
from ossr_catalogue.model.kinds.jupyter_notebook import JupyterNotebook
from ossr_catalogue.model.kinds.nextflow_workflow import NextflowWorkflow
from ossr_catalogue.model.kinds.python_program import PythonProgram
from ossr_catalogue.model.kinds.singularity_container import SingularityContainer
from ossr_catalogue.model.kinds.snakemake_workflow import SnakemakeWorkflow
from ossr_catalogue.model.quantity import MIB, Range
from ossr_catalogue.model.resources import Compute
from ossr_catalogue.publish.pages import calls
from ossr_catalogue.publish.pages.containers import apptainer_run, call_in_image, image_name
from ossr_catalogue.publish.pages.shell_words import Words, lines, words_of

_LONGEST_NAME: Final = 40
_DAY: Final = 86_400


def batch_script(executable: Executable) -> str:
    """Write the script; empty where one command on one machine does not run it."""
    call = _call(executable.kind, executable)
    compute = executable.needs.compute
    if not call or len(compute) > 1 or any(_least(one.nodes) > 1 for one in compute):
        return ""
    asked = [f"#SBATCH {option}" for option in _options(executable, compute[0] if compute else Compute())]
    return "\n".join(("#!/bin/sh", *asked, lines(call)))


def undeclared(executable: Executable) -> tuple[str, ...]:
    """Name what a cluster wants to know, and nobody has said."""
    compute = executable.needs.compute[0] if executable.needs.compute else Compute()
    said = {"cores": compute.cores, "memory": compute.memory_bytes, "time": compute.walltime_seconds}
    return tuple(name for name, need in said.items() if not _least(need) and not (need and need.maximum))


def _options(executable: Executable, compute: Compute) -> Iterator[str]:
    """Ask for the least that it needs, and for all the time that it can use."""
    yield f"--job-name={_job_name(executable.title)}"
    yield "--nodes=1"
    if cores := math.ceil(_least(compute.cores)):
        yield f"--cpus-per-task={cores}"
    if memory := _least(compute.memory_bytes):
        yield f"--mem={math.ceil(memory / MIB)}M"
    if compute.gpus and (gpus := math.ceil(_least(compute.gpus.count))):
        yield f"--gpus={gpus}"
    walltime = compute.walltime_seconds
    if walltime and (seconds := walltime.maximum or walltime.minimum):
        yield f"--time={_time(math.ceil(seconds))}"


def _least(need: Range | None) -> float:
    return (need.minimum or 0) if need else 0


def _job_name(title: str) -> str:
    """Give a name of letters that neither Slurm nor a shell takes for something else.

    >>> _job_name("Fit a blazar; rm -rf ~")
    'Fit-a-blazar-rm-rf'
    """
    words = re.sub(r"[^A-Za-z0-9]+", "-", title).strip("-")
    return words[:_LONGEST_NAME].rstrip("-") or "ossr"


def _time(seconds: int) -> str:
    """Write a duration as Slurm does.

    >>> _time(684_000), _time(90)
    ('7-22:00:00', '0-00:01:30')
    """
    days, rest = divmod(seconds, _DAY)
    return f"{days}-{rest // 3600:02}:{rest % 3600 // 60:02}:{rest % 60:02}"


@singledispatch
def _call(_: Kind, __: Executable) -> Words:
    """Give the one command that runs it without a person beside it; empty where there is none."""
    return []


@_call.register
def _(kind: JupyterNotebook, _: Executable) -> Words:
    return calls.papermill(kind)


@_call.register
def _(kind: PythonProgram, _: Executable) -> Words:
    return calls.python(kind)


@_call.register
def _(kind: CommandLineProgram, executable: Executable) -> Words:
    call = words_of(kind.command)
    if kind.image and image_name(kind.image):
        return apptainer_run(call_in_image(kind.image, call), executable)
    return call if kind.package else []


@_call.register
def _(kind: DockerContainer, executable: Executable) -> Words:
    return apptainer_run(kind, executable) if image_name(kind.image) else []


@_call.register
def _(kind: SingularityContainer, _: Executable) -> Words:
    return calls.singularity(kind)


@_call.register
def _(kind: CwlWorkflow, _: Executable) -> Words:
    return calls.cwltool(kind)


@_call.register
def _(kind: SnakemakeWorkflow, executable: Executable) -> Words:
    return calls.snakemake(kind, executable)


@_call.register
def _(kind: NextflowWorkflow, _: Executable) -> Words:
    return calls.nextflow(kind)
