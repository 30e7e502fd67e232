"""A notebook is proposed under its own title, with its own words, once, and never with needs."""

import json

import pytest

from fake_sources import AGNPY, notebook, outcomes, passed_over, proposals
from ossr_catalogue.harvest.infer.notebooks import Notebooks, words_of

PROSE = "This notebook shows how the effective area of the detector is read and plotted."
CODE = ">import agnpy"


def only(content: bytes, path: str = "notebooks/crab_fit.ipynb") -> tuple[str, str]:
    (found,) = proposals(Notebooks(), {path: content})
    return found.title, found.description


@pytest.mark.parametrize(
    ("cells", "title"),
    [
        pytest.param(("# Fit the Crab\n", CODE), "Fit the Crab", id="the first heading"),
        pytest.param(
            ("## Tutorial: Compton scattering", CODE), "Tutorial: Compton scattering", id="of any rank"
        ),
        pytest.param((r"# Tutorial: $\Gamma\Delta$ Absorption", CODE), "Tutorial: ΓΔ Absorption", id="LaTeX"),
        pytest.param(
            ("# Arp's galaxies __ First steps", CODE), "Arp's galaxies: First steps", id="underscores"
        ),
        pytest.param(("# **Fit** the [Crab](x) `now`.", CODE), "Fit the Crab now", id="Markdown"),
        pytest.param(("<h1>Fit the Crab</h1>", CODE), "Fit the Crab", id="HTML"),
        pytest.param(
            (CODE, "# MC gamma rays\n\ntext", "# Real gamma rays"),
            "Crab fit, a notebook of agnpy",
            id="a section's after code",
        ),
        pytest.param(
            (CODE, "# Fit the Crab nebula\n\n" + PROSE, "## Part"),
            "Fit the Crab nebula",
            id="the only one of its rank after code",
        ),
        pytest.param(
            ("# In this notebook, we will cover", CODE), "Crab fit, a notebook of agnpy", id="announcing"
        ),
        pytest.param(
            ("# Goal of this exploration", CODE), "Crab fit, a notebook of agnpy", id="announcing its goal"
        ),
        pytest.param(
            ("# Change the paths with yours\n\nText.", CODE), "Crab fit, a notebook of agnpy", id="an order"
        ),
        pytest.param(
            ("# 1. Query Gaia for it", CODE, "# 2. Plot it"),
            "Crab fit, a notebook of agnpy",
            id="one of several",
        ),
        pytest.param(
            ("# 1. Query Gaia for it", CODE, "# Plot it"), "1. Query Gaia for it", id="numbered alone"
        ),
        pytest.param(
            ("# 1.0. Introducción (breve)", CODE),
            "Crab fit, a notebook of agnpy",
            id="of a section elsewhere",
        ),
        pytest.param(
            ("# A fit of crab", CODE), "A fit of crab", id="of few words, which is not the file's name"
        ),
        pytest.param((CODE, "# Change the paths"), "Crab fit, a notebook of agnpy", id="alone after code"),
        pytest.param((CODE,), "Crab fit, a notebook of agnpy", id="none"),
        pytest.param(("# Introduction\n", CODE), "Crab fit, a notebook of agnpy", id="of a section"),
        pytest.param(("# Visibility\n", CODE), "Visibility, a notebook of agnpy", id="of one word"),
        pytest.param(("# Visibility.\n", CODE), "Visibility, a notebook of agnpy", id="with a full stop"),
        pytest.param(("# [![badge](x)](y)\n# Fit the Crab", CODE), "Fit the Crab", id="after badges"),
        pytest.param(("# $$$", CODE), "Crab fit, a notebook of agnpy", id="without letters"),
        pytest.param(("# " + "word " * 60, CODE), ("word " * 23).strip() + " …", id="without end"),
    ],
)
def test_the_title_is_the_first_heading_that_is_one(cells: tuple[str, ...], title: str) -> None:
    assert only(notebook(*cells))[0] == title


