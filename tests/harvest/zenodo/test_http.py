"""The client: named, paced, bounded, and never led away."""

import io
import itertools
from collections.abc import Callable

import pytest

from ossr_catalogue import HOME_URL, __version__
from ossr_catalogue.errors import UsageError
from ossr_catalogue.harvest.web.http import PoliteHttp
from ossr_catalogue.harvest.web.replies import GivenUpError, HttpError, TooLargeError
from simulated_zenodo import Fault, SimulatedZenodo, running
from still_clock import StillClock
from stored_records import StoredFile, StoredRecord

Client = Callable[..., PoliteHttp]
COMMUNITY = "/api/communities/escape2020"
FILE = "/api/records/12/files/a.txt/content"


@pytest.fixture(autouse=True)
def _file(zenodo: SimulatedZenodo) -> None:
    file = StoredFile(key="a.txt", content=b"0123456789")
    zenodo.records = [StoredRecord(number=12, concept=11, files=(file,))]


def test_it_says_who_it_is_and_sends_nothing_else_about_itself(
    zenodo: SimulatedZenodo, client: Client
) -> None:
    http = client()
    http.get_json(zenodo.base_url + COMMUNITY)
    http.get_json(zenodo.base_url + COMMUNITY)
    for seen in zenodo.seen:
        assert seen.headers["User-Agent"] == f"ossr-catalogue/{__version__} (+{HOME_URL})"
        assert set(seen.headers) == {"User-Agent", "Accept", "Accept-Encoding", "Host", "Connection"}


def test_requests_start_a_pause_apart(zenodo: SimulatedZenodo, client: Client, clock: StillClock) -> None:
    http = client(pause_seconds=1.5)
    for _ in range(3):
        http.get_json(zenodo.base_url + COMMUNITY)
    assert clock.naps == [1.5, 1.5]


def test_retry_after_is_ignored_on_a_success(
    zenodo: SimulatedZenodo, client: Client, clock: StillClock
) -> None:
    http = client(pause_seconds=0)
    http.get_json(zenodo.base_url + COMMUNITY)
    http.get_json(zenodo.base_url + COMMUNITY)
    assert clock.naps == []


@pytest.mark.parametrize(
    ("status", "retry_after", "nap"),
    [
        pytest.param(429, "7", 7.0, id="too many requests: as long as it says"),
        pytest.param(503, "7", 7.0, id="unavailable: as long as it says"),
        pytest.param(429, "0", 2.0, id="never at once"),
        pytest.param(429, "soon", 2.0, id="not understood"),
        pytest.param(429, "Thu, 01 Jan 1970 00:00:00 GMT", 2.0, id="a date that is over"),
        pytest.param(500, "7", 2.0, id="its own fault: Retry-After means nothing"),
        pytest.param(502, "7", 2.0, id="bad gateway"),
        pytest.param(504, "7", 2.0, id="gateway timeout"),
    ],
)
def test_what_may_pass_is_asked_again_after_a_wait(
    zenodo: SimulatedZenodo,
    client: Client,
    clock: StillClock,
    status: int,
    retry_after: str,
    nap: float,
) -> None:
    zenodo.faults = [Fault(path="communities", times=1, status=status, retry_after=retry_after)]
    client(pause_seconds=0).get_json(zenodo.base_url + COMMUNITY)
    assert clock.naps == [nap]


def test_a_date_to_retry_after_counts_from_the_replys_own(
    zenodo: SimulatedZenodo, client: Client, clock: StillClock
) -> None:
    zenodo.faults = [
        Fault(path="communities", times=1, status=429, retry_after="Fri, 01 Jan 2100 00:00:00 GMT")
    ]
    with pytest.raises(HttpError, match="it asks to wait"):
        client(pause_seconds=0).get_json(zenodo.base_url + COMMUNITY)
    assert clock.naps == []


def test_a_request_is_given_up_after_three_attempts(
    zenodo: SimulatedZenodo, client: Client, clock: StillClock
) -> None:
    zenodo.faults = [Fault(path="communities", status=500)]
    http = client(pause_seconds=0)
    with pytest.raises(HttpError, match=r"500 Internal Server Error: 'Something went wrong\.'") as caught:
        http.get_json(zenodo.base_url + COMMUNITY)
    assert caught.value.status == 500
    assert http.requests == len(zenodo.seen) == 3
    assert clock.naps == [2.0, 10.0]


def test_what_will_not_pass_is_asked_once(zenodo: SimulatedZenodo, client: Client) -> None:
    with pytest.raises(HttpError, match=r"404 Not Found: 'The persistent identifier does not exist\.'"):
        client().get_json(zenodo.base_url + "/api/communities/other")
    assert len(zenodo.seen) == 1


