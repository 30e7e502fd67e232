"""Where rules about images, paths and addresses begin to speak: each case says how often its rule does."""

from typing import Any

import pytest

from ossr_catalogue.lint.examples import findings_of
from ossr_catalogue.lint.rule import ABSENT, Example
from ossr_catalogue.lint.scene import Scene
from ossr_catalogue.lint.sound import container

OCI = "ghcr.io/gammapy/gammapy:1.3"
ONE = "sha256:9b2c1f0e7d6a5b4c3d2e1f0a9b8c7d6e5f4a3b2c1d0e9f8a7b6c5d4e3f2a1b0c"


def located(*locations: str) -> dict[str, Any]:
    data = {"name": "events", "data-format": "urn:fits-binary", "locations": list(locations)}
    return {"data-resources": [data]}


def typed(kind: str, location: str) -> dict[str, Any]:
    return {"type": f"urn:types/{kind}", "location": location}


def beside(*files: str, **keys: str) -> Scene:
    return Scene(example=keys, files=files)


def variable(name: str, value: str) -> dict[str, Any]:
    return container(OCI, environment={name: value})


CASES: dict[str, tuple[Example, int]] = {
    "REF101 a digest in the name": (container(f"ghcr.io/gammapy/gammapy@{ONE}"), 0),
    "REF101 two names": (container(OCI, "quay.io/gammapy/gammapy:1.3"), 2),
    "REF101 no name at all": (container("GHCR.io/Bad/Name"), 0),
    "REF102 what is not said": (container(OCI), 0),
    "REF103 capital letters are not all": (container("ghcr.io/A!/b"), 1),
    "REF103 a port": (container("localhost:5000/a/b:1"), 0),
    "REF103 a host in capital letters": (container("Ghcr.io/a/b:1"), 0),
    "REF103 a space in capital letters": (container("Gammapy/gammapy"), 1),
    "REF103 two underscores": (container("ghcr.io/a__b/c--d.e"), 0),
    "REF103 three": (container("ghcr.io/a___b"), 1),
    "REF103 a tag of 128": (container(f"ghcr.io/a/b:{'x' * 128}"), 0),
    "REF103 of 129": (container(f"ghcr.io/a/b:{'x' * 129}"), 1),
    "REF103 a tag with a dot first": (container("ghcr.io/a/b:.x"), 1),
    "REF103 nothing after the colon": (container("ghcr.io/a/b:"), 1),
    "REF103 a digest of 63 digits": (container(f"ghcr.io/a/b@{ONE[:-1]}"), 1),
    "REF103 tag and digest": (container(f"ghcr.io/a/b:1@{ONE}"), 0),
    "REF103 another sort of digest": (container(f"ghcr.io/a/b@sha512:{'ab' * 64}"), 0),
    "REF103 a name of 500": (container(f"ghcr.io/{'a' * 492}"), 0),
    "REF103 of 501": (container(f"ghcr.io/{'a' * 493}"), 1),
    "REF104 the same": (container(f"ghcr.io/a/b@{ONE}", digest=ONE), 0),
    "REF104 none in the name": (container(OCI, digest=ONE), 0),
    "REF105 an empty file": (
        container(OCI, digest="sha256:e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
        1,
    ),
    "REF105 one digit": (container(OCI, digest=f"sha256:{'a' * 64}"), 1),
    "REF106 a bare name": (container("gammapy"), 1),
    "REF106 not the name of an image": (container("A!"), 0),
    "REF106 a port": (container("registry:5000/gammapy"), 0),
    "REF106 localhost": (container("localhost/gammapy"), 0),
    "REF107 documentation": ({"documentation": "http://docs.gammapy.org/"}, 1),
    "REF107 a citation": ({"citation": "http://dx.doi.org/10.5281/zenodo.4701488"}, 1),
    "REF107 S3": (located("s3://bucket/a.fits"), 0),
    "REF107 one's own machine": (located("http://localhost/a.fits"), 0),
    "REF107 an address of a template": ({"homepage": "http://example.org/"}, 0),
    "REF111 an address with a question": ({"location": "https://example.org/a.py?x=1"}, 1),
    "REF108 a file with slashes": (beside("notebooks/crab.ipynb", location="notebooks\\crab.ipynb"), 1),
    "REF108 a mixed path": ({"location": "a/b\\c.ipynb"}, 1),
    "REF108 the page that Binder opens": (
        {"type": "urn:types/binder-repository", "location": "binder", "open": "a\\b.ipynb"},
        1,
    ),
    "REF108 an address": ({"location": "https://example.org/a\\b.ipynb"}, 0),
    "REF109 a path of Windows": (beside("README.md", location="a\\b.ipynb"), 0),
    "REF109 the repository is not known": ({"location": "no.ipynb"}, 0),
    "REF109 nothing but lists": (
        beside("executables.json", ".ossr/executables.yaml", location="no.ipynb"),
        0,
    ),
    "REF109 a folder that holds nothing may be a submodule": (
        Scene(example={"location": "sub/a.ipynb"}, files=("sub", "README.md")),
        0,
    ),
    "REF109 a missing folder": (beside("README.md", location="notebooks/a.ipynb"), 1),
    "REF109 an address": (beside("README.md", location="https://example.org/a.ipynb"), 0),
    "REF109 the repository as a whole": (
        Scene(
            example={"type": "urn:types/binder-repository", "location": ".", "open": "a.ipynb"},
            files=("a.ipynb",),
        ),
        0,
    ),
    "REF109 a recipe": (
        Scene(
            example={
                "type": "urn:types/docker-container",
                "location": ABSENT,
                "recipe": "docker/Dockerfile",
            },
            files=("Dockerfile",),
        ),
        1,
    ),
    "REF109 other capital letters": (beside("A.ipynb", location="a.ipynb"), 0),
    "REF109 missing in a folder of other letters": (beside("Sub/b.txt", location="sub/a.ipynb"), 1),
    "REF110 only that": (beside("Sub/A.ipynb", location="sub/a.ipynb"), 1),
    "REF110 both are there": (beside("A.ipynb", "a.ipynb", location="a.ipynb"), 0),
    "REF110 a path of Windows": (beside("A\\b.ipynb", location="a\\b.ipynb"), 0),
    "REF110 a name that is not there": (beside("README.md", location="a.ipynb"), 0),
    "REF111 a page about it": (typed("jupyter-notebook", "https://example.org/crab.html"), 1),
    "REF111 a question behind it": (typed("jupyter-notebook", "https://example.org/crab.ipynb?raw=1"), 0),
    "REF111 in capital letters": (typed("jupyter-notebook", "Crab.IPYNB"), 0),
    "REF111 a host alone": (typed("jupyter-notebook", "https://example.org"), 0),
    "REF111 no ending": (typed("jupyter-notebook", "notebooks/crab"), 0),
    "REF111 a dot in a folder": (typed("jupyter-notebook", "v1.py/crab"), 0),
    "REF111 a note of Zeppelin": (typed("zeppelin-notebook", "crab.zpln"), 0),
    "REF111 a notebook for Zeppelin": (typed("zeppelin-notebook", "crab.ipynb"), 1),
    "REF111 a page that shows it": (typed("jupyter-notebook", "https://github.com/a/b/blob/v1/c.py"), 0),
    "REF111 a note in JSON": (typed("zeppelin-notebook", "crab.json"), 0),
    "REF111 a program for CWL": (typed("cwl-workflow", "crab.py"), 1),
    "REF111 an ending behind the file": (typed("jupyter-notebook", "https://a.org/c.ipynb?x=1#y.py"), 0),
    "REF111 CWL as such": (typed("cwl-workflow", "crab.cwl"), 0),
    "REF111 CWL in long YAML": (typed("cwl-workflow", "crab.yaml"), 0),
    "REF111 CWL in JSON": (typed("cwl-workflow", "crab.json"), 0),
    "REF111 Nextflow by another name": (typed("nextflow-workflow", "main.py"), 1),
    "REF111 a note as a program": (typed("python-program", "crab.zpln"), 1),
    "REF111 CWL as a program": (typed("python-program", "crab.cwl"), 1),
    "REF111 a notebook of Binder": (typed("binder-repository", "crab.ipynb"), 0),
    "REF111 a question in a path": (typed("jupyter-notebook", "https://a.org/c.ipynb#x.py"), 0),
    "REF111 CWL in YAML": (typed("cwl-workflow", "crab.yml"), 0),
    "REF111 Nextflow": (typed("nextflow-workflow", "main.nf"), 0),
    "REF111 Nextflow by CWL": (typed("cwl-workflow", "main.nf"), 1),
    "REF111 Snakemake": (typed("snakemake-workflow", "crab.smk"), 0),
    "REF111 Snakemake as a program": (typed("python-program", "crab.smk"), 1),
    "REF111 a script of the shell": (typed("python-program", "crab.sh"), 0),
    "REF111 a recipe of Apptainer": (typed("singularity-container", "crab.ipynb"), 0),
    "REF111 what Binder opens": (typed("binder-repository", "crab.py"), 0),
    "REF111 a type that nobody knows": ({"type": "urn:x:y", "location": "crab.py"}, 0),
    "REF111 no type": ({"type": ABSENT, "location": "crab.py"}, 0),
    "REF112 a part of the page": (
        {"location": "https://github.com/a/b/blob/v1/c.ipynb?plain=1#L3"},
        1,
    ),
    "REF112 of data": (located("https://www.github.com/a/b/blob/v1/c.fits"), 1),
    "REF112 a folder called blob": (located("https://example.org/a/blob/c.fits"), 0),
    "REF112 a branch has its own rule": ({"location": "https://github.com/a/b/blob/main/c.ipynb"}, 0),
    "REF112 Colab": ({"location": "https://colab.research.google.com/github/a/b/blob/v1/c.ipynb"}, 1),
    "REF113 an example with a path": ({"homepage": "https://example.org/tools"}, 0),
    "REF113 a repository of a template": ({"homepage": "https://github.com/ada/your-repo"}, 1),
    "REF113 a real name": ({"homepage": "https://github.com/yourlabs/crudlfap"}, 0),
    "REF113 a user of a template": ({"homepage": "https://gitlab.com/username"}, 1),
    "REF113 a site of a template": ({"documentation": "https://www.your-domain.com/docs"}, 1),
    "REF113 a DOI of letters": ({"citation": "doi:10.5281/zenodo.xxxxxxx"}, 1),
    "REF113 a DOI of tests": ({"citation": "https://doi.org/10.1234/abc"}, 1),
    "REF113 a DOI that begins so": ({"citation": "10.5281/zenodo.12345678"}, 0),
    "REF114 eight letters": (variable("API_KEY", "abcd1234"), 1),
    "REF114 seven": (variable("API_KEY", "abcd123"), 0),
    "REF114 one to be put in": (variable("API_KEY", "${MY_SECRET}"), 0),
    "REF114 one of a template": (variable("DB_PASSWORD", "changeme-please"), 0),
    "REF114 a file with the secret": (variable("DB_PASSWORD", "/run/secrets/db"), 0),
    "REF114 the word in another word": (variable("TOKENIZER", "abcdefgh-1234"), 0),
    "REF114 small letters": (variable("my_secret", "abcdefgh-1234"), 1),
    "REF114 another variable": (variable("OMP_NUM_THREADS", "abcdefgh-1234"), 0),
    "REF114 of AWS": (variable("KEY", "AKIAIOSFODNN7EXAMPLE"), 1),
    "REF114 a placeholder": (variable("API_TOKEN", "placeholder"), 0),
    "REF201 nobody is asked": ({"homepage": "https://gone.org/"}, 0),
    "REF201 documentation": (
        Scene(example={"documentation": "https://a.org/docs"}, gone=("https://a.org/docs",)),
        1,
    ),
    "REF201 an address of a template": (
        Scene(example={"homepage": "https://example.org/"}, gone=("https://example.org/",)),
        0,
    ),
    "REF201 one's own machine": (
        Scene(example=located("http://localhost/a"), gone=("http://localhost/a",)),
        0,
    ),
    "REF201 data": (Scene(example=located("http://a.org/a.fits"), gone=("http://a.org/a.fits",)), 1),
    "REF201 a notebook": (
        Scene(example={"location": "https://a.org/a.ipynb"}, gone=("https://a.org/a.ipynb",)),
        1,
    ),
    "REF201 a path is not asked for": (Scene(gone=("notebooks/crab.ipynb",)), 0),
    "REF201 a DOI is asked for as such": (
        Scene(example=located("https://doi.org/10.1/a"), gone=("https://doi.org/10.1/a",)),
        0,
    ),
    "REF202 a bad name is not asked for": (Scene(example=container("A/B"), gone=("A/B",)), 0),
    "REF203 data": (
        Scene(example=located("doi:10.5281/zenodo.1"), gone=("10.5281/zenodo.1",)),
        1,
    ),
    "REF203 a DOI of a template": (
        Scene(example={"citation": "10.5281/zenodo.1234567"}, gone=("10.5281/zenodo.1234567",)),
        0,
    ),
    "REF203 not a DOI": (Scene(example=located("doi:zenodo.1"), gone=("zenodo.1",)), 0),
    "CAT103 the first": (Scene(path="executables.json", files=("executables.json", "executables.yml")), 0),
    "CAT103 only another": (Scene(path=".ossr/executables.json", files=("a.ipynb", "executables.txt")), 0),
    "CAT103 a folder of the same name": (
        Scene(path="a/executables.yaml", files=("b/executables.json", "executables.yaml")),
        0,
    ),
    "CAT103 a list elsewhere": (Scene(path="lists/mine.json", files=("executables.json",)), 0),
    "CAT104 yml below .ossr": (Scene(path=".ossr/executables.yml", example="executables: []"), 1),
    "CAT104 standard input": (Scene(path="-"), 0),
    "CAT104 below a folder": (Scene(path="a/b/executables.json"), 0),
}


@pytest.mark.parametrize(("example", "times"), CASES.values(), ids=CASES.keys())
def test_a_rule_speaks_where_it_should(example: Example, times: int, request: pytest.FixtureRequest) -> None:
    code = request.node.callspec.id.split()[0]
    assert [found.code for found in findings_of(example)].count(code) == times


ADVICE: dict[str, tuple[Example, str]] = {
    "REF103 small letters": (
        container(f"Ghcr.io/A/b:V1@{ONE}"),
        f'write "ghcr.io/a/b:V1@{ONE}"',
    ),
    "REF103 a name alone": (container("Gammapy"), 'write "gammapy"'),
    "REF103 a port and no tag": (container("localhost:5000/A/b"), 'write "localhost:5000/a/b"'),
    "REF103 capital letters and more": (
        container("ghcr.io/A!/b"),
        "write it as registry/space/name:tag",
    ),
    "REF103 hopeless": (container("a/b:c:d"), "write it as registry/space/name:tag"),
    "REF106 a bare name": (
        container("gammapy:1"),
        'write "docker.io/library/gammapy:1" if it is at Docker Hub',
    ),
    "REF107 https": ({"homepage": "http://docs.gammapy.org/"}, 'try "https://docs.gammapy.org/"'),
    "REF106 in a space": (
        container("gammapy/gammapy"),
        'write "docker.io/gammapy/gammapy" if it is at Docker Hub',
    ),
    "REF108 two at once": ({"location": "a\\\\b.ipynb"}, 'write "a/b.ipynb"'),
    "REF108 two": ({"location": "a\\b\\c.ipynb"}, 'write "a/b/c.ipynb"'),
    "REF109 nearly": (beside("notebooks/crabs.ipynb"), 'did you mean "notebooks/crabs.ipynb"?'),
    "REF109 a folder nearly": (beside("notebook/crab.ipynb"), 'did you mean "notebook"?'),
    "REF109 far from it": (beside("README.md"), "correct the path, or add the file"),
    "REF110 folder and file": (
        beside("NoteBooks/CRAB.ipynb"),
        'write "NoteBooks/CRAB.ipynb"',
    ),
    "REF111 of a notebook": (
        typed("jupyter-notebook", "a.py"),
        "name a file that ends in .ipynb, or correct the type",
    ),
    "REF111 of a program": (typed("python-program", "a.nf"), "correct the type or the location"),
    "REF112 GitHub": (
        {"location": "https://github.com/a/b/blob/v1/c.ipynb#L3"},
        'write "https://raw.githubusercontent.com/a/b/v1/c.ipynb"',
    ),
    "REF112 GitLab": (
        {"location": "https://gitlab.in2p3.fr/a/b/-/blob/v1/c.ipynb?x=1"},
        'write "https://gitlab.in2p3.fr/a/b/-/raw/v1/c.ipynb"',
    ),
}


@pytest.mark.parametrize(("example", "advice"), ADVICE.values(), ids=ADVICE.keys())
def test_advice_can_be_pasted(example: Example, advice: str, request: pytest.FixtureRequest) -> None:
    code = request.node.callspec.id.split()[0]
    assert [found.advice for found in findings_of(example) if found.code == code] == [advice]


MESSAGES: dict[str, tuple[Example, str]] = {
    "REF105 made up": (container(OCI, digest=f"sha256:{'b' * 64}"), "this digest is that of an example"),
    "REF105 of nothing": (
        container(OCI, digest="sha256:e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
        "this digest is that of an empty file",
    ),
    "REF111 another sort": (
        typed("python-program", "a.nf"),
        '"a.nf" is a Nextflow workflow, not a file of a python program',
    ),
    "REF111 nothing known": (
        typed("jupyter-notebook", "a.py"),
        '"a.py" is not a file of a jupyter notebook',
    ),
    "REF101 no tag": (
        container("ghcr.io/a/b"),
        'without a digest, "latest" can be another image tomorrow',
    ),
    "DAT110 a scheme": (located("htps://a.org/a"), "nobody knows how to fetch `htps:`"),
    "DAT110 none": (located("a/b.fits"), '"a/b.fits" is not an address'),
}


@pytest.mark.parametrize(("example", "message"), MESSAGES.values(), ids=MESSAGES.keys())
def test_a_message_has_the_values(example: Example, message: str, request: pytest.FixtureRequest) -> None:
    code = request.node.callspec.id.split()[0]
    assert [found.message for found in findings_of(example) if found.code == code] == [message]
