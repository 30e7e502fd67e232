"""Commands of the pages, run by a shell: each program is told what is meant, and nothing else is done."""

import re
import shlex
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from packaging.requirements import Requirement

import sample_catalogue as sample
from ossr_catalogue.model.catalogue import Entry
from ossr_catalogue.model.component import Component
from ossr_catalogue.model.kinds import Kind
from ossr_catalogue.model.kinds.binder_repository import BinderRepository
from ossr_catalogue.model.kinds.command_line_program import CommandLineProgram
from ossr_catalogue.model.kinds.cwl_workflow import CwlWorkflow
from ossr_catalogue.model.kinds.docker_container import DockerContainer, Image
from ossr_catalogue.model.kinds.jupyter_notebook import JupyterNotebook
from ossr_catalogue.model.kinds.nextflow_workflow import NextflowWorkflow
from ossr_catalogue.model.kinds.python_program import PythonProgram
from ossr_catalogue.model.kinds.singularity_container import SingularityContainer
from ossr_catalogue.model.kinds.snakemake_workflow import SnakemakeWorkflow
from ossr_catalogue.model.kinds.zeppelin_notebook import ZeppelinNotebook
from ossr_catalogue.model.quantity import GIB, Range
from ossr_catalogue.model.resources import Compute, Gpus, Needs
from ossr_catalogue.publish.pages.packages import install
from ossr_catalogue.publish.pages.slurm import batch_script
from ossr_catalogue.publish.pages.snippets import Snippet, snippets_for
from stand_ins import run_shell, written

EVIL = "a'b\"c $(touch pwned) `touch pwned`; touch pwned\n&& touch pwned #\\"
IMAGE = Image(locations=("ghcr.io/a/b:1",))
CLONE = [
    ["git", "clone", "https://github.com/example/ossr-library", "ossr-library"],
    ["git", "checkout", sample.REVISION],
]


def ways(kind: Kind, component: Component = sample.LIBRARY, **changes: Any) -> dict[str, Snippet]:  # noqa: ANN401
    entry = sample.entry(kind, changes.pop("title", "Something"), component, **changes)
    return {one.title: one for one in snippets_for(entry.executable, entry.component)}


def run(text: str, folder: Path) -> list[list[str]]:
    calls = run_shell(text, folder)
    assert written(folder) == []
    return calls