def test_a_block_is_recognised_by_its_page_of_html(zenodo: SimulatedZenodo, client: Client) -> None:
    zenodo.faults = [Fault(path="communities", status=403, html=True)]
    with pytest.raises(HttpError, match=r"403 Forbidden, with a page of HTML.*seems to block this client"):
        client().get_json(zenodo.base_url + COMMUNITY)
    assert len(zenodo.seen) == 1


def test_html_in_place_of_json_is_said_to_be_so(zenodo: SimulatedZenodo, client: Client) -> None:
    zenodo.faults = [Fault(path="communities", status=200, html=True)]
    with pytest.raises(HttpError, match="answered with text/html that is no JSON"):
        client().get_json(zenodo.base_url + COMMUNITY)


def test_a_host_that_does_not_answer_is_left_in_peace(zenodo: SimulatedZenodo, client: Client) -> None:
    zenodo.faults = [Fault(path="", status=403, html=True)]
    http = client()
    for _ in range(5):
        with pytest.raises(HttpError, match="403"):
            http.get_json(zenodo.base_url + COMMUNITY)
    with pytest.raises(HttpError, match="not asked again, it failed 5 times in a row"):
        http.get_json(zenodo.base_url + COMMUNITY)
    assert len(zenodo.seen) == 5


def test_failures_of_single_files_do_not_count_against_the_host(
    zenodo: SimulatedZenodo, client: Client
) -> None:
    http = client()
    for _ in range(6):
        with pytest.raises(HttpError, match="404"):
            http.get_json(zenodo.base_url + "/api/communities/other")
    assert http.get_json(zenodo.base_url + COMMUNITY)


def test_an_answer_in_between_makes_good_for_failures(zenodo: SimulatedZenodo, client: Client) -> None:
    http = client()
    for _ in range(3):
        zenodo.faults = [Fault(path="", times=3, status=403, html=True)]
        for _ in range(3):
            with pytest.raises(HttpError, match="403"):
                http.get_json(zenodo.base_url + COMMUNITY)
        assert http.get_json(zenodo.base_url + COMMUNITY)


def test_no_answer_in_time_is_said_to_be_so(zenodo: SimulatedZenodo, client: Client) -> None:
    zenodo.faults = [Fault(path="", waits_seconds=0.3)]
    with pytest.raises(HttpError, match="no answer in time") as caught:
        client(timeout_seconds=0.05).get_json(zenodo.base_url + COMMUNITY)
    assert caught.value.is_host_wide


def test_an_answer_that_comes_drop_by_drop_is_given_up(zenodo: SimulatedZenodo) -> None:
    seconds = itertools.count(step=1000)
    http = PoliteHttp(
        zenodo.base_url, waits_seconds=(), sleep=lambda _: None, monotonic=lambda: float(next(seconds))
    )
    with pytest.raises(HttpError, match="the answer comes too slowly"):
        http.get(zenodo.base_url + FILE)


def test_a_host_that_hangs_up_is_asked_again(zenodo: SimulatedZenodo, client: Client) -> None:
    zenodo.faults = [Fault(path="", times=2, hangs_up=True)]
    assert client().get_json(zenodo.base_url + COMMUNITY)
    assert len(zenodo.seen) == 3


def test_an_answer_that_ends_too_early_is_asked_for_again(zenodo: SimulatedZenodo, client: Client) -> None:
    zenodo.faults = [Fault(path="content", times=1, cut_bytes=3)]
    assert client().get(zenodo.base_url + FILE).body == b"0123456789"


def test_an_answer_that_always_ends_too_early_is_never_taken(zenodo: SimulatedZenodo, client: Client) -> None:
    zenodo.faults = [Fault(path="content", cut_bytes=3)]
    with pytest.raises(HttpError, match="ended after 7 of 10 bytes"):
        client().get(zenodo.base_url + FILE)


def test_more_than_was_asked_for_is_not_taken(zenodo: SimulatedZenodo, client: Client) -> None:
    http = client()
    with pytest.raises(TooLargeError, match="10 bytes, where at most 9 are taken"):
        http.get(zenodo.base_url + FILE, max_bytes=9)
    assert http.bytes_received == 0


def test_a_part_of_a_file_is_asked_for_by_its_range(zenodo: SimulatedZenodo, client: Client) -> None:
    http = client()
    reply = http.get(zenodo.base_url + FILE, span=(2, 5))
    assert (reply.status, reply.body, http.bytes_received) == (206, b"234", 3)


