"""A command is proposed where it is declared in so many words; nothing is run to find out."""

import json
from dataclasses import replace

import pytest

from fake_sources import AGNPY, FakeSnapshot, passed_over, proposals
from ossr_catalogue.harvest.draft import draft
from ossr_catalogue.harvest.infer.cargo import CargoPrograms
from ossr_catalogue.harvest.infer.console_scripts import ConsoleScripts
from ossr_catalogue.harvest.infer.setup_py import read_setup_py


def commands(**files: str) -> list[str]:
    names = {"pyproject": "pyproject.toml", "cfg": "setup.cfg", "setup": "setup.py"}
    return [
        found.own["command"] for found in proposals(ConsoleScripts(), {names[k]: v for k, v in files.items()})
    ]


PYPROJECT = '[project]\nname = "Agn_Py"\n[project.scripts]\nagn = "agnpy.cli:main"\n'


@pytest.mark.parametrize(
    ("files", "found"),
    [
        pytest.param({"pyproject": PYPROJECT}, ["agn"], id="pyproject"),
        pytest.param(
            {"pyproject": '[project.gui-scripts]\nagn-gui = "agnpy:gui"\n'}, ["agn-gui"], id="windows"
        ),
        pytest.param({"pyproject": '[tool.poetry.scripts]\nagn = "agnpy:main"\n'}, ["agn"], id="poetry"),
        pytest.param(
            {"cfg": "[options.entry_points]\nconsole_scripts =\n  agn = agnpy:main\n  b = agnpy.b\n"},
            ["agn", "b"],
            id="setup.cfg",
        ),
        pytest.param(
            {"setup": "setup(entry_points={'console_scripts': ['agn = agnpy:main']})"}, ["agn"], id="setup.py"
        ),
        pytest.param(
            {"setup": "import setuptools\nsetuptools.setup(scripts=['bin/agn', 'scripts/b.py'])"},
            ["agn", "b.py"],
            id="scripts",
        ),
        pytest.param(
            {"pyproject": PYPROJECT, "setup": "setup(entry_points={'console_scripts': ['agn = x:y']})"},
            ["agn"],
            id="twice is once",
        ),
        pytest.param(
            {"pyproject": "[project.scripts]\n'rm -rf' = 'x:y'\nagn = 7\n"}, [], id="nothing to type"
        ),
        pytest.param({"pyproject": "[project\n"}, [], id="broken"),
        pytest.param({"pyproject": "[tool.flit.scripts]\nagn = 'agnpy:main'\n"}, ["agn"], id="flit"),
        pytest.param(
            {"pyproject": "[tool.poetry.scripts]\na = {callable = 'x:y'}\nb = {reference = 'b.sh'}\n"},
            ["a", "b"],
            id="poetry's longer form",
        ),
        pytest.param(
            {"pyproject": "[project.entry-points.console_scripts]\nagn = 'agnpy:main'\n"},
            ["agn"],
            id="a group",
        ),
        pytest.param(
            {"pyproject": "[tool.setuptools]\nscript-files = ['bin/agn', 'bin/*.sh', 7]\n"},
            ["agn"],
            id="files",
        ),
        pytest.param(
            {"pyproject": "[tool.pdm.scripts]\nt = 'pytest'\n[tool.hatch.envs.x.scripts]\nc = 'x'\n"},
            [],
            id="tasks of developers",
        ),
        pytest.param({"cfg": "[options]\nscripts =\n  bin/agn\n"}, ["agn"], id="files of setup.cfg"),
        pytest.param({"cfg": "[entry_points]\nconsole_scripts =\n  agn = a:b\n"}, ["agn"], id="pbr"),
        pytest.param({"cfg": "no section"}, [], id="broken too"),
        pytest.param({"pyproject": "project = 7\ntool = []\n"}, [], id="of another shape"),
    ],
)
def test_declared_commands_are_found(files: dict[str, str], found: list[str]) -> None:
    assert commands(**files) == found


