"""A simulated Zenodo, and a client that never really waits."""

from collections.abc import Callable, Iterator

import pytest

from ossr_catalogue.harvest.web.http import PoliteHttp
from ossr_catalogue.harvest.zenodo.source import ZenodoSource
from simulated_zenodo import SimulatedZenodo, running
from still_clock import StillClock
from stored_records import StoredFile, StoredRecord
from zenodo_harvest import Found, Harvest


@pytest.fixture
def clock() -> StillClock:
    return StillClock()


@pytest.fixture
def zenodo() -> Iterator[SimulatedZenodo]:
    with running(SimulatedZenodo()) as server:
        yield server


@pytest.fixture
def client(zenodo: SimulatedZenodo, clock: StillClock) -> Callable[..., PoliteHttp]:
    """Give clients for the simulated server whose pauses take no time."""

    def make(**settings: float) -> PoliteHttp:
        return PoliteHttp(zenodo.base_url, sleep=clock.sleep, monotonic=clock.monotonic, **settings)  # type: ignore[arg-type]

    return make


@pytest.fixture
def harvested(zenodo: SimulatedZenodo, client: Callable[..., PoliteHttp]) -> Harvest:
    """Harvest one record with some files, the number of which is 12."""

    def harvest(*files: StoredFile, **changes: object) -> Found:
        zenodo.records = [StoredRecord(number=12, files=files, **changes)]  # type: ignore[arg-type]
        source = ZenodoSource("escape2020", http=client(pause_seconds=0))
        return list(source.snapshots())

    return harvest
