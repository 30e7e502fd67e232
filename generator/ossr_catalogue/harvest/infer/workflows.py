"""Propose the workflows of Snakemake; their modules are run by them, and not on their own."""

import re
from collections.abc import Iterator, Sequence
from typing import Any, Final

from ossr_catalogue.harvest.infer.evidence import (
    PassedOver,
    Proposal,
    Repository,
    by_place,
    described,
    the_file_itself,
    titled,
)
from ossr_catalogue.harvest.infer.places import doubts, nearest_requirements, refusal
from ossr_catalogue.model.inferred import Ground, How, Sure
from ossr_catalogue.model.kinds.snakemake_workflow import SnakemakeWorkflow

_SNAKEFILE: Final = "Snakefile"
_PLAIN: Final = frozenset({"", "workflow", "workflows", "pipeline", "snakemake", "nextflow", "src"})
_MODULES: Final = re.compile(r"(^|.*/)(modules|subworkflows|rules)/")


class SnakemakeWorkflows:
    """Each Snakefile that is not a module, https://snakemake.readthedocs.io."""

    seeks = "Snakemake workflows"

    def wants(self, paths: Sequence[str]) -> Iterator[str]:
        """Choose the Snakefiles."""
        return (path for path in paths if path.rsplit("/", 1)[-1] == _SNAKEFILE and is_whole(path))

    def propose(self, repository: Repository) -> Iterator[Proposal | PassedOver]:
        """Propose them."""
        for path in self.wants(repository.paths):
            if path in repository.files:
                yield workflow(path, SnakemakeWorkflow.urn, "a Snakemake workflow", repository)


def is_whole(path: str) -> bool:
    """Say whether a workflow lies where whole ones do."""
    return not refusal(path) and not _MODULES.match(path)


def workflow(
    path: str, urn: str, what: str, repository: Repository, told: tuple[str, Ground] | None = None
) -> Proposal:
    """Propose a workflow; *told* is what it says of itself, and where."""
    folder = path.rpartition("/")[0].rpartition("/")[2]
    is_plain = folder.lower() in _PLAIN
    own: dict[str, Any] = {"location": path}
    grounds = {
        "title": repository.ground("title")
        if is_plain
        else Ground(path=path, how=How.FOLDER_NAME, sure=Sure.LOW),
        "description": told[1] if told else repository.ground("description"),
        "location": the_file_itself(path),
    }
    if requirements := nearest_requirements(path, frozenset(repository.paths)):
        own["requirements"] = requirements
        grounds["requirements"] = by_place(requirements)
    known = f"Defined in `{path}`."
    return Proposal(
        type=urn,
        path=path,
        title=f"{repository.name} as {what}" if is_plain else titled(folder, what, repository),
        description=f"{told[0]} {known}" if told else described(known, repository.component),
        own=own,
        doubts=doubts(path),
        grounds=grounds,
    )
