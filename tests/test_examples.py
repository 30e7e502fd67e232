"""Everything that a visitor can copy is sound: the examples, the documentation, the project's own list."""

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from uuid import UUID

import click
import pytest
import yaml

from ossr_catalogue.cli.main import group
from ossr_catalogue.document.document import Document
from ossr_catalogue.document.locations import LIST_LOCATIONS
from ossr_catalogue.document.parse import parse
from ossr_catalogue.document.reading import read_executable
from ossr_catalogue.lint.checking import lint_text
from ossr_catalogue.lint.run import lint
from ossr_catalogue.model.executable import Executable
from ossr_catalogue.model.finding import Severity
from ossr_catalogue.model.kinds import KINDS, UnknownKind
from ossr_catalogue.model.quantity import Number, Range
from ossr_catalogue.model.resources import Needs
from ossr_catalogue.report import FORMATS, Run

ROOT = Path(__file__).parents[1]
EXAMPLES = ROOT / "catalogue" / "examples"
WITHOUT_LIST = "cone-overlap"
COMMANDS = set(group.list_commands(click.Context(group)))
BROKEN = {"broken-list": ["PAR011"], "one-broken-entry": ["RES104"]}
SOUND = {
    "cds-tutorials": "executables.yaml",
    "eossr": "executables.json",
    "find-executables": "executables.yaml",
    "gaia-data-mining": "executables.yaml",
    "gammapy": "ossr/executables.json",
    "hi-friends": "executables.yml",
    "jupyter-casa": "executables.json",
    "period-search": ".ossr/executables.yaml",
    "star-counts": "executables.json",
}
PROSE = sorted([*(ROOT / "catalogue" / "pages").glob("*.md"), *ROOT.glob("*.md"), *EXAMPLES.glob("*/*.md")])
FENCE = re.compile(r"^```(?P<language>\w+)\n(?P<text>.*?)^```$", re.MULTILINE | re.DOTALL)


def document(path: Path) -> Document:
    return parse(path.read_bytes(), path.relative_to(ROOT).as_posix())


def blocks(page: Path, *languages: str) -> list[str]:
    fences = FENCE.finditer(page.read_text(encoding="utf-8"))
    return [fence["text"] for fence in fences if fence["language"] in languages]


def prose_lists() -> Iterator[Any]:
    for page in PROSE:
        for number, block in enumerate(blocks(page, "json", "yaml"), 1):
            if re.search(r'^\s*"?executables"?:', block, re.MULTILINE):
                yield pytest.param(block, id=f"{page.relative_to(ROOT)} block {number}")


PROSE_LISTS = list(prose_lists())


def complaints(checked: Document) -> list[str]:
    return [
        f"{found.path}:{found.place.line}: {found.code} {found.message}"
        for found in lint(checked)
        if found.severity >= Severity.WARNING
    ]


def sound_documents() -> list[Document]:
    return [document(EXAMPLES / folder / path) for folder, path in SOUND.items()]


def executables(checked: Document) -> list[Executable]:
    return [read_executable(node) for node in checked.executables]


def uuids_in(value: Any) -> Iterator[str]:  # noqa: ANN401 - plain JSON
    if isinstance(value, list):
        for item in value:
            yield from uuids_in(item)
    elif isinstance(value, dict):
        yield from (text for key, text in value.items() if key == "uuid")
        for item in value.values():
            yield from uuids_in(item)


def test_every_example_is_accounted_for() -> None:
    assert {folder.name for folder in EXAMPLES.iterdir()} == {*SOUND, *BROKEN, WITHOUT_LIST}


@pytest.mark.parametrize("folder", sorted(SOUND))
def test_a_sound_example_lints_without_a_complaint(folder: str) -> None:
    assert complaints(document(EXAMPLES / folder / SOUND[folder])) == []


@pytest.mark.parametrize("folder", sorted(BROKEN))
def test_a_broken_example_is_broken_in_the_one_way_that_it_tells_of(folder: str) -> None:
    (path,) = (EXAMPLES / folder).glob("executables.*")
    serious = [found for found in lint(document(path)) if found.severity > Severity.NOTE]
    assert [found.code for found in serious] == BROKEN[folder]


def test_an_example_without_a_list_carries_none_at_any_place() -> None:
    folder = EXAMPLES / WITHOUT_LIST
    assert not [*folder.glob("executables.*"), *folder.glob(".ossr/*")]
    assert "executables" not in json.loads((folder / "codemeta.json").read_bytes())


def test_the_projects_own_list_lints_without_a_complaint() -> None:
    assert complaints(document(ROOT / "executables.json")) == []


@pytest.mark.parametrize("block", PROSE_LISTS)
def test_a_list_in_the_documentation_lints_without_a_complaint(block: str) -> None:
    counting = [found for found in lint_text(block, "-") if found.suppression is None]
    assert [found.message for found in counting] == []


def test_the_documentation_shows_lists_in_both_languages() -> None:
    page = ROOT / "catalogue" / "pages" / "format.md"
    assert blocks(page, "json")
    assert len(blocks(page, "yaml")) >= 4


def test_every_type_stands_among_the_examples() -> None:
    kinds = {type(one.kind) for checked in sound_documents() for one in executables(checked)}
    assert kinds == set(KINDS) - {UnknownKind}


def test_every_place_where_a_list_may_stand_is_documented_in_the_order_of_the_search() -> None:
    text = (ROOT / "catalogue" / "pages" / "format.md").read_text(encoding="utf-8")
    assert re.findall(r"^\d\. `(.+)`$", text, re.MULTILINE) == list(LIST_LOCATIONS)


