"""Propose a list of executables for a repository that carries none.

The draft is bytes in the list's own format: from here on it goes the same way as a list that was found.
"""

import json
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, Final

from ossr_catalogue.document.mojibake import LOST, mended
from ossr_catalogue.harvest.infer import EVIDENCE, FOLLOWED
from ossr_catalogue.harvest.infer.evidence import MAX_TITLE, PassedOver, Proposal, Repository
from ossr_catalogue.harvest.infer.notebooks import words_of
from ossr_catalogue.harvest.lists import is_relative
from ossr_catalogue.harvest.metadata import described, metadata_paths, said_by
from ossr_catalogue.harvest.owners_list import for_its_owner
from ossr_catalogue.harvest.source import MAX_FILE_BYTES, Snapshot
from ossr_catalogue.harvest.text.plain import shortened
from ossr_catalogue.model.catalogue import Origin
from ossr_catalogue.model.component import Component
from ossr_catalogue.model.harvested import FoundList
from ossr_catalogue.model.inferred import DOUBT, IMAGES, INFERRED, INFERRED_FROM, VARIANTS, Ground, How, Sure
from ossr_catalogue.model.search import Sought

__all__ = ["UNREAD", "Drafted", "draft", "for_its_owner", "propose"]

UNREAD: Final = (
    f"cannot be had, or is longer than the {MAX_FILE_BYTES // 1_000_000} MB that are read of a file"
)
UNNAMED: Final = "has a name that no list can hold as a path; rename it"
_MIN_TITLE: Final = 40
_WHERE_IT_WOULD_BE_PUT: Final = "executables.json"


@dataclass(frozen=True, slots=True, kw_only=True)
class Drafted:
    """A draft, and what was looked at in vain."""

    found: FoundList | None
    """None where nothing can be proposed."""
    passed_over: tuple[PassedOver, ...] = ()
    sought: tuple[Sought, ...] = ()
    """What was looked for, in which order."""


def draft(snapshot: Snapshot) -> FoundList | None:
    """Propose a list for a repository; None where nothing can be proposed.

    Raises:
        SourceError: if its source does not give the files.
    """
    files = snapshot.read(metadata_paths(snapshot.paths()))
    return propose(snapshot, described(snapshot.component, files).component, files).found


def propose(snapshot: Snapshot, component: Component, files: Mapping[str, bytes]) -> Drafted:
    """Propose a list for a repository.

    Args:
        snapshot: Its files.
        component: What is known about it.
        files: Those that have been read already.

    Raises:
        SourceError: if its source does not give the files.
    """
    repository, passed_over = _repository(snapshot, component, files)
    proposals: list[Proposal] = []
    sought: list[Sought] = []
    for evidence in EVIDENCE:
        outcomes = tuple(evidence.propose(repository))
        found = [one for one in outcomes if isinstance(one, Proposal)]
        looked_at = set(evidence.wants(repository.paths))
        sought.append(Sought(what=evidence.seeks, files=len(looked_at), found=len(found)))
        proposals += found
        passed_over += [one for one in outcomes if isinstance(one, PassedOver)]
    return Drafted(
        found=_list(_distinct(proposals), component),
        passed_over=tuple(sorted(set(passed_over), key=lambda one: (one.path, one.reason))),
        sought=tuple(sought),
    )


def _repository(
    snapshot: Snapshot, component: Component, files: Mapping[str, bytes]
) -> tuple[Repository, list[PassedOver]]:
    """Read all that the evidence wants in one go, and name what could not be read."""
    paths = tuple(path for path in snapshot.paths() if is_relative(path))
    odd = tuple(path for path in snapshot.paths() if not is_relative(path))
    known = Repository(component=component, paths=paths, files=files, about=said_by(files))
    chosen = {path for evidence in EVIDENCE for path in evidence.wants(paths)}
    chosen.update(path for follow in FOLLOWED for path in follow(known))
    wanted = sorted(chosen - files.keys())
    files = {**files, **snapshot.read(wanted)}
    unread = [PassedOver(path=path, reason=UNREAD) for path in wanted if path not in files]
    unnamed = {path for evidence in EVIDENCE for path in evidence.wants(odd)}
    return replace(known, files=files), [
        *unread,
        *(PassedOver(path=ascii(path), reason=UNNAMED) for path in unnamed),
    ]