@pytest.mark.parametrize(
    ("text", "entry_points"),
    [
        ("points = {'console_scripts': ['a = x:y']}\nsetup(entry_points=points)", ("a = x:y",)),
        ("scripts = ['a = x:y']\nsetup(entry_points={'console_scripts': scripts})", ("a = x:y",)),
        ("setup(entry_points='''[console_scripts]\na = x:y\n[other]\nb = x:z''')", ("a = x:y",)),
        ("setup(entry_points={'console_scripts': 'a = x:y'})", ("a = x:y",)),
        ("setup(entry_points={'gui_scripts': ['a = x:y']})", ()),
        ("setup()", ()),
        ("not_setup(entry_points={'console_scripts': ['a = x:y']})", ()),
    ],
)
def test_what_setup_py_writes_out_is_read(text: str, entry_points: tuple[str, ...]) -> None:
    found = read_setup_py(text.encode())
    assert (found.entry_points, found.complaint) == (entry_points, "")


@pytest.mark.parametrize(
    "text",
    [
        "points = {}\npoints['console_scripts'] = find()\nsetup(entry_points=points)",
        "scripts = ['a = x:y']\nscripts.append('b = x:y')\nsetup(entry_points={'console_scripts': scripts})",
        "scripts = ['a = x:y']\nscripts += more\nsetup(entry_points={'console_scripts': scripts})",
        "setup(entry_points={'console_scripts': find()})",
        "setup(entry_points={'console_scripts': ['a = x:y', f'b = {x}']})",
        "setup(entry_points={**points})",
        "setup(entry_points=read())",
        "import glob\nsetup(scripts=glob.glob('scripts/*'))",
    ],
)
def test_what_setup_py_computes_is_reported_not_guessed(text: str) -> None:
    assert read_setup_py(text.encode()).complaint.endswith(
        "are computed when it is run, which is never done; declare them in pyproject.toml"
    )
    assert passed_over(ConsoleScripts(), {"setup.py": text}).keys() == {"setup.py"}


def test_setup_py_is_never_run(tmp_path_factory: pytest.TempPathFactory) -> None:
    proof = tmp_path_factory.mktemp("proof") / "ran"
    read_setup_py(f"open({str(proof)!r}, 'w')\nsetup()".encode())
    assert not proof.exists()


@pytest.mark.parametrize("text", ["def", "x = '\\d'\nsetup(", "\0", "(" * 100_000, " " * 300_000])
def test_a_setup_py_that_cannot_be_read_costs_only_itself(text: str) -> None:
    assert read_setup_py(text.encode()).complaint


def test_an_odd_escape_is_no_mistake() -> None:
    assert read_setup_py(b"x = '\\d'\nsetup(scripts=['a'])").scripts == ("a",)


@pytest.mark.parametrize(
    ("repository", "purl"),
    [
        ("https://github.com/agn/agnpy", "pkg:github/agn/agnpy"),
        (
            "https://gitlab.in2p3.fr/agn/agnpy",
            "pkg:generic/agnpy?vcs_url=git%2Bhttps%3A%2F%2Fgitlab.in2p3.fr%2Fagn%2Fagnpy",
        ),
        (None, None),
    ],
)
def test_a_command_is_installed_from_its_repository(repository: str | None, purl: str | None) -> None:
    (found,) = proposals(
        ConsoleScripts(), {"pyproject.toml": PYPROJECT}, replace(AGNPY, repository=repository)
    )
    assert found.own.get("package") == purl


@pytest.mark.parametrize(
    ("readme", "purl"),
    [
        ("Run `pip install agn-py`.", "pkg:pypi/agn_py"),
        ('python -m pip install --upgrade "Agn.Py[all]"', "pkg:pypi/agn_py"),
        ("pip install agn-py-extras", "pkg:github/agn/agnpy"),
        ("pip install other", "pkg:github/agn/agnpy"),
    ],
)
def test_the_package_index_counts_only_where_the_readme_names_it(readme: str, purl: str) -> None:
    """Somebody else may own the name there: it would be their code that people install."""
    from ossr_catalogue.harvest.infer.evidence import Proposal, Repository  # noqa: PLC0415

    files = {"pyproject.toml": PYPROJECT.encode(), "README.md": readme.encode()}
    repository = Repository(component=AGNPY, paths=tuple(sorted(files)), files=files)
    (found,) = ConsoleScripts().propose(repository)
    assert isinstance(found, Proposal)
    assert found.own["package"] == purl


def test_a_command_says_where_it_comes_from() -> None:
    (found,) = proposals(ConsoleScripts(), {"pyproject.toml": PYPROJECT})
    assert found.title == "agn, a command of agnpy"
    assert found.description.startswith(
        "The command `agn`, which `pyproject.toml` declares and which calls `agnpy.cli:main`."
    )


