"""Where an executable runs, and why not elsewhere, as its page shows it."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final

from ossr_catalogue.matching import Fit, Launch, launches, matches
from ossr_catalogue.model.amounts import format_bytes, format_count, format_duration
from ossr_catalogue.model.catalogue import Entry
from ossr_catalogue.model.executable import Status
from ossr_catalogue.model.platform import Limits, Platform
from ossr_catalogue.model.resources import Needs
from ossr_catalogue.model.web_address import web_link
from ossr_catalogue.publish.pages.places import platform_page

_WORDS: Final = {
    Fit.FITS: "Fits",
    Fit.FITS_LESS: "Fits, with less than it could use",
    Fit.UNKNOWN: "Not known",
    Fit.DOES_NOT_FIT: "Does not fit",
}
"""In the order in which platforms are shown."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Offer:
    """One platform, for one executable."""

    id: str
    platform: str
    path: str
    """Its own page."""
    limits: str
    fit: str
    """Names its icon and its colour."""
    verdict: str
    reason: str
    url: str
    """Empty where it does not fit, or where no link can launch it."""
    url_if_it_fits: str
    """What would launch it with other needs: a profile's, or those that a reader chooses."""
    of_the_link: str
    """Why no link can launch it whatever it needs, or what is special about the link; mostly empty."""
    profiles: tuple[str, ...]
    """Uses that fit although the whole does not."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Offers:
    """All platforms."""

    for_this_type: tuple[Offer, ...]
    not_for_this_type: tuple[str, ...]
    withdrawn: bool
    """Whether nothing is to be started any more, wherever it would fit."""

    @property
    def first_launch(self) -> Offer | None:
        """The best place to start it with a click; one that opens what is described here, if there is any."""
        startable = [offer for offer in self.for_this_type if offer.url]
        return min(
            startable, key=lambda one: (one.fit == Fit.UNKNOWN.value, bool(one.of_the_link)), default=None
        )


def offers_for(entry: Entry, platforms: Iterable[Platform]) -> Offers:
    """Say of each platform whether the entry runs there."""
    everywhere = launches(entry, tuple(platforms))
    fitting = [one for one in everywhere if one.verdict.constraint != "type"]
    order = list(_WORDS)
    fitting.sort(key=lambda one: (order.index(one.verdict.fit), one.url is None))
    refused = [one.platform for one in fitting if one.verdict.fit is Fit.DOES_NOT_FIT]
    freely = {one.platform.id: one for one in (*fitting, *_whatever_it_needs(entry, refused))}
    profiles = _fitting_profiles(entry, refused)
    return Offers(
        for_this_type=tuple(
            _offer(entry, one, freely[one.platform.id], profiles.get(one.platform.id, ())) for one in fitting
        ),
        withdrawn=entry.executable.status is Status.WITHDRAWN,
        not_for_this_type=tuple(one.platform.title for one in everywhere if one.verdict.constraint == "type"),
    )


def _offer(entry: Entry, launched: Launch, freely: Launch, profiles: Iterable[str]) -> Offer:
    platform, verdict = launched.platform, launched.verdict
    of_the_link = freely.caution if freely.url else freely.reason
    if entry.executable.status is Status.WITHDRAWN:
        of_the_link = ""  # said once for all platforms
    said = (verdict.reason, "" if verdict.fit is Fit.DOES_NOT_FIT else of_the_link)
    return Offer(
        id=platform.id,
        platform=platform.title,
        path=platform_page(platform.id),
        limits=" · ".join(_limits(platform.limits)),
        fit=verdict.fit.value,
        verdict=_WORDS[verdict.fit],
        reason="; ".join(dict.fromkeys(filter(None, said))),
        url=web_link(launched.url) or "",
        url_if_it_fits=web_link(freely.url) or "",
        of_the_link=of_the_link,
        profiles=tuple(profiles),
    )


def _whatever_it_needs(entry: Entry, platforms: Sequence[Platform]) -> tuple[Launch, ...]:
    executable = replace(entry.executable, needs=Needs(), profiles=())
    return launches(replace(entry, executable=executable), platforms)


def _fitting_profiles(entry: Entry, platforms: Sequence[Platform]) -> Mapping[str, Sequence[str]]:
    """Name the profiles that fit, by the id of the platform."""
    fitting: defaultdict[str, list[str]] = defaultdict(list)
    for profile in entry.executable.profiles:
        for platform, verdict in zip(platforms, matches(entry.executable, platforms, profile), strict=True):
            if verdict.fit in {Fit.FITS, Fit.FITS_LESS}:
                fitting[platform.id].append(profile.title or profile.name)
    return fitting


def _limits(limits: Limits) -> Iterator[str]:
    if limits.cores is not None:
        yield f"{format_count(limits.cores)} core{'' if limits.cores == 1 else 's'}"
    if limits.memory_bytes is not None:
        yield f"{format_bytes(limits.memory_bytes)} of memory"
    if limits.storage_bytes is not None:
        yield f"{format_bytes(limits.storage_bytes)} of storage"
    if limits.gpus:
        yield f"{limits.gpus} GPU{'' if limits.gpus == 1 else 's'}"
    if limits.walltime_seconds is not None:
        yield format_duration(limits.walltime_seconds)
