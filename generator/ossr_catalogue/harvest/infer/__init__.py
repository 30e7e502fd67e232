"""Infer from what lies in a repository what can be run: one file for each kind of evidence, listed here.

What an executable needs is never inferred: in thirty repositories, one says so, and misspells it.
"""

from collections.abc import Callable, Iterable
from typing import Final

from ossr_catalogue.harvest.infer.binder import BinderRepositories
from ossr_catalogue.harvest.infer.cargo import CargoPrograms
from ossr_catalogue.harvest.infer.cmake import CMakePrograms
from ossr_catalogue.harvest.infer.console_scripts import ConsoleScripts, modules_called
from ossr_catalogue.harvest.infer.containers import DockerRecipes, NamedImages, SingularityRecipes
from ossr_catalogue.harvest.infer.cwl import CwlWorkflows
from ossr_catalogue.harvest.infer.evidence import Evidence, Repository
from ossr_catalogue.harvest.infer.galleries import GalleryTutorials
from ossr_catalogue.harvest.infer.nextflow import NextflowWorkflows
from ossr_catalogue.harvest.infer.notebooks import Notebooks
from ossr_catalogue.harvest.infer.text_notebooks import MarimoNotebooks, TextNotebooks
from ossr_catalogue.harvest.infer.workflows import SnakemakeWorkflows

EVIDENCE: Final[tuple[Evidence, ...]] = (
    Notebooks(),
    TextNotebooks(),
    MarimoNotebooks(),
    GalleryTutorials(),
    BinderRepositories(),
    DockerRecipes(),
    SingularityRecipes(),
    NamedImages(),
    ConsoleScripts(),
    CargoPrograms(),
    CMakePrograms(),
    SnakemakeWorkflows(),
    NextflowWorkflows(),
    CwlWorkflows(),
)

FOLLOWED: Final[tuple[Callable[[Repository], Iterable[str]], ...]] = (modules_called,)
"""Which files to read beside those, for what the metadata files that have been read already say."""