def test_a_command_keeps_its_identity_when_it_moves_to_another_manifest() -> None:
    (one,) = proposals(ConsoleScripts(), {"setup.cfg": "[options.entry_points]\nconsole_scripts=agn=x:y\n"})
    (other,) = proposals(ConsoleScripts(), {"pyproject.toml": PYPROJECT})
    assert one.uuid(AGNPY) == other.uuid(AGNPY)


@pytest.mark.parametrize("path", ["tests/pyproject.toml", "a/b/c/pyproject.toml"])
def test_manifests_of_tests_and_examples_are_not_the_repositorys(path: str) -> None:
    assert proposals(ConsoleScripts(), {path: PYPROJECT}) == []


CARGO = """\
[package]
name = "moc-cli"
description = "Command-line to create MOCs"
[[bin]]
name = "moc"
"""


@pytest.mark.parametrize(
    ("files", "found"),
    [
        pytest.param({"crates/cli/Cargo.toml": CARGO}, ["moc"], id="declared"),
        pytest.param({"Cargo.toml": '[package]\nname = "moc"\n', "src/main.rs": ""}, ["moc"], id="main.rs"),
        pytest.param({"Cargo.toml": '[package]\nname = "moc"\n', "src/lib.rs": ""}, [], id="a library"),
        pytest.param({"Cargo.toml": '[workspace]\nmembers = ["crates/cli"]\n'}, [], id="a workspace"),
        pytest.param({"Cargo.toml": "[[bin]]\nname = 7\n"}, [], id="of another shape"),
        pytest.param({"Cargo.toml": "["}, [], id="broken"),
    ],
)
def test_programs_in_rust_are_found(files: dict[str, str], found: list[str]) -> None:
    assert [one.own["command"] for one in proposals(CargoPrograms(), files)] == found


def test_a_program_in_rust_describes_itself() -> None:
    (found,) = proposals(CargoPrograms(), {"Cargo.toml": CARGO})
    assert found.description == (
        "Command-line to create MOCs. The command `moc`, which `Cargo.toml` declares."
    )


DOCUMENTED = "'''Usage: agn'''\ndef fit():\n    '''fit all of the spectra'''\ndef plot(): pass\n"


@pytest.mark.parametrize(
    ("target", "module", "text", "sure"),
    [
        pytest.param("a.b:fit", DOCUMENTED, "Fit all of the spectra.", "high", id="the function's"),
        pytest.param(
            "a.b:x", "'Fit all of the spectra!'", "Fit all of the spectra!", "medium", id="the module's"
        ),
        pytest.param(
            "a.b", "'Fit all of the spectra.'", "Fit all of the spectra.", "medium", id="a module itself"
        ),
        pytest.param("a.b:plot", DOCUMENTED, None, "low", id="only usage"),
        pytest.param(
            "a.b:x", "'The agn command-line interface (CLI).'", None, "low", id="only that it is one"
        ),
        pytest.param("a.b:x", "'Usage: agn FILE to fit it'", None, "low", id="usage in a line"),
        pytest.param("a.b:x", "'Command line.'", None, "low", id="too few words"),
        pytest.param("a.b:x", "def broken(", None, "low", id="no Python"),
        pytest.param("a.c:x", DOCUMENTED, None, "low", id="elsewhere"),
    ],
)
@pytest.mark.parametrize("path", ["a/b.py", "src/a/b.py", "a/b/__init__.py"])
def test_a_command_says_what_its_docstring_says(
    path: str, target: str, module: str, text: str | None, sure: str
) -> None:
    files = {"pyproject.toml": f"[project.scripts]\nagn = '{target}'\n".encode(), path: module.encode()}
    found = draft(FakeSnapshot(files))
    assert found is not None
    (entry,) = json.loads(found.content)["executables"]
    assert entry["description"].startswith(f"{text} The command" if text else "The command")
    assert entry["x-inferred"]["description"]["sure"] == sure


def test_the_docstring_of_a_module_with_two_commands_is_about_neither() -> None:
    files = {
        "pyproject.toml": b"[project.scripts]\na = 'm:x'\nb = 'm:y'\n",
        "m.py": b"'Fit all of the spectra.'",
    }
    found = draft(FakeSnapshot(files))
    assert found is not None
    assert b"Fit all" not in found.content
