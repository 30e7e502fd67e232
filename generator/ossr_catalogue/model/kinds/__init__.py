"""The types of executables: one file each, listed here in the order in which people are shown them."""

from typing import Final

from ossr_catalogue.model.kinds.aliases import canonical_urn
from ossr_catalogue.model.kinds.binder_repository import BinderRepository
from ossr_catalogue.model.kinds.command_line_program import CommandLineProgram
from ossr_catalogue.model.kinds.cwl_workflow import CwlWorkflow
from ossr_catalogue.model.kinds.docker_container import DockerContainer
from ossr_catalogue.model.kinds.jupyter_notebook import JupyterNotebook
from ossr_catalogue.model.kinds.kind import Kind, UnknownKind
from ossr_catalogue.model.kinds.nextflow_workflow import NextflowWorkflow
from ossr_catalogue.model.kinds.python_program import PythonProgram
from ossr_catalogue.model.kinds.singularity_container import SingularityContainer
from ossr_catalogue.model.kinds.snakemake_workflow import SnakemakeWorkflow
from ossr_catalogue.model.kinds.zeppelin_notebook import ZeppelinNotebook

KINDS: Final[tuple[type[Kind], ...]] = (
    JupyterNotebook,
    ZeppelinNotebook,
    DockerContainer,
    SingularityContainer,
    PythonProgram,
    CommandLineProgram,
    BinderRepository,
    CwlWorkflow,
    SnakemakeWorkflow,
    NextflowWorkflow,
)
_BY_URN = {kind.urn: kind for kind in KINDS}


def kind_of(type_text: str) -> type[Kind] | None:
    """Give the kind that a `type` names, by its URN or any alias of the ExecutionBroker; None if unknown."""
    return _BY_URN.get(canonical_urn(type_text) or "")


__all__ = ["KINDS", "Kind", "UnknownKind", "kind_of"]
