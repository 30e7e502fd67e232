"""What the client says of an executable is what the site says, and it is found by what it is and needs."""

import json
import subprocess
import sys
from dataclasses import replace
from pathlib import Path
from types import ModuleType, SimpleNamespace
from typing import Any

import pytest

import sample_catalogue as sample
from matching_cases import Case as Question
from matching_cases import case_of, golden, random_cases
from ossr_catalogue.broker import Request
from ossr_catalogue.client import Catalogue, Executable
from ossr_catalogue.client.reading import entry_of, platform_of
from ossr_catalogue.errors import QuantityError, SourceError, UsageError
from ossr_catalogue.model.data import DataSlot, Direction
from ossr_catalogue.model.executable import Profile
from ossr_catalogue.model.plain import plain
from ossr_catalogue.model.resources import Needs
from ossr_catalogue.publish.index.component import component_fields
from ossr_catalogue.publish.index.entry import entry_fields
from published_site import contents, put
from request_cases import CASES, Case, table
from sample_site import SETTINGS

REQUESTS = table()
NOTEBOOK = "Explore the OSSR"


@pytest.fixture(scope="module")
def catalogue(tmp_path_factory: pytest.TempPathFactory) -> Catalogue:
    return Catalogue.load(put(contents(), tmp_path_factory.mktemp("site")))


def titled(catalogue: Catalogue, title: str) -> Executable:
    return next(one for one in catalogue if one.title == title)


def published(case: Case) -> Executable:
    said = json.loads(json.dumps(entry_fields(case.entry, SETTINGS)))
    component = json.loads(json.dumps(plain(component_fields(case.entry.component))))
    return Executable(said=said, component=component, base=SETTINGS.url, platforms={})


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_a_request_is_as_the_table_says(case: Case) -> None:
    executable = published(case)
    profiles = {one.name: one for one in executable.entry.executable.profiles}
    profile = case.chosen.profile and profiles[case.chosen.profile.name]
    request = executable.request_for(replace(case.chosen, profile=profile))
    said = (
        {"body": request.body, "unfilled": list(request.unfilled)}
        if isinstance(request, Request)
        else {"reason": request}
    )
    assert said == REQUESTS[case.name]


def verdict(question: Question) -> list[str]:
    asked = json.loads(question.published())
    component = json.loads(json.dumps(plain(component_fields(sample.LIBRARY))))
    executable = Executable(said=asked["executable"], component=component, base="", platforms={})
    found = executable.fits(asked["platform"], profile=asked["profile"])
    return [found.fit.value, found.reason, found.constraint]


@pytest.mark.parametrize("row", golden(), ids=lambda row: row["case"])
def test_a_verdict_is_as_the_table_says(row: dict[str, Any]) -> None:
    assert verdict(case_of(row)) == row["verdict"]


def test_random_verdicts_are_those_of_the_site() -> None:
    questions = list(random_cases(200, seed=3))
    said = [question.verdict() for question in questions]
    assert [verdict(one) for one in questions] == [
        [one.fit.value, one.reason, one.constraint] for one in said
    ]


def test_each_launch_is_the_published_one_whether_looked_up_or_worked_out(catalogue: Catalogue) -> None:
    for executable in catalogue:
        for said in executable.said.get("launch", ()):
            looked_up = executable.launch(said["platform"])
            worked_out = executable.launch(catalogue.platforms[said["platform"]])
            assert looked_up.url == worked_out.url == said.get("url")
            assert looked_up.reason == said.get("reason", "")
            assert looked_up.verdict.fit == worked_out.verdict.fit == said["verdict"]


def test_what_a_platform_does_not_take_has_no_link_and_a_reason(catalogue: Catalogue) -> None:
    launch = titled(catalogue, "CASA image").launch("mybinder")
    assert (launch.url, launch.reason) == (None, "Singularity containers do not run there")


def test_each_request_that_the_site_publishes_is_that_of_the_client(catalogue: Catalogue) -> None:
    files = contents()
    for executable in catalogue:
        request = executable.request()
        if isinstance(request, Request):
            assert request.body == json.loads(files[executable.said["request"]["href"]])
        else:
            assert request == executable.said["request"]["reason"]


def test_amounts_of_a_request_are_read_with_their_units(catalogue: Catalogue) -> None:
    request = titled(catalogue, NOTEBOOK).request(cores=2, memory="8 GiB", storage=3, walltime="PT2H")
    assert isinstance(request, Request)
    compute, (storage,) = request.body["compute"], request.body["storage"]
    assert (compute["cores"], compute["memory"]) == ({"min": 2, "max": 2}, {"min": 8, "max": 8})
    assert storage["size"] == {"min": 3, "max": 3}
    assert request.body["schedule"] == {"requested": {"duration": "PT7200S"}}


