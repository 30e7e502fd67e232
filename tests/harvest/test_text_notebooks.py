"""Notebooks that are kept as text are proposed where it is plain that they are notebooks."""

import pytest

from fake_sources import proposals
from ossr_catalogue.harvest.infer.text_notebooks import MarimoNotebooks, TextNotebooks

PROSE = "This notebook shows how the effective area of the detector is read and plotted."
MYST = f"""\
---
kernelspec: {{name: ir}}
---
# Read the effective area

{PROSE}

```{{code-cell}} r
1
```
"""
QUARTO = f'---\ntitle: "Fit the Crab nebula"\njupyter: python3\n---\n\n{PROSE}\n\n```{{python}}\n1\n```\n'
MARIMO = f'''\
import marimo
app = marimo.App()

@app.cell
def __(mo):
    mo.md(r"""
    # Read the effective area
    {PROSE}
    """)
'''


def test_a_myst_notebook_is_a_jupyter_notebook() -> None:
    (found,) = proposals(TextNotebooks(), {"notebooks/area.md": MYST, "environment.yml": ""})
    assert found.title == "Read the effective area"
    assert found.description.startswith(f"{PROSE} A notebook of agnpy that is kept as text")
    assert found.own == {"location": "notebooks/area.md", "requirements": "environment.yml", "kernel": "ir"}
    assert found.grounds.keys() == {"title", "description", *found.own}


def test_a_quarto_notebook_has_its_title_in_its_front_matter() -> None:
    (found,) = proposals(TextNotebooks(), {"crab.qmd": QUARTO})
    assert (found.title, found.own["kernel"]) == ("Fit the Crab nebula", "python3")
    assert found.grounds["title"].to_plain() == {"from": "crab.qmd", "how": "declared", "sure": "high"}


@pytest.mark.parametrize(
    ("path", "text"),
    [
        pytest.param("notebooks/a.md", "# Read it\n\n```python\n1\n```\n", id="Markdown"),
        pytest.param("notebooks/a.md", MYST.replace("{code-cell}", "{note}"), id="nothing to run"),
        pytest.param("notebooks/a.md", MYST.replace("kernelspec", "author"), id="no kernel"),
        pytest.param("README.md", MYST, id="elsewhere"),
        pytest.param("tests/notebooks/a.md", MYST, id="a test"),
        pytest.param("a.qmd", "# Slides\n", id="Quarto without code"),
    ],
)
def test_other_markdown_is_no_notebook(path: str, text: str) -> None:
    assert proposals(TextNotebooks(), {path: text}) == []


def test_a_marimo_notebook_is_a_program() -> None:
    (found,) = proposals(MarimoNotebooks(), {"notebooks/area.py": MARIMO})
    assert (found.type, found.title) == ("urn:types/python-program", "Read the effective area")
    assert found.description.startswith(f"{PROSE} A marimo notebook of agnpy")


@pytest.mark.parametrize(
    ("path", "text"),
    [
        pytest.param("notebooks/a.py", MARIMO.replace("@app.cell", "@app.other"), id="no cells"),
        pytest.param("notebooks/a.py", "import marimo\n", id="only imported"),
        pytest.param("agnpy/a.py", MARIMO, id="elsewhere"),
    ],
)
def test_other_python_is_no_marimo_notebook(path: str, text: str) -> None:
    assert proposals(MarimoNotebooks(), {path: text}) == []
