"""Where a repository and its files lie on the web."""

import pytest

from ossr_catalogue.model.forge import web_addresses, web_repository


@pytest.mark.parametrize(
    ("url", "repository"),
    [
        ("https://github.com/cds-astro/tutorials", "https://github.com/cds-astro/tutorials"),
        ("git+https://github.com/cds-astro/tutorials.git/", "https://github.com/cds-astro/tutorials"),
        ("http://gitlab.com/escape-ossr/eossr.git", "https://gitlab.com/escape-ossr/eossr"),
        ("git@gitlab.in2p3.fr:escape2020/x.git", "https://gitlab.in2p3.fr/escape2020/x"),
        ("ssh://git@gitlab.com:22/escape-ossr/eossr.git", "https://gitlab.com/escape-ossr/eossr"),
        ("git://example.org/x", "https://example.org/x"),
        ("https://user:secret@example.org/x.git", "https://example.org/x"),
        (" https://example.org/a/b ", "https://example.org/a/b"),
    ],
)
def test_a_git_url_has_a_page_for_people(url: str, repository: str) -> None:
    assert web_repository(url) == repository


@pytest.mark.parametrize(
    "url",
    [
        "file:///srv/git/x",
        "/srv/git/x",
        "../x",
        "",
        "https://",
        "https://example.org/",
        "javascript:alert(1)//",
        "C:\\repositories\\x",
        "https://[x/y",
    ],
)
def test_what_is_not_on_the_web_has_no_page(url: str) -> None:
    assert web_repository(url) is None


@pytest.mark.parametrize(
    ("repository", "raw", "view"),
    [
        (
            "https://github.com/cds-astro/tutorials",
            "https://raw.githubusercontent.com/cds-astro/tutorials/0a1b/{path}",
            "https://github.com/cds-astro/tutorials/blob/0a1b/{path}",
        ),
        (
            "https://gitlab.com/escape-ossr/eossr",
            "https://gitlab.com/escape-ossr/eossr/-/raw/0a1b/{path}",
            "https://gitlab.com/escape-ossr/eossr/-/blob/0a1b/{path}",
        ),
        (
            "https://git.km3net.de/common/x",
            "https://git.km3net.de/common/x/-/raw/0a1b/{path}",
            "https://git.km3net.de/common/x/-/blob/0a1b/{path}",
        ),
    ],
    ids=["GitHub", "GitLab", "a GitLab by another name"],
)
def test_files_of_a_pinned_revision_have_addresses(repository: str, raw: str, view: str) -> None:
    addresses = web_addresses(repository, "0a1b")
    assert (addresses.raw, addresses.view) == (raw, view)


def test_an_unknown_forge_promises_nothing() -> None:
    addresses = web_addresses("https://example.org/x", "0a1b")
    assert (addresses.raw, addresses.view) == (None, None)
