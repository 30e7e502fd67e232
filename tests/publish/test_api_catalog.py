"""What a program finds that knows nothing but the address of the site: RFC 9727."""

from pathlib import Path
from typing import Any

import yaml

from sample_site import SETTINGS, read, sample_files

PATH = ".well-known/api-catalog"


def links(relation: str, anchor: str = PATH) -> list[dict[str, Any]]:
    (context,) = [one for one in read(PATH)["linkset"] if one["anchor"] == f"{SETTINGS.url}{anchor}"]
    return list(context[relation])


def paths(found: list[dict[str, Any]]) -> list[str]:
    return [link["href"].removeprefix(SETTINGS.url) for link in found]


def test_it_names_exactly_what_is_there_and_offered() -> None:
    offered = {file.path for file in sample_files().values() if file.rel}
    assert sorted(paths(links("item"))) == sorted({"index.json", *offered})


def test_types_are_those_of_the_files() -> None:
    files = sample_files()
    assert [link["type"] for link in links("item")] == [
        files[path].media_type for path in paths(links("item"))
    ]


def test_every_link_leads_to_a_file_or_to_the_guide() -> None:
    found = [
        path
        for context in read(PATH)["linkset"]
        for relation, links_of_it in context.items()
        if relation != "anchor"
        for path in paths(links_of_it)
    ]
    assert {path for path in found if path not in sample_files()} == {"for-platforms/"}


def test_the_index_is_described_by_its_schema() -> None:
    assert paths(links("service-desc", "index.json")) == ["schemas/index-1.schema.json"]


def test_it_says_what_it_is() -> None:
    media_type = sample_files()[PATH].media_type
    assert media_type == 'application/linkset+json; profile="https://www.rfc-editor.org/info/rfc9727"'


def test_it_is_handed_over_with_the_site() -> None:
    workflow = Path(__file__).parents[2] / ".github" / "workflows" / "publish.yml"
    steps = yaml.safe_load(workflow.read_text())["jobs"]["build"]["steps"]
    (upload,) = [step for step in steps if "upload-pages-artifact" in step.get("uses", "")]
    assert upload["with"]["include-hidden-files"] is True
