"""Whether an executable can run on a platform.

Nothing is guessed: what is not declared, or not known of the platform, makes the verdict `unknown`, unless
something else rules the platform out. Amounts are compared in base units; rounding never makes a fit.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from ossr_catalogue.matching.conditions import unmet, unsettled
from ossr_catalogue.matching.measures import MEASURES, Measure, Need
from ossr_catalogue.matching.words import WORDS
from ossr_catalogue.model.amounts import format_bytes_in
from ossr_catalogue.model.executable import Executable, Profile
from ossr_catalogue.model.kinds import Kind, UnknownKind
from ossr_catalogue.model.platform import Limits, Platform
from ossr_catalogue.model.quantity import BYTES_IN, Number
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
    """Its name: `type`, `memory`, `cores`, `gpus`, `gpu-memory`, `nodes`, `storage`, `walltime`,
    `architecture`, `image`, `privileged`; empty where none binds."""
    excess: float = 0
    """How many times more is wanted than offered: of several measures, the one with most binds."""


def match(executable: Executable, platform: Platform, profile: Profile | None = None) -> Verdict:
    """Say whether an executable, or one of its profiles, can run on a platform."""
    return matches(executable, (platform,), profile)[0]


def matches(
    executable: Executable, platforms: Iterable[Platform], profile: Profile | None = None
) -> tuple[Verdict, ...]:
    """Say it for several platforms, in their order; what is needed is put together once."""
    needs = executable.needs_in(profile) if profile else executable.needs
    wanted = _wanted(needs)
    return tuple(_match(executable.kind, needs, wanted, platform) for platform in platforms)


def compare(needs: Needs, limits: Limits) -> Verdict:
    """Say whether needs stay within limits; several compute or storage resources are needed all at once."""
    return _compare(_wanted(needs), limits)


_Wanted = tuple[Need | None, ...]
"""What is needed of each measure; empty where nothing at all is declared."""


def _wanted(needs: Needs) -> _Wanted:
    if not needs.compute and not needs.storage:
        return ()
    return tuple(measure.need(needs) for measure in MEASURES)


def _match(kind: Kind, needs: Needs, wanted: _Wanted, platform: Platform) -> Verdict:
    if isinstance(kind, UnknownKind):
        return _refused(WORDS["unknown type"], "type")
    if kind.urn not in platform.types:
        return _refused(WORDS["other type"].format(kinds=kind.plural), "type")
    if condition := unmet(kind, needs, platform):
        name, reason = condition
        return _refused(reason, name)
    verdict = _compare(wanted, platform.limits)
    if verdict.fit in _RUNS and (condition := unsettled(kind, needs, platform)):
        name, reason = condition
        return Verdict(fit=Fit.UNKNOWN, reason=reason, constraint=name)
    return verdict


def _compare(wanted: _Wanted, limits: Limits) -> Verdict:
    if not wanted:
        return Verdict(fit=Fit.UNKNOWN, reason=WORDS["nothing"])
    both = zip(MEASURES, wanted, strict=True)
    return max((_judge(measure, need, measure.offered(limits)) for measure, need in both), key=_badness)


def _badness(verdict: Verdict) -> tuple[int, float]:
    return _WEIGHT[verdict.fit], verdict.excess


_WEIGHT: Final = {Fit.FITS: 0, Fit.FITS_LESS: 1, Fit.UNKNOWN: 2, Fit.DOES_NOT_FIT: 3}
_RUNS: Final = frozenset({Fit.FITS, Fit.FITS_LESS})
_FITS: Final = Verdict(fit=Fit.FITS, reason=WORDS["fits"])


def _refused(reason: str, constraint: str) -> Verdict:
    return Verdict(fit=Fit.DOES_NOT_FIT, reason=reason, constraint=constraint)


def _judge(measure: Measure, need: Need | None, offer: Number | None) -> Verdict:
    if need is None:
        return _open(measure, "how much") if measure.essential else _FITS
    if offer is None:
        return _judge_unknown_offer(measure, need)
    if need.least > offer:
        return _exceeds(measure, Fit.DOES_NOT_FIT, need.least, offer)
    if need.enough is None or need.enough > offer:
        return _open(measure, "least")
    return _judge_most(measure, need, offer)


def _judge_unknown_offer(measure: Measure, need: Need) -> Verdict:
    if need.enough is not None and need.enough <= measure.always:
        return _FITS
    if need.least:
        return _open(measure, "offer", wanted=measure.say(need.least), noun=measure.noun)
    return _open(measure, "least")


def _judge_most(measure: Measure, need: Need, offer: Number) -> Verdict:
    if need.unbounded:
        reason = WORDS["any amount"].format(
            offer=_say_offer(measure, offer), noun=measure.noun if offer else ""
        )
        return Verdict(fit=Fit.FITS_LESS, reason=reason, constraint=measure.name)
    if need.most is not None and need.most > offer:
        return _exceeds(measure, Fit.FITS_LESS, need.most, offer)
    return _FITS


def _say_offer(measure: Measure, offer: Number) -> str:
    return measure.say(offer) if offer else WORDS["none"]


def _open(measure: Measure, sentence: str, **parts: str) -> Verdict:
    reason = WORDS[sentence].format(question=measure.question, **parts)
    return Verdict(fit=Fit.UNKNOWN, reason=reason, constraint=measure.name)


def _exceeds(measure: Measure, fit: Fit, wanted: Number, offer: Number) -> Verdict:
    sentence = WORDS["needs" if fit is Fit.DOES_NOT_FIT else "could use"]
    wanted_text, offer_text = _distinct(measure, wanted, offer)
    reason = sentence.format(wanted=wanted_text, noun=measure.noun, offer=offer_text)
    return Verdict(
        fit=fit,
        reason=reason,
        constraint=measure.name,
        # Of floats, because the browser divides floats too, and the two must name the same constraint.
        excess=float(wanted) / float(offer) if offer else float("inf"),
    )


def _distinct(measure: Measure, wanted: Number, offer: Number) -> tuple[str, str]:
    """Say two different amounts so that they read differently: not 240 GB and 240 GB, but 239.9 GB."""
    texts = measure.say(wanted), _say_offer(measure, offer)
    if texts[0] != texts[1] or measure.unit != "bytes":
        return texts
    unit = next(u for u in reversed(BYTES_IN) if "i" not in u and offer >= BYTES_IN[u])
    digits = next(n for n in range(1, 20) if _in_unit(wanted, unit, n) != _in_unit(offer, unit, n))
    return f"{_in_unit(wanted, unit, digits)} {unit}", f"{_in_unit(offer, unit, digits)} {unit}"


def _in_unit(size_bytes: Number, unit: str, digits: int) -> str:
    return format_bytes_in(int(size_bytes), unit, digits)
