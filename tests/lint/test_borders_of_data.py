"""Where rules about storage and data begin to speak: each case says how often its rule does."""

from typing import Any

import pytest

from changed_lists import computing, profiles
from ossr_catalogue.lint.examples import findings_of
from ossr_catalogue.lint.rule import Example


def output(**more: Any) -> dict[str, Any]:  # noqa: ANN401 - any JSON
    return {"direction": "output", **more}


def writing(storage: list[dict[str, Any]], *data: dict[str, Any]) -> dict[str, Any]:
    return {"storage-resources": storage, "data-resources": list(data)}


def located(*locations: str, form: str | list[str] = "urn:fits-binary") -> dict[str, Any]:
    return {"data-resources": [{"name": "events", "data-format": form, "locations": list(locations)}]}


CASES: dict[str, tuple[Example, int]] = {
    "DAT102 an empty entry": ({"data-resources": [{}]}, 1),
    "DAT103 an empty entry has another rule": ({"data-resources": [{}]}, 0),
    "STO108 no mapping": ({"storage-resources": ["20 GB"]}, 0),
    "RES118 no mapping": ({"compute-resources": [8]}, 0),
    "STO101 exactly full": (writing([{"size": "10 GB"}], output(size="10 GB")), 0),
    "STO101 exactly full, and output of unknown size": (
        writing([{"size": "10 GB"}], output(size="10 GB"), output(name="x"), output(size={"max": "1 GB"})),
        0,
    ),
    "STO101 a byte too many, and output of unknown size": (
        writing([{"size": "10 GB"}], output(size="10000000001 B"), output(name="x"), output(size={"max": 1})),
        1,
    ),
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
    "STO101 nothing is known of the storage": (writing([{"name": "x"}], output(size="9 GB")), 0),
    "STO101 storage of no amount": (writing([{"size": "much"}], output(size="9 GB")), 0),
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
    "STO104 where there is no storage either": (
        {"data-resources": [output(name="x", mount={"path": "/out", "mode": "READONLY"})]},
        0,
    ),
    "STO106 empty names have another rule": (writing([{"name": "", "size": 1}, {"name": " ", "size": 1}]), 0),
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
    "STO105 of data": (writing([], output(name="x", mount={"path": "out"})), 1),
    "STO105 nothing": (writing([{"size": "1 GB", "mount": {"path": ""}}]), 0),
    "STO105 no text": (writing([{"size": "1 GB", "mount": {"path": 1}}]), 0),
    "STO108 an empty entry": (writing([{}]), 1),
    "DAT109 input may be required": ({"data-resources": [{"name": "x", "required": True}]}, 0),
    "DAT109 output that is optional": (writing([{"size": "1 GB"}], output(name="x", required=False)), 0),
    "DAT110 rucio": (located("rucio://scope:name"), 0),
    "DAT110 ivo": (located("ivo://cds.vizier/i/239"), 0),
    "DAT110 capital letters": (located("HTTPS://example.org/a.fits"), 0),
    "DAT110 a host": (located("www.example.org/a.fits"), 1),
    "DAT110 a host with a port": (located("example.org:8080/a.fits"), 1),
    "DAT110 a port is no scheme": (located("s3:80/a.fits"), 1),
    "DAT110 a local path has its own rule": (located("/data/a.fits"), 0),
    "DAT110 nothing": (located(""), 0),
    "DAT111 no locations": ({"data-resources": [{"data-format": "urn:fits-binary"}]}, 0),
    "DAT111 no format": ({"data-resources": [{"name": "x", "locations": ["https://a.org/a.csv"]}]}, 0),
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
    "DAT112 nothing twice": (located("", ""), 0),
    "DAT112 no locations": ({"data-resources": [{"name": "x"}]}, 0),
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
    "DAT114 another uuid": (
        {
            "data-resources": [
                {"name": "x", "uuid": "401f6251-be15-4f8a-bad7-38ef4d6cb7c1"},
                {"name": "x", "uuid": "b3e4b0a3-8f0e-4d5d-9a51-0e9d3a6f2c11"},
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
    "STO101 more": (writing([{"size": "1 GB"}], output(size="2 GB")), 'ask for more, e.g. "2 GB"'),
}


@pytest.mark.parametrize(("example", "advice"), ADVICE.values(), ids=ADVICE.keys())
def test_advice_can_be_pasted(example: Example, advice: str, request: pytest.FixtureRequest) -> None:
    code = request.node.callspec.id.split()[0]
    assert [found.advice for found in findings_of(example) if found.code == code] == [advice]
