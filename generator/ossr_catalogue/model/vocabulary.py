"""Terms for the content and the format of data, each tied to the words that others use."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property


@dataclass(frozen=True, slots=True, kw_only=True)
class Term:
    """One term of a vocabulary."""

    urn: str
    label: str
    description: str
    product_types: tuple[str, ...] = ()
    """Terms of https://www.ivoa.net/rdf/product-type that mean the same or something narrower."""
    media_types: tuple[str, ...] = ()
    endings: tuple[str, ...] = ()
    """File endings with the dot."""
    exact_match: str | None = None
    """URI of the same concept elsewhere."""


@dataclass(frozen=True, kw_only=True)
class Vocabulary:
    """A list of terms that `data-content` or `data-format` take their values from."""

    name: str
    title: str
    description: str
    terms: tuple[Term, ...]

    def term(self, urn: str) -> Term | None:
        """Find a term by its URN."""
        return self._by_urn.get(urn)

    @cached_property
    def _by_urn(self) -> dict[str, Term]:
        return {term.urn: term for term in self.terms}

    def label(self, urn: str) -> str:
        """Say a URN in words: its label, or the URN itself if it is somebody's own."""
        found = self.term(urn)
        return found.label if found else urn

    def labels(self, urns: Iterable[str]) -> tuple[str, ...]:
        """Say several."""
        return tuple(self.label(urn) for urn in urns)
