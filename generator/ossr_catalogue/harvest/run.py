"""Harvest one source: find each component's list or draft one, and keep going whatever is broken."""

from collections.abc import Callable, Iterator, Mapping

from ossr_catalogue.document.locations import LIST_LOCATIONS
from ossr_catalogue.errors import SourceError
from ossr_catalogue.harvest.draft import UNREAD, propose
from ossr_catalogue.harvest.lists import choose_list
from ossr_catalogue.harvest.metadata import Described, described, metadata_paths
from ossr_catalogue.harvest.source import Snapshot, Source
from ossr_catalogue.model.catalogue import LeftOut, Origin
from ossr_catalogue.model.harvested import FoundList, Harvested, SourceHarvest


def silence(_: str) -> None:
    """Tell nobody how far it is."""


def harvest(source: Source, *, progress: Callable[[str], None] = silence) -> SourceHarvest:
    """Bring home all components of one source.

    A broken file or component costs only itself and is named in `left_out`. If the source as a whole fails,
    nothing is harvested and the reason is all that is left: a store then keeps what it had.

    Args:
        source: Where to look.
        progress: Is told in a few words what is being done; the words may contain harvested text.
    """
    progress(source.name)
    harvested: list[Harvested] = []
    left_out: list[LeftOut] = []
    try:
        for outcome in _outcomes(source, progress):
            (harvested if isinstance(outcome, Harvested) else left_out).append(outcome)  # type: ignore[arg-type]
    except SourceError as error:
        harvested = []
        left_out.append(LeftOut(source=source.name, path="", reason=_without(source.name, error)))
    return SourceHarvest(
        source=source.name,
        harvested=tuple(sorted(harvested, key=lambda one: one.component.slug)),
        left_out=tuple(left_out),
        requests=source.requests,
    )


def _outcomes(source: Source, progress: Callable[[str], None]) -> Iterator[Harvested | LeftOut]:
    for found in source.snapshots():
        if isinstance(found, LeftOut):
            yield found
            continue
        progress(f"{source.name}: {found.component.title}")
        try:
            yield _harvested(source.name, found)
        except SourceError as error:
            slug = found.component.slug
            yield LeftOut(source=source.name, path=slug, reason=_without(source.name, error))


def _harvested(source: str, snapshot: Snapshot) -> Harvested:
    paths = snapshot.paths()
    wanted = {*metadata_paths(paths), *[path for path in LIST_LOCATIONS if path in paths][:1]}
    files = snapshot.read(sorted(wanted))
    about = described(snapshot.component, files)
    notes = [*about.complaints, *((path, UNREAD) for path in wanted if path not in files)]
    found = _found(snapshot, files, about, notes)
    return Harvested(
        source=source,
        component=about.component,
        found=found,
        left_out=tuple(
            LeftOut(source=source, path=path, reason=reason) for path, reason in sorted(set(notes))
        ),
    )


def _found(
    snapshot: Snapshot, files: Mapping[str, bytes], about: Described, notes: list[tuple[str, str]]
) -> FoundList | None:
    """Give the list, or a draft where there is none; no draft replaces a list that cannot be read."""
    choice = choose_list(frozenset(snapshot.paths()), about.list_path)
    notes.extend(choice.complaints)
    if choice.path is None:
        drafted = propose(snapshot, about.component, files)
        notes.extend((one.path, one.reason) for one in drafted.passed_over)
        return drafted.found
    content = files.get(choice.path)
    if content is None:
        content = snapshot.read([choice.path]).get(choice.path)
    if content is None:
        notes.append((choice.path, UNREAD))
        return None
    return FoundList(path=choice.path, content=content, origin=Origin.DECLARED)


def _without(name: str, error: SourceError) -> str:
    """Give an error's text without the source's name, which stands beside it anyway."""
    return str(error).removeprefix(f"{name}: ")
