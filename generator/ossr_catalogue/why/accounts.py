"""From the catalogue to the account of each source: nothing that was looked at is lost on the way."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from ossr_catalogue.model.catalogue import Catalogue, Cause, Entry, Gone, LeftOut, Looked, SourceState
from ossr_catalogue.model.search import NOTHING_TOLD
from ossr_catalogue.why.account import ComponentAccount, Condition, Counts, SourceAccount, is_failure

_Key = tuple[str, str]
"""A source and the slug of one of its components."""


@dataclass(slots=True)
class _Sorted:
    """Everything by the component that it is about; what is about none has an empty slug."""

    looked: dict[_Key, Looked] = field(default_factory=dict)
    listed: defaultdict[_Key, list[Entry]] = field(default_factory=lambda: defaultdict(list))
    gaps: defaultdict[_Key, list[LeftOut]] = field(default_factory=lambda: defaultdict(list))
    gone: defaultdict[_Key, list[Gone]] = field(default_factory=lambda: defaultdict(list))

    def key(self, source: str, slug: str) -> _Key:
        """Name the component, or the source where it is not known."""
        return (source, slug if (source, slug) in self.looked else "")


def accounts_of(catalogue: Catalogue) -> tuple[SourceAccount, ...]:
    """Account for every source, by name; components by title."""
    everything = _sorted(catalogue)
    states = {state.name: state for state in catalogue.sources}
    by_source: defaultdict[str, list[str]] = defaultdict(list)
    for source, slug in sorted({*everything.looked, *everything.gaps, *everything.gone}):
        by_source[source] += [slug] if slug else []
    names = sorted({*states, *by_source})
    return tuple(_source(name, by_source[name], everything, states) for name in names)


def _source(
    name: str, slugs: Sequence[str], everything: _Sorted, states: Mapping[str, SourceState]
) -> SourceAccount:
    components = tuple(sorted((_component((name, slug), everything) for slug in slugs), key=_by_title))
    failure = next(filter(is_failure, everything.gaps[name, ""]), None)
    left_out, remarks = _parted(gap for gap in everything.gaps[name, ""] if gap is not failure)
    gone = _by_their_titles(everything.gone[name, ""])
    counts = Counts(
        components=len(components),
        listed=sum(len(one.listed) for one in components),
        left_out=len(left_out) + sum(len(one.left_out) for one in components),
        gone=len(gone) + sum(len(one.gone) for one in components),
    )
    return SourceAccount(
        name=name,
        condition=Condition.FAILED if failure else _condition(states.get(name), components, left_out),
        counts=counts,
        state=states.get(name),
        failure=failure,
        components=components,
        left_out=left_out,
        remarks=remarks,
        gone=gone,
    )


def _condition(
    state: SourceState | None, components: Sequence[ComponentAccount], left_out: Sequence[LeftOut]
) -> Condition:
    if state is None and not components:
        return Condition.DROPPED
    gaps = (*left_out, *(gap for one in components for gap in one.left_out))
    unreached = any(gap.cause is Cause.UNREACHED for gap in gaps)
    if unreached or any(one.looked.stale_since for one in components):
        return Condition.STALE
    return Condition.FRESH if any(one.listed for one in components) else Condition.EMPTY


def _component(key: _Key, everything: _Sorted) -> ComponentAccount:
    left_out, remarks = _parted(everything.gaps[key])
    listed = {entry.executable.uuid: entry for entry in everything.listed[key]}
    return ComponentAccount(
        looked=everything.looked[key],
        listed=tuple(sorted(listed.values(), key=lambda one: (one.executable.title, one.executable.uuid))),
        left_out=left_out,
        remarks=remarks,
        gone=_by_their_titles(everything.gone[key]),
    )


def _sorted(catalogue: Catalogue) -> _Sorted:
    found = _Sorted(looked={(one.source, one.component.slug): one for one in _all_looked(catalogue)})
    by_revision = {
        (source, one.component.revision): (source, slug) for (source, slug), one in found.looked.items()
    }
    for entry in catalogue.entries:
        found.listed[entry.provenance.source, entry.component.slug].append(entry)
        for place in entry.also:
            found.listed[by_revision.get((place.source, place.revision), ("", ""))].append(entry)
    for key, gap in _gaps(catalogue, found):
        found.gaps[key].append(gap)
    for mark in (one for one in catalogue.gone if one.source):
        found.gone[found.key(mark.source, mark.slug)].append(mark)
    return found


def _all_looked(catalogue: Catalogue) -> Iterator[Looked]:
    """Give what was looked at; an entry that is kept may be of a component that is no longer known."""
    for entry in catalogue.entries:
        yield Looked(
            source=entry.provenance.source,
            component=entry.component,
            search=NOTHING_TOLD,
            origin=entry.origin,
            since=entry.provenance.harvested,
        )
    yield from catalogue.looked


def _gaps(catalogue: Catalogue, found: _Sorted) -> Iterator[tuple[_Key, LeftOut]]:
    of_components = {key: set(one.left_out) for key, one in found.looked.items()}
    told = set().union(*of_components.values())
    for key, one in found.looked.items():
        yield from ((key, gap) for gap in one.left_out)
    for gap in catalogue.left_out:
        if gap not in told:
            yield found.key(gap.source, gap.slug), gap


def _parted(gaps: Iterable[LeftOut]) -> tuple[tuple[LeftOut, ...], tuple[LeftOut, ...]]:
    """Part what is missing from what is merely remarked on."""
    ordered = sorted(gaps, key=lambda gap: (gap.path, gap.reason))
    missing = tuple(gap for gap in ordered if gap.cause is not Cause.REMARK)
    return missing, tuple(gap for gap in ordered if gap.cause is Cause.REMARK)


def _by_title(account: ComponentAccount) -> tuple[str, str]:
    return account.looked.component.title.casefold(), account.looked.component.slug


def _by_their_titles(gone: Iterable[Gone]) -> tuple[Gone, ...]:
    return tuple(sorted(gone, key=lambda one: (one.title, one.uuid)))