BARE = (
    "A Jupyter notebook of agnpy, which does not introduce itself. It imports `agnpy`. "
    "About the repository: Radiative processes in the jets of active galaxies."
)


@pytest.mark.parametrize(
    ("cells", "text"),
    [
        pytest.param(("# Title of it\n" + PROSE, CODE), PROSE, id="below the title"),
        pytest.param(("# Title of it", PROSE, CODE), PROSE, id="in the next cell"),
        pytest.param(
            ("# Title of it\nJane Doe¹, John Doe²\n\n## Introduction\n" + PROSE, CODE), PROSE, id="authors"
        ),
        pytest.param(("# Title of it", CODE, PROSE), BARE, id="not after code"),
        pytest.param(("# Title of it\n# Another one\n" + PROSE, CODE), BARE, id="not of another section"),
        pytest.param(
            ("# Title of it\n" + PROSE + " This example is based on `area.py`.", CODE),
            PROSE + " This example is based on `area.py`.",
            id="that says later what it builds on",
        ),
        pytest.param((CODE, PROSE), PROSE, id="of itself, without a title"),
        pytest.param((CODE, PROSE.replace("This notebook", "The next cell")), BARE, id="of a step"),
        pytest.param((CODE,), BARE, id="none"),
    ],
)
def test_the_description_is_the_paragraph_that_introduces_it(cells: tuple[str, ...], text: str) -> None:
    assert only(notebook(*cells))[1] == text


@pytest.mark.parametrize(
    "text",
    [
        "The latest version of this notebook is available at https://github.com/agn/agnpy for all of us.",
        "(Widely inspired from the guide that is found on the pages https://keras.io/guides/ of others)",
        "A significant part of this material is taken from the course of another department of physics.",
        "All information on the school may be found on the main page of the event at the institute.",
        "result | was positive | was negative --------+----------- it is so | 103 | 5 and so it is not",
        "All of the performances are public and can be found on the pages of the observatory.",
        "Even if the reader can handle compressed files, it is faster to use those that are not.",
        "https://example.org/one/two/three/four/five/six/seven/eight/nine/ten",
    ],
)
def test_a_note_is_no_description(text: str) -> None:
    assert only(notebook("# Title of it", text, CODE))[1] == BARE


def test_a_label_before_the_sentence_is_dropped() -> None:
    text = "Description: " + PROSE.replace("This notebook", "this notebook")
    assert only(notebook("# Title of it", text, CODE))[1] == PROSE


def test_sections_and_imports_stand_in_for_an_introduction() -> None:
    cells = (
        "# Fit the Crab", ">import numpy as np\nimport os\nfrom agnpy.fit import x", "## 1. Load DL2 data",
        "## Imports", "## Fit it", "## fit it", "## In this notebook",
    )  # fmt: skip
    assert only(notebook(*cells))[1].startswith(
        "A Jupyter notebook of agnpy, which does not introduce itself. Its sections: Load DL2 data; Fit it. "
        "It imports `numpy`, `agnpy`. About the repository: "
    )


def test_imports_are_read_in_python_only() -> None:
    metadata = {"kernelspec": {"name": "julia-1.6", "language": "julia"}}
    (found,) = proposals(Notebooks(), {"a.ipynb": notebook(">import Pkg", **metadata)})
    assert "imports" not in found.description


