"""Nextflow workflow."""

from dataclasses import dataclass

from ossr_catalogue.model.kinds.kind import FileKind


@dataclass(frozen=True, slots=True, kw_only=True)
class NextflowWorkflow(FileKind):
    """A workflow for Nextflow, https://www.nextflow.io."""

    urn = "urn:types/nextflow-workflow"
    label = "Nextflow workflow"
    plural = "Nextflow workflows"
    summary = "A workflow, run as a whole by Nextflow."