def _list(proposals: Sequence[Proposal], component: Component) -> FoundList | None:
    """Write the list, what is doubtful at its end."""
    if not proposals:
        return None
    ordered = sorted(proposals, key=lambda one: bool(one.doubts))
    plain = {"executables": [_entry(proposal, component) for proposal in ordered]}
    content = json.dumps(plain, ensure_ascii=False, indent=2) + "\n"
    return FoundList(path=_WHERE_IT_WOULD_BE_PUT, content=content.encode(), origin=Origin.INFERRED)


def _entry(proposal: Proposal, component: Component) -> dict[str, Any]:
    extras = {
        INFERRED_FROM: proposal.path,
        DOUBT: "; ".join(proposal.doubts),
        VARIANTS: list(proposal.variants),
        IMAGES: list(proposal.images),
        INFERRED: {key: ground.to_plain() for key, ground in _grounds(proposal).items()},
    }
    return {
        "uuid": proposal.uuid(component),
        "type": proposal.type,
        "title": _legible(proposal.title),
        "description": _legible(proposal.description),
        **proposal.own,
        **{key: value for key, value in extras.items() if value},
    }


def _legible(text: str) -> str:
    """Take wrong decodings back, and say where a letter is lost: that must not cost the executable."""
    return mended(text).replace(LOST, "?")


def _grounds(proposal: Proposal) -> dict[str, Ground]:
    """Give each value its ground; a doubtful executable is one only perhaps."""
    sure = Sure.LOW if proposal.doubts else Sure.HIGH
    kind = Ground(path=proposal.path, how=How.KIND_OF_FILE, sure=sure)
    return {"type": kind} | {key: proposal.grounds[key] for key in ("title", "description", *proposal.own)}


def _distinct(proposals: Sequence[Proposal]) -> tuple[Proposal, ...]:
    """Tell equal titles apart by as little of their paths as does it; equal descriptions are less sure."""
    said = Counter((one.type, one.description) for one in proposals)
    proposals = [one if said[one.type, one.description] == 1 else _less_sure(one) for one in proposals]
    same: dict[str, list[Proposal]] = {}
    for proposal in proposals:
        same.setdefault(proposal.title.casefold(), []).append(proposal)
    return tuple(_told_apart(proposal, same[proposal.title.casefold()]) for proposal in proposals)


def _less_sure(proposal: Proposal) -> Proposal:
    """Doubt words that do not say what is special about this one."""
    ground = proposal.grounds["description"]
    if ground.sure is not Sure.HIGH:
        return proposal
    grounds = {**proposal.grounds, "description": replace(ground, sure=Sure.MEDIUM)}
    return replace(proposal, grounds=grounds)


def _told_apart(proposal: Proposal, same: Sequence[Proposal]) -> Proposal:
    """Put what tells it behind its title; the only one that is beyond doubt needs nothing."""
    if [one for one in same if not one.doubts or one is proposal] == [proposal]:
        return proposal
    telling = next((name for name in _NAMES if _all_differ(name(one.path) for one in same)), _path)
    mark = f" ({telling(proposal.path)})"
    return replace(proposal, title=shortened(proposal.title, max(_MIN_TITLE, MAX_TITLE - len(mark))) + mark)


def _all_differ(names: Iterable[str]) -> bool:
    given = list(names)
    return all(given) and len({name.casefold() for name in given}) == len(given)


def _folder(path: str) -> str:
    return path.rpartition("/")[0].rpartition("/")[2]


def _top(path: str) -> str:
    return path.partition("/")[0]


def _path(path: str) -> str:
    return path


_NAMES: Final[tuple[Callable[[str], str], ...]] = (words_of, _folder, _top, _path)
