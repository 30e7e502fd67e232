"""A draft is a list in the format, complete, sound, always the same, and without needs."""

import json
import re
from collections.abc import Mapping
from typing import Any

import pytest

from fake_sources import AGNPY, FakeSnapshot, notebook
from ossr_catalogue.document.parse import parse
from ossr_catalogue.harvest.draft import UNNAMED, UNREAD, draft, for_its_owner, propose
from ossr_catalogue.harvest.infer.evidence import PassedOver
from ossr_catalogue.lint.run import lint, sound_entries
from ossr_catalogue.model.catalogue import Origin
from ossr_catalogue.model.finding import Severity
from ossr_catalogue.model.harvested import FoundList
from ossr_catalogue.model.inferred import grounds_in

CODE = ">import agnpy"
FILES = {
    "README.md": b"# agnpy\n\nThis package computes the radiative processes in the jets of galaxies.\n",
    "codemeta.json": b'{"name": "agnpy"}',
    "notebooks/crab.ipynb": notebook("# Fit the Crab nebula", ">1"),
    "experiments/x.ipynb": notebook("# Fit another nebula", ">2"),
    "docker/_prod/Dockerfile": b"FROM ubuntu:20.04\n",
    "docker/_local/Dockerfile": b"FROM ubuntu:20.04\n",
    "Singularity": b"Bootstrap: docker\nFrom: x\n",
    "pyproject.toml": b'[project.scripts]\nagn = "agnpy:main"\n',
    "workflow/Snakefile": b"",
    "binder/environment.yml": b"",
    ".github/x.ipynb": b"{}",
}


def drafted(files: Mapping[str, bytes] = FILES) -> FoundList:
    found = draft(FakeSnapshot(files))
    assert found is not None
    return found


def entries(files: Mapping[str, bytes] = FILES) -> list[dict[str, Any]]:
    loaded: list[dict[str, Any]] = json.loads(drafted(files).content)["executables"]
    return loaded


def test_a_draft_is_a_list_that_the_format_accepts() -> None:
    found = drafted()
    assert parse(found.content, found.path).problems == ()
    assert (found.path, found.origin) == ("executables.json", Origin.INFERRED)


def test_each_entry_says_what_it_was_inferred_from() -> None:
    assert [entry["x-inferred-from"] for entry in entries()] == [
        "notebooks/crab.ipynb",
        "binder/environment.yml",
        "docker/_prod/Dockerfile",
        "Singularity",
        "pyproject.toml",
        "workflow/Snakefile",
        "experiments/x.ipynb",
    ]


def test_needs_are_never_inferred() -> None:
    assert not [
        key for entry in entries() for key in entry if key.endswith("-resources") or key == "profiles"
    ]


def test_doubts_and_variants_stand_in_keys_of_our_own() -> None:
    assert entries()[6]["x-inferred-doubt"] == (
        "lies in a folder named experiments, so it may not be meant for others"
    )
    assert entries()[2]["x-inferred-variants"] == ["docker/_local/Dockerfile"]


def test_every_value_has_its_ground() -> None:
    unexplained = {"uuid"} | {key for entry in entries() for key in entry if key.startswith("x-")}
    for entry in entries():
        assert entry["x-inferred"].keys() == entry.keys() - unexplained
    assert len(grounds_in(entries()[0].items())) == 4


@pytest.mark.parametrize(
    ("files", "source"),
    [
        pytest.param({"codemeta.json": b'{"description": "Fits jets."}'}, "codemeta.json", id="codemeta"),
        pytest.param({"CITATION.cff": b"abstract: Fits jets.\n"}, "CITATION.cff", id="citation"),
        pytest.param({}, "https://github.com/agn/agnpy", id="what its source says"),
    ],
)
def test_what_is_said_of_the_repository_names_the_file_that_says_it(
    files: dict[str, bytes], source: str
) -> None:
    (entry,) = entries({"Dockerfile": b"FROM x\n", **files})
    assert entry["x-inferred"]["description"] == {"from": source, "how": "repository", "sure": "low"}


def test_what_is_doubtful_is_no_sure_executable_and_stands_last() -> None:
    last = entries()[-1]
    assert last["x-inferred-doubt"]
    assert [entry["x-inferred"]["type"]["sure"] for entry in entries()] == ["high"] * 6 + ["low"]


