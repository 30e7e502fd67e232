"""From a record to its repository: which one stands, what it costs, and where nobody is led."""

import json
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from fake_sources import notebook
from ossr_catalogue.errors import SourceError
from ossr_catalogue.harvest.git.access import Access
from ossr_catalogue.harvest.git.hosts import Hosts
from ossr_catalogue.harvest.git.source import GitSource
from ossr_catalogue.harvest.source import Source
from ossr_catalogue.harvest.web.http import PoliteHttp
from ossr_catalogue.harvest.zenodo.component import Release
from ossr_catalogue.harvest.zenodo.following import Following
from ossr_catalogue.harvest.zenodo.source import ZenodoSource
from ossr_catalogue.model.catalogue import Catalogue
from ossr_catalogue.store.store import Store
from simulated_git_host import GitHostFault, SimulatedGitHost, serving
from simulated_zenodo import SimulatedZenodo
from still_clock import StillClock
from stored_records import StoredFile, StoredRecord, zip_of
from two_days import DAY_1, assembled, two_days, visited

Git = Callable[..., str]
CRAB = notebook("# Fit the Crab nebula", ">1")
FORGE = "https://github.com/agn/agnpy"
FILES = {"README.md": "# agnpy\n", "crab.ipynb": CRAB}


@pytest.fixture
def host(repository: Path, git: Git, tmp_path: Path) -> Iterator[SimulatedGitHost]:
    """Serve `agnpy.git`, whose tag v1 is what the record archives; later the notebook was renamed."""
    (repository / "crab.ipynb").write_bytes(CRAB)
    (repository / "notebooks" / "crab.ipynb").unlink()
    git("add", "--all")
    git("commit", "--quiet", "--message=notebook")
    git("tag", "v1")
    git("mv", "crab.ipynb", "renamed.ipynb")
    git("commit", "--quiet", "--message=renamed")
    folder = tmp_path / "served"
    folder.mkdir()
    (folder / "agnpy.git").symlink_to(repository / ".git")
    with serving(SimulatedGitHost(folder=folder)) as server:
        yield server


def related(address: str) -> dict[str, object]:
    return {"related_identifiers": [{"relation": "isSupplementTo", "identifier": address}]}


def record(number: int = 120, **changes: object) -> StoredRecord:
    file = StoredFile(key="agn/agnpy-v1.zip", content=zip_of(FILES, top="agnpy-1/"))
    return StoredRecord(
        number=number,
        **{"files": (file,), "metadata": related(f"{FORGE}/tree/v1"), **changes},  # type: ignore[arg-type]
    )


@pytest.fixture
def source(zenodo: SimulatedZenodo, host: SimulatedGitHost) -> Callable[[], ZenodoSource]:
    """Give sources of the community, for which the simulated host stands for the forge."""
    clock = StillClock()
    zenodo.records = [record()]

    def opened(release: Release) -> Source:
        access = Access(plain_http=True, hosts=Hosts(sleep=clock.sleep, monotonic=clock.monotonic))
        address = f"{host.base_url}/{release.repository.rsplit('/', 1)[-1]}.git"
        return GitSource(address, release.ref, repository=release.repository, access=access)

    def make() -> ZenodoSource:
        http = PoliteHttp(zenodo.base_url, pause_seconds=0, sleep=clock.sleep)
        return ZenodoSource("escape2020", http=http, following=Following("zenodo escape2020", opened))

    return make


@pytest.fixture
def published(source: Callable[[], ZenodoSource], tmp_path: Path) -> Callable[[], Catalogue]:
    """Give what one more harvest makes of all."""

    def run() -> Catalogue:
        with Store(tmp_path / "store.sqlite") as store:
            visited(store, source(), DAY_1)
            return assembled(store)

    return run


def test_the_repository_stands_at_the_tag_that_the_record_names_and_is_cited_by_the_record(
    published: Callable[[], Catalogue], git: Git
) -> None:
    (entry,) = published().entries
    assert entry.component.slug == "github.com-agn-agnpy"
    assert entry.component.revision == git("rev-parse", "v1")
    assert [one.revision for one in entry.also] == ["120"]
    assert entry.component.doi == "10.5281/zenodo.120"


