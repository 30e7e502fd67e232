"""The pages of platforms: what each takes, how far it goes and who says so, and how much runs there."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from ossr_catalogue.matching import Fit
from ossr_catalogue.matching.links import is_moving
from ossr_catalogue.matching.measures import MEASURES
from ossr_catalogue.model.kinds import KINDS
from ossr_catalogue.model.platform import Fact, Platform, Requirement
from ossr_catalogue.model.web_address import web_link
from ossr_catalogue.publish.pages.charted import narrowed
from ossr_catalogue.publish.pages.coverage import Binding, Coverage, PlatformCoverage
from ossr_catalogue.publish.pages.places import PLATFORMS, kind_name, platform_page
from ossr_catalogue.publish.pages.press import Press
from ossr_catalogue.publish.pages.shell import Stamp, way_up

_MOST_REASONS: Final = 12
"""Constraints that are told on a page; there are hardly as many."""
_LABELS: Final = {
    "memory": "Memory",
    "cores": "Cores",
    "gpus": "GPUs",
    "gpu-memory": "Memory of each GPU",
    "nodes": "Nodes",
    "storage": "Storage",
    "walltime": "Time of a run",
}
_VERDICTS: Final = (
    (Fit.FITS, "fits", "run there"),
    (Fit.FITS_LESS, "fits-partly", "run there with less than they could use"),
    (Fit.UNKNOWN, "fits-unknown", "may run there: something is not declared, or not known"),
    (Fit.DOES_NOT_FIT, "fits-not", "do not run there"),
)
"""With the icon and the words of each."""
_REQUIREMENTS: Final = {
    Requirement.IMAGE_DIGEST: "A container image has to be named by its digest.",
    Requirement.UNPRIVILEGED: "A container must not run privileged.",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """Where something was read."""

    says: str
    href: str
    checked: str
    """ISO 8601 day."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Limit:
    """One limit, with its sources."""

    label: str
    text: str
    """The amount beside its label."""
    alone: str
    """The amount without a label: `2 GB of memory`."""
    sources: tuple[Source, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class TypeLink:
    """A type that a platform takes."""

    plural: str
    kind_name: str
    listing: str
    """The list of those that run there."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Count:
    """How many have a verdict."""

    fit: Fit
    icon: str
    words: str
    count: int


@dataclass(frozen=True, slots=True, kw_only=True)
class View:
    """One platform, with what the catalogue can do there."""

    id: str
    title: str
    description: str
    homepage: str
    path: str
    types: tuple[TypeLink, ...]
    limits: tuple[Limit, ...]
    known: str
    """The known limits on one line."""
    not_known: str
    requirements: tuple[str, ...]
    architectures: str
    launch: str
    """How something is started there, in a sentence."""
    links: tuple[str, ...]
    """Templates of the links that do it."""
    sources: tuple[Source, ...]
    counts: tuple[Count, ...]
    bindings: tuple[Binding, ...]
    runs: int
    total: int
    listing: str
    """The list of what runs there."""


def platform_pages(press: Press, coverage: Coverage) -> Iterator[Stamp]:
    """Give the overview of all platforms, then a page for each."""
    overview = tuple(_view(one, coverage.total, way_up(PLATFORMS)) for one in coverage.platforms)
    yield press.page(
        "platforms.html",
        PLATFORMS,
        title="Platforms",
        description="Where executables run: what each place takes, how far it goes, and who says so.",
        head=_head(press, PLATFORMS),
        section="platforms",
        views=overview,
        total=coverage.total,
    )
    for one in coverage.platforms:
        yield _page(press, one, coverage.total)


def _page(press: Press, one: PlatformCoverage, total: int) -> Stamp:
    path = platform_page(one.platform.id)
    return press.page(
        "platform.html",
        path,
        title=one.platform.title,
        description=one.platform.description,
        head=_head(press, path),
        section="platforms",
        view=_view(one, total, way_up(path)),
    )


def _head(press: Press, path: str) -> str:
    return press.templates.get_template("platform-head.html").render(root=way_up(path))


def _view(one: PlatformCoverage, total: int, root: str) -> View:
    platform = one.platform
    limits = tuple(_limits(platform))
    return View(
        id=platform.id,
        title=platform.title,
        description=platform.description,
        homepage=web_link(platform.homepage) or "",
        path=platform_page(platform.id),
        types=tuple(_types(platform, root)),
        limits=limits,
        known=" · ".join(limit.alone for limit in limits),
        not_known=", ".join(_not_known(platform)),
        requirements=tuple(_REQUIREMENTS[word] for word in platform.requires),
        architectures=" or ".join(platform.architectures),
        launch=_launch(platform),
        links=platform.launch,
        sources=tuple(map(_source, platform.facts)),
        counts=tuple(
            Count(fit=fit, icon=icon, words=words, count=one.counts[fit]) for fit, icon, words in _VERDICTS
        ),
        bindings=one.bindings[:_MOST_REASONS],
        runs=one.runs,
        total=total,
        listing=narrowed(root, runs=platform.title),
    )


def _limits(platform: Platform) -> Iterator[Limit]:
    for measure in MEASURES:
        offer = measure.offered(platform.limits)
        if offer is not None:
            yield Limit(
                label=_LABELS[measure.name],
                text=measure.say(offer) if offer else "none",
                alone=f"{measure.say(offer)}{measure.noun}" if offer else f"no {_LABELS[measure.name]}",
                sources=tuple(_source(fact) for fact in platform.facts if measure.name in fact.about),
            )


def _not_known(platform: Platform) -> Iterator[str]:
    """Name what is missing; the memory of GPUs only where there may be some."""
    for measure in MEASURES:
        is_idle = measure.name == "gpu-memory" and platform.limits.gpus == 0
        if measure.offered(platform.limits) is None and not is_idle:
            yield measure.question
    if not platform.architectures:
        yield "which processors"


def _launch(platform: Platform) -> str:
    if not platform.launch:
        return "No link can start an executable there: it is brought there by hand."
    if not any(is_moving(link) for link in platform.launch):
        return "A link opens an executable there, in the state that the catalogue describes."
    unless = ", unless the state that was harvested has a tag"
    has_tag = any("{tag}" in link for link in platform.launch)
    return (
        f"A link opens an executable there, in the newest state of its repository{unless if has_tag else ''}."
    )


def _types(platform: Platform, root: str) -> Iterator[TypeLink]:
    for kind in KINDS:
        if kind.urn in platform.types:
            yield TypeLink(
                plural=kind.plural,
                kind_name=kind_name(kind),
                listing=narrowed(root, type=kind.label, runs=platform.title),
            )


def _source(fact: Fact) -> Source:
    return Source(says=fact.says, href=web_link(fact.source) or "", checked=fact.checked)