def test_words_that_two_of_a_type_share_are_less_sure() -> None:
    prose = "This notebook shows how the effective area of the detector is read and plotted."
    files = {
        "a.ipynb": notebook("# Fit the Crab", prose, ">1"),
        "b.ipynb": notebook("# Fit another nebula", prose, ">2"),
        "c.ipynb": notebook("# Fit a third nebula", prose.replace("plotted", "fitted"), ">3"),
    }
    sure = [entry["x-inferred"]["description"]["sure"] for entry in entries(files)]
    assert sure == ["medium", "medium", "high"]


def test_a_title_that_is_told_apart_is_not_too_long() -> None:
    title = b"word " * 22
    files = {
        f"{name}.ipynb": notebook(f"# {title.decode()}", f">{index}")
        for index, name in enumerate(["one two three four", "five six seven"])
    }
    assert [len(entry["title"]) <= 120 for entry in entries(files)] == [True, True]
    assert entries(files)[0]["title"].endswith("word … (Five six seven)")


def test_the_module_behind_a_command_is_read_with_the_rest() -> None:
    files = {
        "pyproject.toml": b'[project.scripts]\nagn = "agnpy.cli:main"\n',
        "src/agnpy/cli.py": b'"""fit the spectra of active galaxies\n\nMore."""\n',
    }
    snapshot = FakeSnapshot(files)
    found = draft(snapshot)
    assert found is not None
    (entry,) = json.loads(found.content)["executables"]
    assert entry["description"].startswith("Fit the spectra of active galaxies. The command `agn`, which")
    assert entry["x-inferred"]["description"]["from"] == "src/agnpy/cli.py"
    assert len(snapshot.reads) == 2


def test_two_drafts_of_the_same_files_are_identical() -> None:
    assert drafted().content == drafted(dict(reversed(FILES.items()))).content


def test_the_identity_is_the_same_at_every_revision_and_another_elsewhere() -> None:
    def uuids(slug: str, revision: str) -> list[str]:
        component = AGNPY.__class__(slug=slug, title="x", revision=revision)
        found = draft(FakeSnapshot(FILES, component=component))
        return [entry["uuid"] for entry in json.loads(found.content)["executables"]] if found else []

    assert uuids("a", "1") == uuids("a", "2")
    assert not set(uuids("a", "1")) & set(uuids("b", "1"))
    assert len(set(uuids("a", "1"))) == 7


@pytest.mark.parametrize(
    ("paths", "titles"),
    [
        (("a/one.ipynb", "a/two.ipynb"), ["Fit the Crab (One)", "fit the crab (Two)"]),
        (("a/x.ipynb", "b/x.ipynb"), ["Fit the Crab (a)", "fit the crab (b)"]),
        (("a/c/x.ipynb", "b/c/x.ipynb"), ["Fit the Crab (a)", "fit the crab (b)"]),
        (
            ("a/b/c/x.ipynb", "a/d/c/x.ipynb"),
            ["Fit the Crab (a/b/c/x.ipynb)", "fit the crab (a/d/c/x.ipynb)"],
        ),
        (("a/x.ipynb", "old/x.ipynb"), ["Fit the Crab", "fit the crab (old)"]),
    ],
)
def test_equal_titles_are_told_apart(paths: tuple[str, str], titles: list[str]) -> None:
    files = {paths[0]: notebook("# Fit the Crab", ">1"), paths[1]: notebook("# fit the crab", ">2")}
    assert [entry["title"] for entry in entries(files)] == titles


def test_all_files_are_read_in_one_go_and_none_twice() -> None:
    snapshot = FakeSnapshot(FILES)
    draft(snapshot)
    metadata, evidence = snapshot.reads
    assert not set(metadata) & set(evidence)
    assert ".github/x.ipynb" not in evidence


def test_a_file_that_cannot_be_read_costs_only_itself_and_is_named() -> None:
    snapshot = FakeSnapshot(FILES, unreadable=frozenset({"notebooks/crab.ipynb"}))
    found = propose(snapshot, AGNPY, {})
    assert [(one.path, one.reason) for one in found.passed_over] == [
        (".github/x.ipynb", "serves the work on the repository itself"),
        ("notebooks/crab.ipynb", UNREAD),
    ]
    assert found.found is not None


@pytest.mark.parametrize("path", ["a:b/x.ipynb", "~x.ipynb", " x.ipynb", "a\\x.ipynb", "a/\u202ex.ipynb"])
def test_a_path_that_a_list_cannot_hold_is_not_drafted_and_named(path: str) -> None:
    found = propose(FakeSnapshot({path: notebook(CODE), "a\\b.txt": b""}), AGNPY, {})
    assert found.found is None
    assert found.passed_over == (PassedOver(path=ascii(path), reason=UNNAMED),)


