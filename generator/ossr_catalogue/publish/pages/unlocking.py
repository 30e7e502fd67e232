"""What runs nowhere, and what would change that: said for many executables at once."""

from collections import Counter, defaultdict
from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from dataclasses import replace
from typing import Any, Final, TypeVar

from ossr_catalogue.matching import Fit, match
from ossr_catalogue.matching.measures import MEASURES, Measure, Need
from ossr_catalogue.model.platform import Platform
from ossr_catalogue.model.quantity import Number
from ossr_catalogue.publish.pages.charted import Example, Point, narrowed, some
from ossr_catalogue.publish.pages.coverage import Coverage, Nearest
from ossr_catalogue.publish.pages.places import executable_page, type_page

_MOST_POINTS: Final = 12
_MOST_EXAMPLES: Final = 3
_RUNS: Final = frozenset({Fit.FITS, Fit.FITS_LESS})
_MEASURES: Final = {measure.name: measure for measure in MEASURES}
_NOUNS: Final = {
    "memory": "memory",
    "cores": "cores",
    "gpus": "GPUs",
    "gpu-memory": "memory for each GPU",
    "nodes": "nodes",
    "storage": "storage",
    "walltime": "time",
}

Key = TypeVar("Key", bound=Hashable)


def points_of(coverage: Coverage) -> tuple[Point, ...]:
    """Give first what stands in the way of most; what is cut off is the rarest."""
    ruled_out = [one for one in coverage.nowhere if one.platform and one.verdict.fit is Fit.DOES_NOT_FIT]
    points = (
        *_grouped((one for one in coverage.nowhere if one.platform is None), _kind, _of_type),
        *_grouped((one for one in ruled_out if _constraint(one) in _MEASURES), _constraint, _of_amount),
        *_grouped((one for one in ruled_out if _constraint(one) not in _MEASURES), _reason, _of_condition),
        *_grouped((one for one in coverage.nowhere if _is_open(one)), _constraint, _of_unknown_limit),
        *_grouped(coverage.undeclared, _constraint, _of_undeclared_need),
    )
    return tuple(sorted(points, key=lambda one: -one.count)[:_MOST_POINTS])


def _grouped(
    ones: Iterable[Nearest], key: Callable[[Nearest], Key], say: Callable[[Sequence[Nearest]], Point]
) -> Iterator[Point]:
    groups: defaultdict[Key, list[Nearest]] = defaultdict(list)
    for one in ones:
        groups[key(one)].append(one)
    yield from map(say, groups.values())


def _kind(one: Nearest) -> type:
    return type(one.entry.executable.kind)


def _constraint(one: Nearest) -> str:
    return one.verdict.constraint


def _reason(one: Nearest) -> str:
    return one.verdict.reason


def _need(one: Nearest) -> Need | None:
    """Give what it needs of that which decides."""
    executable = one.entry.executable
    measure = _MEASURES.get(one.verdict.constraint)
    return (
        measure.need(executable.needs_in(one.profile) if one.profile else executable.needs)
        if measure
        else None
    )


def _is_open(one: Nearest) -> bool:
    """Whether it depends on a limit of the platform that is not known."""
    return one.platform is not None and one.verdict.fit is Fit.UNKNOWN


def _of_type(ones: Sequence[Nearest]) -> Point:
    kind = ones[0].entry.executable.kind
    return Point(
        count=len(ones),
        text=f"{some(len(ones), kind.label, kind.plural)}: no platform of the catalogue takes this type.",
        unlocks="A platform that does would change that.",
        examples=(),
        more=type_page(type(kind)),
    )


def _of_amount(ones: Sequence[Nearest]) -> Point:
    measure = _MEASURES[_constraint(ones[0])]
    least = [need.least for one in ones if (need := _need(one))]
    smallest, largest = measure.say(min(least)), measure.say(max(least))
    wanted = smallest if smallest == largest else f"{smallest} to {largest}"
    verb = "needs" if len(ones) == 1 else "need"
    return Point(
        count=len(ones),
        text=f"{_executables(ones)} {verb} more {_NOUNS[measure.name]} than there is: {wanted}.",
        unlocks=_what_unlocks(measure, ones),
        examples=_examples(ones),
    )


def _what_unlocks(measure: Measure, ones: Sequence[Nearest]) -> str:
    """Find the platform that would run most of them, and try how much it would have to offer."""
    unlocked: defaultdict[str, list[Number]] = defaultdict(list)
    for one in ones:
        need = _need(one)
        amount = need and (need.least if need.enough is None else need.enough)
        if one.platform and amount and _runs_with(one, one.platform, measure, amount):
            unlocked[one.platform.title].append(amount)
    if not unlocked:
        return "More than that stands in the way."
    title, amounts = max(unlocked.items(), key=lambda pair: len(pair[1]))
    would = "It" if len(ones) == len(amounts) == 1 else f"{len(amounts):,} of them"
    return f"{would} would run if {title} offered {measure.say(max(amounts))}{measure.noun}."


def _runs_with(one: Nearest, platform: Platform, measure: Measure, amount: Number) -> bool:
    limited: dict[str, Any] = {measure.limit: amount}
    limits = replace(platform.limits, **limited)
    return match(one.entry.executable, replace(platform, limits=limits), one.profile).fit in _RUNS


def _of_condition(ones: Sequence[Nearest]) -> Point:
    return Point(
        count=len(ones),
        text=f"{_executables(ones)}: {_reason(ones[0])}.",
        unlocks=f"The nearest is {_nearest(ones)}.",
        examples=_examples(ones),
    )


def _of_undeclared_need(ones: Sequence[Nearest]) -> Point:
    name = _constraint(ones[0])
    is_one = len(ones) == 1
    they = "it needs" if is_one else "they need"
    what = f"how much {_NOUNS[name]} {they}" if name in _NOUNS else f"what {they}"
    return Point(
        count=len(ones),
        text=f"{_executables(ones)} {'does' if is_one else 'do'} not say {what}.",
        unlocks="As soon as that is declared, it is known on which platforms.",
        examples=_examples(ones) if name else (),
        more="" if name else narrowed("", undeclared="only"),
    )


def _of_unknown_limit(ones: Sequence[Nearest]) -> Point:
    measure = _MEASURES.get(_constraint(ones[0]))
    open_ = f"{measure.question} the nearest platform offers is not known" if measure else _reason(ones[0])
    return Point(
        count=len(ones),
        text=f"{_executables(ones)} may run, but {open_}.",
        unlocks=f"It would be settled if {_nearest(ones)} said it.",
        examples=_examples(ones),
    )


def _nearest(ones: Iterable[Nearest]) -> str:
    titles = Counter(one.platform.title for one in ones if one.platform)
    return titles.most_common(1)[0][0]


def _executables(ones: Sequence[Nearest]) -> str:
    return some(len(ones), "executable")


def _examples(ones: Sequence[Nearest]) -> tuple[Example, ...]:
    """Give the nearest to a fit; `Coverage` has them in this order."""
    return tuple(
        Example(
            title=one.entry.executable.title,
            path=executable_page(one.entry.executable.uuid),
            says=f"{one.platform.title}: {one.verdict.reason}" if one.platform else one.verdict.reason,
        )
        for one in ones[:_MOST_EXAMPLES]
    )
