"""Another catalogue's own entries come with their uuid and origin; its mistakes cost what they must."""

import json
from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import Any

import pytest

import sample_catalogue as sample
from ossr_catalogue.assemble import assemble
from ossr_catalogue.document.writing import to_plain
from ossr_catalogue.errors import SourceError, UsageError
from ossr_catalogue.harvest.federation.source import CatalogueSource
from ossr_catalogue.harvest.run import harvest
from ossr_catalogue.harvest.source import Snapshot, Unchanged
from ossr_catalogue.harvest.web.http import PoliteHttp
from ossr_catalogue.model.catalogue import Catalogue, Entry, LeftOut, Origin
from ossr_catalogue.model.harvested import Harvested, SourceHarvest, Visit
from ossr_catalogue.why.account import Condition
from ossr_catalogue.why.accounts import accounts_of
from sample_site import SETTINGS
from simulated_catalogue import SimulatedCatalogue, showing
from still_clock import StillClock

Make = Callable[..., CatalogueSource]


@pytest.fixture
def other() -> Iterator[SimulatedCatalogue]:
    with showing(SimulatedCatalogue()) as server:
        yield server


@pytest.fixture
def source(other: SimulatedCatalogue) -> Make:
    """Give sources for it, as if for the first time."""

    def make(path: str = "/") -> CatalogueSource:
        clock = StillClock()
        http = PoliteHttp(other.base_url, sleep=clock.sleep, monotonic=clock.monotonic)
        return CatalogueSource(f"{other.base_url}{path}", plain_http=True, http=http)

    return make


def home(source: CatalogueSource, known: dict[str, str] | None = None) -> tuple[Visit, Catalogue]:
    """Harvest and assemble."""
    kept: list[Harvested] = []
    visit = harvest(source, kept.append, known=known or {})
    harvests = [SourceHarvest(source=source.name, harvested=tuple(kept), left_out=visit.left_out)]
    return visit, assemble(harvests)


def etags(source: CatalogueSource) -> dict[str, str]:
    return {
        one.component.slug: one.etag for one in source.snapshots() if not isinstance(one, Unchanged | LeftOut)
    }


def two() -> tuple[Entry, ...]:
    return sample.of_every_type()[:2]


def gaps(source: CatalogueSource) -> list[LeftOut]:
    return [one for one in source.snapshots() if isinstance(one, LeftOut)]


def test_every_executable_comes_as_it_was_declared(other: SimulatedCatalogue, source: Make) -> None:
    ours = sample.catalogue()
    other.publish(ours, SETTINGS)
    _, theirs = home(source())
    assert [to_plain(one.executable) for one in theirs.entries] == [
        to_plain(one.executable) for one in ours.entries
    ]


def test_origin_component_and_revision_are_kept_and_the_catalogue_is_named(
    other: SimulatedCatalogue, source: Make
) -> None:
    ours = sample.catalogue(*two())
    other.publish(ours, SETTINGS)
    _, theirs = home(source())
    for one, entry in zip(theirs.entries, ours.entries, strict=True):
        assert (one.origin, one.component) == (entry.origin, replace(entry.component, directory=""))
        assert one.provenance.catalogue == f"{other.base_url}/"
        assert one.provenance.revision == entry.component.revision


def test_a_draft_stays_a_draft(other: SimulatedCatalogue, source: Make) -> None:
    drafts = [replace(entry, origin=Origin.INFERRED) for entry in two()]
    other.publish(sample.catalogue(*drafts), SETTINGS)
    _, theirs = home(source())
    assert [one.origin for one in theirs.entries] == [Origin.INFERRED, Origin.INFERRED]


def test_the_first_time_costs_the_index_and_one_request_for_each_executable(
    other: SimulatedCatalogue, source: Make
) -> None:
    other.publish(sample.catalogue(*sample.of_every_type()), SETTINGS)
    visit, theirs = home(source())
    assert visit.requests == 1 + len(theirs.entries) == len(other.seen)


def test_unchanged_it_costs_one_request(other: SimulatedCatalogue, source: Make) -> None:
    other.publish(sample.catalogue(*sample.of_every_type()), SETTINGS, whole_up_to=3)
    known = etags(source())
    again = source()
    assert list(again.snapshots(known)) == [Unchanged(slug=slug) for slug in known]
    assert again.requests == 1


def test_a_change_costs_the_executables_of_its_component(other: SimulatedCatalogue, source: Make) -> None:
    first, second = two()[0], replace(two()[1], component=sample.GAIA)
    other.publish(sample.catalogue(first, second), SETTINGS)
    known = etags(source())
    changed = replace(first, executable=replace(first.executable, title="Another title of this one"))
    other.publish(sample.catalogue(changed, second), SETTINGS)
    again = source()
    found = list(again.snapshots(known))
    assert again.requests == 2
    (same,) = (one for one in found if isinstance(one, Unchanged))
    assert same.slug == sample.GAIA.slug
    known |= {one.slug: one.etag for one in found if isinstance(one, Unchanged)}
    known |= {one.component.slug: one.etag for one in found if not isinstance(one, Unchanged | LeftOut)}
    last = source()
    assert len(list(last.snapshots(known))) == 2
    assert last.requests == 1


