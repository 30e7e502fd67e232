"""The addresses and refs that git is given: nothing that it could take for an option or a command."""

import re
from dataclasses import dataclass
from typing import Final
from urllib.parse import SplitResult, urlsplit

from ossr_catalogue.errors import UsageError
from ossr_catalogue.harvest.credentials import without_credentials
from ossr_catalogue.model.forge import web_addresses, web_repository

_SCP_LIKE: Final = re.compile(r"(?:[A-Za-z0-9_][\w.-]*@)?[A-Za-z0-9][A-Za-z0-9.-]*:[A-Za-z0-9_~.][^:]*")
_HOST: Final = re.compile(r"[A-Za-z0-9][A-Za-z0-9.-]*|[0-9A-Fa-f:.]+")
_REF: Final = re.compile(r"[A-Za-z0-9_][\w./@+-]*")
_EXPECTED: Final = "expected https://…, ssh://…, git@host:path or file:///…"
_PORTS: Final = {"https": 443, "http": 80}


@dataclass(frozen=True, slots=True)
class GitAddress:
    """An address that was found harmless."""

    url: str
    scheme: str
    """`https`, `http`, `ssh` or `file`: the one protocol that git may use for it."""

    @property
    def host(self) -> str:
        """The host, in small letters; empty for a file."""
        if "://" in self.url:
            return urlsplit(self.url).hostname or ""
        return self.url.partition(":")[0].rpartition("@")[2].lower()

    @property
    def port(self) -> int:
        """The port of a web address."""
        return urlsplit(self.url).port or _PORTS[self.scheme]

    @property
    def is_web(self) -> bool:
        """Whether git asks for it over HTTP."""
        return self.scheme in _PORTS


def parse_address(text: str, *, plain_http: bool = False) -> GitAddress:
    """Take an address as people write it.

    Args:
        text: as it stands in `sources.yml`; not from anything that was harvested.
        plain_http: whether `http://` is taken, too.

    Raises:
        UsageError: if it is none, is of another protocol, or holds a password, which the text won't repeat.
    """
    if any(letter.isspace() or not letter.isprintable() for letter in text) or "\\" in text:
        shown = without_credentials(text)
        raise UsageError(f"{shown!r} is not a Git address: no blanks or backslashes; {_EXPECTED}")
    text = text.removeprefix("git+") if text.startswith("git+http") else text
    if "://" not in text and "::" not in text and _SCP_LIKE.fullmatch(text):
        return GitAddress(text, "ssh")
    parts = _split(text)
    if parts.scheme == "http" and not plain_http:
        raise UsageError(
            f"{_shown(parts, text)!r} is not encrypted; write https://, or add `plain-http: true`"
        )
    if parts.scheme not in _CHECKS:
        raise UsageError(f"{_shown(parts, text)!r} is not a Git address that is harvested; {_EXPECTED}")
    _CHECKS[parts.scheme](parts)
    return GitAddress(text, parts.scheme)


def parse_public_address(text: str) -> GitAddress:
    """Take an address that was harvested, or that a host leads to: https, and nothing else.

    Raises:
        UsageError: if it is anything else.
    """
    address = parse_address(text)
    if address.scheme != "https" or address.host.endswith("."):
        raise UsageError(f"{without_credentials(text)!r}: of harvested addresses only https://… is asked")
    return address


def as_its_host_calls_it(url: str) -> str:
    """Add the ending with which a GitLab knows its repositories: it redirects from the address without.

    >>> as_its_host_calls_it("https://gitlab.com/escape-ossr/eossr")
    'https://gitlab.com/escape-ossr/eossr.git'
    """
    page = web_repository(url) if url.startswith("https://") else None
    is_gitlab = "/-/" in ((page and web_addresses(page, "").raw) or "")
    return f"{url.rstrip('/')}.git" if is_gitlab and not url.rstrip("/").endswith(".git") else url


def parse_ref(text: str) -> str:
    """Take a branch, a tag or a commit.

    Raises:
        UsageError: if git could read it as anything else.
    """
    if not _REF.fullmatch(text) or ".." in text or "@{" in text or text.endswith((".lock", "/", ".")):
        raise UsageError(f"{text!r} is not a branch, tag or commit, such as main, v1.2 or a full hash")
    return text


def _split(text: str) -> SplitResult:
    try:
        parts = urlsplit(text)
        _ = parts.port
    except ValueError as error:
        raise UsageError(f"a Git address cannot be read ({error}); {_EXPECTED}") from error
    return parts


def _shown(parts: SplitResult, text: str) -> str:
    return (
        f"{parts.scheme}://{parts.hostname or ''}{parts.path}" if "@" in text else without_credentials(text)
    )


def _check_web(parts: SplitResult) -> None:
    if "@" in parts.netloc or parts.query or parts.fragment:
        raise UsageError(
            f"{parts.scheme}://{parts.hostname}{parts.path}: a Git address with a user, password, token or "
            "query is not taken; use the public address, or ssh with a key in your agent"
        )
    _check_host(parts)


def _check_ssh(parts: SplitResult) -> None:
    user, separator, password = parts.netloc.rpartition("@")[0].partition(":")
    if separator or password or parts.query or parts.fragment:
        raise UsageError(f"ssh://{parts.hostname}{parts.path}: a Git address holds no password and no query")
    if user.startswith("-"):
        raise UsageError(f"{user!r} is not a user name")
    _check_host(parts)


def _check_file(parts: SplitResult) -> None:
    if parts.netloc or not parts.path.startswith("/") or parts.query or parts.fragment:
        raise UsageError(f"{parts.geturl()!r} is no file address; expected three slashes: file:///path")


def _check_host(parts: SplitResult) -> None:
    if not _HOST.fullmatch(parts.hostname or "") or not parts.path.strip("/"):
        raise UsageError(f"{_shown(parts, parts.geturl())!r} names no host or no repository; {_EXPECTED}")


_CHECKS: Final = {"https": _check_web, "http": _check_web, "ssh": _check_ssh, "file": _check_file}
