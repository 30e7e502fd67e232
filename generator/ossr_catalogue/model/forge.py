"""Where a file of a pinned revision lies on the web, by the forge that hosts the repository.

Shapes of the URLs: https://docs.github.com/en/repositories, https://docs.gitlab.com/user/project/repository/.
"""

import re
from dataclasses import dataclass
from typing import Final
from urllib.parse import urlsplit

_SCP_LIKE: Final = re.compile(r"(?:[\w.-]+@)?(?P<host>[\w-]+(?:\.[\w-]+)+):(?!/)(?P<path>.+)")


@dataclass(frozen=True, slots=True, kw_only=True)
class WebAddresses:
    """Templates with `{path}`; None where the forge is not known to offer it."""

    raw: str | None
    view: str | None


def web_repository(url: str) -> str | None:
    """Give the https address that people open for a Git URL; None where there is none, as for `file://`.

    >>> web_repository("git+https://github.com/cds-astro/tutorials.git/")
    'https://github.com/cds-astro/tutorials'
    >>> web_repository("git@gitlab.in2p3.fr:escape2020/x.git")
    'https://gitlab.in2p3.fr/escape2020/x'
    """
    url = url.strip().removeprefix("git+")
    scp = _SCP_LIKE.fullmatch(url) if "://" not in url else None
    if scp:
        host, path = scp["host"], scp["path"]
    else:
        try:
            parts = urlsplit(url)
        except ValueError:  # of a host in brackets that is no IPv6 address
            return None
        host, path = parts.hostname or "", parts.path
        if parts.scheme not in {"http", "https", "ssh", "git"} or not host:
            return None
    path = path.strip("/").removesuffix(".git")
    return f"https://{host}/{path}" if path else None


def web_addresses(repository: str, revision: str) -> WebAddresses:
    """Give the templates for files at *revision* of a repository's https address."""
    parts = urlsplit(repository)
    if parts.hostname == "github.com":
        raw = f"https://raw.githubusercontent.com{parts.path}/{revision}/{{path}}"
        return WebAddresses(raw=raw, view=f"{repository}/blob/{revision}/{{path}}")
    if "gitlab" in (parts.hostname or "") or parts.hostname in _OTHER_GITLABS:
        return WebAddresses(
            raw=f"{repository}/-/raw/{revision}/{{path}}", view=f"{repository}/-/blob/{revision}/{{path}}"
        )
    return WebAddresses(raw=None, view=None)


_OTHER_GITLABS: Final = frozenset({"git.km3net.de", "git.astron.nl", "git.gsi.de"})
"""GitLab servers whose name does not say so."""