def test_parts_are_put_together(other: SimulatedCatalogue, source: Make) -> None:
    ours = sample.catalogue(*sample.of_every_type())
    other.publish(ours, SETTINGS, whole_up_to=3)
    assert "parts" in other.index
    _, theirs = home(source())
    assert len(theirs.entries) == len(ours.entries)


def test_a_part_that_is_another_one_costs_the_source(other: SimulatedCatalogue, source: Make) -> None:
    other.publish(sample.catalogue(*sample.of_every_type()), SETTINGS, whole_up_to=3)
    other.files[other.index["parts"][0]["href"]] = b'{"executables": []}'
    with pytest.raises(SourceError, match="not the part that the index names"):
        list(source().snapshots())


def test_an_index_with_fewer_than_it_says_costs_the_source(other: SimulatedCatalogue, source: Make) -> None:
    other.publish(sample.catalogue(*two()), SETTINGS)
    other.say(count=3)
    with pytest.raises(SourceError, match="2 executables came, 3 were said"):
        list(source().snapshots())


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"<html>", "no JSON"),
        (b"[]", "no JSON object"),
        (b"{}", "version is None"),
        (b'{"version": "2.0.0"}', "version is '2.0.0', expected 1.x.y"),
        (b'{"version": "1.4.0", "generation": 7}', "generation is 7"),
        (b'{"a":' * 100_000, "no JSON"),
    ],
    ids=["a page", "a list", "nothing", "another version", "no generation", "a pit"],
)
def test_what_is_no_index_costs_the_source(
    other: SimulatedCatalogue, source: Make, content: bytes, words: str
) -> None:
    other.files["index.json"] = content
    with pytest.raises(SourceError, match=words):
        list(source().snapshots())


@pytest.mark.parametrize(
    ("status", "headers"),
    [
        (404, {}),
        (429, {"Retry-After": "900"}),
        (500, {}),
        (302, {"Location": "http://169.254.169.254/"}),
        (302, {"Location": "https://elsewhere.example/index.json"}),
    ],
    ids=["gone", "refused", "broken", "led inside", "led away"],
)
def test_an_index_that_cannot_be_had_costs_the_source(
    other: SimulatedCatalogue, source: Make, status: int, headers: dict[str, str]
) -> None:
    other.faults["index.json"] = (status, headers)
    with pytest.raises(SourceError):
        list(source().snapshots())


def one_component(other: SimulatedCatalogue) -> list[str]:
    """Publish two executables of one component; give the paths of their documents."""
    other.publish(sample.catalogue(*(replace(one, component=sample.LIBRARY) for one in two())), SETTINGS)
    return [entry["document"] for entry in other.index["executables"]]


@pytest.mark.parametrize("how", ["gone", "forged", "swapped", "no object", "no entry"])
def test_a_document_that_is_none_costs_its_executable_and_is_asked_for_again(
    other: SimulatedCatalogue, source: Make, how: str
) -> None:
    first, second = one_component(other)
    if how == "gone":
        del other.files[first]
    elif how == "forged":
        other.files[first] += b" "
    elif how == "swapped":
        other.rewrite(first, other.document(second))
    elif how == "no object":
        other.rewrite(first, [])
    else:
        other.rewrite(first, {"declared": [], "provenance": {}})
    visit, theirs = home(source())
    assert [one.executable.uuid for one in theirs.entries] == [other.document(second)["entry"]["uuid"]]
    assert [(one.slug, one.keeps) for one in visit.left_out] == [(sample.LIBRARY.slug, True)]
    assert etags(source()) == {sample.LIBRARY.slug: ""}


def test_a_host_that_refuses_in_the_middle_ends_the_visit(other: SimulatedCatalogue, source: Make) -> None:
    first, _ = one_component(other)
    other.faults[first] = (429, {"Retry-After": "900"})
    visit, _ = home(source())
    assert visit.failed


def test_a_document_on_another_host_is_not_asked_for(other: SimulatedCatalogue, source: Make) -> None:
    one_component(other)
    entries = other.index["executables"]
    entries[0]["document"] = "http://169.254.169.254/latest"
    other.say(executables=entries)
    assert any("leads away" in one.reason for one in gaps(source()))


