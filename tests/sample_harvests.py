"""Harvests of every state that a source can be in, for the tests of what is told of them."""

from datetime import UTC, datetime, timedelta

from lists import FIRST, SECOND, THIRD, entry
from lists import harvest as declared
from ossr_catalogue.assemble import assemble
from ossr_catalogue.model.catalogue import Catalogue, Cause, Gone, LeftOut, Origin, SourceState
from ossr_catalogue.model.component import Component
from ossr_catalogue.model.harvested import FoundList, Harvested, SourceHarvest
from ossr_catalogue.model.search import Search, Sought
from sample_catalogue import NASTY

NOW = datetime(2026, 11, 22, 12, 5, tzinfo=UTC)
BEFORE = NOW - timedelta(days=3)
FRESH = "git https://github.com/example/fresh"
FAILED = "git https://github.com/example/down"
NEVER = "git https://github.com/example/nowhere"
COMMUNITY = "zenodo escape2020"
HOSTILE = f"folder {NASTY}"
GONE = Gone(
    uuid="b3e4b0a3-8f0e-4d5d-9a51-0e9d3a6f2c99",
    title="Plot the old light curve",
    component="Fresh",
    since=BEFORE,
    reason="executables.json no longer has it",
    source=FRESH,
    slug="github.com-example-fresh",
    path="executables.json",
)
SEARCH = Search(
    files=12,
    lists=("executables.json", "lists/mine.json"),
    sought=(
        Sought(what="Jupyter notebooks", files=3, found=0),
        Sought(what="CWL workflows", files=0, found=0),
    ),
)


def _component(slug: str, title: str, repository: str | None, doi: str | None = None) -> Component:
    return Component(slug=slug, title=title, revision="1" * 40, repository=repository, doi=doi)


def _of(source: str, component: Component, found: FoundList | None, *gaps: LeftOut) -> Harvested:
    return Harvested(source=source, component=component, found=found, left_out=gaps, search=SEARCH)


def _list(source: str, *entries: dict[str, object], origin: Origin = Origin.DECLARED) -> FoundList | None:
    return declared(source, *entries, origin=origin).harvested[0].found


def _unreached(source: str, reason: str) -> LeftOut:
    return LeftOut(source=source, path="", reason=reason, cause=Cause.UNREACHED)


def harvests() -> tuple[SourceHarvest, ...]:
    """Give a source that is partly listed, two that failed, a community, and a hostile one."""
    fresh = _component("github.com-example-fresh", "Fresh", "https://github.com/example/fresh")
    down = _component("github.com-example-down", "Down", "https://github.com/example/down")
    bare = _component("zenodo-4701488", "Bare record", None, "10.5281/zenodo.4701489")
    drafted = _component("zenodo-77", "Drafted record", "https://gitlab.example.org/a/b", "10.5281/zenodo.78")
    refused = entry(SECOND, title="Map the Crab nebula at 1 TeV", location=7)
    passed_over = LeftOut(source=COMMUNITY, path="tests/x.ipynb", reason="lies among tests")
    version = LeftOut(source=FRESH, path=".zenodo.json", reason="versions disagree", cause=Cause.REMARK)
    closed = LeftOut(source=COMMUNITY, path="records/99", reason="its access is restricted")
    draft = _list(COMMUNITY, entry(FIRST, title="Fit x", location="a/x.ipynb"), origin=Origin.INFERRED)
    return (
        SourceHarvest(
            source=FRESH,
            harvested=(_of(FRESH, fresh, _list(FRESH, entry(THIRD), refused), version),),
            requests=3,
        ),
        SourceHarvest(
            source=FAILED,
            harvested=(_of(FAILED, down, _list(FAILED, entry("5" + FIRST[1:], title="Simulate a shower"))),),
            left_out=(_unreached(FAILED, "no answer in time"),),
            requests=1,
        ),
        SourceHarvest(source=NEVER, harvested=(), left_out=(_unreached(NEVER, "404"),), requests=1),
        SourceHarvest(
            source=COMMUNITY,
            harvested=(_of(COMMUNITY, bare, None), _of(COMMUNITY, drafted, draft, passed_over)),
            left_out=(closed,),
            requests=7,
        ),
        SourceHarvest(
            source=HOSTILE,
            harvested=(),
            left_out=(LeftOut(source=HOSTILE, path=NASTY, reason=NASTY),),
        ),
    )


def states() -> tuple[SourceState, ...]:
    """Say how each is doing."""
    good = {FRESH: NOW, FAILED: BEFORE, NEVER: None, COMMUNITY: NOW, HOSTILE: NOW}
    costs = {one.source: one.requests for one in harvests()}
    return tuple(
        SourceState(name=name, attempted=NOW, succeeded=succeeded, requests=costs[name])
        for name, succeeded in good.items()
    )


def harvested_catalogue() -> Catalogue:
    """Assemble them, with one executable that is gone."""
    stale = {(FAILED, "github.com-example-down"): BEFORE}
    catalogue = assemble(harvests(), stale_since=stale, states=states())
    return Catalogue(
        entries=catalogue.entries,
        components=catalogue.components,
        left_out=catalogue.left_out,
        sources=catalogue.sources,
        gone=(GONE,),
        looked=catalogue.looked,
    )
