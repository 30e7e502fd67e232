"""What is cited with: BibTeX, CITATION.cff and CodeMeta of each component, whatever was harvested."""

import json
import re
from dataclasses import replace
from importlib.resources import files as package_files
from typing import Any

import pytest
import yaml
from jsonschema import Draft7Validator
from rdflib.namespace import SDO

import sample_catalogue as sample
from built_site import read_page, stamps
from ossr_catalogue.model.component import Component, Person
from ossr_catalogue.model.kinds.jupyter_notebook import JupyterNotebook
from ossr_catalogue.publish.doors.citation import _CFF_LICENCES
from sample_site import files_of, read, sample_files, values_in

LIBRARY = "components/github.com-example-ossr-library"
CFF = json.loads(
    package_files("check_jsonschema.builtin_schemas.vendor").joinpath("citation-file-format.json").read_text()
)
HOSTILE = [
    "a } b { c",
    "a\\",
    "a\nb: c\n- d",
    "x, y and z",
    "@software{evil,",
    "\u202ea\x00\x0b\ufffe",
    "100% & $5 #1 a_b ~ ^",
    "'single' \"double\" | > ! * & ? : -",
    "no",
    "2.10",
    "\ud800",
    sample.NASTY,
]


def with_text(text: str) -> Component:
    return replace(
        sample.LIBRARY,
        title=text,
        description=text,
        version=text,
        keywords=(text,),
        authors=(Person(name=text), Person(name=text, orcid="0000-0002-1825-0097"), Person(name="A")),
    )


def content_of(name: str, component: Component = sample.LIBRARY, title: str = "Title") -> str:
    entry = sample.entry(JupyterNotebook(location="a.ipynb"), title, component)
    return files_of(sample.catalogue(entry))[f"components/{component.slug}/{name}"].content.decode()


def cff_of(component: Component) -> Any:  # noqa: ANN401 - YAML
    return yaml.safe_load(content_of("CITATION.cff", component))


def test_bibtex_names_the_component_and_each_executable() -> None:
    text = content_of("citation.bib", title="Explore the OSSR")
    keys = re.findall(r"^@software\{(.*),$", text, re.MULTILINE)
    assert keys == ["github.com-example-ossr-library", sample.uuid_of("Explore the OSSR")]
    assert "  title = {{Explore the OSSR}},\n  note = {In: OSSR library},\n  version = {2.3.0},\n" in text
    assert "  author = {Ada Lovelace and {ESCAPE OSSR team}},\n" in text
    assert "  doi = {10.5281/zenodo.1234567},\n" in text


@pytest.mark.parametrize("text", HOSTILE, ids=ascii)
def test_bibtex_is_balanced_line_by_line_whatever_was_harvested(text: str) -> None:
    lines = content_of("citation.bib", with_text(text), text).splitlines()
    fields = [line for line in lines if line.startswith("  ")]
    assert all(re.fullmatch(r"  [a-z]+ = \{.*\},", line) for line in fields)
    assert all(line.count("{") == line.count("}") for line in fields)
    assert len(lines) == len(fields) + 2 * 2 + 1


@pytest.mark.parametrize("text", HOSTILE, ids=ascii)
def test_signs_that_tex_reads_are_written_out(text: str) -> None:
    fields = [
        line for line in content_of("citation.bib", with_text(text), text).splitlines() if "title" in line
    ]
    bare = re.sub(r"\\(?:text[a-z]+\{\}|[&%$#_])", "", "".join(fields))
    assert not set("&%$#_~^\\") & set(bare)


def test_cff_says_what_is_known() -> None:
    assert cff_of(sample.LIBRARY) == {
        "cff-version": "1.2.0",
        "message": "If you use this software, please cite it as below.",
        "type": "software",
        "title": "OSSR library",
        "authors": [
            {"name": "Ada Lovelace", "orcid": "https://orcid.org/0000-0002-1825-0097"},
            {"name": "ESCAPE OSSR team"},
        ],
        "abstract": "Python access to the OSSR.",
        "version": "2.3.0",
        "commit": sample.REVISION,
        "doi": "10.5281/zenodo.1234567",
        "repository-code": "https://github.com/example/ossr-library",
        "license": "MIT",
        "keywords": ["ossr", "zenodo"],
    }


@pytest.mark.parametrize("text", HOSTILE, ids=ascii)
def test_cff_is_valid_whatever_was_harvested(text: str) -> None:
    component = replace(
        with_text(text), licence=text, homepage=f"https://example.org/{text}", doi=f"10.1/{text}"
    )
    validator = Draft7Validator(CFF, format_checker=Draft7Validator.FORMAT_CHECKER)
    assert [error.message for error in validator.iter_errors(cff_of(component))] == []


def test_the_licences_are_those_of_cff() -> None:
    assert _CFF_LICENCES.issubset(CFF["definitions"]["license-enum"]["enum"])


def test_there_is_no_cff_without_authors() -> None:
    files = files_of(
        sample.catalogue(sample.entry(JupyterNotebook(location="a.ipynb"), "Title", sample.GAIA))
    )
    names = {path.rpartition("/")[2] for path in files if path.startswith("components/")}
    assert "citation.bib" in names
    assert "CITATION.cff" not in names


def test_codemeta_has_the_executables_as_its_parts() -> None:
    codemeta = read(f"{LIBRARY}/codemeta.json")
    assert codemeta["@context"] == "https://w3id.org/codemeta/3.0"
    parts = {part["name"]: part for part in codemeta["hasPart"]}
    assert parts["Explore the OSSR"]["memoryRequirements"] == "1 GB to 16 GB"
    assert len(parts) == sum(entry.component is sample.LIBRARY for entry in sample.of_every_type())


def test_codemeta_keeps_to_its_own_types() -> None:
    types = {
        value["@type"]
        for path in sample_files()
        if path.endswith("codemeta.json")
        for value in values_in(read(path))
        if isinstance(value, dict) and "@type" in value
    }
    assert types == {"SoftwareSourceCode", "SoftwareApplication", "Person", "Organization"}


def test_codemeta_keeps_to_terms_of_schema_org() -> None:
    nodes = [value for value in values_in(read(f"{LIBRARY}/codemeta.json")) if isinstance(value, dict)]
    assert [key for node in nodes for key in node if not key.startswith("@") and key not in SDO] == []


def test_pages_lead_to_them() -> None:
    entry = sample.entry(JupyterNotebook(location="a.ipynb"), "Title")
    pages = {stamp.path: stamp for stamp in stamps(sample.catalogue(entry))}
    for path in (f"{LIBRARY}/", f"executables/{entry.executable.uuid}/"):
        assert f"../../{LIBRARY}/citation.bib" in read_page(pages[path].content).addresses()


@pytest.mark.parametrize("name", ["Ada and Bea", "Lovelace, Ada", "A {B"])
def test_a_name_that_bibtex_would_take_apart_stays_whole(name: str) -> None:
    component = replace(sample.LIBRARY, authors=(Person(name=name, orcid="0000-0002-1825-0097"),))
    (author, _) = [line for line in content_of("citation.bib", component).splitlines() if "author" in line]
    assert author.startswith("  author = {{")


def test_an_author_who_is_named_twice_is_one() -> None:
    component = replace(sample.LIBRARY, authors=(Person(name="A"), Person(name="A"), Person(name="B")))
    assert cff_of(component)["authors"] == [{"name": "A"}, {"name": "B"}]
