"""Commands that fetch and run an executable, ready to paste: every harvested word in them is quoted.

Nothing here is ever run by us. A type without a function of its own gets the commands that fetch its files.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import singledispatch
from posixpath import dirname

from ossr_catalogue.model.component import Component
from ossr_catalogue.model.executable import Executable
from ossr_catalogue.model.kinds.binder_repository import BinderRepository
from ossr_catalogue.model.kinds.command_line_program import CommandLineProgram
from ossr_catalogue.model.kinds.cwl_workflow import CwlWorkflow
from ossr_catalogue.model.kinds.docker_container import DockerContainer
from ossr_catalogue.model.kinds.jupyter_notebook import JupyterNotebook
from ossr_catalogue.model.kinds.kind import Kind
from ossr_catalogue.model.kinds.nextflow_workflow import NextflowWorkflow
from ossr_catalogue.model.kinds.python_program import PythonProgram
from ossr_catalogue.model.kinds.singularity_container import SingularityContainer
from ossr_catalogue.model.kinds.snakemake_workflow import SnakemakeWorkflow
from ossr_catalogue.model.kinds.zeppelin_notebook import ZeppelinNotebook
from ossr_catalogue.model.web_address import web_link
from ossr_catalogue.publish.pages import calls
from ossr_catalogue.publish.pages.containers import apptainer_run, call_in_image, docker_run, image_name
from ossr_catalogue.publish.pages.fetching import download, fetch, prepare, revision
from ossr_catalogue.publish.pages.packages import install
from ossr_catalogue.publish.pages.shell_words import lines, local_name, words_of
from ossr_catalogue.publish.pages.slurm import batch_script, undeclared


@dataclass(frozen=True, slots=True, kw_only=True)
class Snippet:
    """Commands for one way of running it."""

    title: str
    text: str
    note: str = ""


def snippets_for(executable: Executable, component: Component) -> tuple[Snippet, ...]:
    """Give the ways of running it, the most usual one first; none where its files are not on the web."""
    ways = tuple(_run(executable.kind, executable, component))
    return (*ways, *_on_a_cluster(executable)) if ways else ()


def _on_a_cluster(executable: Executable) -> Iterator[Snippet]:
    if script := batch_script(executable):
        note = "Keep this as job.sh where its files are, and submit it with sbatch job.sh."
        if unsaid := undeclared(executable):
            note += f" Not declared, so that your cluster decides: {', '.join(unsaid)}."
        yield Snippet(title="Slurm", text=script, note=note)


@singledispatch
def _run(kind: Kind, _: Executable, component: Component) -> Iterator[Snippet]:
    if fetched := fetch(kind.paths()[:1], component):
        yield Snippet(title="Fetch", text=lines(*fetched))


@_run.register
def _(kind: JupyterNotebook, _: Executable, component: Component) -> Iterator[Snippet]:
    if prepared := prepare(kind, component):
        yield Snippet(title="Get it", text=lines(*prepared))
        yield Snippet(
            title="Open it in JupyterLab", text=lines(["jupyter", "lab", local_name(kind.location)])
        )
        yield Snippet(
            title="Run it with papermill",
            text=lines(calls.papermill(kind)),
            note="Runs every cell without a browser, and keeps the result beside it.",
        )


@_run.register
def _(kind: ZeppelinNotebook, _: Executable, component: Component) -> Iterator[Snippet]:
    if fetched := download(component.file_url(kind.location)):
        yield Snippet(title="Zeppelin", text=lines(*fetched), note="Then choose “Import note” in Zeppelin.")


@_run.register
def _(kind: DockerContainer, executable: Executable, component: Component) -> Iterator[Snippet]:
    note = "It asks for privileges, which this command does not grant." if kind.privileged else ""
    if image := image_name(kind.image):
        yield Snippet(title="Docker", text=lines(docker_run(kind, executable, image)), note=note)
        yield Snippet(title="Apptainer", text=lines(apptainer_run(kind, executable)))
    elif kind.recipe and (fetched := fetch((kind.recipe,), component)):
        recipe = local_name(kind.recipe)
        build = ["docker", "build", "--tag", "local-build", "--file", recipe, dirname(recipe) or "."]
        run = docker_run(kind, executable, "local-build")
        yield Snippet(title="Build and run with Docker", text=lines(*fetched, build, run), note=note)


@_run.register
def _(kind: SingularityContainer, _: Executable, component: Component) -> Iterator[Snippet]:
    run = calls.singularity(kind)
    if calls.is_in_registry(kind):
        yield Snippet(title="Apptainer", text=lines(run))
    elif fetched := fetch((kind.location,), component):
        recipe = local_name(kind.location)
        build = [["apptainer", "build", calls.BUILT_IMAGE, recipe]] if run[-1] == calls.BUILT_IMAGE else []
        yield Snippet(title="Apptainer", text=lines(*fetched, *build, run))


@_run.register
def _(kind: PythonProgram, _: Executable, component: Component) -> Iterator[Snippet]:
    if prepared := prepare(kind, component):
        yield Snippet(title="Python", text=lines(*prepared, calls.python(kind)))


@_run.register
def _(kind: CommandLineProgram, executable: Executable, _: Component) -> Iterator[Snippet]:
    call = words_of(kind.command)
    if kind.package and (installed := install(kind.package)):
        yield Snippet(title="Install and run", text=lines(installed, call))
    if kind.image and (image := image_name(kind.image)):
        container = call_in_image(kind.image, call)
        yield Snippet(title="Docker", text=lines(docker_run(container, executable, image)))
        yield Snippet(title="Apptainer", text=lines(apptainer_run(container, executable)))


@_run.register
def _(kind: BinderRepository, _: Executable, component: Component) -> Iterator[Snippet]:
    if repository := web_link(component.repository):
        pin = ["--ref", pinned] if (pinned := revision(component)) else []
        folder = (kind.location or "").rstrip("/")
        below = [] if folder in {"", ".", "binder", ".binder"} else ["--subdir", local_name(folder)]
        yield Snippet(
            title="repo2docker",
            text=lines(["jupyter-repo2docker", *pin, *below, repository]),
            note="Builds the same image as a BinderHub, on this machine.",
        )


@_run.register
def _(kind: CwlWorkflow, _: Executable, component: Component) -> Iterator[Snippet]:
    if prepared := prepare(kind, component):
        yield Snippet(title="cwltool", text=lines(*prepared, calls.cwltool(kind)))


@_run.register
def _(kind: SnakemakeWorkflow, executable: Executable, component: Component) -> Iterator[Snippet]:
    if prepared := prepare(kind, component):
        yield Snippet(title="Snakemake", text=lines(*prepared, calls.snakemake(kind, executable)))


@_run.register
def _(kind: NextflowWorkflow, _: Executable, component: Component) -> Iterator[Snippet]:
    if prepared := prepare(kind, component):
        yield Snippet(title="Nextflow", text=lines(*prepared, calls.nextflow(kind)))
