"""For workflow engines and their clients: workflows and containers as a GA4GH tool registry, TRS 2.0.1.

A file system has no file `tools` beside a folder `tools/`, so an answer that others lie below is the
`index.html` of its folder, which every host gives for the folder's address. It is JSON without any sign of
markup, since hosts call it HTML. Queries need a server: whoever asks gets everything.
https://github.com/ga4gh/tool-registry-service-schemas
"""

import hashlib
import re
from collections.abc import Iterator
from typing import Any, Final
from urllib.parse import urlsplit

from ossr_catalogue.model.catalogue import Catalogue, Entry
from ossr_catalogue.model.image_name import DOCKER_HUB, image_name
from ossr_catalogue.model.kinds.cwl_workflow import CwlWorkflow
from ossr_catalogue.model.kinds.docker_container import DockerContainer, Image
from ossr_catalogue.model.kinds.kind import Kind
from ossr_catalogue.model.kinds.nextflow_workflow import NextflowWorkflow
from ossr_catalogue.model.kinds.singularity_container import SingularityContainer
from ossr_catalogue.model.kinds.snakemake_workflow import SnakemakeWorkflow
from ossr_catalogue.model.plain import plain
from ossr_catalogue.model.plain_text import one_line
from ossr_catalogue.publish.files import JSON, PublishedFile, SiteSettings
from ossr_catalogue.publish.linked_data import script_text, web_address
from ossr_catalogue.publish.pages.commonmark import summary_of

ROOT: Final = "ga4gh/trs/v2/"
_VERSION: Final = "2.0.1"
_LANGUAGES: Final[dict[type[Kind], str]] = {
    CwlWorkflow: "CWL",
    NextflowWorkflow: "NFL",
    SnakemakeWorkflow: "SMK",
}
_CONTAINERS: Final = (DockerContainer, SingularityContainer)
_WORKFLOW: Final = {"id": "workflow", "name": "Workflow", "description": "Steps that an engine runs."}
_TOOL: Final = {"id": "command-line-tool", "name": "CommandLineTool", "description": "A container to be run."}
_IN_AN_ADDRESS: Final = re.compile(r"(?!index\.html)[A-Za-z0-9][A-Za-z0-9._-]*")

Plain = dict[str, Any]


def files(catalogue: Catalogue, site: SiteSettings) -> Iterator[PublishedFile]:
    """Write the registry, if there is anything for it; every address ends without a query."""
    listed = [entry for entry in catalogue.entries if _is_listed(entry)]
    if not listed:
        return
    yield _answer("service-info", _service(site), rel="trs")
    yield _answer("toolClasses", [_WORKFLOW, _TOOL])
    tools = []
    for entry in listed:
        tool = _tool(entry, site)
        tools.append(tool)
        yield from _files_of(entry, tool)
    yield _answer("tools/index.html", tools)


def version_id(revision: str) -> str:
    """Give a revision as a part of an address; one that is none is named by its digest.

    >>> version_id("v1.0"), version_id("release/1")
    ('v1.0', 'c216c692b188d45a')
    """
    if _IN_AN_ADDRESS.fullmatch(revision):
        return revision
    return hashlib.sha256(revision.encode("utf-8", "replace")).hexdigest()[:16]


def _is_listed(entry: Entry) -> bool:
    return type(entry.executable.kind) in _LANGUAGES or isinstance(entry.executable.kind, _CONTAINERS)


def _files_of(entry: Entry, tool: Plain) -> Iterator[PublishedFile]:
    version = tool["versions"][0]
    folder = f"tools/{tool['id']}/"
    below = f"{folder}versions/{version['id']}/"
    yield _answer(f"{folder}index.html", tool)
    yield _answer(f"{folder}versions/index.html", tool["versions"])
    yield _answer(f"{below}index.html", version)
    for language in version.get("descriptor_type", ()):
        path = entry.executable.kind.paths()[0]
        yield _answer(f"{below}{language}/descriptor", {"url": _address(entry, path)})
        yield _answer(
            f"{below}{language}/files", [{"path": one_line(path), "file_type": "PRIMARY_DESCRIPTOR"}]
        )
    if version["containerfile"]:
        address = _address(entry, entry.executable.kind.paths()[0])
        yield _answer(f"{below}containerfile", [{"url": address}])


def _tool(entry: Entry, site: SiteSettings) -> Plain:
    executable, component = entry.executable, entry.component
    url = f"{site.url}{ROOT}tools/{executable.uuid}"
    tool: Plain = plain(
        {
            "url": url,
            "id": executable.uuid,
            "organization": one_line(component.title) or component.slug,
            "name": one_line(executable.title),
            "toolclass": _TOOL if isinstance(executable.kind, _CONTAINERS) else _WORKFLOW,
            "description": one_line(summary_of(executable.description)) or None,
            "has_checker": False,
            "versions": [_version(entry, url)],
        }
    )
    return tool


def _version(entry: Entry, url: str) -> Plain:
    """Give the one version that the catalogue knows: what it has pinned."""
    kind, component = entry.executable.kind, entry.component
    identity = version_id(component.revision)
    language = _LANGUAGES.get(type(kind))
    return {
        "url": f"{url}/versions/{identity}",
        "id": identity,
        "name": one_line(component.version or component.revision),
        "author": [one_line(person.name) for person in component.authors] or None,
        "descriptor_type": [language] if language and _address(entry, kind.paths()[0]) else None,
        "containerfile": isinstance(kind, DockerContainer) and bool(_address(entry, kind.recipe)),
        "images": [*_images(kind)] or None,
    }


def _images(kind: Kind) -> Iterator[Plain]:
    if isinstance(kind, DockerContainer):
        yield from (_image(location, kind.image) for location in kind.image.locations)
    elif isinstance(kind, SingularityContainer) and "://" in kind.location:
        location = one_line(kind.location)
        host = location.partition("://")[2].partition("/")[0]
        yield {"image_name": location, "image_type": "Singularity", "registry_host": host}


def _image(location: str, image: Image) -> Plain:
    name = image_name(location)
    algorithm, _, digest = (image.digest or "").partition(":")
    return {
        "image_name": one_line(location),
        "image_type": "Docker",
        "registry_host": (name.registry or DOCKER_HUB) if name else None,
        "checksum": [{"type": algorithm, "checksum": digest}] if digest else None,
    }


def _address(entry: Entry, path: str | None) -> str | None:
    return web_address(entry.component.file_url(path)) if path else None


def _service(site: SiteSettings) -> Plain:
    host = urlsplit(site.url).hostname or "localhost"
    return {
        "id": ".".join([*reversed(host.split(".")), "trs"]),
        "name": one_line(site.name),
        "type": {"group": "org.ga4gh", "artifact": "trs", "version": _VERSION},
        "description": "Workflows and containers of the catalogue, as files: queries are not answered.",
        "organization": {"name": one_line(site.name), "url": site.url},
        "documentationUrl": f"{site.url}for-platforms/",
        "version": _VERSION,
    }


def _answer(path: str, value: Any, rel: str = "") -> PublishedFile:  # noqa: ANN401 - JSON
    content = f"{script_text(value)}\n".encode()
    return PublishedFile(path=f"{ROOT}{path}", content=content, media_type=JSON, rel=rel)