def test_what_is_no_amount_is_refused_in_words(catalogue: Catalogue) -> None:
    with pytest.raises(QuantityError, match="are bits, not bytes"):
        titled(catalogue, NOTEBOOK).request(memory="16 Gb")


def test_more_than_is_of_use_is_an_answer_and_no_request(catalogue: Catalogue) -> None:
    assert titled(catalogue, NOTEBOOK).request(cores=8) == "can use 4 cores at most, chosen: 8 cores"


def titles(found: tuple[Executable, ...]) -> set[str]:
    return {one.title for one in found}


@pytest.mark.parametrize(
    ("wish", "expected"),
    [
        ({"type": "docker-container"}, {"OSSR library in a container"}),
        ({"type": "urn:types/docker-container"}, {"OSSR library in a container"}),
        ({"type": "urn:docker-container-0.1"}, {"OSSR library in a container"}),
        ({"type": "urn:example/quantum-circuit"}, {"Quantum circuit"}),
        ({"type": "urn:nobody/knows"}, set()),
        ({"text": "GAIA hdbscan"}, {"Gaia clustering with HDBSCAN"}),
        ({"text": "gaia blazar"}, set()),
        ({"fits": "mybinder"}, {NOTEBOOK}),
        ({"fits": {"types": ["urn:types/jupyter-notebook"], "limits": {"cores": 1}}}, set()),
        (
            {"component": "gitlab.example.org-gaia-mining", "text": "gaia hdbscan"},
            {"Gaia clustering with HDBSCAN"},
        ),
        ({"component": "nobody"}, set()),
    ],
    ids=str,
)
def test_executables_are_found_by_what_they_are(
    catalogue: Catalogue, wish: dict[str, Any], expected: set[str]
) -> None:
    assert titles(catalogue.find(**wish)) == expected


def test_executables_are_found_by_the_data_that_they_read(tmp_path: Path) -> None:
    entry = next(case.entry for case in CASES if case.name == "as declared")
    slots = (
        DataSlot(content="urn:astronomy-event-list", formats=("urn:fits-file",)),
        DataSlot(content="urn:astronomy-image", direction=Direction.OUTPUT),
    )
    needs, small = Needs(data=slots), Needs(data=(DataSlot(content="urn:own"),))
    executable = replace(entry.executable, needs=needs, profiles=(Profile(name="small", needs=small),))
    files = contents(of=sample.catalogue(replace(entry, executable=executable)))
    catalogue = Catalogue.load(put(files, tmp_path))
    wanted = ["urn:astronomy-event-list", "event-list", "fits-file", "own", "image", "list"]
    assert [len(catalogue.find(wants=one)) for one in wanted] == [1, 1, 1, 1, 0, 0]


def test_executables_are_found_by_a_keyword_in_any_case(tmp_path: Path) -> None:
    entry = next(case.entry for case in CASES if case.name == "as declared")
    tagged = replace(entry, executable=replace(entry.executable, keywords=("Light Curve",)))
    catalogue = Catalogue.load(put(contents(of=sample.catalogue(tagged)), tmp_path))
    assert [len(catalogue.find(keyword=one)) for one in ("light curve", "light")] == [1, 0]


def test_what_has_the_words_in_its_title_comes_first(catalogue: Catalogue) -> None:
    found = [one.title for one in catalogue.find("gaia")]
    assert found == ["Gaia clustering with HDBSCAN", "Calibrate LOFAR data"]


@pytest.mark.parametrize(
    ("wish", "said"),
    [
        ({"type": "notebok"}, "there is no type 'notebok'; expected one of jupyter-notebook"),
        ({"fits": "nowhere"}, "there is no platform 'nowhere' in this catalogue; it has mybinder"),
    ],
    ids=["type", "platform"],
)
def test_a_slip_is_told_with_what_there_is(catalogue: Catalogue, wish: dict[str, str], said: str) -> None:
    with pytest.raises(UsageError, match=said):
        catalogue.find(**wish)


def test_a_profile_that_there_is_not_is_told(catalogue: Catalogue) -> None:
    with pytest.raises(UsageError, match="has no profile 'large'; it has none at all"):
        titled(catalogue, NOTEBOOK).fits("mybinder", profile="large")


def test_an_executable_is_had_by_its_uuid(catalogue: Catalogue) -> None:
    uuid = titled(catalogue, NOTEBOOK).uuid
    assert catalogue[uuid.upper()].title == NOTEBOOK
    assert uuid in catalogue
    with pytest.raises(KeyError):
        catalogue["nobody"]


