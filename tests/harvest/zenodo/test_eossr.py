"""Why eossr reads the records one by one and not the list, and that it agrees with us about each."""

from collections import Counter
from collections.abc import Callable

import pytest

from ossr_catalogue.harvest.source import Source
from ossr_catalogue.harvest.web.http import PoliteHttp
from ossr_catalogue.harvest.zenodo.source import ZenodoSource
from simulated_zenodo import SimulatedZenodo
from stored_records import StoredFile, StoredRecord
from zenodo_harvest import snapshots


def records(count: int) -> list[StoredRecord]:
    files = (StoredFile(key="notes.txt", content=b"notes"),)
    return [StoredRecord(number=1000 + 10 * number, files=files) for number in reversed(range(count))]


@pytest.fixture
def source(client: Callable[..., PoliteHttp]) -> Source:
    return ZenodoSource("escape2020", http=client(pause_seconds=0))


@pytest.mark.filterwarnings("default")
def test_eossr_itself_loses_ten_of_60_records_on_the_same_server(
    zenodo: SimulatedZenodo, source: Source, monkeypatch: pytest.MonkeyPatch
) -> None:
    eossr = pytest.importorskip("eossr.api.zenodo.zenodo", reason="eossr is not installed")
    from eossr.api.ossr import get_ossr_records  # noqa: PLC0415  heavy

    zenodo.records = records(60)
    monkeypatch.setattr(eossr, "zenodo_api_base_url", f"{zenodo.base_url}/api/")
    of_eossr = Counter(str(record.id) for record in get_ossr_records())
    assert (of_eossr.total(), len(of_eossr)) == (60, 50)
    assert set(of_eossr) < {one.component.revision for one in snapshots(source.snapshots())}


def test_what_eossr_makes_of_a_single_record_is_what_we_make_of_it(
    zenodo: SimulatedZenodo, source: Source
) -> None:
    eossr = pytest.importorskip("eossr.api.zenodo", reason="eossr is not installed")
    zenodo.records = records(3)
    theirs = [eossr.Record(stored.hit(zenodo.base_url)) for stored in zenodo.records]
    components = [snapshot.component for snapshot in snapshots(source.snapshots())]
    assert [(one.revision, one.title, one.doi) for one in components] == [
        (str(one.id), one.title, one.doi) for one in theirs
    ]