@pytest.mark.parametrize(
    "change",
    [
        {"uuid": "../../etc"},
        {"uuid": 7},
        {"document": None},
        {"digest": "md5:0"},
        {"origin": "declared by us"},
        {"component": "nowhere"},
        {"component": ["x"]},
    ],
    ids=str,
)
def test_an_entry_that_is_none_is_counted(other: SimulatedCatalogue, source: Make, change: Any) -> None:  # noqa: ANN401
    one_component(other)
    entries = other.index["executables"]
    entries[0] |= change
    other.say(executables=entries)
    visit, theirs = home(source())
    assert len(theirs.entries) == 1
    assert [one.reason for one in visit.left_out] == ["entries of its index that are none: 1"]
    (account,) = accounts_of(theirs)
    assert (account.condition, account.failure) == (Condition.STALE, None)


def test_a_component_that_is_none_costs_itself(other: SimulatedCatalogue, source: Make) -> None:
    other.publish(sample.catalogue(two()[0], replace(two()[1], component=sample.GAIA)), SETTINGS)
    components = other.index["components"]
    broken = next(one for one in components if one["slug"] == sample.GAIA.slug)
    broken["keywords"] = 7
    other.say(components=components)
    visit, theirs = home(source())
    assert len(theirs.entries) == 1
    assert [(one.slug, one.keeps) for one in visit.left_out] == [(sample.GAIA.slug, True)]


def test_texts_and_addresses_of_a_component_are_cleaned(other: SimulatedCatalogue, source: Make) -> None:
    first, second = one_component(other)
    (component,) = other.index["components"]
    component |= {
        "title": "<b>Evil</b>\nname",
        "repository": "javascript:alert(1)",
        "homepage": "file:///etc/passwd",
        "authors": [{"name": "Ada <ada@example.org>"}],
    }
    other.say(components=[component])
    for path in (first, second):
        document = other.document(path)
        document["entry"]["locations"] = [{"path": "x", "url": "http://169.254.169.254/x"}]
        document["provenance"] |= {
            "url": "javascript:executables.json",
            "view": "https://a@b/executables.json",
        }
        other.rewrite(path, document)
    _, theirs = home(source())
    found = theirs.entries[0].component
    assert (found.title, found.repository, found.homepage) == ("Evil name", None, None)
    assert (found.files_url, found.view_url) == (None, None)
    assert "@" not in found.authors[0].name


def test_a_declared_entry_with_errors_is_left_to_the_linter(other: SimulatedCatalogue, source: Make) -> None:
    first, _ = one_component(other)
    document = other.document(first)
    document["declared"]["title"] = 7
    other.rewrite(first, document)
    _, theirs = home(source())
    assert len(theirs.entries) == 1
    (refused,) = theirs.left_out
    assert refused.findings


def test_letters_that_no_file_can_hold_do_no_harm(other: SimulatedCatalogue, source: Make) -> None:
    first, _ = one_component(other)
    document = other.document(first)
    document["declared"]["description"] = "A long enough description with \ud800 and \x7f and \x85 in it."
    other.rewrite(first, document)
    _, theirs = home(source())
    assert len(theirs.entries) == 2


def test_what_it_has_from_a_third_catalogue_is_passed_over_so_loops_end(
    other: SimulatedCatalogue, source: Make
) -> None:
    own, foreign = two()
    ours = "catalogue https://us.example/index.json"
    foreign = replace(foreign, component=sample.GAIA, provenance=replace(foreign.provenance, source=ours))
    other.publish(sample.catalogue(own, foreign), SETTINGS)
    visit, theirs = home(source())
    assert [one.executable.uuid for one in theirs.entries] == [own.executable.uuid]
    assert visit.requests == 2


@pytest.mark.parametrize(
    "address",
    [
        "http://example.org/index.json",
        "ftp://example.org/index.json",
        "https://anna:s3cret@example.org/",
        "https:///index.json",
        "index.json",
        "https://[::1/",
    ],
)
def test_another_address_is_refused_and_no_secret_repeated(address: str) -> None:
    with pytest.raises(UsageError) as refused:
        CatalogueSource(address)
    assert "s3cret" not in str(refused.value)


def test_the_site_and_its_index_are_one_source() -> None:
    site, index = (CatalogueSource(f"https://example.org/x/{name}") for name in ("", "index.json"))
    assert site.identity == index.identity == "catalogue https://example.org/x/index.json"


def test_it_is_a_snapshot_without_files(other: SimulatedCatalogue, source: Make) -> None:
    one_component(other)
    (found,) = source().snapshots()
    assert not isinstance(found, Unchanged | LeftOut)
    snapshot: Snapshot = found
    assert (snapshot.paths(), snapshot.read(["x"])) == ((), {})


def test_a_list_keeps_its_path_for_the_link_to_its_source(other: SimulatedCatalogue, source: Make) -> None:
    one_component(other)
    _, theirs = home(source())
    published = other.document(other.index["executables"][0]["document"])
    assert {one.provenance.path for one in theirs.entries} == {published["provenance"]["path"]}
    assert {one.provenance.pointer for one in theirs.entries} == {""}
    assert json.dumps(published["provenance"].get("view")) == json.dumps(theirs.entries[0].source_page)