@pytest.mark.parametrize(
    ("heading", "title"),
    [
        ("Observation prÃ¨s de GenÃ¨ve", "Observation près de Genève"),
        ("Observation pr\ufffds de Genève", "Observation pr?s de Genève"),
    ],
    ids=["decoded wrongly", "letter lost"],
)
def test_a_title_that_suffered_on_its_way_does_not_cost_its_executable(heading: str, title: str) -> None:
    found = drafted({"a.ipynb": notebook(f"# {heading}", ">1")})
    assert [entry["title"] for entry in json.loads(found.content)["executables"]] == [title]
    document = parse(found.content, found.path)
    assert len(sound_entries(document, lint(document))) == 1


def test_nothing_to_run_is_no_draft() -> None:
    assert draft(FakeSnapshot({"README.md": b"# agnpy"})) is None


def test_hostile_text_stays_text() -> None:
    hostile = notebook(
        '# <script>alert(1)</script> "Fit": # the [Crab](javascript:alert(1))',
        "This notebook shows <img src=x onerror=alert(1)> how `<b>` it is done, and &lt;script&gt; no more.",
        CODE,
    )
    (entry,) = entries({"x.ipynb": hostile})
    assert entry["title"] == '"Fit": # the Crab'
    assert entry["description"] == (
        "This notebook shows how `<b>` it is done, and. A Jupyter notebook of agnpy."
    )


def test_the_owner_gets_the_same_entries_as_json() -> None:
    loaded = json.loads(for_its_owner(drafted(), "json"))
    assert loaded["executables"] == entries()
    assert parse(for_its_owner(drafted(), "json"), "executables.json").problems == ()


def test_the_owner_gets_the_same_entries_as_yaml() -> None:
    document = parse(for_its_owner(drafted(), "yaml"), "executables.yaml")
    assert document.problems == ()
    inferred = [{key: value for key, value in one.items() if not key.startswith("x-")} for one in entries()]
    assert [entry.plain() for entry in document.executables] == inferred


def test_what_only_the_owner_can_fill_in_stands_there_as_comments_that_fit() -> None:
    text = re.sub(r"^( *)#: ", r"\1", for_its_owner(drafted(), "yaml"), flags=re.MULTILINE)
    document = parse(text, "executables.yaml")
    assert document.problems == ()
    assert all("compute-resources" in entry.members for entry in document.executables)
    assert "image" in document.executables[2].members


def test_the_owner_reads_above_a_value_where_it_comes_from_and_what_to_do() -> None:
    text = for_its_owner(drafted(), "yaml")
    assert "    # the heading of notebooks/crab.ipynb#cell0\n    title: Fit the Crab nebula\n" in text
    assert (
        "    # to do: say what it does, for whom; this is about the repository as a whole, from README.md\n"
        "    description: "
    ) in text


def test_the_owner_chooses_among_the_images_that_the_repository_names() -> None:
    files = {
        "Dockerfile": b"FROM x\n",
        "compose.yml": b"services: {agn: {image: 'agn/agnpy:1', build: .}}\n",
    }
    text = for_its_owner(drafted(files), "yaml")
    assert '#: image:\n    #:   locations: ["agn/agnpy:1"]\n' in text


def test_a_draft_without_an_address_of_its_own_gets_new_identities() -> None:
    text = for_its_owner(drafted(), "yaml", fresh=lambda: "5cec9f3d-79c0-49ad-9a5a-455596c55341")
    document = parse(text, "executables.yaml")
    assert {entry.plain()["uuid"] for entry in document.executables} == {
        "5cec9f3d-79c0-49ad-9a5a-455596c55341"
    }


def test_what_the_linter_asks_of_a_draft_is_marked_for_the_owner() -> None:
    text = for_its_owner(drafted(), "yaml")
    lines = text.splitlines()
    # Notes ask nothing: that a broker has no kind for a type is no owner's to mend.
    asked = [one for one in lint(parse(text, "executables.yaml")) if one.severity > Severity.NOTE]
    assert [one.code for one in asked if "to do" not in lines[one.place.line - 2]] == []
    assert asked


def test_the_owner_is_told_of_doubts_and_variants() -> None:
    text = for_its_owner(drafted(), "yaml")
    assert (
        "  # Jupyter notebook, from experiments/x.ipynb\n  # to do: it lies in a folder named experiments"
        in text
    )
    assert "  # There are variants: docker/_local/Dockerfile\n" in text
