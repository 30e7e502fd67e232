"""Commands that fetch and run an executable, ready to paste: every harvested word in them is quoted.

Nothing here is ever run by us. A type without a function of its own gets the commands that fetch its files.
"""

import re
import shlex
from collections.abc import Iterator
from dataclasses import dataclass
from functools import singledispatch
from posixpath import dirname
from typing import Final
from urllib.parse import unquote, urlsplit

from ossr_catalogue.model.component import Component
from ossr_catalogue.model.executable import Executable
from ossr_catalogue.model.kinds.binder_repository import BinderRepository
from ossr_catalogue.model.kinds.command_line_program import CommandLineProgram
from ossr_catalogue.model.kinds.cwl_workflow import CwlWorkflow
from ossr_catalogue.model.kinds.docker_container import DockerContainer
from ossr_catalogue.model.kinds.jupyter_notebook import JupyterNotebook
from ossr_catalogue.model.kinds.kind import FileKind, Kind
from ossr_catalogue.model.kinds.nextflow_workflow import NextflowWorkflow
from ossr_catalogue.model.kinds.python_program import PythonProgram
from ossr_catalogue.model.kinds.singularity_container import SingularityContainer
from ossr_catalogue.model.kinds.snakemake_workflow import SnakemakeWorkflow
from ossr_catalogue.model.kinds.zeppelin_notebook import ZeppelinNotebook
from ossr_catalogue.publish.pages.commonmark import web_link
from ossr_catalogue.publish.pages.containers import apptainer_run, call_in_image, docker_run, image_name

