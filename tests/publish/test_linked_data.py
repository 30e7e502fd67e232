"""What search engines read: the terms of schema.org, and nothing that could end its script."""

import json
import re
from dataclasses import replace
from typing import Any

import pytest
from rdflib.namespace import SDO

import sample_catalogue as sample
from built_site import press_of
from ossr_catalogue.model.component import Person
from ossr_catalogue.model.kinds.jupyter_notebook import JupyterNotebook
from ossr_catalogue.publish.linked_data import executable_data
from ossr_catalogue.publish.pages.executable import executable_stamp
from sample_site import SETTINGS, read, sample_files, values_in

NOTEBOOK = JupyterNotebook(location="a b.ipynb", requirements="environment.yml")
BLOCK = re.compile(r'<script type="application/ld\+json">(.*?)</script>', re.DOTALL)
DOCUMENTS = sorted(path for path in sample_files() if path.endswith(".jsonld"))
OF_A_THING = {
    "additionalType", "description", "identifier", "name", "sameAs", "url",
}  # fmt: skip
OF_A_WORK = OF_A_THING | {
    "author", "citation", "creativeWorkStatus", "isPartOf", "keywords", "license", "version",
}  # fmt: skip
OF_SOURCE_CODE = OF_A_WORK | {"codeRepository", "programmingLanguage"}
OF_AN_APPLICATION = OF_A_WORK | {
    "applicationCategory", "downloadUrl", "memoryRequirements", "processorRequirements", "softwareHelp",
    "softwareRequirements", "storageRequirements",
}  # fmt: skip
PROPERTIES = {
    "CreativeWork": OF_A_WORK,
    "Organization": OF_A_THING,
    "Person": OF_A_THING | {"affiliation"},
    "SoftwareApplication": OF_AN_APPLICATION,
    "SoftwareSourceCode": OF_SOURCE_CODE,
    "Thing": OF_A_THING,
}
"""By the pages of the types, https://schema.org/SoftwareApplication and its neighbours."""


def nodes(path: str) -> list[dict[str, Any]]:
    return [value for value in values_in(read(path)) if isinstance(value, dict)]


def data_of(title: str = "Title", component: sample.Component = sample.LIBRARY, **changes: Any) -> Any:  # noqa: ANN401 - JSON
    return executable_data(sample.entry(NOTEBOOK, title, component, **changes), SETTINGS)


def test_each_executable_has_a_file() -> None:
    assert len(DOCUMENTS) == read("index.json")["count"]


@pytest.mark.parametrize("path", DOCUMENTS)
def test_every_term_is_one_of_schema_org(path: str) -> None:
    for node in nodes(path):
        types = node["@type"] if isinstance(node["@type"], list) else [node["@type"]]
        terms = [*types, *(key for key in node if not key.startswith("@"))]
        assert [term for term in terms if term not in SDO] == []


@pytest.mark.parametrize("path", DOCUMENTS)
def test_every_type_has_the_properties_that_are_said_of_it(path: str) -> None:
    for node in nodes(path):
        types = node["@type"] if isinstance(node["@type"], list) else [node["@type"]]
        allowed = set().union(*(PROPERTIES[name] for name in types))
        assert {key for key in node if not key.startswith("@")} <= allowed


def test_it_says_what_is_needed_in_words() -> None:
    data = data_of(needs=sample.CLUSTER)
    assert data["memoryRequirements"] == "344 GB"
    assert data["storageRequirements"] == "20 GiB or more"
    assert data["processorRequirements"] == "cores: 210, nodes: 8"


def test_it_names_the_file_to_run_and_what_it_installs() -> None:
    data = data_of()
    raw = f"https://raw.githubusercontent.com/example/ossr-library/{sample.REVISION}"
    assert data["downloadUrl"] == f"{raw}/a%20b.ipynb"
    assert data["softwareRequirements"] == {"@type": "CreativeWork", "url": f"{raw}/environment.yml"}


def test_what_is_not_declared_is_not_said() -> None:
    data = data_of(component=sample.FOLDER)
    absent = {
        "memoryRequirements",
        "processorRequirements",
        "license",
        "author",
        "codeRepository",
        "downloadUrl",
    }
    assert not absent & set(data)


def test_it_is_a_part_of_its_component() -> None:
    part = data_of()["isPartOf"]
    assert part["@id"] == "https://catalogue.example.org/components/github.com-example-ossr-library/"
    assert (part["name"], part["identifier"]) == ("OSSR library", "https://doi.org/10.5281/zenodo.1234567")


def test_nobody_is_taken_for_a_person_without_a_sign_of_it() -> None:
    ada, team = data_of()["author"]
    assert (ada["@type"], ada["@id"]) == ("Person", "https://orcid.org/0000-0002-1825-0097")
    assert team == {"@type": "Thing", "name": "ESCAPE OSSR team"}


def test_what_only_claims_to_be_an_orcid_is_no_address() -> None:
    component = replace(sample.LIBRARY, authors=(Person(name="A", orcid="../x?y"),))
    assert data_of(component=component)["author"] == [{"@type": "Thing", "name": "A"}]


@pytest.mark.parametrize(
    ("licence", "said"),
    [
        ("BSD-3-Clause", "https://spdx.org/licenses/BSD-3-Clause"),
        ("MIT OR Apache-2.0", {"@type": "CreativeWork", "name": "MIT OR Apache-2.0"}),
        ("LicenseRef-own", {"@type": "CreativeWork", "name": "LicenseRef-own"}),
    ],
)
def test_a_licence_is_an_address_where_it_has_one(licence: str, said: object) -> None:
    assert data_of(licence=licence)["license"] == said


def test_a_page_carries_the_same_as_the_file() -> None:
    entry = sample.nasty()
    stamp = executable_stamp(press_of(sample.catalogue(entry)), entry, {})
    (block,) = BLOCK.findall(stamp.head)
    assert json.loads(block) == read(f"executables/{entry.executable.uuid}.jsonld")


def test_harvested_text_cannot_end_the_script() -> None:
    content = sample_files()[f"executables/{sample.uuid_of('nasty')}.jsonld"].content
    assert b"alert(1)" in content
    assert not set(b"<>&") & set(content)
