"""A source harvested on two days into one store, and what is published after the second."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from ossr_catalogue.assemble import assemble
from ossr_catalogue.continuity import Loss, continue_from, loss, remember
from ossr_catalogue.harvest.run import harvest
from ossr_catalogue.harvest.source import Source
from ossr_catalogue.model.catalogue import Catalogue
from ossr_catalogue.model.harvested import Visit
from ossr_catalogue.store.store import Store

DAY_1, DAY_2 = datetime(2026, 11, 22, tzinfo=UTC), datetime(2026, 11, 23, tzinfo=UTC)


@dataclass(frozen=True, kw_only=True)
class Published:
    """What came of the second day."""

    catalogue: Catalogue
    visit: Visit
    loss: Loss

    def state_of(self, uuid: str) -> str:
        """Say whether an entry is `fresh`, `stale` since the first day, `gone`, or was `never` there."""
        entry = next((one for one in self.catalogue.entries if one.executable.uuid == uuid), None)
        if entry is None:
            return "gone" if uuid in {one.uuid for one in self.catalogue.gone} else "never"
        if entry.stale is None:
            return "fresh"
        assert entry.stale.since == DAY_1
        return "stale"

    def told(self) -> str:
        """Give all reasons why something is left out, one a line."""
        return "\n".join(one.reason for one in self.catalogue.left_out)


def visited(store: Store, source: Source, day: datetime) -> Visit:
    """Harvest as the command does."""
    known = store.etags(source.name)
    open_visit = store.begin(source.name, day)
    visit = harvest(source, open_visit.keep, known=known)
    open_visit.finish(visit)
    return visit


def assembled(store: Store) -> Catalogue:
    """Assemble as the command does."""
    return assemble(
        store.harvests(),
        since=store.harvested_at(),
        stale_since=store.stale_since(),
        states=store.states(),
    )


def two_days(path: Path, make_source: Callable[[], Source], meanwhile: Callable[[], object]) -> Published:
    """Harvest and publish, let something happen, and do it again."""
    with Store(path) as store:
        visited(store, make_source(), DAY_1)
        before = remember(assembled(store))
        meanwhile()
        visit = visited(store, make_source(), DAY_2)
        catalogue = continue_from(assembled(store), before, (), at=DAY_2)
        return Published(catalogue=catalogue, visit=visit, loss=loss(catalogue, before))
