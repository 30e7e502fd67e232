"""Harvests as a visit of the store keeps them."""

from datetime import datetime

from ossr_catalogue.model.harvested import SourceHarvest, Visit
from ossr_catalogue.store.store import Store


def keep(store: Store, harvest: SourceHarvest, at: datetime) -> None:
    """Let a visit bring all this home; a reason that names no file says that the source failed."""
    visit = store.begin(harvest.source, at)
    for one in harvest.harvested:
        visit.keep(one)
    visit.finish(
        Visit(
            source=harvest.source,
            given=tuple(one.component.slug for one in harvest.harvested),
            left_out=harvest.left_out,
            failed=any(not gap.path for gap in harvest.left_out),
            requests=harvest.requests,
        )
    )
