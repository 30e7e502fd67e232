"""Whatever lies in a repository: drafting never raises, ends in seconds, and names what it cannot read."""

import json
import time
from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from fake_sources import AGNPY, FakeSnapshot, notebook
from ossr_catalogue.document.parse import parse
from ossr_catalogue.harvest.draft import propose
from ossr_catalogue.harvest.infer.evidence import PassedOver
from ossr_catalogue.lint.run import lint
from ossr_catalogue.model.finding import Severity

_NAMES = (
    "a.ipynb", "Dockerfile", "docker/Dockerfile-x", "Singularity", "x.def", "setup.py", "setup.cfg",
    "pyproject.toml", "Cargo.toml", "CMakeLists.txt", "main.nf", "nextflow.config", "w.cwl", "Snakefile",
    "compose.yml", ".gitlab-ci.yml", ".github/workflows/a.yml", "README.md", "README.rst", "codemeta.json",
    "CITATION.cff", ".zenodo.json", "docs/conf.py", "tutorials/a.py", "notebooks/a.md", "b.qmd",
    "notebooks/b.py",
)  # fmt: skip
_WORDS = (
    "FROM ", "LABEL ", "ARG ", "EXPOSE ", "RUN x \\\n", "${X:-", "Bootstrap: docker\n", "From: x\n",
    "%post\n", "setup(", "entry_points={'console_scripts':['a=b:c']}", "[console_scripts]",
    "[project.scripts]\n", "a='b:c'\n", "[options.entry_points]\n", "[metadata]\n", "[[bin]]\n",
    "[package]\nname='x'\n", "add_executable(", "install(TARGETS ", ")", "manifest {", "description = '''",
    "workflow {", "include { A } from './b'", "class: Workflow\n", "steps:\n", "- ", "run: ",
    "services:\n  a:\n    image: ", "build: ", "jobs: ", "image: x/y\n", "!reference [a]", "&a ", "*a ",
    "---\n", "# ", "## ", "\n\n", "```{code-cell}\n", "```{python}\n", "kernelspec: {name: x}\n",
    "@app.cell\n", "app = marimo.App()\n", "mo.md('# x')", '"""', "<h1>", "<!--", "![a](b)", "[a](", "**",
    "__", "`", "$", "\\frac{", "|---|", "https://mybinder.org/v2/gh/agn/agnpy/HEAD?filepath=a.ipynb", "{",
    "}", "[", "]", '"cells":', '"source":', ",", ":", "'", '"', "\x00", "\ufeff", "\u202e", "é", "=", "\\",
    "\t", "\r\n",
)  # fmt: skip
_TEXTS = st.lists(st.sampled_from(_WORDS) | st.text(max_size=8), max_size=40).map("".join)
_CONTENTS = _TEXTS.map(lambda text: text.encode("utf-8", "surrogatepass")) | st.binary(max_size=200)
_JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | _TEXTS,
    lambda inside: st.lists(inside, max_size=4) | st.dictionaries(st.text(max_size=6), inside, max_size=4),
    max_leaves=12,
)
_CELLS = st.lists(
    st.fixed_dictionaries(
        {"cell_type": st.sampled_from(["code", "markdown", "heading", "raw"]) | _JSON},
        optional={
            "source": _TEXTS | st.lists(_TEXTS | _JSON, max_size=4) | _JSON,
            "metadata": _JSON,
            "level": _JSON,
        },
    )
    | _JSON,
    max_size=5,
)
_NOTEBOOKS = st.fixed_dictionaries(
    {"cells": _CELLS | _JSON},
    optional={"metadata": _JSON, "worksheets": st.lists(st.builds(dict, cells=_CELLS))},
).map(lambda plain: json.dumps(plain).encode())


def check(files: dict[str, bytes]) -> tuple[PassedOver, ...]:
    """Draft; whatever comes of it is a list that the format accepts."""
    drafted = propose(FakeSnapshot(files), AGNPY, {})
    if drafted.found:
        findings = lint(parse(drafted.found.content, "executables.json"))
        assert [one.message for one in findings if one.severity is Severity.ERROR] == []
    return drafted.passed_over


