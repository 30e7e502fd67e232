"""Workflows and containers as GA4GH's tool registry: what a client asks for lies where it asks."""

from dataclasses import replace
from typing import Any

import pytest

import sample_catalogue as sample
from ossr_catalogue.model.kinds.cwl_workflow import CwlWorkflow
from ossr_catalogue.model.kinds.docker_container import DockerContainer, Image
from ossr_catalogue.model.kinds.jupyter_notebook import JupyterNotebook
from ossr_catalogue.model.kinds.singularity_container import SingularityContainer
from ossr_catalogue.publish.files import PublishedFile
from sample_site import files_of, read, sample_files

ROOT = "ga4gh/trs/v2/"
TOOL_KEYS = {"url", "id", "organization", "name", "toolclass", "description", "has_checker", "versions"}
VERSION_KEYS = {"url", "id", "name", "author", "descriptor_type", "containerfile", "images"}
"""Of the schemas `Tool` and `ToolVersion`, those that are used."""


def ask(address: str, files: dict[str, PublishedFile] | None = None) -> Any:  # noqa: ANN401 - JSON
    """Answer as a static host does: the file, else the `index.html` of the folder."""
    path = f"{ROOT}{address}"
    found = files or sample_files()
    return read(path if path in found else f"{path}/index.html", found)


def of(*entries: Any) -> dict[str, PublishedFile]:  # noqa: ANN401 - entries
    return files_of(sample.catalogue(*entries))


def tool(title: str) -> Any:  # noqa: ANN401 - JSON
    return next(one for one in ask("tools") if one["name"] == title)


def test_it_lists_workflows_and_containers_and_nothing_else() -> None:
    assert {one["name"]: one["toolclass"]["name"] for one in ask("tools")} == {
        "Calibrate LOFAR data": "Workflow",
        "HI friends of galaxies": "Workflow",
        "Simulate showers": "Workflow",
        "OSSR library in a container": "CommandLineTool",
        "CASA image": "CommandLineTool",
    }


@pytest.mark.parametrize("title", sorted(one["name"] for one in ask("tools")))
def test_every_address_that_it_names_is_answered(title: str) -> None:
    found = tool(title)
    base = f"https://catalogue.example.org/{ROOT}"
    (version,) = found["versions"]
    assert ask(found["url"].removeprefix(base)) == found
    assert ask(f"tools/{found['id']}/versions") == [version]
    assert ask(version["url"].removeprefix(base)) == version
    assert set(found) <= TOOL_KEYS
    assert set(version) <= VERSION_KEYS


@pytest.mark.parametrize(
    ("title", "language", "path"),
    [
        ("Calibrate LOFAR data", "CWL", "workflows/calibrate.cwl"),
        ("Simulate showers", "NFL", "main.nf"),
        ("HI friends of galaxies", "SMK", "Snakefile"),
    ],
)
def test_a_workflow_leads_to_its_descriptor(title: str, language: str, path: str) -> None:
    (version,) = tool(title)["versions"]
    below = f"tools/{tool(title)['id']}/versions/{version['id']}/{language}"
    assert version["descriptor_type"] == [language]
    assert ask(f"{below}/descriptor")["url"].endswith(path)
    assert ask(f"{below}/files") == [{"path": path, "file_type": "PRIMARY_DESCRIPTOR"}]


def test_a_container_names_its_image() -> None:
    (version,) = tool("OSSR library in a container")["versions"]
    assert version["images"] == [
        {
            "image_name": "ghcr.io/example/ossr-library:2.3.0",
            "image_type": "Docker",
            "registry_host": "ghcr.io",
            "checksum": [{"type": "sha256", "checksum": "ab" * 32}],
        }
    ]


def test_a_recipe_is_its_containerfile() -> None:
    entry = sample.entry(DockerContainer(image=Image(), recipe="docker/Dockerfile"), "Title")
    files = of(entry)
    (version,) = ask("tools", files)[0]["versions"]
    (recipe,) = ask(f"tools/{entry.executable.uuid}/versions/{version['id']}/containerfile", files)
    assert version["containerfile"] is True
    assert recipe["url"].endswith(f"/{sample.REVISION}/docker/Dockerfile")


def test_what_has_no_public_address_promises_no_descriptor() -> None:
    entry = sample.entry(CwlWorkflow(location="a.cwl"), "Title", sample.FOLDER)
    assert "descriptor_type" not in ask("tools", of(entry))[0]["versions"][0]


@pytest.mark.parametrize("revision", ["release/1", "../../x", "v 1?#", ".", "index.html", "\ud800"])
def test_a_revision_that_is_no_part_of_an_address_is_named_by_its_digest(revision: str) -> None:
    component = replace(sample.LIBRARY, revision=revision, version=None)
    files = of(sample.entry(CwlWorkflow(location="a.cwl"), "Title", component))
    (version,) = ask("tools", files)[0]["versions"]
    assert version["name"] == revision.replace("\ud800", "")
    assert version["id"].isalnum()


def test_hosts_may_call_it_html() -> None:
    nasty = replace(sample.nasty().component, revision=sample.NASTY)
    files = of(sample.entry(CwlWorkflow(location="<b>.cwl"), sample.NASTY, nasty, description=sample.NASTY))
    answers = [file.content for path, file in files.items() if path.startswith(ROOT)]
    assert any(b"alert(1)" in answer for answer in answers)
    assert not [answer for answer in answers if set(b"<>&") & set(answer)]


def test_an_address_of_an_image_can_be_anything() -> None:
    files = of(sample.entry(SingularityContainer(location="docker://[::1/x"), "Title"))
    (version,) = ask("tools", files)[0]["versions"]
    assert version["images"][0]["registry_host"] == "[::1"


def test_the_service_says_what_it_is() -> None:
    info = ask("service-info")
    assert info["type"] == {"group": "org.ga4gh", "artifact": "trs", "version": "2.0.1"}
    assert info["id"] == "org.example.catalogue.trs"
    assert {"name", "organization", "version"} <= set(info)


def test_without_workflows_and_containers_there_is_no_registry() -> None:
    files = of(sample.entry(JupyterNotebook(location="a.ipynb"), "Title"))
    assert not [path for path in files if path.startswith("ga4gh")]
