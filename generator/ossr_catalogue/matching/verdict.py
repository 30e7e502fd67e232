"""Whether an executable can run on a platform.

Nothing is guessed: what is not declared, or not known of the platform, makes the verdict `unknown`, unless
something else rules the platform out. Amounts are compared in base units; rounding never makes a fit.
"""

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from ossr_catalogue.matching.conditions import unmet
from ossr_catalogue.matching.measures import MEASURES, Measure, Need
from ossr_catalogue.model.executable import Executable, Profile
from ossr_catalogue.model.kinds import UnknownKind
from ossr_catalogue.model.platform import Limits, Platform
from ossr_catalogue.model.quantity import BYTES_IN, Number, format_bytes
from ossr_catalogue.model.resources import Needs


class Fit(StrEnum):
    """Whether an executable can run somewhere."""

    FITS = "fits"
    FITS_LESS = "fits-less"
    """It runs, with less than it could use."""
    DOES_NOT_FIT = "does-not-fit"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """Whether it fits, and what decides."""

    fit: Fit
    reason: str
    """The constraint that binds, for people: `needs 16 GiB of memory, offers 2 GiB`."""
    constraint: str = ""
    """Its name: `type`, `memory`, `cores`, `gpus`, `nodes`, `storage`, `walltime`, `architecture`, `image`,
    `privileged`; empty where none binds."""


def match(executable: Executable, platform: Platform, profile: Profile | None = None) -> Verdict:
    """Say whether an executable, or one of its profiles, can run on a platform."""
    kind = executable.kind
    if isinstance(kind, UnknownKind):
        return _refused("a type that is not known is not launched", "type")
    if kind.urn not in platform.types:
        return _refused(f"{kind.plural} do not run there", "type")
    needs = executable.needs_in(profile) if profile else executable.needs
    if condition := unmet(kind, needs, platform):
        name, reason = condition
        return _refused(reason, name)
    return compare(needs, platform.limits)


def compare(needs: Needs, limits: Limits) -> Verdict:
    """Say whether needs stay within limits; several compute or storage resources are needed all at once."""
    if not needs.compute and not needs.storage:
        return Verdict(fit=Fit.UNKNOWN, reason="its needs are not declared")
    judged = [_judge(measure, measure.need(needs), measure.offered(limits)) for measure in MEASURES]
    return max(judged, key=lambda one: (_WEIGHT[one.verdict.fit], one.excess)).verdict


@dataclass(frozen=True, slots=True, kw_only=True)
class _Judged:
    verdict: Verdict
    excess: float = 0
    """How many times more is wanted than offered: the greatest binds."""


_WEIGHT: Final = {Fit.FITS: 0, Fit.FITS_LESS: 1, Fit.UNKNOWN: 2, Fit.DOES_NOT_FIT: 3}
_FITS: Final = _Judged(verdict=Verdict(fit=Fit.FITS, reason="within its limits"))


def _refused(reason: str, constraint: str) -> Verdict:
    return Verdict(fit=Fit.DOES_NOT_FIT, reason=reason, constraint=constraint)


def _judge(measure: Measure, need: Need | None, offer: Number | None) -> _Judged:
    if need is None:
        return _open(measure, f"{measure.question} it needs is not declared") if measure.essential else _FITS
    if offer is None:
        return _judge_unknown_offer(measure, need)
    if need.least > offer:
        return _exceeds(measure, Fit.DOES_NOT_FIT, need.least, offer)
    if need.enough is None or need.enough > offer:
        return _open(measure, f"{measure.question} it needs at least is not declared")
    return _judge_most(measure, need, offer)


def _judge_unknown_offer(measure: Measure, need: Need) -> _Judged:
    if need.enough is not None and need.enough <= measure.always:
        return _FITS
    least = measure.say(need.least) + measure.noun
    return _open(measure, f"needs {least}, {measure.question} it offers is not known")


def _judge_most(measure: Measure, need: Need, offer: Number) -> _Judged:
    if need.unbounded:
        reason = f"can use any amount, offers {measure.say(offer)}{measure.noun}"
        return _Judged(verdict=Verdict(fit=Fit.FITS_LESS, reason=reason, constraint=measure.name))
    if need.most is not None and need.most > offer:
        return _exceeds(measure, Fit.FITS_LESS, need.most, offer)
    return _FITS


def _open(measure: Measure, reason: str) -> _Judged:
    return _Judged(verdict=Verdict(fit=Fit.UNKNOWN, reason=reason, constraint=measure.name))


def _exceeds(measure: Measure, fit: Fit, wanted: Number, offer: Number) -> _Judged:
    verb = "needs" if fit is Fit.DOES_NOT_FIT else "could use"
    wanted_text, offer_text = _distinct(measure.say, wanted, offer)
    reason = f"{verb} {wanted_text}{measure.noun}, offers {offer_text if offer else 'none'}"
    return _Judged(
        verdict=Verdict(fit=fit, reason=reason, constraint=measure.name),
        excess=wanted / offer if offer else float("inf"),
    )


def _distinct(say: Callable[[Number], str], wanted: Number, offer: Number) -> tuple[str, str]:
    """Say two different amounts so that they read differently: not 240 GB and 240 GB, but 239.9 GB."""
    if say(wanted) != say(offer) or say is not format_bytes:
        return say(wanted), say(offer)
    unit, factor = next((u, f) for u, f in reversed(BYTES_IN.items()) if "i" not in u and offer >= f)
    digits = next(n for n in range(1, 20) if f"{wanted / factor:.{n}f}" != f"{offer / factor:.{n}f}")
    return f"{wanted / factor:.{digits}f} {unit}", f"{offer / factor:.{digits}f} {unit}"
