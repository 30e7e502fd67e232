"""A simulated Zenodo, and a client that never really waits."""

from collections.abc import Callable, Iterator

import pytest

from ossr_catalogue.harvest.http import PoliteHttp
from simulated_zenodo import SimulatedZenodo, running
from still_clock import StillClock


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