def test_every_type_is_documented() -> None:
    text = (ROOT / "catalogue" / "pages" / "format.md").read_text(encoding="utf-8")
    assert [kind.urn for kind in KINDS if f"| `{kind.urn}` |" not in text] == []


def test_every_key_of_every_type_is_documented_in_its_row() -> None:
    rows = {
        row.split("`")[1]: row
        for row in (ROOT / "catalogue" / "pages" / "format.md").read_text(encoding="utf-8").splitlines()
        if row.startswith("| `urn:types/")
    }
    missing = [(kind.urn, key) for kind in KINDS for key in kind.keys() if f"`{key}`" not in rows[kind.urn]]  # noqa: SIM118 - a class method
    assert missing == []


def test_no_uuid_is_used_twice_anywhere() -> None:
    documents = [*sound_documents(), document(ROOT / "executables.json")]
    documents += [parse(param.values[0], "-") for param in PROSE_LISTS]
    documents += [document(path) for name in BROKEN for path in (EXAMPLES / name).glob("executables.*")]
    uuids = [uuid for checked in documents if checked.root for uuid in uuids_in(checked.root.plain())]
    assert len(uuids) > 30
    assert len(set(uuids)) == len(uuids)


def test_every_uuid_of_an_example_is_a_random_one() -> None:
    uuids = [uuid for checked in sound_documents() if checked.root for uuid in uuids_in(checked.root.plain())]
    assert [uuid for uuid in uuids if UUID(uuid).version != 4] == []


@pytest.mark.parametrize("folder", sorted(SOUND))
def test_every_file_that_an_example_refers_to_is_there(folder: str) -> None:
    files = [
        path for one in executables(document(EXAMPLES / folder / SOUND[folder])) for path in one.kind.paths()
    ]
    assert [path for path in files if not (EXAMPLES / folder / path).is_file()] == []


@pytest.mark.parametrize("folder", sorted([*SOUND, *BROKEN, WITHOUT_LIST]))
def test_every_example_describes_itself_as_a_repository_of_the_ossr_does(folder: str) -> None:
    metadata = json.loads((EXAMPLES / folder / "codemeta.json").read_bytes())
    assert {"name", "description", "license", "author"} <= set(metadata)
    assert "This folder is an example of ossr-catalogue" in (EXAMPLES / folder / "README.md").read_text(
        "utf-8"
    )


def limits(quantity: Range | None) -> tuple[Number | None, Number | None] | None:
    return (quantity.minimum, quantity.maximum) if quantity else None


def facts(needs: Needs) -> list[Number | None]:
    """Give nodes, cores, memory and data of needs that leave no room: the least equals the most."""
    (compute,), (data,) = needs.compute, needs.data
    quantities = (compute.nodes, compute.cores, compute.memory_bytes, data.size_bytes)
    return [least for least, most in filter(None, map(limits, quantities)) if least == most]


def test_the_small_case_is_one_core_and_one_gigabyte_up_to_four_and_sixteen() -> None:
    library = executables(document(EXAMPLES / "eossr" / "executables.json"))
    assert len(library) == 2
    for (compute,) in (one.needs.compute for one in library):
        assert limits(compute.nodes) == (1, 1)
        assert limits(compute.cores) == (1, 4)
        assert limits(compute.memory_bytes) == (1_000_000_000, 16_000_000_000)


def test_the_large_case_is_that_of_the_gaia_platform() -> None:
    (gaia,) = executables(document(EXAMPLES / "gaia-data-mining" / "executables.yaml"))
    assert facts(gaia.needs) == [8, 210, 344_000_000_000, 5_000_000_000_000]
    assert facts(gaia.profiles[0].needs) == [6, 50, 100_000_000_000, 500_000_000]
    assert limits(gaia.needs.compute[0].walltime_seconds) == (190 * 3600, 190 * 3600)


def test_the_default_sources_are_the_examples_and_the_project_and_need_no_network() -> None:
    sources = yaml.safe_load((ROOT / "catalogue" / "sources.yml").read_bytes())["sources"]
    assert {source["folder"] for source in sources} == {
        "..",
        *(f"examples/{folder.name}" for folder in EXAMPLES.iterdir()),
    }


def test_the_finding_in_the_readme_is_what_the_linter_says_about_the_slip_it_names() -> None:
    readme = ROOT / "README.md"
    (sound,), (shown,) = blocks(readme, "json"), blocks(readme, "text")
    slip = parse(sound.replace('"16 GB"', '"16 Gb"'), "executables.json")
    assert FORMATS["text"].write(lint(slip), Run(files=("executables.json",))) == shown


@pytest.mark.parametrize("page", PROSE, ids=lambda page: str(page.relative_to(ROOT)))
def test_prose_names_only_commands_that_there_are(page: Path) -> None:
    text = page.read_text(encoding="utf-8")
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    commands = re.findall(r"(?:^|: |^ +- |`)ossr-catalogue (\w+)", text, re.MULTILINE)
    targets = re.findall(r"(?:^|: |`)make (\w+)", text, re.MULTILINE)
    assert set(commands) <= COMMANDS
    assert [target for target in targets if f"\n{target}:" not in makefile] == []


@pytest.mark.parametrize("page", PROSE, ids=lambda page: str(page.relative_to(ROOT)))
def test_a_link_from_prose_to_a_file_of_ours_leads_somewhere(page: Path) -> None:
    targets = re.findall(r"\]\(([^)#:\s]+)(?:#[^)]*)?\)", page.read_text(encoding="utf-8"))
    files = [target for target in targets if not (target.startswith("../") or target.endswith("/"))]
    assert [target for target in files if not (page.parent / target).exists()] == []