_INSTALLERS: Final = {
    "pypi": ("python -m pip install", "=="),
    "conda": ("conda install --channel conda-forge", "="),
    "cargo": ("cargo install --locked", "@"),
    "npm": ("npm install --global", "@"),
}
"""By the type of a purl: the command, and what stands between name and version."""
_PACKAGE: Final = re.compile(
    r"(?P<name>@?[A-Za-z0-9][\w./-]*)(?:@(?P<version>[A-Za-z0-9][\w.+!-]*))?", re.ASCII
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Snippet:
    """Commands for one way of running it."""

    title: str
    text: str
    note: str = ""


def snippets_for(executable: Executable, component: Component) -> tuple[Snippet, ...]:
    """Give the ways of running it, the most usual one first; none where its files are not on the web."""
    return tuple(_run(executable.kind, executable, component))


@singledispatch
def _run(kind: Kind, _: Executable, component: Component) -> Iterator[Snippet]:
    if fetched := _fetch(kind.paths()[:1], component):
        yield Snippet(title="Fetch", text=_lines(*fetched))


@_run.register
def _(kind: JupyterNotebook, _: Executable, component: Component) -> Iterator[Snippet]:
    if prepared := _prepare(kind, component):
        file = _local(kind.location)
        yield Snippet(title="Get it", text=_lines(*prepared))
        yield Snippet(title="Open it in JupyterLab", text=_lines(["jupyter", "lab", file]))
        chosen = ["--kernel", kind.kernel] if kind.kernel else []
        yield Snippet(
            title="Run it with papermill",
            text=_lines(["papermill", *chosen, file, "output.ipynb"]),
            note="Runs every cell without a browser, and keeps the result beside it.",
        )


@_run.register
def _(kind: ZeppelinNotebook, _: Executable, component: Component) -> Iterator[Snippet]:
    address = component.file_url(kind.location)
    if address and web_link(address):
        yield Snippet(
            title="Zeppelin",
            text=_lines(["curl", "--location", "--remote-name", address]),
            note="Then choose “Import note” in Zeppelin.",
        )


@_run.register
def _(kind: DockerContainer, executable: Executable, component: Component) -> Iterator[Snippet]:
    note = "It asks for privileges, which this command does not grant." if kind.privileged else ""
    if image := image_name(kind.image):
        yield Snippet(title="Docker", text=_lines(docker_run(kind, executable, image)), note=note)
        yield Snippet(title="Apptainer", text=_lines(apptainer_run(kind, executable)))
    elif kind.recipe and (fetched := _fetch((kind.recipe,), component)):
        recipe = _local(kind.recipe)
        build = ["docker", "build", "--tag", "local-build", "--file", recipe, dirname(recipe) or "."]
        run = docker_run(kind, executable, "local-build")
        yield Snippet(title="Build and run with Docker", text=_lines(*fetched, build, run), note=note)


@_run.register
def _(kind: SingularityContainer, _: Executable, component: Component) -> Iterator[Snippet]:
    scheme = urlsplit(kind.location).scheme
    if scheme in {"oras", "library", "docker"}:
        yield Snippet(title="Apptainer", text=_lines(["apptainer", "run", kind.location]))
    elif fetched := _fetch((kind.location,), component):
        file = _local(kind.location)
        image = f"./{file}" if file.endswith((".sif", ".img", ".simg")) else "image.sif"
        build = [] if image != "image.sif" else [["apptainer", "build", image, file]]
        yield Snippet(title="Apptainer", text=_lines(*fetched, *build, ["apptainer", "run", image]))


@_run.register
def _(kind: PythonProgram, _: Executable, component: Component) -> Iterator[Snippet]:
    if prepared := _prepare(kind, component):
        if kind.command:
            call = _words(kind.command)
        else:
            call = ["python", "-m", kind.module] if kind.module else ["python", kind.location or "."]
        yield Snippet(title="Python", text=_lines(*prepared, call))


@_run.register
def _(kind: CommandLineProgram, executable: Executable, _: Component) -> Iterator[Snippet]:
    call = _words(kind.command)
    if kind.package and (install := _install(kind.package)):
        yield Snippet(title="Install and run", text=_lines(install, call))
    if kind.image and (image := image_name(kind.image)):
        container = call_in_image(kind.image, call)
        yield Snippet(title="Docker", text=_lines(docker_run(container, executable, image)))
        yield Snippet(title="Apptainer", text=_lines(apptainer_run(container, executable)))


@_run.register
def _(kind: BinderRepository, _: Executable, component: Component) -> Iterator[Snippet]:
    if repository := web_link(component.repository):
        folder = (
            ["--subdir", kind.location] if kind.location not in (None, "", ".", "binder", ".binder") else []
        )
        yield Snippet(
            title="repo2docker",
            text=_lines(["jupyter-repo2docker", *_revision(component, "--ref"), *folder, repository]),
            note="Builds the same image as a BinderHub, on this machine.",
        )


@_run.register
def _(kind: CwlWorkflow, _: Executable, component: Component) -> Iterator[Snippet]:
    if prepared := _prepare(kind, component):
        yield Snippet(title="cwltool", text=_lines(*prepared, ["cwltool", _local(kind.location)]))


@_run.register
def _(kind: SnakemakeWorkflow, executable: Executable, component: Component) -> Iterator[Snippet]:
    if prepared := _prepare(kind, component):
        call = ["snakemake", "--snakefile", _local(kind.location), "--cores", _cores(executable) or "all"]
        yield Snippet(title="Snakemake", text=_lines(*prepared, call))


@_run.register
def _(kind: NextflowWorkflow, _: Executable, component: Component) -> Iterator[Snippet]:
    if prepared := _prepare(kind, component):
        yield Snippet(title="Nextflow", text=_lines(*prepared, ["nextflow", "run", _local(kind.location)]))


def _prepare(kind: FileKind | PythonProgram, component: Component) -> list[list[str]]:
    """Fetch the files, go there, install what they require; empty where they cannot be fetched."""
    fetched = _fetch((kind.location,) if kind.location else (), component)
    return fetched + _requirements(kind.requirements, component) if fetched else []


def _fetch(paths: tuple[str, ...], component: Component) -> list[list[str]]:
    """Clone the repository at the pinned revision, or download the one file that is somewhere else."""
    if paths and "://" in paths[0]:
        return [["curl", "--location", "--remote-name", paths[0]]] if web_link(paths[0]) else []
    if repository := web_link(component.repository):
        folder = repository.rstrip("/").rpartition("/")[2].lstrip("-") or "repository"
        pin = _revision(component, "checkout")
        return [["git", "clone", repository, folder], ["cd", folder], *([["git", *pin]] if pin else [])]
    address = component.file_url(paths[0]) if paths else None
    return [["curl", "--location", "--remote-name", address]] if address and web_link(address) else []


def _revision(component: Component, word: str) -> list[str]:
    return [word, component.git_revision] if component.git_revision else []


def _local(location: str) -> str:
    """Give the file as it is called after fetching it; never to be taken for an option."""
    name = unquote(urlsplit(location).path).rpartition("/")[2] if "://" in location else location
    return f"./{name}" if name.startswith("-") else name


def _requirements(file: str | None, component: Component) -> list[list[str]]:
    if file is None or "://" in file or not component.repository:
        return []
    if file.endswith((".yml", ".yaml")):
        name = component.repository.rstrip("/").rpartition("/")[2]
        return [["conda", "env", "create", "--name", name, "--file", file], ["conda", "activate", name]]
    return [["python", "-m", "pip", "install", "--requirement", file]]


def _install(purl: str) -> list[str]:
    """Say how a package is installed, https://github.com/package-url/purl-spec; empty if unknown."""
    kind, _, rest = purl.removeprefix("pkg:").partition("/")
    package = _PACKAGE.fullmatch(unquote(re.split("[?#]", rest)[0]))
    if kind not in _INSTALLERS or not package:
        return []
    command, between = _INSTALLERS[kind]
    pinned = f"{package['name']}{between}{package['version']}" if package["version"] else package["name"]
    return [*command.split(), pinned]


def _cores(executable: Executable) -> str:
    """Give the fewest whole cores that are declared; empty where none are."""
    cores = [compute.cores.minimum for compute in executable.needs.compute if compute.cores]
    return str(-int(-cores[0] // 1)) if cores and cores[0] else ""


def _words(command: str) -> list[str]:
    """Read a command as one program and its arguments, never as a script of a shell."""
    try:
        return shlex.split(command) or [command]
    except ValueError:
        return [command]


def _lines(*commands: list[str]) -> str:
    return "\n".join(shlex.join(command) for command in commands)