@pytest.mark.parametrize(
    ("kind", "title", "expected"),
    [
        pytest.param(
            JupyterNotebook(location=EVIL, kernel=EVIL),
            "Run it with papermill",
            [["papermill", "--kernel", EVIL, EVIL, "output.ipynb"]],
            id="papermill",
        ),
        pytest.param(
            JupyterNotebook(location="a.ipynb", requirements=EVIL),
            "Get it",
            [*CLONE, ["python", "-m", "pip", "install", "--requirement", EVIL]],
            id="requirements",
        ),
        pytest.param(
            JupyterNotebook(location="a.ipynb", requirements="-x.yml"),
            "Get it",
            [
                *CLONE,
                ["conda", "env", "create", "--name", "ossr-library", "--file", "./-x.yml"],
                ["conda", "activate", "ossr-library"],
            ],
            id="environment",
        ),
        pytest.param(
            JupyterNotebook(location=f"https://example.org/{EVIL}"),
            "Open it in JupyterLab",
            [["jupyter", "lab", EVIL.partition("#")[0].replace("\n", "")]],
            id="JupyterLab",
        ),
        pytest.param(
            DockerContainer(image=IMAGE, command=(EVIL, "-x"), entrypoint=EVIL, environment=(("A", EVIL),)),
            "Docker",
            [
                [
                    *("docker", "run", "--rm", "--interactive", "--tty", "--env", f"A={EVIL}"),
                    *("--entrypoint", EVIL, "ghcr.io/a/b:1", EVIL, "-x"),
                ]
            ],
            id="docker",
        ),
        pytest.param(
            DockerContainer(image=IMAGE, command=(EVIL,), environment=(("A", "b c"), ("B", "x,y"))),
            "Apptainer",
            [["apptainer", "run", "--env", "A=b c", "--env", "B=x,y", "docker://ghcr.io/a/b:1", EVIL]],
            id="apptainer",
        ),
        pytest.param(
            DockerContainer(image=IMAGE, environment=(("A", 'x="1",y=2'), ("B", "1"))),
            "Apptainer",
            [["apptainer", "run", "--env", "B=1", "docker://ghcr.io/a/b:1"]],
            id="apptainer would take the value for a list",
        ),
        pytest.param(
            DockerContainer(recipe=f"{EVIL}/Dockerfile"),
            "Build and run with Docker",
            [
                *CLONE,
                ["docker", "build", "--tag", "local-build", "--file", f"{EVIL}/Dockerfile", EVIL],
                ["docker", "run", "--rm", "--interactive", "--tty", "local-build"],
            ],
            id="recipe",
        ),
        pytest.param(
            SingularityContainer(location=f"{EVIL}.def"),
            "Apptainer",
            [*CLONE, ["apptainer", "build", "image.sif", f"{EVIL}.def"], ["apptainer", "run", "image.sif"]],
            id="definition file",
        ),
        pytest.param(
            SingularityContainer(location="-x.sif"),
            "Apptainer",
            [*CLONE, ["apptainer", "run", "./-x.sif"]],
            id="image file",
        ),
        pytest.param(PythonProgram(location="-c"), "Python", [*CLONE, ["python", "./-c"]], id="Python file"),
        pytest.param(
            PythonProgram(module=EVIL), "Python", [*CLONE, ["python", "-m", EVIL]], id="Python module"
        ),
        pytest.param(
            CommandLineProgram(command="ctadata 'a b' ; x", package="pkg:pypi/ctadata@1.0"),
            "Install and run",
            [["python", "-m", "pip", "install", "ctadata==1.0"], ["ctadata", "a b", ";", "x"]],
            id="package",
        ),
        pytest.param(
            BinderRepository(location="-x"),
            "repo2docker",
            [["jupyter-repo2docker", "--ref", sample.REVISION, "--subdir", "./-x", CLONE[0][2]]],
            id="repo2docker",
        ),
        pytest.param(CwlWorkflow(location=EVIL), "cwltool", [*CLONE, ["cwltool", EVIL]], id="CWL"),
        pytest.param(
            SnakemakeWorkflow(location=EVIL),
            "Snakemake",
            [*CLONE, ["snakemake", "--snakefile", EVIL, "--cores", "all"]],
            id="Snakemake",
        ),
        pytest.param(
            NextflowWorkflow(location="-x.nf"),
            "Nextflow",
            [*CLONE, ["nextflow", "run", "./-x.nf"]],
            id="Nextflow",
        ),
        pytest.param(
            ZeppelinNotebook(location="https://example.org/.bashrc"),
            "Zeppelin",
            [["curl", "--fail", "--location", "--output", "bashrc", "https://example.org/.bashrc"]],
            id="a download never lands on a hidden file",
        ),
    ],
)
def test_programs_are_told_what_is_meant(
    kind: Kind, title: str, expected: list[list[str]], tmp_path: Path
) -> None:
    assert run(ways(kind)[title].text, tmp_path) == expected


def test_a_variable_that_looks_like_a_list_reaches_the_container_whole(tmp_path: Path) -> None:
    value = 'x="1",y=2'
    text = ways(DockerContainer(image=IMAGE, environment=(("A", value),)))["Apptainer"].text
    told = text.replace("apptainer run", "sh -c 'printf %s \"$APPTAINERENV_A\" > ../told'", 1)
    (tmp_path / "told").touch()
    run_shell(told.replace("sh -c", "/bin/sh -c"), tmp_path)
    assert (tmp_path / "told").read_text() == value


@pytest.mark.parametrize(
    ("repository", "folder"),
    [
        ("https://example.org/-x", "x"),
        ("https://example.org/.ssh", "ssh"),
        ("https://example.org/..", "repository"),
        (f"https://example.org/{EVIL.replace('/', '')}", EVIL),
    ],
)
def test_a_clone_lands_in_a_folder_of_its_own(repository: str, folder: str, tmp_path: Path) -> None:
    component = replace(sample.LIBRARY, repository=repository, files_url=None)
    calls = run(ways(CwlWorkflow(location="a.cwl"), component)["cwltool"].text, tmp_path)
    assert calls[0] == ["git", "clone", repository, folder]


def test_a_revision_is_never_an_option(tmp_path: Path) -> None:
    component = replace(
        sample.LIBRARY,
        revision="--orphan",
        files_url="https://raw.githubusercontent.com/example/ossr-library/--orphan/{path}",
    )
    assert component.git_revision == "--orphan"
    calls = run(ways(CwlWorkflow(location="a.cwl"), component)["cwltool"].text, tmp_path)
    assert calls == [CLONE[0], ["cwltool", "a.cwl"]]


