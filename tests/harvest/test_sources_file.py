"""A file of sources is read as it is meant, and every mistake in it is told with its line."""

from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

from ossr_catalogue.errors import UsageError
from ossr_catalogue.harvest import SOURCES
from ossr_catalogue.harvest.sources_file import read_sources
from ossr_catalogue.schemas import schema


@pytest.fixture
def place(tmp_path: Path) -> Path:
    return tmp_path / "sources.yml"


def names(place: Path, text: str) -> list[str]:
    place.write_text(text, encoding="utf-8")
    return [source.name for source in read_sources(place)]


def complaint(place: Path, text: str | bytes) -> str:
    place.write_bytes(text if isinstance(text, bytes) else text.encode())
    with pytest.raises(UsageError) as refused:
        read_sources(place)
    return str(refused.value).removeprefix(f"{place}")


def test_each_kind_of_source_is_made_in_the_order_of_the_file(place: Path) -> None:
    text = """\
x-note: anything
sources:
  - git: https://github.com/cds-astro/tutorials
    ref: "1.0"
  - zenodo: escape2020
    url: http://127.0.0.1:8000
  - record: 10.5072/zenodo.346365
    follow: false
    budget: 20
  - folder: examples/one
    only: [codemeta.json]
    repository: https://github.com/agn/agnpy
    revision: v1
    directory: examples/one
    x-note: mine
  - github: cds-astro
    exclude: [tutorials, "*.github.io"]
    forks: true
    archived: false
  - gitlab: https://gitlab.com/escape-ossr
    include: ["eossr*"]
  - gitlab: {url: https://gitlab.in2p3.fr/, group: escape2020/wp3}
  - catalogue: https://catalogue.example.org/ossr/
  - git: http://git.example.org/x
    plain-http: true
"""
    assert names(place, text) == [
        "git https://github.com/cds-astro/tutorials 1.0",
        "zenodo escape2020 at http://127.0.0.1:8000",
        "record 346365 at https://sandbox.zenodo.org",
        "folder examples/one",
        "github cds-astro",
        "gitlab https://gitlab.com/escape-ossr",
        "gitlab https://gitlab.in2p3.fr/escape2020/wp3",
        "catalogue https://catalogue.example.org/ossr/",
        "git http://git.example.org/x",
    ]


