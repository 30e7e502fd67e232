"""Workflows and gallery scripts are proposed as what people start, and their parts are not."""

import pytest

from fake_sources import passed_over, proposals
from ossr_catalogue.harvest.infer.cwl import CwlWorkflows
from ossr_catalogue.harvest.infer.galleries import GalleryTutorials
from ossr_catalogue.harvest.infer.nextflow import NextflowWorkflows
from ossr_catalogue.harvest.infer.workflows import SnakemakeWorkflows


@pytest.mark.parametrize(
    ("paths", "found"),
    [
        (
            ("workflow/Snakefile", "workflow/rules/chunk.smk"),
            {"workflow/Snakefile": "agnpy as a Snakemake workflow"},
        ),
        (("Snakefile",), {"Snakefile": "agnpy as a Snakemake workflow"}),
        (("fitting/Snakefile",), {"fitting/Snakefile": "fitting, a Snakemake workflow of agnpy"}),
        (("workflow/rules/Snakefile", "tests/Snakefile"), {}),
    ],
)
def test_a_snakefile_is_a_workflow_and_its_rules_are_not(
    paths: tuple[str, ...], found: dict[str, str]
) -> None:
    proposed = proposals(SnakemakeWorkflows(), dict.fromkeys(paths, ""))
    assert {one.path: one.title for one in proposed} == found


def test_a_workflow_knows_its_requirements() -> None:
    (found,) = proposals(SnakemakeWorkflows(), {"workflow/Snakefile": "", "environment.yml": ""})
    assert found.own == {"location": "workflow/Snakefile", "requirements": "environment.yml"}


@pytest.mark.parametrize(
    ("paths", "found"),
    [
        (("main.nf",), ["main.nf"]),
        (("a/main.nf", "a/nextflow.config"), ["a/main.nf"]),
        (("a/main.nf",), []),
        (("modules/fit/main.nf", "modules/fit/nextflow.config"), []),
    ],
)
def test_a_main_nf_is_a_workflow_and_modules_are_not(paths: tuple[str, ...], found: list[str]) -> None:
    assert [one.path for one in proposals(NextflowWorkflows(), dict.fromkeys(paths, ""))] == found


WHOLE = """\
class: Workflow
label: Calibrate a LOFAR target
doc: Calibrates.
steps:
  one: {run: steps/part.cwl}
  two: {run: {class: CommandLineTool}}
"""


def test_a_cwl_workflow_is_one_that_no_other_runs() -> None:
    files = {
        "whole.cwl": WHOLE,
        "steps/part.cwl": "class: Workflow\nsteps:\n  - {id: a, run: ../tool.cwl}\n",
        "tool.cwl": "class: CommandLineTool\n",
        "list.cwl": "- class: Workflow\n",
    }
    (found,) = proposals(CwlWorkflows(), files)
    assert (found.path, found.title, found.description) == (
        "whole.cwl",
        "Calibrate a LOFAR target",
        "Calibrates. Defined in `whole.cwl`.",
    )
    assert passed_over(CwlWorkflows(), files).keys() == {"list.cwl"}


def test_a_cwl_workflow_without_words_is_called_by_its_file() -> None:
    (found,) = proposals(CwlWorkflows(), {"fit_crab.cwl": "class: Workflow\nsteps: []\n"})
    assert found.title == "Fit crab, a workflow of agnpy"


SCRIPT = '''\
"""
Light curves
============

Compute nightly fluxes of four observations of the Crab nebula.
"""
import agnpy
'''
SPHINX = {"docs/conf.py": "extensions = ['sphinx_gallery.gen_gallery']"}


def test_tutorials_in_a_sphinx_gallery_are_programs() -> None:
    (found,) = proposals(GalleryTutorials(), {**SPHINX, "examples/tutorials/time/light_curve.py": SCRIPT})
    assert (found.title, found.own["location"]) == (
        "Light curves, a tutorial of agnpy",
        "examples/tutorials/time/light_curve.py",
    )
    assert found.description == "Compute nightly fluxes of four observations of the Crab nebula."


@pytest.mark.parametrize(
    "files",
    [
        pytest.param({"tutorials/a.py": SCRIPT}, id="without Sphinx"),
        pytest.param({"docs/conf.py": "extensions = []", "tutorials/a.py": SCRIPT}, id="without the gallery"),
        pytest.param({**SPHINX, "tutorials/a.py": "import x\n"}, id="without a heading"),
        pytest.param({**SPHINX, "tutorials/a.py": '"""A module."""\n'}, id="a module"),
        pytest.param({**SPHINX, "tutorials/__init__.py": SCRIPT}, id="a package"),
        pytest.param({**SPHINX, "agnpy/a.py": SCRIPT}, id="elsewhere"),
        pytest.param({**SPHINX, "tests/tutorials/a.py": SCRIPT}, id="a test"),
    ],
)
def test_other_scripts_are_not(files: dict[str, str]) -> None:
    assert proposals(GalleryTutorials(), files) == []
