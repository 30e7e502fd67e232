"""Propose the workflows of Snakemake and Nextflow; their modules are run by them, and not on their own."""

import re
from collections.abc import Iterator, Sequence
from typing import Any, Final

from ossr_catalogue.harvest.infer.evidence import PassedOver, Proposal, Repository, described, titled
from ossr_catalogue.harvest.infer.places import doubts, nearest_requirements, refusal
from ossr_catalogue.model.kinds.nextflow_workflow import NextflowWorkflow
from ossr_catalogue.model.kinds.snakemake_workflow import SnakemakeWorkflow

_SNAKEFILE: Final = "Snakefile"
_PLAIN: Final = frozenset({"", "workflow", "workflows", "pipeline", "snakemake", "nextflow", "src"})
_MODULES: Final = re.compile(r"(^|.*/)(modules|subworkflows|rules)/")


class SnakemakeWorkflows:
    """Each Snakefile that is not a module, https://snakemake.readthedocs.io."""

    def wants(self, paths: Sequence[str]) -> Iterator[str]:
        """Choose the Snakefiles."""
        return (path for path in paths if path.rsplit("/", 1)[-1] == _SNAKEFILE and _is_whole(path))

    def propose(self, repository: Repository) -> Iterator[Proposal | PassedOver]:
        """Propose them."""
        for path in self.wants(repository.paths):
            if path in repository.files:
                yield _proposal(path, SnakemakeWorkflow.urn, "a Snakemake workflow", repository)


class NextflowWorkflows:
    """Each main.nf with a configuration beside it, https://nextflow.io."""

    def wants(self, paths: Sequence[str]) -> Iterator[str]:
        """Choose the main files."""
        for path in paths:
            folder, _, name = path.rpartition("/")
            beside = f"{folder}/nextflow.config".lstrip("/")
            if name == "main.nf" and _is_whole(path) and (not folder or beside in paths):
                yield path

    def propose(self, repository: Repository) -> Iterator[Proposal | PassedOver]:
        """Propose them."""
        for path in self.wants(repository.paths):
            if path in repository.files:
                yield _proposal(path, NextflowWorkflow.urn, "a Nextflow workflow", repository)


def _is_whole(path: str) -> bool:
    return not refusal(path) and not _MODULES.match(path)


def _proposal(path: str, urn: str, what: str, repository: Repository) -> Proposal:
    folder = path.rpartition("/")[0].rpartition("/")[2]
    is_plain = folder.lower() in _PLAIN
    own: dict[str, Any] = {"location": path}
    if requirements := nearest_requirements(path, frozenset(repository.paths)):
        own["requirements"] = requirements
    return Proposal(
        type=urn,
        path=path,
        title=f"{repository.name} as {what}" if is_plain else titled(folder, what, repository),
        description=described(f"Defined in `{path}`.", repository.component),
        own=own,
        doubts=doubts(path),
    )