@pytest.mark.parametrize(
    ("cells", "title", "description"),
    [
        pytest.param(
            ("# Title of it\n\n" + PROSE, CODE),
            ("x.ipynb#cell0", "heading", "high"),
            ("x.ipynb#cell0", "paragraph", "high"),
            id="its own words",
        ),
        pytest.param(
            (CODE, "# Title of it\n\n" + PROSE),
            ("x.ipynb#cell1", "heading", "medium"),
            ("x.ipynb#cell1", "paragraph", "high"),
            id="after code",
        ),
        pytest.param(
            ("", PROSE, CODE),
            ("x.ipynb", "file-name", "low"),
            ("x.ipynb#cell1", "paragraph", "medium"),
            id="no title",
        ),
        pytest.param(
            (CODE,), ("x.ipynb", "file-name", "low"), ("x.ipynb", "outline", "low"), id="what it imports"
        ),
        pytest.param(
            (">1",),
            ("x.ipynb", "file-name", "low"),
            ("https://github.com/agn/agnpy", "repository", "low"),
            id="nothing",
        ),
    ],
)
def test_each_value_has_its_ground(
    cells: tuple[str, ...], title: tuple[str, ...], description: tuple[str, ...]
) -> None:
    files = {"x.ipynb": notebook(*cells)}
    (found,) = proposals(Notebooks(), files)
    assert tuple(found.grounds["title"].to_plain().values()) == title
    assert tuple(found.grounds["description"].to_plain().values()) == description


def test_a_title_that_is_only_the_name_of_the_file_tells_the_repository() -> None:
    assert only(notebook("# Dl1 to dl2", CODE), "dl1_to_dl2.ipynb")[0] == "Dl1 to dl2, a notebook of agnpy"


def test_an_older_notebook_is_read_too() -> None:
    content = {
        "nbformat": 3,
        "metadata": {"name": ""},
        "worksheets": [
            {"cells": [
                {"cell_type": "heading", "level": 1, "source": ["Fit the Crab"]},
                {"cell_type": "markdown", "source": [PROSE]},
                {"cell_type": "code", "input": ["import agnpy"], "language": "python"},
            ]},
        ],
    }  # fmt: skip
    assert only(json.dumps(content).encode()) == ("Fit the Crab", PROSE)


@pytest.mark.parametrize(
    ("metadata", "kernel"),
    [
        ({"kernelspec": {"name": "cta-dev", "language": "python", "display_name": "x"}}, "python3"),
        ({"kernelspec": {"name": "python"}}, "python3"),
        ({"language_info": {"name": "python"}}, "python3"),
        ({"kernelspec": {"name": "casapy", "language": "casa"}}, "casapy"),
        ({"kernelspec": {"name": "ir", "language": "R"}}, "ir"),
        ({"kernelspec": []}, None),
        ({}, None),
    ],
)
def test_the_kernel_is_one_that_others_know(metadata: dict[str, object], kernel: str | None) -> None:
    (found,) = proposals(Notebooks(), {"a.ipynb": notebook(CODE, **metadata)})
    assert found.own.get("kernel") == kernel


@pytest.mark.parametrize(
    ("others", "requirements"),
    [
        (("a/requirements.txt", "environment.yml"), "a/requirements.txt"),
        (("requirements.txt", "environment.yml"), "environment.yml"),
        (("a/b/docs/requirements.txt", "requirements-dev.txt", "b/requirements.txt"), None),
    ],
)
def test_the_nearest_requirements_are_its_own(others: tuple[str, ...], requirements: str | None) -> None:
    files = {"a/b/x.ipynb": notebook(CODE), **dict.fromkeys(others, b"")}
    (found,) = proposals(Notebooks(), files)
    assert found.own.get("requirements") == requirements


def test_requirements_of_the_documentation_are_not_the_notebooks() -> None:
    (found,) = proposals(Notebooks(), {"docs/x.ipynb": notebook(CODE), "docs/requirements.txt": b""})
    assert "requirements" not in found.own


@pytest.mark.parametrize(
    ("path", "reason"),
    [
        (".github/x.ipynb", "serves the work on the repository itself"),
        ("vendor/x.ipynb", "lies among other people's software"),
        (".ipynb_checkpoints/x-checkpoint.ipynb", "is a copy that an editor saved"),
    ],
)
def test_a_notebook_in_the_wrong_place_is_passed_over_unread(path: str, reason: str) -> None:
    assert not list(Notebooks().wants([path]))
    assert passed_over(Notebooks(), {path: notebook(CODE)}) == {path: reason}


