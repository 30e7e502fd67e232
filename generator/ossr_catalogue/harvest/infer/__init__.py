"""Infer from what lies in a repository what can be run: one file for each kind of evidence, listed here.

What an executable needs is never inferred: in thirty repositories, one says so, and misspells it.
"""

from typing import Final

from ossr_catalogue.harvest.infer.binder import BinderRepositories
from ossr_catalogue.harvest.infer.cargo import CargoPrograms
from ossr_catalogue.harvest.infer.console_scripts import ConsoleScripts
from ossr_catalogue.harvest.infer.containers import DockerRecipes, SingularityRecipes
from ossr_catalogue.harvest.infer.cwl import CwlWorkflows
from ossr_catalogue.harvest.infer.evidence import Evidence
from ossr_catalogue.harvest.infer.galleries import GalleryTutorials
from ossr_catalogue.harvest.infer.notebooks import Notebooks
from ossr_catalogue.harvest.infer.workflows import NextflowWorkflows, SnakemakeWorkflows

EVIDENCE: Final[tuple[Evidence, ...]] = (
    Notebooks(),
    GalleryTutorials(),
    BinderRepositories(),
    DockerRecipes(),
    SingularityRecipes(),
    ConsoleScripts(),
    CargoPrograms(),
    SnakemakeWorkflows(),
    NextflowWorkflows(),
    CwlWorkflows(),
)