def test_a_record_that_names_no_version_leads_to_the_tip(
    zenodo: SimulatedZenodo, published: Callable[[], Catalogue]
) -> None:
    zenodo.records = [record(metadata=related(FORGE))]
    found = {(entry.component.slug, entry.provenance.path) for entry in published().entries}
    assert found == {("github.com-agn-agnpy", "renamed.ipynb"), ("zenodo-119", "crab.ipynb")}


def test_a_repository_that_only_codemeta_names_is_followed_and_is_the_same_software(
    zenodo: SimulatedZenodo, published: Callable[[], Catalogue]
) -> None:
    about = json.dumps({"codeRepository": f"git+{FORGE}.git"})
    content = zip_of({"renamed.ipynb": CRAB, "codemeta.json": about})
    zenodo.records = [record(metadata={}, files=(StoredFile(key="code.zip", content=content),))]
    (entry,) = published().entries
    assert entry.component.slug == "github.com-agn-agnpy"
    assert [one.revision for one in entry.also] == ["120"]


def test_a_file_of_the_repository_that_cannot_be_named_is_told_under_the_name_of_the_community(
    published: Callable[[], Catalogue], repository: Path, git: Git
) -> None:
    (repository / "two\nlines.ipynb").write_text("{}")
    git("add", "--all")
    git("commit", "--quiet", "--message=names")
    git("tag", "--force", "v1")
    told = [(one.source, one.path) for one in published().left_out]
    assert ("zenodo escape2020", "two\\nlines.ipynb") in told


def test_what_is_unchanged_costs_the_host_of_the_repository_nothing(
    zenodo: SimulatedZenodo, host: SimulatedGitHost, published: Callable[[], Catalogue]
) -> None:
    first = published()
    host.seen.clear()
    zenodo.seen.clear()
    second = published()
    assert second.entries == first.entries
    assert (len(host.seen), len(zenodo.seen)) == (0, 2)


def test_also_where_only_codemeta_names_it(
    zenodo: SimulatedZenodo, host: SimulatedGitHost, published: Callable[[], Catalogue]
) -> None:
    content = zip_of({"codemeta.json": json.dumps({"codeRepository": FORGE})})
    zenodo.records = [record(metadata={}, files=(StoredFile(key="code.zip", content=content),))]
    first = published()
    host.seen.clear()
    assert published().entries == first.entries != ()
    assert host.seen == []


def test_of_a_changed_record_the_repository_is_asked_for_its_tip_once(
    zenodo: SimulatedZenodo, source: Callable[[], ZenodoSource], tmp_path: Path
) -> None:
    requests = []
    with Store(tmp_path / "store.sqlite") as store:
        for revision in (1, 2, 2):
            zenodo.records = [record(revision=revision)]
            one = source()
            visit = visited(store, one, DAY_1)
            requests.append(visit.requests - len(zenodo.seen))
            zenodo.seen.clear()
    assert requests == [3, 1, 0]


def test_a_repository_that_could_not_be_had_is_asked_again_though_its_record_is_unchanged(
    host: SimulatedGitHost, published: Callable[[], Catalogue]
) -> None:
    host.faults = [GitHostFault(path="", status=503)]
    first = published()
    assert [one.component.slug for one in first.entries] == ["zenodo-119"]
    assert [one.slug for one in first.left_out] == ["github.com-agn-agnpy"]
    assert first.left_out[0].path == f"{FORGE} v1"
    assert first.left_out[0].reason.startswith("its record 120 leads there: ")
    host.faults = []
    assert [one.component.slug for one in published().entries] == ["github.com-agn-agnpy"]