@pytest.mark.parametrize(
    "entry", [*sample.of_every_type(), sample.nasty()], ids=lambda one: one.executable.type
)
def test_every_line_is_one_call(entry: Entry, tmp_path: Path) -> None:
    for number, one in enumerate(snippets_for(entry.executable, entry.component)):
        folder = tmp_path / str(number)
        folder.mkdir()
        meant = [shlex.split(line) for line in one.text.splitlines() if not line.startswith("#")]
        assert run(one.text, folder) == [call for call in meant if call[0] != "cd"]


@pytest.mark.parametrize("purl", ["pkg:pypi/ctadata@1.0", "pkg:pypi/a.b-c_d", "pkg:pypi/x@2!1.0.post1+local"])
def test_a_package_has_a_name_that_pip_takes(purl: str) -> None:
    *command, package = install(purl)
    assert command == ["python", "-m", "pip", "install"]
    assert Requirement(package).url is None


@pytest.mark.parametrize(
    "purl", ["pkg:pypi/a/b", "pkg:pypi/@a/b", "pkg:pypi/a-", "pkg:npm/a/b", "pkg:cargo/.x"]
)
def test_a_name_that_could_be_a_path_is_not_installed(purl: str) -> None:
    assert install(purl) == []


def job(need: Compute | None = None, kind: Kind | None = None, title: str = EVIL) -> str:
    needs = Needs(compute=(need,)) if need else Needs()
    return batch_script(sample.executable(kind or JupyterNotebook(location=EVIL), title, needs=needs))


def just(amount: float) -> Range:
    return Range(minimum=amount, maximum=amount)


def test_a_batch_script_asks_slurm_for_what_is_declared(tmp_path: Path) -> None:
    script = job(
        Compute(
            cores=Range(minimum=1.5, maximum=8),
            memory_bytes=Range(minimum=GIB + 1),
            gpus=Gpus(count=just(2)),
            walltime_seconds=Range(minimum=60, maximum=2 * 86_400 + 3723),
        )
    )
    head = [line for line in script.splitlines() if line.startswith("#")]
    assert head == [
        "#!/bin/sh",
        "#SBATCH --job-name=a-b-c-touch-pwned-touch-pwned-touch-pwne",
        "#SBATCH --nodes=1",
        "#SBATCH --cpus-per-task=2",
        "#SBATCH --mem=1025M",
        "#SBATCH --gpus=2",
        "#SBATCH --time=2-01:02:03",
    ]
    assert run(script, tmp_path) == [["papermill", EVIL, "output.ipynb"]]


def test_slurm_is_not_told_what_nobody_said() -> None:
    assert job().splitlines()[1:3] == [
        "#SBATCH --job-name=a-b-c-touch-pwned-touch-pwned-touch-pwne",
        "#SBATCH --nodes=1",
    ]
    assert "#SBATCH" not in job().partition("--nodes=1")[2]
    note = ways(JupyterNotebook(location="a.ipynb"))["Slurm"].note
    assert note.endswith("Not declared, so that your cluster decides: cores, memory, time.")
    declared = ways(PythonProgram(module="a"), needs=sample.GPU)["Slurm"].note
    assert "Not declared" not in declared


def test_every_option_of_a_batch_script_is_one_that_sbatch_has() -> None:
    option = re.compile(
        r"#SBATCH --(job-name=[A-Za-z0-9-]+|nodes=1|cpus-per-task=\d+|mem=\d+M|gpus=\d+"
        r"|time=\d+-\d\d:\d\d:\d\d)"
    )
    scripts = [batch_script(entry.executable) for entry in (*sample.of_every_type(), sample.nasty())]
    asked = [line for script in scripts for line in script.splitlines()[1:-1]]
    assert len(asked) > 20
    assert [line for line in asked if not option.fullmatch(line)] == []


@pytest.mark.parametrize(
    "needs",
    [
        pytest.param(Needs(compute=(Compute(nodes=just(2)),)), id="two nodes"),
        pytest.param(Needs(compute=(Compute(), Compute())), id="two resources"),
    ],
)
def test_what_runs_on_several_machines_has_no_script(needs: Needs) -> None:
    assert batch_script(sample.executable(CwlWorkflow(location="a.cwl"), "t", needs=needs)) == ""


def test_a_title_without_a_letter_still_names_a_job() -> None:
    assert "#SBATCH --job-name=ossr\n" in job(title="تحليل")
