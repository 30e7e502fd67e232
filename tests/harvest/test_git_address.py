"""An address for git is an address, and nothing that git could take for an option or a command."""

import pytest

from ossr_catalogue.errors import UsageError
from ossr_catalogue.harvest.git.address import as_its_host_calls_it, parse_address, parse_ref


@pytest.mark.parametrize(
    ("text", "scheme"),
    [
        ("https://github.com/cds-astro/tutorials", "https"),
        ("https://gitlab.in2p3.fr:8443/group/sub/x.git", "https"),
        ("ssh://git@git.km3net.de/x.git", "ssh"),
        ("git@gitlab.in2p3.fr:escape2020/x.git", "ssh"),
        ("file:///srv/git/x", "file"),
    ],
)
def test_the_four_forms_are_taken(text: str, scheme: str) -> None:
    assert (parse_address(text).url, parse_address(text).scheme) == (text, scheme)


@pytest.mark.parametrize(
    "text",
    [
        "ext::sh -c touch% /tmp/pwned",
        "ext::sh",
        "fd::17",
        "--upload-pack=touch /tmp/pwned",
        "-oProxyCommand=touch:x",
        "ssh://-oProxyCommand=touch/x",
        "ssh://-x@host/y",
        "-x@host:path",
        "git@-host:path",
        "host:-path",
        "http://example.org/x",
        "git://example.org/x",
        "ftp://example.org/x",
        "/srv/git/x",
        "../x",
        "file://srv/git/x",
        "https://example.org",
        "https:///x",
        "https://example.org/x y",
        "https://example.org/x\ny",
        "https://example.org\\x/y",
        "https://[::1/x",
        "https://example.org:port/x",
        "",
    ],
)
def test_anything_else_is_refused(text: str) -> None:
    with pytest.raises(UsageError):
        parse_address(text)


@pytest.mark.parametrize(
    "text",
    [
        "https://anna:s3cret@example.org/x",
        "https://s3cret@example.org/x",
        "https://example.org/x?private_token=s3cret",
        "https://example.org/x#s3cret",
        "ssh://git:s3cret@example.org/x",
        "ftp://anna:s3cret@example.org/x",
    ],
)
def test_a_secret_in_an_address_is_refused_and_not_repeated(text: str) -> None:
    with pytest.raises(UsageError) as refused:
        parse_address(text)
    assert "s3cret" not in str(refused.value)


@pytest.mark.parametrize(
    "text", ["main", "v1.2", "feature/x", "1b26516e8de34ba17e1170940de100a35b5ea4f7", "0.1"]
)
def test_branches_tags_and_commits_are_refs(text: str) -> None:
    assert parse_ref(text) == text


@pytest.mark.parametrize(
    "text",
    ["-x", "--upload-pack=x", "a..b", "a:b", "a b", "+main", "a^", "a~1", "x@{1}", "x.lock", "a/", "*"],
)
def test_what_git_could_read_otherwise_is_no_ref(text: str) -> None:
    with pytest.raises(UsageError):
        parse_ref(text)


@pytest.mark.parametrize(
    ("url", "called"),
    [
        ("https://gitlab.com/escape-ossr/eossr", "https://gitlab.com/escape-ossr/eossr.git"),
        ("https://gitlab.com/escape-ossr/eossr.git", "https://gitlab.com/escape-ossr/eossr.git"),
        ("https://git.astron.nl/x/y/", "https://git.astron.nl/x/y.git"),
        ("https://github.com/gammapy/gammapy", "https://github.com/gammapy/gammapy"),
        ("git@gitlab.com:escape-ossr/eossr", "git@gitlab.com:escape-ossr/eossr"),
        ("file:///srv/git/gitlab", "file:///srv/git/gitlab"),
    ],
)
def test_a_gitlab_is_asked_without_the_detour_over_a_redirect(url: str, called: str) -> None:
    assert as_its_host_calls_it(url) == called


def test_git_in_front_of_https_is_taken_off() -> None:
    assert parse_address("git+https://example.org/x").url == "https://example.org/x"
