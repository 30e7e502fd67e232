"""The client's door to the network lets through what is whole, small enough, and of the web."""

import gzip
from collections.abc import Iterator

import pytest

from ossr_catalogue.client.web import Question, fetch, redirect_fault
from ossr_catalogue.errors import SourceError
from published_site import Site, serving


@pytest.fixture
def site() -> Iterator[Site]:
    with serving({"a": b"x" * 1000, "half.gz": gzip.compress(b"x" * 500)[:-4]}) as served:
        yield served


def question(site: Site, path: str = "a", max_bytes: int = 1000) -> Question:
    return Question(url=f"{site.address}{path}", max_bytes=max_bytes, timeout_seconds=0.3)


def test_what_is_as_large_as_it_may_be_comes(site: Site) -> None:
    assert fetch(question(site)).body == b"x" * 1000


@pytest.mark.parametrize("is_packed", [False, True], ids=["plain", "packed"])
def test_what_is_larger_does_not_come(site: Site, *, is_packed: bool) -> None:
    site.packed = is_packed
    with pytest.raises(SourceError, match="larger than 999 bytes"):
        fetch(question(site, max_bytes=999))


def test_half_of_an_answer_does_not_come(site: Site) -> None:
    site.fault = "cut"
    with pytest.raises(SourceError, match="the answer is cut off, 500 bytes are missing"):
        fetch(question(site))


def test_half_of_something_packed_does_not_come(site: Site) -> None:
    with pytest.raises(SourceError, match="the answer is cut off"):
        fetch(question(site, "half.gz"))


def test_it_says_who_asks_and_nothing_else_of_the_user(site: Site) -> None:
    fetch(question(site))
    (headers,) = site.headers
    assert set(headers) == {"Host", "User-Agent", "Accept", "Accept-Encoding", "Connection"}
    assert headers["User-Agent"].startswith("ossr-catalogue-client/")


@pytest.mark.parametrize(
    ("before", "after", "fault"),
    [
        ("https://a.org/", "https://b.org/x", ""),
        ("http://a.org/", "http://b.org/x", ""),
        ("http://a.org/", "https://b.org/x", ""),
        ("https://a.org/", "http://a.org/", "is not encrypted any more"),
        ("https://a.org/", "HTTP://a.org/", "is not encrypted any more"),
        ("https://a.org/", "ftp://a.org/", "is no address of the web; give one that begins with https://"),
        (
            "https://a.org/",
            "https://me:pw@a.org/",
            "holds a name or a password, which would be sent and kept; leave it out",
        ),
    ],
)
def test_a_redirect_stays_on_the_web_and_encrypted(before: str, after: str, fault: str) -> None:
    assert redirect_fault(before, after) == fault