@pytest.mark.parametrize(
    "path",
    [
        "experiments/x.ipynb", "old/x.ipynb", "docs/_static/x.ipynb", ".tests/unit/x.ipynb", "tests/x.ipynb",
        "workflow/results/x.ipynb", "docs/_build/x.ipynb",
    ],
)  # fmt: skip
def test_a_notebook_in_a_doubtful_place_is_proposed_with_the_doubt(path: str) -> None:
    (found,) = proposals(Notebooks(), {path: notebook(CODE)})
    assert found.doubts


def test_a_notebook_named_like_a_test_is_no_test() -> None:
    (found,) = proposals(Notebooks(), {"scripts/test_JointLkl.ipynb": notebook(CODE)})
    assert found.doubts == ()


def test_of_two_copies_the_better_placed_is_proposed_and_names_the_other() -> None:
    executed = {
        "cells": [
            {"cell_type": "code", "source": "snakemake", "metadata": {"tags": ["snakemake-job-properties"]}},
            {"cell_type": "code", "source": "import agnpy\n", "outputs": [{"data": 1}]},
        ]
    }
    files = {"old/a.ipynb": json.dumps(executed).encode(), "workflow/notebooks/a.ipynb": notebook(CODE)}
    (found,) = proposals(Notebooks(), files)
    assert (found.path, found.variants) == ("workflow/notebooks/a.ipynb", ("old/a.ipynb",))


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        pytest.param(b'{"cells": [}', "is not JSON (line 1, column 12: Expecting value)", id="broken"),
        pytest.param(b"\xff\xfe", "is not JSON (not UTF-8)", id="no text"),
        pytest.param(b"[" * 100_000, "is not JSON (nested too deeply)", id="a tower"),
        pytest.param(b"[]", "is JSON, but has no list of cells", id="a list"),
        pytest.param(b'{"cells": 7}', "is JSON, but has no list of cells", id="no cells"),
        pytest.param(b'{"cells": [7, null, {"cell_type": []}]}', "has no code to run", id="no code"),
        pytest.param(
            b'{"cells": [{"cell_type": "code", "source": {"a": 1}}]}', "has no code to run", id="odd"
        ),
        pytest.param(
            b"version https://git-lfs.github.com/spec/v1\noid",
            "its content lies in Git LFS, which is not read",
            id="a pointer",
        ),
    ],
)
def test_a_broken_notebook_costs_only_itself(content: bytes, reason: str) -> None:
    files = {"broken.ipynb": content, "sound.ipynb": notebook(CODE)}
    assert [found.path for found in proposals(Notebooks(), files)] == ["sound.ipynb"]
    assert passed_over(Notebooks(), files) == {"broken.ipynb": reason}


def test_a_byte_order_mark_and_a_name_with_blanks_are_no_mistake() -> None:
    (found,) = outcomes(Notebooks(), {"Étude du Crabe.ipynb": b"\xef\xbb\xbf" + notebook(CODE)})
    assert found.path == "Étude du Crabe.ipynb"


@pytest.mark.parametrize(
    ("path", "words"),
    [
        ("a/calculate_sensitivity__from-Crab.ipynb", "Calculate sensitivity from Crab"),
        ("DL1b_to_DL2.ipynb", "DL1b to DL2"),
        ("gamma-2.ipynb", "Gamma-2"),
    ],
)
def test_a_file_name_becomes_words(path: str, words: str) -> None:
    assert words_of(path) == words


def test_the_identity_depends_on_place_and_kind_not_on_content() -> None:
    (one,) = proposals(Notebooks(), {"a.ipynb": notebook(CODE)})
    (other,) = proposals(Notebooks(), {"a.ipynb": notebook("# Quite another title", ">x = 1")})
    assert one.uuid(AGNPY) == other.uuid(AGNPY) == "48333270-1699-5a09-b46e-21a815d76bc6"
