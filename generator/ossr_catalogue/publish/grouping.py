"""The entries of a catalogue by what they have in common, in one go: asking for each group costs a square."""

from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence

from ossr_catalogue.model.catalogue import Catalogue, Entry
from ossr_catalogue.model.component import Component


def by_component(catalogue: Catalogue) -> Iterator[tuple[Component, Sequence[Entry]]]:
    """Give each component with its entries, in the catalogue's order; without those that have none."""
    groups = grouped(catalogue, lambda entry: entry.component.slug)
    for component in catalogue.components:
        if entries := groups.get(component.slug):
            yield component, entries


def grouped(catalogue: Catalogue, key: Callable[[Entry], str]) -> dict[str, list[Entry]]:
    """Sort out the entries, each group in the catalogue's order."""
    groups: defaultdict[str, list[Entry]] = defaultdict(list)
    for entry in catalogue.entries:
        groups[key(entry)].append(entry)
    return groups
