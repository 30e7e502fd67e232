"""The one command that runs a file that is already there, by type."""

from ossr_catalogue.model.executable import Executable
from ossr_catalogue.model.kinds.cwl_workflow import CwlWorkflow
from ossr_catalogue.model.kinds.jupyter_notebook import JupyterNotebook
from ossr_catalogue.model.kinds.nextflow_workflow import NextflowWorkflow
from ossr_catalogue.model.kinds.python_program import PythonProgram
from ossr_catalogue.model.kinds.singularity_container import SingularityContainer
from ossr_catalogue.model.kinds.snakemake_workflow import SnakemakeWorkflow
from ossr_catalogue.publish.pages.shell_words import Words, local_name, words_of

BUILT_IMAGE = "image.sif"
"""What an image is called that a recipe was built to."""


def papermill(kind: JupyterNotebook) -> Words:
    """Run every cell of a notebook without a browser."""
    chosen = ["--kernel", kind.kernel] if kind.kernel else []
    return ["papermill", *chosen, local_name(kind.location), "output.ipynb"]


def python(kind: PythonProgram) -> Words:
    """Run a program as it says itself, else by its module or its file."""
    if kind.command:
        return words_of(kind.command)
    return ["python", "-m", kind.module] if kind.module else ["python", local_name(kind.location or ".")]


def singularity(kind: SingularityContainer) -> Words:
    """Run an image: of a registry, or the file."""
    return ["apptainer", "run", kind.location if is_in_registry(kind) else image_file(kind)]


def is_in_registry(kind: SingularityContainer) -> bool:
    """Say whether Apptainer fetches the image itself."""
    scheme, colon, _ = kind.location.partition("://")
    return bool(colon) and scheme.lower() in {"oras", "library", "docker"}


def image_file(kind: SingularityContainer) -> str:
    """Name the file to run: what is no image is a recipe, and has to be built first."""
    file = local_name(kind.location).removeprefix("./")
    return f"./{file}" if file.endswith((".sif", ".img", ".simg")) else BUILT_IMAGE


def cwltool(kind: CwlWorkflow) -> Words:
    """Run a workflow with its reference implementation."""
    return ["cwltool", local_name(kind.location)]


def snakemake(kind: SnakemakeWorkflow, executable: Executable) -> Words:
    """Run a workflow on as many cores as it needs, else on all."""
    cores = [compute.cores.minimum for compute in executable.needs.compute if compute.cores]
    wanted = str(-int(-cores[0] // 1)) if cores and cores[0] else "all"
    return ["snakemake", "--snakefile", local_name(kind.location), "--cores", wanted]


def nextflow(kind: NextflowWorkflow) -> Words:
    """Run a workflow."""
    return ["nextflow", "run", local_name(kind.location)]
