"""What commands have in common, whichever language they are written in."""

import re
from typing import Any, Final
from urllib.parse import quote, urlsplit

from ossr_catalogue.harvest.infer.evidence import Proposal, Repository, described, titled
from ossr_catalogue.model.kinds.command_line_program import CommandLineProgram

_COMMAND: Final = re.compile(r"[A-Za-z0-9_][\w.+-]{0,99}")
_README: Final = re.compile(r"README(\.\w+)?", re.IGNORECASE)
_DEEPEST: Final = 2
"""Folders above a manifest: deeper ones belong to examples."""


def is_near_the_top(path: str) -> bool:
    """Say whether a manifest can be one of the repository's own packages."""
    return path.count("/") <= _DEEPEST


def is_command(name: str) -> bool:
    """Say whether a name can be typed as a command."""
    return bool(_COMMAND.fullmatch(name))


def command(
    name: str, *, path: str, what: str, purl: str | None, repository: Repository, description: str = ""
) -> Proposal:
    """Propose a command.

    Args:
        name: As it is typed.
        path: The file that declares it.
        what: What is known about it, the beginning of a sentence.
        purl: What installs it.
        repository: Where it comes from.
        description: What its package says about itself; the repository's where empty.
    """
    own: dict[str, Any] = {"command": name}
    if purl:
        own["package"] = purl
    known = f"{what}."
    return Proposal(
        type=CommandLineProgram.urn,
        path=path,
        title=titled(name, "a command", repository),
        description=f"{description} {known}" if description else described(known, repository.component),
        own=own,
        identity=name,
    )


def package(registry: str, name: str, installer: str, repository: Repository) -> str | None:
    """Give the purl of what installs a command, https://github.com/package-url/purl-spec.

    It is the registry's package only where the README tells people to install that: the name alone may
    belong to somebody else there. Otherwise it is the repository; None for one without an address.
    """
    if name and _is_told(f"{installer} {name}", repository):
        return f"pkg:{registry}/{quote(name)}"
    address = repository.component.repository
    if not address:
        return None
    parts = urlsplit(address)
    if parts.hostname == "github.com":
        return f"pkg:github{quote(parts.path)}"
    return f"pkg:generic/{quote(parts.path.rsplit('/', 1)[-1])}?vcs_url={quote(f'git+{address}', safe='')}"


def _is_told(words: str, repository: Repository) -> bool:
    """Say whether the README has these words, with any options between and the name in any spelling."""
    *call, name = (re.escape(word) for word in words.split())
    spelled = re.sub(r"(\\-|_|\\\.)+", "[-_.]+", name)
    options = r"\s+(?:-{1,2}[\w-]+\s+)*[\"']?"
    told = re.compile(rf"\b{' '.join(call)}{options}{spelled}(?![\w-]|\.\w)", re.IGNORECASE)
    return any(
        told.search(content.decode("utf-8", "replace")[:200_000])
        for path, content in repository.files.items()
        if _README.fullmatch(path)
    )
