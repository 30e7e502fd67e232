"""Slow down before the host has to refuse."""

from collections.abc import Callable
from email.message import Message

import pytest

from ossr_catalogue.harvest.web.http import PoliteHttp
from ossr_catalogue.harvest.web.pace import Pace
from simulated_zenodo import SimulatedZenodo
from still_clock import StillClock

Client = Callable[..., PoliteHttp]
COMMUNITY = "/api/communities/escape2020"


def test_the_last_requests_of_a_window_are_spread_over_the_rest_of_it(
    zenodo: SimulatedZenodo, client: Client, clock: StillClock
) -> None:
    zenodo.requests_left = 13
    http = client(pause_seconds=1)
    for _ in range(5):
        http.get_json(zenodo.base_url + COMMUNITY)
    # Of the replies the fourth is the first that says less than ten: nine left for 60 seconds.
    assert [round(nap) for nap in clock.naps] == [1, 1, 1, 6]


def test_nothing_is_asked_until_a_window_that_is_used_up_begins_anew(
    zenodo: SimulatedZenodo, client: Client, clock: StillClock
) -> None:
    zenodo.requests_left = 1
    http = client(pause_seconds=0)
    for _ in range(3):
        http.get_json(zenodo.base_url + COMMUNITY)
        if zenodo.requests_left == 0:
            zenodo.requests_left = 60
    assert [round(nap) for nap in clock.naps] == [60]
    assert len(zenodo.seen) == 3


@pytest.mark.parametrize(
    "headers",
    [
        {"X-RateLimit-Remaining": "1"},
        {"X-RateLimit-Remaining": "1", "X-RateLimit-Reset": "soon"},
        {"X-RateLimit-Remaining": "-1", "X-RateLimit-Reset": "1e9"},
        {"X-RateLimit-Remaining": "1", "X-RateLimit-Reset": "1"},
        {"X-RateLimit-Remaining": "10", "X-RateLimit-Reset": "4102444800"},
        {"X-RateLimit-Remaining": "1", "X-RateLimit-Reset": "9" * 5000},
        {"X-RateLimit-Remaining": "1", "X-RateLimit-Reset": "4102444800", "Date": "yesterday"},
    ],
)
def test_headers_that_say_nothing_slow_nobody_down(headers: dict[str, str], clock: StillClock) -> None:
    said = Message()
    for name, value in {"Date": "Sun, 22 Nov 2026 12:00:00 GMT", **headers}.items():
        said[name] = value
    pace = Pace(0, sleep=clock.sleep, monotonic=clock.monotonic)
    pace.heed(said)
    pace.keep()
    assert clock.naps == []


def test_no_window_makes_us_wait_for_more_than_five_minutes(clock: StillClock) -> None:
    said = Message()
    said["Date"] = "Sun, 22 Nov 2026 12:00:00 GMT"
    said["X-RateLimit-Remaining"], said["X-RateLimit-Reset"] = "0", "4102444800"
    pace = Pace(0, sleep=clock.sleep, monotonic=clock.monotonic)
    pace.heed(said)
    pace.keep()
    assert clock.naps == [300]