def test_redirects_on_the_same_host_are_followed_and_counted(zenodo: SimulatedZenodo, client: Client) -> None:
    http = client()
    assert http.get_json(zenodo.base_url + "/api/records/11")
    assert http.requests == len(zenodo.seen) == 2


def test_a_redirect_with_a_blank_in_it_is_followed(zenodo: SimulatedZenodo, client: Client) -> None:
    zenodo.faults = [Fault(path="", times=1, status=302, location=f"{COMMUNITY}?title=a b")]
    assert client().get_json(zenodo.base_url + "/api/old")
    assert zenodo.paths()[1] == f"{COMMUNITY}?title=a%20b"


def test_redirects_in_a_circle_come_to_an_end(zenodo: SimulatedZenodo, client: Client) -> None:
    zenodo.faults = [Fault(path="", status=302, location=COMMUNITY)]
    with pytest.raises(HttpError, match="more than 5 redirects"):
        client().get_json(zenodo.base_url + COMMUNITY)


@pytest.mark.parametrize(
    "location",
    [
        "http://127.0.0.1:1/",
        "https://elsewhere.example/x",
        "//elsewhere.example/x",
        "file:///etc/passwd",
        "ftp://elsewhere.example/x",
        "http://[::1/",
        "http://127.0.0.1:notaport/",
    ],
)
def test_a_redirect_away_from_the_host_is_refused(
    zenodo: SimulatedZenodo, client: Client, location: str
) -> None:
    zenodo.faults = [Fault(path="", status=302, location=location)]
    with pytest.raises(HttpError, match=r"refused|not an address"):
        client().get_json(zenodo.base_url + COMMUNITY)
    assert len(zenodo.seen) == 1


def test_another_server_is_never_asked(client: Client) -> None:
    with running(SimulatedZenodo()) as other:
        with pytest.raises(HttpError, match="leads away from"):
            client().get(other.base_url + COMMUNITY)
        assert other.seen == []


def test_a_host_may_move_from_http_to_https() -> None:
    http = PoliteHttp("http://127.0.0.1", waits_seconds=(), timeout_seconds=1)
    with pytest.raises(HttpError) as caught:
        http.get("https://127.0.0.1/api/records")
    assert "refused, for it leads away" not in str(caught.value)
    assert http.requests == 1


@pytest.mark.parametrize(
    ("url", "problem"),
    [
        ("zenodo.org", "neither http nor https"),
        ("file:///srv/zenodo", "neither http nor https"),
        ("https://", "no host"),
        ("https://name:secret@zenodo.org", "user names and passwords are not sent"),
        ("https://zenodo.org/?a=b", "leave out what follows"),
        ("https://[::1", "Invalid IPv6"),
    ],
)
def test_a_base_url_that_cannot_be_asked_is_refused(url: str, problem: str) -> None:
    with pytest.raises(UsageError, match=problem):
        PoliteHttp(url)


def test_what_somebody_may_have_written_into_an_address_is_not_repeated(
    zenodo: SimulatedZenodo, client: Client
) -> None:
    zenodo.faults = [Fault(path="", status=302, location="https://anna:s3cret@elsewhere.example/x")]
    with pytest.raises(HttpError, match=r"refused|not sent") as refused:
        client().get_json(zenodo.base_url + COMMUNITY)
    with pytest.raises(UsageError) as unusable:
        PoliteHttp("https://anna:s3cret@zenodo.org")
    assert "s3cret" not in f"{refused.value} {unusable.value}"


def test_a_budget_counts_every_attempt_and_ends_the_run(zenodo: SimulatedZenodo, client: Client) -> None:
    zenodo.faults = [Fault(path="", status=500)]
    http = client(budget=5)
    with pytest.raises(HttpError, match="500"):
        http.get_json(zenodo.base_url + COMMUNITY)
    with pytest.raises(GivenUpError, match="its budget of 5 requests is spent"):
        http.get_json(zenodo.base_url + COMMUNITY)
    assert http.requests == len(zenodo.seen) == 5


def test_a_download_goes_into_a_file_and_an_attempt_that_failed_leaves_nothing_in_it(
    zenodo: SimulatedZenodo, client: Client
) -> None:
    zenodo.faults = [Fault(path="content", times=1, cut_bytes=3)]
    http, file = client(), io.BytesIO()
    http.download(zenodo.base_url + FILE, file, max_bytes=10)
    assert (file.getvalue(), http.bytes_received) == (b"0123456789", 17)


def test_a_download_that_is_too_large_is_not_begun(zenodo: SimulatedZenodo, client: Client) -> None:
    file = io.BytesIO()
    with pytest.raises(TooLargeError):
        client().download(zenodo.base_url + FILE, file, max_bytes=9)
    assert file.getvalue() == b""
