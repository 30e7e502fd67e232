"""Snakemake workflow."""

from dataclasses import dataclass

from ossr_catalogue.model.kinds.kind import FileKind


@dataclass(frozen=True, slots=True, kw_only=True)
class SnakemakeWorkflow(FileKind):
    """A workflow for Snakemake, https://snakemake.readthedocs.io."""

    urn = "urn:types/snakemake-workflow"
    label = "Snakemake workflow"
    plural = "Snakemake workflows"
    summary = "A workflow, run as a whole by Snakemake."
