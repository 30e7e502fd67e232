"""What the store remembers of what was published, so that nothing gets lost unnoticed."""

from dataclasses import dataclass

from ossr_catalogue.model.catalogue import Origin, Provenance
from ossr_catalogue.model.component import Component


@dataclass(frozen=True, slots=True, kw_only=True)
class Remembered:
    """An entry as it was last published."""

    uuid: str
    title: str
    successor: str | None
    """The uuid that its `superseded-by` named."""
    content: str
    """A list of executables in JSON with this one alone."""
    component: Component
    origin: Origin
    provenance: Provenance
