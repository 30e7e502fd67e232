"""Where rules about profiles, needs and data begin to speak: each case says how often its rule does."""

from typing import Any

import pytest

from ossr_catalogue.lint.examples import findings_of
from ossr_catalogue.lint.rule import ABSENT, Example
from ossr_catalogue.lint.sound import container

OCI = "ghcr.io/gammapy/gammapy:1.3"


def profiles(*given: dict[str, Any], **executable: Any) -> dict[str, Any]:  # noqa: ANN401 - any JSON
    own = {key.replace("_", "-"): value for key, value in executable.items()}
    return {**own, "profiles": list(given)}


def computing(**compute: Any) -> dict[str, Any]:  # noqa: ANN401 - any JSON
    return {"compute-resources": [compute]}


def output(**more: Any) -> dict[str, Any]:  # noqa: ANN401 - any JSON
    return {"direction": "output", **more}


def writing(storage: list[dict[str, Any]], *data: dict[str, Any]) -> dict[str, Any]:
    return {"storage-resources": storage, "data-resources": list(data)}


def located(*locations: str, form: str | list[str] = "urn:fits-binary") -> dict[str, Any]:
    return {"data-resources": [{"name": "events", "data-format": form, "locations": list(locations)}]}


CASES: dict[str, tuple[Example, int]] = {
    "PRF101 storage is a need": (profiles({"name": "big", "storage-resources": [{"size": "1 GB"}]}), 0),
    "PRF101 data are one": (profiles({"name": "big", "data-resources": []}), 0),
    "PRF101 two of three": (profiles({"name": "a"}, {"name": "b"}, {"name": "c", **computing(cores=2)}), 2),
    "PRF101 an empty profile": (profiles({}), 0),
    "PRF102 spaces make no name": (
        profiles({"name": "big ", **computing(cores=2)}, {"name": "big", **computing(cores=4)}),
        1,
    ),
    "PRF102 names that are missing": (profiles(computing(cores=2), computing(cores=4)), 0),
    "PRF102 three of a name": (profiles(*({"name": "x", **computing(cores=n)} for n in (1, 2, 3))), 2),
    "PRF103 a part of the needs": (
        profiles(
            {"name": "usual", **computing(cores=2)},
            compute_resources=[{"cores": 2}],
            storage_resources=[{"size": "1 GB"}],
        ),
        1,
    ),
    "PRF103 an executable without needs": (profiles({"name": "usual", **computing(cores=2)}), 0),
    "PRF103 no needs at all": (profiles({"name": "usual"}), 0),
    "PRF104 other data": (
        profiles(
            {"name": "one", **computing(cores=2)},
            {"name": "other", **computing(cores=2), "storage-resources": [{"size": "1 GB"}]},
        ),
        0,
    ),
    "PRF104 two without needs": (profiles({"name": "one"}, {"name": "other"}), 0),
    "PRF104 two as the executable": (
        profiles(
            {"name": "one", **computing(cores=2)},
            {"name": "other", **computing(cores=2)},
            compute_resources=[{"cores": 2}],
        ),
        0,
    ),
    "PRF105 a description explains": (
        profiles({"name": "big", "description": "For all", **computing(cores=2)}),
        0,
    ),
    "PRF105 where nothing is needed either": (profiles({"name": "big"}), 0),
    "PRF106 a letter": (profiles({"name": "Profile B", **computing(cores=2)}), 1),
    "PRF106 two digits": (profiles({"name": "12", **computing(cores=2)}), 1),
    "PRF106 a year": (profiles({"name": "2022", **computing(cores=2)}), 0),
    "PRF106 a size": (profiles({"name": "1 GB", **computing(cores=2)}), 0),
    "PRF106 signs alone": (profiles({"name": "---", **computing(cores=2)}), 1),
    "PRF106 with a title": (profiles({"name": "1", "title": "Small", **computing(cores=2)}), 0),
    "RES108 a thousand times": (computing(memory={"min": "1 GB", "max": "1000 GB"}), 0),
    "RES108 a little more": (computing(memory={"min": "1 GB", "max": "1001 GB"}), 1),
    "RES108 cores too": (computing(cores={"min": 0.5, "max": 512}), 1),
    "RES108 from nothing": (computing(gpus={"min": 0, "max": 8}), 0),
    "RES108 without an end": (computing(memory={"min": "1 GB"}), 0),
    "RES108 data may be of any size": (
        {"data-resources": [{"name": "x", "size": {"min": "1 MB", "max": "5 TB"}}]},
        0,
    ),
    "RES115 memory and storage": (
        {"compute-resources": [{"memory": "1 GiB"}], "storage-resources": [{"size": "1 GB"}]},
        0,
    ),
    "RES115 two sizes": (
        {"storage-resources": [{"size": "1 GiB"}], "data-resources": [{"name": "x", "size": "1 GB"}]},
        1,
    ),
    "RES115 bytes go with both": (
        {"compute-resources": [{"memory": "99999999 B"}, {"memory": "1 GiB"}, {"memory": "2 GiB"}]},
        0,
    ),
    "RES115 durations have no such units": (
        {"compute-resources": [{"walltime": "3 h"}, {"walltime": "3 min"}]},
        0,
    ),
    "RES118 an architecture": (computing(architecture="amd64"), 0),
    "RES118 a key of one's own": (computing(name="worker", **{"x-queue": "long"}), 0),
    "RES118 nothing at all": (computing(), 0),
    "RES118 in a profile": (
        profiles({"name": "big", **computing(uuid="401f6251-be15-4f8a-bad7-38ef4d6cb7c1")}),
        1,
    ),
    "RES120 a tag": (container("docker.io/tensorflow/tensorflow:2.15.0-gpu", **computing(cores=1)), 1),
    "RES120 a name": (container("docker.io/me/astro-cuda12.4:1", **computing(cores=1)), 1),
    "RES120 a part of a word": (container("docker.io/me/gpuless-barracuda:1", **computing(cores=1)), 0),
    "RES120 another image": (container(OCI, **computing(cores=1)), 0),
    "RES120 up to one GPU": (container("docker.io/me/x:gpu", **computing(gpus={"min": 0, "max": 1})), 0),
    "RES120 memory of a GPU": (container("docker.io/me/x:gpu", **computing(gpus={"memory": "8 GiB"})), 0),
    "RES120 a GPU in a profile": (
        container("docker.io/me/x:gpu", **profiles({"name": "a", **computing(gpus=1)})),
        0,
    ),
    "RES120 needs without one in a profile": (
        container("docker.io/me/x:gpu", **profiles({"name": "a", **computing(cores=1)})),
        1,
    ),
    "RES120 of several machines one has GPUs": (
        container("docker.io/me/x:gpu", compute_resources=[{"cores": 1}, {"gpus": 1}]),
        0,
    ),
    "RES121 a notebook": (computing(cores=2), 0),
    "RES121 no needs": ({"type": "urn:types/cwl-workflow", "location": "a.cwl"}, 0),
    "RES121 an empty list": ({"type": "urn:types/cwl-workflow", "compute-resources": []}, 0),
    "RES121 one of two has it": (
        {
            "type": "urn:types/cwl-workflow",
            "location": "a.cwl",
            "compute-resources": [{"cores": 2}, {"walltime": "1 h"}],
        },
        0,
    ),
    "RES121 without a type": ({"type": ABSENT, **computing(cores=2)}, 0),
    "RES122 of an image": (
        container(OCI, image={"locations": [OCI], "platform": {"architecture": "aarch64"}}),
        1,
    ),
    "RES122 in capital letters": (computing(architecture="ARM64"), 1),
    "RES122 one that nobody knows": (computing(architecture="z80"), 0),
    "RES122 in a profile": (profiles({"name": "a", **computing(architecture="x64")}), 1),
    "RES123 only one is said": (
        container(
            OCI, image={"locations": [OCI], "platform": {"architecture": "arm64"}}, **computing(cores=2)
        ),
        0,
    ),
    "RES123 letters of another size": (
        container(
            OCI,
            image={"locations": [OCI], "platform": {"architecture": "ARM64"}},
            **computing(architecture="arm64"),
        ),
        0,
    ),
    "RES123 by another name": (
        container(
            OCI,
            image={"locations": [OCI], "platform": {"architecture": "arm64"}},
            **computing(architecture="aarch64"),
        ),
        0,
    ),
    "STO101 exactly full": (writing([{"size": "10 GB"}], output(size="10 GB")), 0),
    "STO101 a byte too many": (writing([{"size": "10 GB"}], output(size="10000000001 B")), 1),
    "STO101 two volumes": (writing([{"size": "5 GB"}, {"size": "5 GB"}], output(size="9 GB")), 0),
    "STO101 one of unknown size": (writing([{"size": "5 GB"}, {"name": "x"}], output(size="9 GB")), 0),
    "STO101 as much as there is": (writing([{"size": {"min": "1 GB"}}], output(size="9 GB")), 0),
    "STO101 output on a mount of its own": (
        writing([{"size": "5 GB"}], output(size="9 GB", mount={"path": "/out"})),
        0,
    ),
    "STO101 input": (writing([{"size": "5 GB"}], {"name": "x", "size": "9 GB"}), 0),
    "STO101 the least counts": (writing([{"size": "5 GB"}], output(size={"min": "1 GB", "max": "9 GB"})), 0),
    "STO101 output of unknown size": (writing([{"size": "5 GB"}], output(name="x")), 0),
    "STO101 nowhere to write": (writing([], output(size="9 GB")), 0),
    "STO104 input may be read-only": (
        writing([{"size": "1 GB"}], {"name": "x", "mount": {"path": "/in", "mode": "READONLY"}}),
        0,
    ),
    "STO104 in a profile": (
        profiles(
            {
                "name": "big",
                **writing([{"size": "1 GB"}], output(mount={"path": "/out", "mode": "READONLY"})),
            }
        ),
        1,
    ),
    "STO106 with spaces around": (writing([{"name": "x", "size": "1 GB"}], output(name=" x ")), 1),
    "STO106 two without a name": (writing([{"size": "1 GB"}, {"size": "1 GB"}]), 0),
    "STO106 the same name in two profiles": (
        profiles(
            {"name": "one", "storage-resources": [{"name": "x", "size": "1 GB"}]},
            {"name": "two", "storage-resources": [{"name": "x", "size": "2 GB"}]},
        ),
        0,
    ),
    "STO106 the same data again": (
        {"data-resources": [{"name": "x", "size": "1 GB"}, {"name": "x", "size": "1 GB"}]},
        0,
    ),
    "STO107 ephemeral and written": (
        writing([{"size": "1 GB", "lifetime": "ephemeral", "mount": {"path": "/x", "mode": "READWRITE"}}]),
        0,
    ),
    "STO107 nothing is said of its life": (
        writing([{"size": "1 GB", "mount": {"path": "/x", "mode": "READONLY"}}]),
        0,
    ),
    "STO108 an empty entry": (writing([{}]), 0),
    "DAT109 input may be required": ({"data-resources": [{"name": "x", "required": True}]}, 0),
    "DAT109 output that is optional": (writing([{"size": "1 GB"}], output(name="x", required=False)), 0),
    "DAT110 rucio": (located("rucio://scope:name"), 0),
    "DAT110 ivo": (located("ivo://cds.vizier/i/239"), 0),
    "DAT110 capital letters": (located("HTTPS://example.org/a.fits"), 0),
    "DAT110 a host": (located("www.example.org/a.fits"), 1),
    "DAT110 a host with a port": (located("example.org:8080/a.fits"), 1),
    "DAT110 a port is no scheme": (located("s3:80/a.fits"), 1),
    "DAT110 a local path has its own rule": (located("/data/a.fits"), 0),
    "DAT111 in capital letters": (located("https://example.org/a.CSV"), 1),
    "DAT111 packed": (located("https://example.org/a.csv.gz"), 1),
    "DAT111 before a question": (located("https://example.org/a.csv?download=1"), 1),
    "DAT111 in a question": (located("https://example.org/get?name=a.csv"), 0),
    "DAT111 a host is no file": (located("https://example.csv"), 0),
    "DAT111 nobody knows the ending": (located("https://example.org/a.xyz"), 0),
    "DAT111 one of several formats": (
        located("https://example.org/a.csv", form=["urn:fits-binary", "urn:csv-text"]),
        0,
    ),
    "DAT111 a format of one's own": (located("https://example.org/a.csv", form="urn:cta:dl1"), 0),
    "DAT111 none of several formats": (
        located("https://example.org/a.csv", form=["urn:fits-binary", "urn:parquet-binary"]),
        1,
    ),
    "DAT112 three times": (located("s3://b/a", "s3://b/a", " s3://b/a"), 2),
    "DAT112 once": (located("s3://b/a"), 0),
    "DAT112 two": (located("s3://b/a", "s3://b/b"), 0),
    "DAT113 a range to nothing": (writing([{"size": {"min": 0, "max": 0}}]), 1),
    "DAT113 no memory has its own rule": (computing(memory="0 GB"), 0),
    "DAT114 another mount": (
        {
            "data-resources": [
                {"name": "x", "mount": {"path": "/a"}},
                {"name": "x", "mount": {"path": "/b"}},
            ]
        },
        1,
    ),
    "DAT114 another size": ({"data-resources": [{"name": "x", "size": 1}, {"name": "x", "size": 2}]}, 0),
    "DAT114 empty entries": ({"data-resources": [{}, {}]}, 0),
}


