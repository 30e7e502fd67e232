"""Commands that bring the files of an executable to the reader's machine, at the pinned revision."""

from ossr_catalogue.model.component import Component
from ossr_catalogue.model.kinds.kind import FileKind
from ossr_catalogue.model.kinds.python_program import PythonProgram
from ossr_catalogue.model.web_address import web_link
from ossr_catalogue.publish.pages.shell_words import Words, local_name


def prepare(kind: FileKind | PythonProgram, component: Component) -> list[Words]:
    """Fetch the files, go there, install what they require; empty where they cannot be fetched."""
    fetched = fetch((kind.location,) if kind.location else (), component)
    return fetched + _requirements(kind.requirements, component) if fetched else []


def fetch(paths: tuple[str, ...], component: Component) -> list[Words]:
    """Clone the repository at the pinned revision, or download the one file that is somewhere else."""
    if paths and "://" in paths[0]:
        return download(paths[0])
    if repository := web_link(component.repository):
        folder = folder_of(repository)
        pin = revision(component)
        checkout = [["git", "checkout", pin]] if pin else []
        return [["git", "clone", repository, folder], ["cd", folder], *checkout]
    return download(component.file_url(paths[0])) if paths else []


def download(address: str | None) -> list[Words]:
    """Fetch one file from the web; empty where it is not there."""
    if address is None or not web_link(address):
        return []
    return [["curl", "--fail", "--location", "--output", local_name(address), address]]


def folder_of(repository: str) -> str:
    """Name the folder of a clone: neither hidden, nor one level up, nor an option."""
    return repository.rstrip("/").rpartition("/")[2].lstrip(".-") or "repository"


def revision(component: Component) -> str:
    """Give what `git checkout` is told; empty where there is nothing that could be told."""
    pin = component.git_revision or ""
    return "" if pin.startswith("-") else pin


def _requirements(file: str | None, component: Component) -> list[Words]:
    if file is None or "://" in file or not component.repository:
        return []
    if file.endswith((".yml", ".yaml")):
        name = folder_of(component.repository)
        create = ["conda", "env", "create", "--name", name, "--file", local_name(file)]
        return [create, ["conda", "activate", name]]
    return [["python", "-m", "pip", "install", "--requirement", local_name(file)]]