def test_a_repository_that_fails_on_the_second_day_leaves_the_place_to_the_record(
    zenodo: SimulatedZenodo, host: SimulatedGitHost, source: Callable[[], ZenodoSource], tmp_path: Path
) -> None:
    def overnight() -> None:
        zenodo.records = [record(revision=5)]
        host.faults = [GitHostFault(path="", status=502)]

    after = two_days(tmp_path / "store.sqlite", source, overnight)
    (entry,) = after.catalogue.entries
    assert (entry.component.slug, entry.stale) == ("zenodo-119", None)
    assert "502" in after.told()


def test_a_repository_stays_when_its_record_cannot_be_had(
    zenodo: SimulatedZenodo, source: Callable[[], ZenodoSource], tmp_path: Path
) -> None:
    def overnight() -> None:
        zenodo.records = [record(revision=5, files=(StoredFile(key="code.zip", content=b"no zip"),))]

    after = two_days(tmp_path / "store.sqlite", source, overnight)
    (entry,) = after.catalogue.entries
    assert (entry.component.slug, entry.stale) == ("github.com-agn-agnpy", None)


def test_a_repository_that_has_moved_is_read_where_it_is_now_and_told(
    zenodo: SimulatedZenodo, host: SimulatedGitHost, published: Callable[[], Catalogue]
) -> None:
    place = f"{host.base_url}/agnpy.git/info/refs?service=git-upload-pack"
    host.faults = [GitHostFault(path=r"/old\.git", status=301, location=place)]
    zenodo.records = [record(metadata=related("https://github.com/agn/old/tree/v1"))]
    catalogue = published()
    (entry,) = catalogue.entries
    assert entry.component.slug == "github.com-agn-old"
    assert "it has moved to" in catalogue.left_out[0].reason
    zenodo.records = [replace(zenodo.records[0], revision=9)]
    assert "it has moved to" in published().left_out[0].reason


def test_of_records_that_share_a_repository_the_newest_leads_there(
    zenodo: SimulatedZenodo, host: SimulatedGitHost, published: Callable[[], Catalogue], git: Git
) -> None:
    zenodo.records = [
        record(),
        record(220, metadata=related(f"{FORGE}/releases/tag/v1")),
        record(20, metadata=related(FORGE)),
    ]
    first = published()
    assert {one.component.revision for one in first.entries} == {git("rev-parse", "v1")}
    host.seen.clear()
    assert published().entries == first.entries
    zenodo.records = [replace(zenodo.records[0], revision=9), *zenodo.records[1:]]
    assert published().entries == first.entries
    assert host.seen == []


def test_a_record_without_files_leads_to_its_repository_all_the_same(
    zenodo: SimulatedZenodo, published: Callable[[], Catalogue]
) -> None:
    zenodo.records = [record(files=())]
    assert [one.component.slug for one in published().entries] == ["github.com-agn-agnpy"]


@pytest.mark.parametrize(
    "address",
    ["https://127.0.0.1/o/r", "https://localhost/o/r", "https://10.0.0.1/o/r", "https://169.254.169.254/o/r"],
)
def test_a_record_leads_nobody_to_an_address_that_is_not_public(
    zenodo: SimulatedZenodo, client: Callable[..., PoliteHttp], address: str
) -> None:
    zenodo.records = [record(metadata={"custom": {"code:codeRepository": address}})]
    following = Following("zenodo escape2020")
    source = ZenodoSource("escape2020", http=client(), following=following)
    (left_out,) = (one for one in source.snapshots() if not hasattr(one, "paths"))
    assert "not public" in left_out.reason  # type: ignore[union-attr]


@pytest.mark.parametrize(
    "address", ["ssh://git@github.com/o/r", "git://github.com/o/r", "http://github.com/o/r"]
)
def test_whatever_a_record_writes_the_repository_is_asked_by_https(
    zenodo: SimulatedZenodo, client: Callable[..., PoliteHttp], address: str
) -> None:
    asked: list[Release] = []

    def opened(release: Release) -> Source:
        asked.append(release)
        raise SourceError("there is no network")

    zenodo.records = [record(metadata={"custom": {"code:codeRepository": address}})]
    list(ZenodoSource("escape2020", http=client(), following=Following("x", opened)).snapshots())
    assert asked == [Release(repository="https://github.com/o/r")]