@pytest.mark.parametrize(("example", "times"), CASES.values(), ids=CASES.keys())
def test_a_rule_speaks_where_it_should(example: Example, times: int, request: pytest.FixtureRequest) -> None:
    code = request.node.callspec.id.split()[0]
    assert [found.code for found in findings_of(example)].count(code) == times


ADVICE: dict[str, tuple[Example, str]] = {
    "DAT110 a DOI": (located("10.5281/zenodo.4701488"), 'write "doi:10.5281/zenodo.4701488"'),
    "DAT110 a host": (located("www.example.org/a.fits"), 'write "https://www.example.org/a.fits"'),
    "DAT110 a path": (located("data/a.fits"), "give an https, s3, rucio or ivo address, or a DOI"),
    "RES122 x86": (computing(architecture="X86_64"), 'write "amd64"'),
    "STO101 more": (writing([{"size": "1 GB"}], output(size="2 GB")), 'ask for more, e.g. "2 GB"'),
}


@pytest.mark.parametrize(("example", "advice"), ADVICE.values(), ids=ADVICE.keys())
def test_advice_can_be_pasted(example: Example, advice: str, request: pytest.FixtureRequest) -> None:
    code = request.node.callspec.id.split()[0]
    assert [found.advice for found in findings_of(example) if found.code == code] == [advice]