def test_a_folder_is_relative_to_the_file(place: Path) -> None:
    (place.parent / "examples").mkdir()
    (place.parent / "examples" / "README.md").write_text("# x")
    place.write_text("sources: [{folder: examples}]")
    (source,) = read_sources(place)
    (snapshot,) = source.snapshots()
    assert snapshot.paths() == ("README.md",)  # type: ignore[union-attr]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "sources:\n  - fodler: x\n",
            ":2: sources[0]: the key 'fodler' is unknown; did you mean 'folder'?",
            id="a typing error",
        ),
        pytest.param(
            "sources:\n  - ref: x\n",
            ":2: sources[0]: the key 'ref' only makes sense with 'git'; add that, or remove it",
            id="no kind",
        ),
        pytest.param(
            "sources:\n  - x-a: 1\n",
            ":2: sources[0]: found x-a; expected exactly one of folder, git, zenodo, record, "
            "github, gitlab, catalogue",
            id="nothing at all",
        ),
        pytest.param(
            "sources:\n  - folder: x\n    git: y\n",
            ":2: sources[0]: found folder and git; expected exactly one of folder, git, zenodo, record, "
            "github, gitlab, catalogue",
            id="two kinds",
        ),
        pytest.param(
            "sources:\n  - git: https://x.org/y\n    ref: 1.10\n",
            ":3: sources[0].ref: found 1.1; expected a text, write it in quotes: '1.1'",
            id="a number",
        ),
        pytest.param(
            "sources:\n  - folder: x\n    revision: v1\n",
            ":2: sources[0]: the key 'revision' only makes sense with 'repository'; add that, or remove it",
            id="half a public copy",
        ),
        pytest.param(
            "sources:\n  - zenodo: escape 2020\n",
            ":2: sources[0].zenodo: found 'escape 2020'; expected: The identifier of a community at Zenodo; "
            "capitals count.",
            id="no identifier",
        ),
        pytest.param(
            "sources:\n  - folder: x\n    repository: https://a:b@x.org/y\n",
            ":3: sources[0].repository: found 'https://x.org/y'; expected: The https address under which "
            "people find the same files; without a user name or password.",
            id="a password",
        ),
        pytest.param(
            "sources:\n  - record: 10.1000/182\n",
            ":2: sources[0].record: '10.1000/182' is no record of Zenodo; expected its number, a DOI such as "
            "10.5281/zenodo.4701488, or its address, such as https://zenodo.org/records/4701488",
            id="no record",
        ),
        pytest.param(
            "sources:\n  - record: 4701488\n",
            ":2: sources[0].record: found 4701488; expected a text, write it in quotes: '4701488'",
            id="a bare number",
        ),
        pytest.param(
            "sources:\n  - git: https://x.org/y\n    follow: true\n",
            ":2: sources[0]: the keys 'url', 'follow' and 'budget' only make sense with 'zenodo' or "
            "'record'; add one of these, or remove them",
            id="following from a repository",
        ),
        pytest.param(
            "sources:\n  - zenodo: x\n    budget: many\n",
            ":3: sources[0].budget: found 'many'; expected a whole number",
            id="no number",
        ),
        pytest.param(
            "sources:\n  - record: 10.5281/zenodo.1\n  - record: https://zenodo.org/record/1\n",
            ":3: sources[1]: this is the same as the source in line 2, or would get the same address "
            "(record 1); remove one of them",
            id="a record twice",
        ),
        pytest.param(
            "sources: []\n",
            ":1: sources: the list is empty; expected: The places to harvest, in any order.",
            id="empty list",
        ),
        pytest.param(
            "source:\n  - folder: x\n",
            ":1: the file: the key 'source' is unknown; did you mean 'sources'?",
            id="no list",
        ),
        pytest.param(
            "- folder: x\n", ":1: the file: found [{'folder': 'x'}]; expected a mapping", id="a list"
        ),
        pytest.param("", ": is empty; expected the key 'sources' with a list", id="empty"),
        pytest.param(
            "sources: [\n",
            ":2:1: this is not YAML: expected the node content, but found '<stream end>'",
            id="broken",
        ),
        pytest.param(b"sources: \xff", ": is not UTF-8 at byte 9; save it as UTF-8", id="no text"),
        pytest.param(
            "sources:\n  - folder: x\n    folder: y\n",
            ":3:5: the key 'folder' stands twice; remove one of them",
            id="a key twice",
        ),
        pytest.param(
            "sources:\n  - git: ext::sh -c x\n",
            ":2: sources[0].git: 'ext::sh -c x' is not a Git address: no blanks or backslashes; "
            "expected https://…, ssh://…, git@host:path or file:///…",
            id="a command",
        ),
        pytest.param(
            "sources:\n  - git: https://s3cret@x.org/y\n",
            ":2: sources[0].git: https://x.org/y: a Git address with a user, password, token or query is not "
            "taken; use the public address, or ssh with a key in your agent",
            id="a token",
        ),
        pytest.param(
            "sources:\n  - git: http://x.org/y\n",
            ":2: sources[0].git: 'http://x.org/y' is not encrypted; write https://, or add "
            "`plain-http: true`",
            id="not encrypted",
        ),
        pytest.param(
            "sources:\n  - folder: x\n    forks: true\n",
            ":2: sources[0]: the keys 'include', 'exclude', 'forks' and 'archived' only make sense with "
            "'github' or 'gitlab'; add one of these, or remove them",
            id="forks of a folder",
        ),
        pytest.param(
            "sources:\n  - zenodo: x\n    plain-http: true\n",
            ":2: sources[0]: the key 'plain-http' only makes sense with 'git' or 'catalogue'; add one of "
            "these, or remove it",
            id="plain http of a community",
        ),
        pytest.param(
            "sources:\n  - github: https://github.com/cds-astro\n",
            ":2: sources[0].github: found 'https://github.com/cds-astro'; expected: The name of an "
            "organisation or a user at GitHub; all their public repositories but forks.",
            id="an address for a name",
        ),
        pytest.param(
            "sources:\n  - gitlab: escape-ossr\n",
            ":2: sources[0].gitlab: found 'escape-ossr'; expected: The https address of a group or a user, "
            "or a mapping of `url` and `group`; all public projects, those of subgroups too.",
            id="a group without a server",
        ),
        pytest.param(
            "sources:\n  - gitlab: 7\n",
            ":2: sources[0].gitlab: found 7; expected a text or a mapping, write it in quotes: '7'",
            id="a number for a group",
        ),
        pytest.param(
            "sources:\n  - gitlab: {url: https://gitlab.com}\n",
            ":2: sources[0].gitlab: the key 'group' is missing",
            id="a server without a group",
        ),
        pytest.param(
            "sources:\n  - gitlab:\n      url: https://gitlab.com\n      group: ../x y\n",
            ":4: sources[0].gitlab.group: found '../x y'; expected: A group with the groups above it, or a "
            "user, as text.",
            id="no group",
        ),
        pytest.param(
            "sources:\n  - catalogue: http://x.org/index.json\n",
            ":2: sources[0].catalogue: 'http://x.org/index.json' is not encrypted; write https://, or add "
            "`plain-http: true`",
            id="a catalogue in the clear",
        ),
        pytest.param(
            "sources:\n  - catalogue: https://x.org/\n  - catalogue: https://x.org/index.json\n",
            ":3: sources[1]: this is the same as the source in line 2, or would get the same address "
            "(catalogue https://x.org/index.json); remove one of them",
            id="a catalogue twice",
        ),
        pytest.param(
            "sources:\n  - github: cds-astro\n  - github: CDS-Astro\n",
            ":3: sources[1]: this is the same as the source in line 2, or would get the same address "
            "(github cds-astro); remove one of them",
            id="an organisation twice",
        ),
        pytest.param(
            "sources:\n  - git: https://github.com/CDS-astro/Tutorials.git\n  - github: cds-astro\n",
            ":2: sources[0]: this is among the repositories of github cds-astro in line 3 as well; "
            "add `exclude: [Tutorials]` there, or remove this one",
            id="a repository of an organisation",
        ),
        pytest.param(
            "sources:\n  - gitlab: https://gitlab.com/escape\n  - git: git@gitlab.com:escape/wp3/x.git\n",
            ":3: sources[1]: this is among the repositories of gitlab https://gitlab.com/escape in line 2 as "
            "well; add `exclude: [wp3/x]` there, or remove this one",
            id="a project of a subgroup",
        ),
        pytest.param(
            "sources:\n  - git: https://x.org/a/b\n  - folder: y\n    repository: https://x.org/a/b\n",
            ":3: sources[1]: this is the same as the source in line 2, or would get the same address "
            "(x.org-a-b); remove one of them",
            id="twins of two kinds",
        ),
        pytest.param(
            "sources:\n  - folder: x\n  - folder: ./x\n",
            ":3: sources[1]: this is the same as the source in line 2, or would get the same address (x); "
            "remove one of them",
            id="twins",
        ),
    ],
)
def test_a_mistake_is_told_with_its_line_what_was_found_and_what_was_expected(
    place: Path, text: str | bytes, expected: str
) -> None:
    assert complaint(place, text) == expected


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="cannot be read"):
        read_sources(tmp_path / "nowhere.yml")


def test_the_schema_knows_every_kind_of_source_and_tells_about_every_key() -> None:
    source = schema("sources-1")["$defs"]["source"]
    Draft202012Validator.check_schema(schema("sources-1"))
    assert [branch["required"] for branch in source["oneOf"]] == [[kind] for kind in SOURCES]
    assert all(
        {"title", "description", "examples"} <= key.keys()
        for key in source["properties"].values()
        if "items" not in key
    )