def test_addresses_are_whole(catalogue: Catalogue) -> None:
    executable = titled(catalogue, NOTEBOOK)
    assert executable.page == f"https://catalogue.example.org/executables/{executable.uuid}/"
    assert executable.document == f"https://catalogue.example.org/executables/{executable.uuid}.json"
    assert executable.location == (
        "https://raw.githubusercontent.com/example/ossr-library/"
        "0123456789abcdef0123456789abcdef01234567/notebooks/Explore%20the%20OSSR.ipynb"
    )


def test_needs_are_numbers_in_base_units_beside_the_text(catalogue: Catalogue) -> None:
    (compute,) = titled(catalogue, NOTEBOOK).needs.compute
    memory = compute.memory_bytes
    assert memory
    assert (memory.minimum, memory.maximum, memory.text) == (10**9, 16 * 10**9, "1 GB – 16 GB")  # noqa: RUF001


def test_an_entry_that_is_not_of_its_shape_costs_only_itself() -> None:
    said = {"uuid": "u", "type": "urn:types/jupyter-notebook", "title": "t", "component": "c"}
    broken = Executable(said=said, component={}, base="", platforms={})
    with pytest.raises(SourceError, match="executable u: is not of the index's shape"):
        broken.request()


def test_a_limit_may_be_written_as_a_float(catalogue: Catalogue) -> None:
    mine = {
        "types": ["urn:types/jupyter-notebook"],
        "limits": {"cores": 4.0, "memory_bytes": 8e9, "nodes": 1},
    }
    assert titled(catalogue, NOTEBOOK).fits(mine).reason == "could use 16 GB of memory, offers 8 GB"


def test_where_files_lie_is_found_from_one_that_lies_there() -> None:
    known = published(next(case for case in CASES if case.name == "as declared"))
    locations = [
        {"path": "https://example.org/a.ipynb", "url": "https://example.org/a.ipynb"},
        {"path": "env/a b.txt", "url": "https://forge.example.org/raw/v1/env/a%20b.txt"},
    ]
    component = entry_of({**known.said, "locations": locations}, known.component).component
    assert component.file_url("c.txt") == "https://forge.example.org/raw/v1/c.txt"


def test_a_platform_that_is_not_of_its_shape_is_told() -> None:
    with pytest.raises(SourceError, match=r"not of the shape of platforms\.json"):
        platform_of({"id": "x"})


def test_a_table_has_numbers_in_base_units(catalogue: Catalogue) -> None:
    table = catalogue.to_table("pandas")
    row = table[table["title"] == NOTEBOOK].iloc[0]
    assert (row["memory_bytes_min"], row["memory_bytes_max"], row["cores_max"]) == (1e9, 16e9, 4)
    assert table["walltime_seconds_max"].isna().any()
    assert len(table) == len(catalogue)


def test_a_table_is_made_by_whichever_package_is_there(
    catalogue: Catalogue, monkeypatch: pytest.MonkeyPatch
) -> None:
    tables = ModuleType("astropy.table")
    tables.Table = lambda columns: SimpleNamespace(columns=columns)  # type: ignore[attr-defined]
    monkeypatch.setitem(sys.modules, "pandas", None)
    monkeypatch.setitem(sys.modules, "astropy", ModuleType("astropy"))
    monkeypatch.setitem(sys.modules, "astropy.table", tables)
    assert NOTEBOOK in catalogue.to_table().columns["title"]


def test_without_either_package_a_table_is_refused_with_what_to_do(
    catalogue: Catalogue, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "pandas", None)
    monkeypatch.setitem(sys.modules, "astropy", None)
    monkeypatch.setitem(sys.modules, "astropy.table", None)
    with pytest.raises(UsageError, match="a table needs pandas or astropy: pip install pandas"):
        catalogue.to_table()


def test_reading_a_catalogue_loads_nothing_heavy(tmp_path: Path) -> None:
    program = (
        "import sys\n"
        "from ossr_catalogue.client import Catalogue\n"
        f"catalogue = Catalogue.load({str(put(contents(), tmp_path))!r})\n"
        "[(one.launch('mybinder'), one.request()) for one in catalogue.find('a', fits='mybinder')]\n"
        "heavy = {'eossr', 'pandas', 'numpy', 'mkdocs', 'jinja2', 'sqlite3', 'asyncio', 'click', 'yaml',\n"
        "  'jsonschema', 'markdown_it', 'urllib.request', 'http.client', 'ssl', 'ossr_catalogue.publish',\n"
        "  'ossr_catalogue.document', 'ossr_catalogue.lint', 'ossr_catalogue.harvest'}\n"
        "sys.stderr.write(' '.join(sorted(heavy & set(sys.modules))))\n"
    )
    result = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert result.stderr == ""
