"""One record as a source: by its number, DOI or address; a version stays, a concept moves on."""

from collections.abc import Callable
from pathlib import Path

import pytest

from fake_sources import bring_home
from lists import FIRST
from ossr_catalogue.errors import SourceError, UsageError
from ossr_catalogue.harvest.source import Snapshot, Unchanged
from ossr_catalogue.harvest.web.http import PoliteHttp
from ossr_catalogue.harvest.zenodo.record_source import RecordSource, parse_record
from ossr_catalogue.model.catalogue import LeftOut
from simulated_zenodo import Fault, SimulatedZenodo
from stored_records import StoredRecord
from two_days import Published, two_days
from zenodo_harvest import ZIP, zipped

Client = Callable[..., PoliteHttp]
SANDBOX = "https://sandbox.zenodo.org"


@pytest.fixture(autouse=True)
def _versions(zenodo: SimulatedZenodo) -> None:
    zenodo.records = [StoredRecord(number=number, concept=100, files=(ZIP,)) for number in (120, 130)]


@pytest.fixture
def outcomes(client: Client) -> Callable[..., list[Snapshot | Unchanged | LeftOut]]:
    return lambda said, **known: list(
        RecordSource(said, http=client(pause_seconds=0)).snapshots(known.get("known", {}))
    )


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ("4701488", ("4701488", None)),
        (" 10.5281/zenodo.4701488 ", ("4701488", "https://zenodo.org")),
        ("doi:10.5281/ZENODO.4701488", ("4701488", "https://zenodo.org")),
        ("https://doi.org/10.5281/zenodo.4701488", ("4701488", "https://zenodo.org")),
        ("http://dx.doi.org/10.5072/zenodo.346365", ("346365", SANDBOX)),
        ("https://zenodo.org/records/4701488", ("4701488", "https://zenodo.org")),
        ("https://zenodo.org/record/4701488#.YZ", ("4701488", "https://zenodo.org")),
        ("https://zenodo.org/records/4701488/files/a.zip?download=1", ("4701488", "https://zenodo.org")),
        ("https://zenodo.org/api/records/4701488", ("4701488", "https://zenodo.org")),
        ("https://sandbox.zenodo.org/records/346365", ("346365", SANDBOX)),
        ("https://example.org/mirror/records/7", ("7", "https://example.org/mirror")),
    ],
)
def test_it_is_taken_as_people_write_it(said: str, expected: tuple[str, str | None]) -> None:
    assert parse_record(said) == expected


@pytest.mark.parametrize(
    "said",
    ["", "-1", "9" * 19, "4701488x", "10.1000/182", "10.5281/zenodo.", "https://zenodo.org/communities/escape2020",
     "https://[::1/records/7", "ftp://zenodo.org/records/7", "file:///records/7", "../records/7",
     "https://anna:s3cret@zenodo.org/records/7"],
)  # fmt: skip
def test_what_is_no_record_is_refused(said: str) -> None:
    with pytest.raises(UsageError) as refused:
        parse_record(said)
    assert "s3cret" not in str(refused.value)


def test_it_is_named_by_its_number_and_server() -> None:
    assert RecordSource("https://zenodo.org/record/7").name == "record 7"
    assert RecordSource("10.5072/zenodo.7").name == "record 7 at https://sandbox.zenodo.org"
    assert RecordSource("7", base_url=SANDBOX).name == "record 7 at https://sandbox.zenodo.org"


@pytest.mark.parametrize(("said", "revision"), [("120", "120"), ("130", "130"), ("100", "130")])
def test_a_version_is_itself_and_a_concept_its_newest_version(
    outcomes: Callable[..., list[Snapshot]], said: str, revision: str
) -> None:
    (snapshot,) = outcomes(said)
    assert (snapshot.component.slug, snapshot.component.revision) == ("zenodo-100", revision)


def test_an_unchanged_one_costs_one_request(zenodo: SimulatedZenodo, client: Client) -> None:
    ((first,), _) = bring_home(RecordSource("130", http=client()))
    zenodo.seen.clear()
    found, visit = bring_home(RecordSource("130", http=client()), {"zenodo-100": first.etag})
    assert (found, visit.unchanged) == ([], ("zenodo-100",))
    assert visit.requests == len(zenodo.seen) == 1


@pytest.fixture
def after(zenodo: SimulatedZenodo, client: Client, tmp_path: Path) -> Callable[..., Published]:
    def run(**fault: object) -> Published:
        zenodo.records = [zipped(220, FIRST)]
        return two_days(
            tmp_path / "store.sqlite",
            lambda: RecordSource("220", http=client(pause_seconds=0)),
            lambda: setattr(zenodo, "faults", [Fault(path="/records/220", **fault)]),  # type: ignore[arg-type]
        )

    return run


def test_one_that_was_taken_down_is_gone_and_somebody_has_to_agree(after: Callable[..., Published]) -> None:
    published = after(status=410)
    assert (published.state_of(FIRST), published.visit.failed) == ("gone", False)
    assert published.told().startswith("it was taken down: ")
    assert "410 Gone" in published.told()
    assert published.loss.sources == (published.visit.source,)


@pytest.mark.parametrize("status", [403, 404, 429, 500, 503])
def test_one_that_cannot_be_had_stays_and_is_marked(after: Callable[..., Published], status: int) -> None:
    published = after(status=status)
    assert (published.state_of(FIRST), published.visit.failed) == ("stale", True)
    assert str(status) in published.told()
    assert not published.loss.is_severe


def test_another_record_than_was_asked_for_is_not_taken(
    zenodo: SimulatedZenodo, outcomes: Callable[..., list[Snapshot]]
) -> None:
    zenodo.faults = [Fault(path="/records/7", status=302, location=f"{zenodo.base_url}/api/records/130")]
    with pytest.raises(SourceError, match="is record 130, another one"):
        outcomes("7")
