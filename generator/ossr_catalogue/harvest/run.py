"""Harvest one source: find each component's list or draft one, and keep going whatever is broken."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Final

from ossr_catalogue.document.locations import LIST_LOCATIONS
from ossr_catalogue.errors import SourceError
from ossr_catalogue.harvest.draft import UNREAD, Drafted, propose
from ossr_catalogue.harvest.infer.evidence import PassedOver
from ossr_catalogue.harvest.lists import choose_list
from ossr_catalogue.harvest.metadata import Described, described, metadata_paths
from ossr_catalogue.harvest.program import program_digest
from ossr_catalogue.harvest.source import (
    NOTHING_KNOWN,
    Explained,
    Prepared,
    Snapshot,
    Source,
    Unchanged,
    Whole,
)
from ossr_catalogue.model.catalogue import Cause, LeftOut, Origin
from ossr_catalogue.model.harvested import FoundList, Harvested, Unreadable, Visit
from ossr_catalogue.model.search import Search

_MOST_LETTERS: Final = 500_000
"""Of all names of a component, some 10,000; of a larger one they are not kept."""

Outcome = Harvested | Unchanged | Unreadable | LeftOut
"""What becomes of one component."""


def silence(_: str) -> None:
    """Tell nobody how far it is."""


def harvest(
    source: Source,
    keep: Callable[[Harvested], None],
    *,
    known: Mapping[str, str] = NOTHING_KNOWN,
    progress: Callable[[str], None] = silence,
) -> Visit:
    """Bring home all components of one source that are not as they were.

    A broken file or component costs only itself and is named in `left_out`. If the source as a whole fails,
    what came before that is kept, and nothing is known to be gone.

    Args:
        source: Where to look.
        keep: Is given each component as soon as it is there: a run that is killed has lost none before.
        known: The etag of each component that was kept before, by its slug.
        progress: Is told in a few words what is being done; the words may contain harvested text.
    """
    progress(source.name)
    account = _Account()
    try:
        for outcome in _outcomes(source, known, progress):
            if isinstance(outcome, Harvested):
                keep(outcome)
            account.take(outcome)
    except SourceError as error:
        reason = _without(source.name, error)
        account.take(LeftOut(source=source.name, path="", reason=reason, cause=Cause.UNREACHED))
        account.failed = True
    return account.visit(source)


@dataclass(slots=True)
class _Account:
    """What has come of one source so far."""

    given: list[str] = field(default_factory=list)
    unchanged: dict[str, str] = field(default_factory=dict)
    unreadable: list[Unreadable] = field(default_factory=list)
    left_out: list[LeftOut] = field(default_factory=list)
    failed: bool = False

    def take(self, outcome: Outcome) -> None:
        """Count one component; what was harvested is kept elsewhere."""
        if isinstance(outcome, Harvested):
            self.given.append(outcome.component.slug)
        elif isinstance(outcome, Unchanged):
            self.unchanged[outcome.slug] = outcome.etag
        elif isinstance(outcome, Unreadable):
            self.unreadable.append(replace(outcome, etag=_signature(outcome.etag)))
        else:
            self.left_out.append(outcome)

    def visit(self, source: Source) -> Visit:
        """Give the whole, once nothing more comes."""
        return Visit(
            source=source.name,
            given=tuple(self.given),
            unchanged=tuple(self.unchanged),
            renewed=tuple((slug, _signature(etag)) for slug, etag in self.unchanged.items() if etag),
            unreadable=tuple(self.unreadable),
            left_out=tuple(self.left_out),
            failed=self.failed,
            requests=source.requests,
        )


def _outcomes(source: Source, known: Mapping[str, str], progress: Callable[[str], None]) -> Iterator[Outcome]:
    for found in source.snapshots(_by_this_program(known)):
        if isinstance(found, LeftOut | Unchanged | Unreadable):
            yield found
            continue
        progress(f"{source.name}: {found.component.title}")
        try:
            yield _signed(_harvested(source.name, found), found.etag)
        except SourceError as error:
            slug = found.component.slug
            reason = _without(source.name, error)
            yield LeftOut(source=source.name, path=slug, reason=reason, slug=slug, cause=Cause.UNREACHED)


def _by_this_program(known: Mapping[str, str]) -> Mapping[str, str]:
    """Give the tokens of what this very program has seen; another one may see more in the same files."""
    ending = f" {program_digest()}"
    return {slug: etag.removesuffix(ending) for slug, etag in known.items() if etag.endswith(ending)}


def _signed(harvested: Harvested, etag: str) -> Harvested:
    return replace(harvested, etag=_signature(etag)) if etag else harvested


def _signature(etag: str) -> str:
    return f"{etag} {program_digest()}"


def _harvested(source: str, snapshot: Snapshot) -> Harvested:
    if isinstance(snapshot, Prepared):
        return Harvested(source=source, component=snapshot.component, found=snapshot.found)
    paths = snapshot.paths()
    wanted = {*metadata_paths(paths), *[path for path in LIST_LOCATIONS if path in paths][:1]}
    files = snapshot.read(sorted(wanted))
    about = described(snapshot.component, files)
    remarks = [*about.complaints, *((path, UNREAD) for path in wanted if path not in files)]
    drafted = _found(snapshot, files, about)
    notes = [
        *((path, reason, Cause.REMARK) for path, reason in remarks),
        *((one.path, one.reason, Cause.PASSED_OVER) for one in drafted.passed_over),
    ]
    explained = {(path, _why(snapshot, path, reason), cause) for path, reason, cause in notes}
    return Harvested(
        source=source,
        component=about.component,
        found=drafted.found,
        left_out=(
            *(LeftOut(source=source, path=path, reason=why, cause=of) for path, why, of in sorted(explained)),
            *(replace(one, source=source) for one in _left_out(snapshot)),
        ),
        search=Search(
            files=len(paths),
            lists=_places(about.list_path),
            names=_names(snapshot) if drafted.found and drafted.found.origin is Origin.DECLARED else "",
            sought=drafted.sought,
        ),
    )


def _names(snapshot: Snapshot) -> str:
    said = "\n".join((snapshot.names if isinstance(snapshot, Whole) else None) or ())
    return said if len(said) <= _MOST_LETTERS else ""


def _left_out(snapshot: Snapshot) -> Sequence[LeftOut]:
    return snapshot.left_out if isinstance(snapshot, Explained) else ()


def _why(snapshot: Snapshot, path: str, reason: str) -> str:
    """Give the reason that a source knows, where we only see that a file is missing."""
    return snapshot.reasons.get(path, reason) if isinstance(snapshot, Explained) else reason


def _places(from_codemeta: str) -> tuple[str, ...]:
    """Say where a list is looked for."""
    return tuple(dict.fromkeys((*LIST_LOCATIONS, *filter(None, (from_codemeta,)))))


def _found(snapshot: Snapshot, files: Mapping[str, bytes], about: Described) -> Drafted:
    """Give the list, or a draft where there is none.

    Raises:
        SourceError: if there is a list that cannot be read: neither a draft nor nothing may replace it.
    """
    choice = choose_list(frozenset(snapshot.paths()), about.list_path)
    complaints = tuple(PassedOver(path=path, reason=reason) for path, reason in choice.complaints)
    if choice.path is None:
        drafted = propose(snapshot, about.component, files)
        return replace(drafted, passed_over=(*complaints, *drafted.passed_over))
    content = files.get(choice.path)
    if content is None:
        content = snapshot.read([choice.path]).get(choice.path)
    if content is None:
        raise SourceError(f"{choice.path}: {_why(snapshot, choice.path, UNREAD)}")
    found = FoundList(path=choice.path, content=content, origin=Origin.DECLARED)
    return Drafted(found=found, passed_over=complaints)


def _without(name: str, error: SourceError) -> str:
    """Give an error's text without the source's name, which stands beside it anyway."""
    return str(error).removeprefix(f"{name}: ")
