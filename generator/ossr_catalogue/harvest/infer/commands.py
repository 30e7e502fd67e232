"""What commands have in common, whichever language they are written in."""

import re
from dataclasses import dataclass
from typing import Any, Final
from urllib.parse import quote, urlsplit

from ossr_catalogue.harvest.infer.evidence import Proposal, Repository, declared, described, titled
from ossr_catalogue.model.inferred import Ground, How, Sure
from ossr_catalogue.model.kinds.command_line_program import CommandLineProgram

_COMMAND: Final = re.compile(r"[A-Za-z0-9_][\w.+-]{0,99}")
_README: Final = re.compile(r"README(\.\w+)?", re.IGNORECASE)
_MAX_BYTES: Final = 200_000
_DEEPEST: Final = 2
"""Folders above a manifest: deeper ones belong to examples."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Package:
    """What installs a command."""

    purl: str
    ground: Ground


def is_near_the_top(path: str) -> bool:
    """Say whether a manifest can be one of the repository's own packages."""
    return path.count("/") <= _DEEPEST


def is_command(name: str) -> bool:
    """Say whether a name can be typed as a command."""
    return bool(_COMMAND.fullmatch(name))


def command(
    name: str,
    *,
    path: str,
    what: str,
    package: Package | None,
    repository: Repository,
    told: tuple[str, Ground] | None = None,
) -> Proposal:
    """Propose a command.

    Args:
        name: As it is typed.
        path: The file that declares it.
        what: What is known about it, the beginning of a sentence.
        package: What installs it.
        repository: Where it comes from.
        told: What its package or its module says about itself, and where; the repository's where None.
    """
    own: dict[str, Any] = {"command": name}
    grounds = {"title": declared(path), "command": declared(path)}
    if package:
        own["package"] = package.purl
        grounds["package"] = package.ground
    grounds["description"] = told[1] if told else repository.ground("description")
    known = f"{what}."
    return Proposal(
        type=CommandLineProgram.urn,
        path=path,
        title=titled(name, "a command", repository),
        description=f"{told[0]} {known}" if told else described(known, repository.component),
        own=own,
        identity=name,
        grounds=grounds,
    )


def package_of(registry: str, name: str, installer: str, repository: Repository) -> Package | None:
    """Give what installs a command, https://github.com/package-url/purl-spec.

    It is the registry's package only where the README tells people to install that: the name alone may
    belong to somebody else there. Otherwise it is the repository; None for one without an address.
    """
    if name and (readme := _told_in(f"{installer} {name}", repository)):
        ground = Ground(path=readme, how=How.DECLARED, sure=Sure.HIGH)
        return Package(purl=f"pkg:{registry}/{quote(name)}", ground=ground)
    address = repository.component.repository
    if not address:
        return None
    ground = Ground(path=address, how=How.REPOSITORY, sure=Sure.MEDIUM)
    return Package(purl=_of_repository(address), ground=ground)


def _of_repository(address: str) -> str:
    parts = urlsplit(address)
    if parts.hostname == "github.com":
        return f"pkg:github{quote(parts.path)}"
    return f"pkg:generic/{quote(parts.path.rsplit('/', 1)[-1])}?vcs_url={quote(f'git+{address}', safe='')}"


def _told_in(words: str, repository: Repository) -> str:
    """Name the README that has these words, with any options between and the name in any spelling."""
    *call, name = (re.escape(word) for word in words.split())
    spelled = re.sub(r"(\\-|_|\\\.)+", "[-_.]+", name)
    options = r"\s+(?:-{1,2}[\w-]+\s+)*[\"']?"
    told = re.compile(rf"\b{' '.join(call)}{options}{spelled}(?![\w-]|\.\w)", re.IGNORECASE)
    readmes = (path for path in repository.files if _README.fullmatch(path))
    said = (path for path in readmes if told.search(_letters(repository.files[path])))
    return next(said, "")


def _letters(content: bytes) -> str:
    return content[:_MAX_BYTES].decode("utf-8", "replace")
