"""The link that launches an entry on a platform, at the pinned revision."""

import posixpath
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Final
from urllib.parse import quote, urlsplit

from ossr_catalogue.matching.verdict import Fit, Verdict, matches
from ossr_catalogue.model.catalogue import Entry
from ossr_catalogue.model.executable import Profile, Status
from ossr_catalogue.model.kinds import Kind
from ossr_catalogue.model.kinds.binder_repository import BinderRepository
from ossr_catalogue.model.kinds.docker_container import DockerContainer
from ossr_catalogue.model.platform import LAUNCH_NAMES, Platform


@dataclass(frozen=True, slots=True, kw_only=True)
class Launch:
    """What becomes of it when somebody wants to run an entry on a platform."""

    platform: Platform
    verdict: Verdict
    url: str | None = None
    """None where it does not fit, or where no link can start it."""
    reason: str = ""
    """Why there is no link, or what is uncertain; empty where there is nothing to say."""
    caution: str = ""
    """What the link does otherwise than one would think: it opens another state of the repository."""


def launch(entry: Entry, platform: Platform, profile: Profile | None = None) -> Launch:
    """Say whether an entry runs on a platform, with the link that starts it there if it may."""
    return launches(entry, (platform,), profile)[0]


def launches(
    entry: Entry, platforms: Sequence[Platform], profile: Profile | None = None
) -> tuple[Launch, ...]:
    """Say it for several platforms, in their order; what links are filled with is put together once."""
    values = _launch_values(entry)
    verdicts = matches(entry.executable, platforms, profile)
    return tuple(
        _launch(entry, platform, verdict, values)
        for platform, verdict in zip(platforms, verdicts, strict=True)
    )


def launch_url(entry: Entry, platform: Platform) -> str | None:
    """Fill the first template of a platform that the entry has all values for; None where there is none."""
    if entry.executable.kind.urn not in platform.types:
        return None
    values = _launch_values(entry)
    template = _template(platform, values)
    return None if template is None else _fill(template, values)


def _launch(entry: Entry, platform: Platform, verdict: Verdict, values: dict[str, str]) -> Launch:
    if entry.executable.status is Status.WITHDRAWN:
        return Launch(platform=platform, verdict=verdict, reason="its owner has withdrawn it")
    if verdict.fit is Fit.DOES_NOT_FIT:
        return Launch(platform=platform, verdict=verdict, reason=verdict.reason)
    template = _template(platform, values)
    if template is None:
        return Launch(platform=platform, verdict=verdict, reason=_why_no_link(platform, values))
    return Launch(
        platform=platform,
        verdict=verdict,
        url=_fill(template, values),
        reason="" if verdict.fit is Fit.FITS else verdict.reason,
        caution=_NEWEST if is_moving(template) else "",
    )


def _template(platform: Platform, values: dict[str, str]) -> str | None:
    return next((one for one in platform.launch if not _missing(one, values)), None)


def is_moving(template: str) -> bool:
    """Say whether a link speaks of a repository, and not of one state of it."""
    names = set(_names(template))
    return bool(names & {"repository", "github"}) and not names & _PINNING


_NEWEST: Final = "the link opens the newest state of the repository, not the one described here"
_PINNING: Final = {"revision", "tag", "zenodo_doi"}
_PLACEHOLDER: Final = re.compile(r"\{(\w+)\}")
_ZENODO_DOI: Final = re.compile(r"10\.5281/zenodo\.(\d+)", re.ASCII)
_COMMIT: Final = re.compile(r"[0-9a-f]{40}|[0-9a-f]{64}")
_BINDER_FOLDERS: Final = {"", ".", "binder", ".binder"}
"""Where repo2docker looks for a configuration, and nowhere else."""


def _missing(template: str, values: dict[str, str]) -> list[str]:
    return [name for name in _names(template) if name not in values]


@cache
def _names(template: str) -> tuple[str, ...]:
    return tuple(_PLACEHOLDER.findall(template))


def _fill(template: str, values: dict[str, str]) -> str:
    return _PLACEHOLDER.sub(lambda name: values[name[1]], template)


def _why_no_link(platform: Platform, values: dict[str, str]) -> str:
    if not platform.launch:
        return "no link can start it there"
    missing = _missing(platform.launch[0], values)
    return f"a link would need {LAUNCH_NAMES[missing[0]]}, and there is none"


def _launch_values(entry: Entry) -> dict[str, str]:
    """Give the names of `LAUNCH_NAMES` that this entry has a value for, percent-encoded."""
    return {
        name: quote(value, safe=safe, errors="replace")
        for name, value, safe in _raw_values(entry)
        if value is not None
    }


def _raw_values(entry: Entry) -> Iterator[tuple[str, str | None, str]]:
    """Give name, value, and the characters that stay as they are."""
    component, kind = entry.component, entry.executable.kind
    repository, path = _public(component.repository), _path(kind)
    doi = _ZENODO_DOI.fullmatch(component.doi or "")
    yield "repository", repository, ""
    yield "repository_name", posixpath.basename(repository) if repository else None, ""
    yield "github", _github(repository), "/"
    yield "revision", component.git_revision, ""
    yield "tag", component.git_revision if not _COMMIT.fullmatch(component.revision) else None, ""
    yield "path", path, "/"
    yield "zenodo_doi", doi[0] if doi and doi[1] == component.revision else None, "/"
    yield "location", _public(component.file_url(path)) if path else None, ""
    if isinstance(kind, DockerContainer):
        yield "image", next(iter(kind.image.locations), None), "/:@"


def _public(url: str | None) -> str | None:
    """Give a web address that anyone could open; None for anything else."""
    try:
        parts = urlsplit(url or "")
    except ValueError:
        return None
    is_web = parts.scheme in {"http", "https"} and "." in (parts.hostname or "") and "@" not in parts.netloc
    return url if is_web else None


def _github(repository: str | None) -> str | None:
    parts = urlsplit(repository or "")
    name = parts.path.strip("/")
    return name if parts.hostname == "github.com" and name.count("/") == 1 else None


def _path(kind: Kind) -> str | None:
    """Give the file to open, from the top of the repository; empty: the repository as a whole."""
    if isinstance(kind, BinderRepository):
        here = (kind.location or "").strip("/") in _BINDER_FOLDERS
        return _inside(kind.open or "") if here else None
    location = getattr(kind, "location", None)
    return _inside(location) if location else None


def _inside(path: str) -> str | None:
    """Give a relative path that stays in the repository, in its shortest form; None for any other."""
    if "://" in path or path.startswith("/"):
        return None
    shortest = posixpath.normpath(path) if path else "."
    if shortest.split("/")[0] == "..":
        return None
    return "" if shortest == "." else shortest
