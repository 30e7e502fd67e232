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


MANIFEST = (
    'manifest {\n    name = \'x\'\n    description = """Fit all spectra."""\n    mainScript = \'go.nf\'\n}\n'
)


@pytest.mark.parametrize(
    ("config", "description"),
    [
        pytest.param(MANIFEST, "Fit all spectra. Defined in `go.nf`.", id="block"),
        pytest.param(
            "manifest.description = 'Fit them'\nmanifest.mainScript = \"go.nf\"\n",
            "Fit them. Defined in `go.nf`.",
            id="dotted",
        ),
    ],
)
def test_a_nextflow_manifest_names_and_describes_the_workflow(config: str, description: str) -> None:
    (found,) = proposals(NextflowWorkflows(), {"nextflow.config": config, "go.nf": "", "main.nf": ""})
    assert (found.path, found.description) == ("go.nf", description)
    assert found.grounds["description"].path == "nextflow.config"


@pytest.mark.parametrize("said", ['"Fit ${params.x}"', "params.x", "''"])
def test_a_computed_description_is_not_known(said: str) -> None:
    files = {"nextflow.config": f"manifest {{\n description = {said}\n}}\n", "main.nf": ""}
    (found,) = proposals(NextflowWorkflows(), files)
    assert found.description.startswith("Defined in `main.nf`. About the repository")


def test_what_another_script_includes_is_a_part() -> None:
    files = {
        "main.nf": "include { FIT as F } from './workflows/fit'\nworkflow { FIT() }\n",
        "workflows/fit/main.nf": "workflow FIT {}\n",
        "workflows/fit/nextflow.config": "",
        "plot.nf": "workflow {\n}\n",
        "lib.nf": "workflow PLOT {\n}\n",
    }
    assert [one.path for one in proposals(NextflowWorkflows(), files)] == ["main.nf", "plot.nf"]


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


def test_a_packed_cwl_workflow_is_read_from_its_main_part() -> None:
    packed = (
        "$graph:\n- {id: tool, class: CommandLineTool}\n"
        "- {id: '#main', class: Workflow, label: Fit all the spectra}\n"
    )
    (found,) = proposals(CwlWorkflows(), {"packed.cwl": packed})
    assert found.title == "Fit all the spectra"


def test_more_cwl_than_can_be_read_is_named() -> None:
    long = "class: Workflow\n" + "#" * 240_000
    named = passed_over(CwlWorkflows(), {f"{index}.cwl": long for index in range(7)})
    assert named == {"6.cwl": "is not read: the CWL files before it have 1500000 bytes"}


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
