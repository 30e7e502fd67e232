"""What the store holds as one catalogue, the same for every command."""

from datetime import datetime

from ossr_catalogue.assemble import assemble
from ossr_catalogue.continuity import continue_from
from ossr_catalogue.model.catalogue import Catalogue
from ossr_catalogue.store.store import Store


def stored_catalogue(memory: Store, at: datetime) -> Catalogue:
    """Assemble it, and lay it over what was published before; absences are noticed *at* that time."""
    assembled = assemble(
        memory.harvests(),
        since=memory.harvested_at(),
        stale_since=memory.stale_since(),
        states=memory.states(),
    )
    return continue_from(assembled, memory.remembered(), memory.gone(), at=at)