@given(st.dictionaries(st.sampled_from(_NAMES), _CONTENTS, max_size=5))
@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_no_file_stops_a_draft(files: dict[str, bytes]) -> None:
    check(files)


@given(_NOTEBOOKS)
@settings(max_examples=100, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_no_notebook_stops_a_draft(content: bytes) -> None:
    check({"a.ipynb": content, "old/b.ipynb": content})


@given(st.text(min_size=1, max_size=12), st.sampled_from(_NAMES))
@settings(max_examples=60, deadline=None)
def test_no_name_stops_a_draft(folder: str, name: str) -> None:
    check({f"{folder}/{name}": b"FROM x\n", f"{folder}.ipynb": notebook(">1")})


_MEGABYTE = 1_000_000
_HOSTILE: dict[str, Callable[[int], str]] = {
    "brackets": lambda size: "[" * size,
    "braces": lambda size: "{" * size,
    "open parentheses": lambda size: "install(" * (size // 8),
    "blanks": lambda size: "a" + " " * size + "b",
    "lines": lambda size: "\n" * size,
    "backslashes": lambda size: "\\\n" * (size // 2),
    "emphasis": lambda size: "*a " * (size // 3),
    "links": lambda size: "[a](" * (size // 4),
    "tags": lambda size: "<a " * (size // 3),
    "comments": lambda size: "#[[ " * (size // 4),
    "HTML comments": lambda size: "<!--" * (size // 4),
    "formulas": lambda size: "$\\(" * (size // 3),
    "one word": lambda size: "a" * size,
    "quotation marks": lambda size: "'\"" * (size // 2),
    "fences": lambda size: "```{code-cell}\n" * (size // 15),
    "front matter": lambda size: "---\n" * (size // 4),
    "headings": lambda size: "# a\n\n" * (size // 5),
    "keys": lambda size: "a: " * (size // 3),
    "includes": lambda size: "include { " * (size // 10),
    "dashes": lambda size: "- " * (size // 2),
    "tables": lambda size: "|a" * (size // 2),
    "roles": lambda size: ":a:`" * (size // 4),
    "labels": lambda size: "FROM x\n" + "LABEL a=$b " * (size // 11),
    "mo.md": lambda size: "app = marimo.App()\n@app.cell\n" + "mo.md(" * (size // 6),
    "manifest": lambda size: "manifest {\n" * (size // 11),
}
_LONGEST_SECONDS = 5


@pytest.mark.slow
@pytest.mark.parametrize("kind", _HOSTILE)
def test_a_long_hostile_file_takes_seconds_at_most(kind: str) -> None:
    text = _HOSTILE[kind](20 * _MEGABYTE)
    for name in _NAMES:
        begin = time.process_time()
        check({name: text.encode(), "docs/conf.py": b"sphinx_gallery", "sound.ipynb": notebook(">1")})
        assert time.process_time() - begin < _LONGEST_SECONDS, name


@pytest.mark.slow
@pytest.mark.parametrize("kind", _HOSTILE)
def test_a_notebook_of_long_hostile_cells_takes_seconds_at_most(kind: str) -> None:
    text = _HOSTILE[kind](_MEGABYTE // 10)
    cells: list[Any] = [text, f"# {text}", f">{text}"] * 30
    begin = time.process_time()
    check({"a.ipynb": notebook(*cells)})
    assert time.process_time() - begin < _LONGEST_SECONDS


@pytest.mark.parametrize("wrap", [('{"cells": ', "}"), ("[", "]"), ('{"cells": [{"source": ', "}]}")])
def test_a_deep_notebook_is_named(wrap: tuple[str, str]) -> None:
    deep = wrap[0] + "[" * 200_000 + "]" * 200_000 + wrap[1]
    (named,) = check({"a.ipynb": deep.encode(), "sound.ipynb": notebook(">1")})
    assert (named.path, named.reason) == ("a.ipynb", "is not JSON (nested too deeply)")
