"""Where the executables of a catalogue run, platform by platform."""

from typing import Final

from ossr_catalogue.matching import Fit
from ossr_catalogue.publish.charts import Part, Row
from ossr_catalogue.publish.pages.charted import Cell, Key, Section, drawn, narrowed, some
from ossr_catalogue.publish.pages.coverage import Coverage, PlatformCoverage
from ossr_catalogue.publish.pages.places import PLATFORMS, platform_page
from ossr_catalogue.publish.pages.unlocking import points_of

_OTHER_TYPE: Final = "other-type"
_SHOWN: Final = {
    Fit.FITS.value: "fits",
    Fit.FITS_LESS.value: "fits, with less than it could use",
    Fit.UNKNOWN.value: "not known",
    Fit.DOES_NOT_FIT.value: "does not fit",
    _OTHER_TYPE: "of a type that does not run there",
}
_KEYS: Final = tuple(Key(look=look, words=words) for look, words in _SHOWN.items())
_MOST: Final = 24
"""Platforms in the chart."""


def coverage_sections(coverage: Coverage, root: str) -> tuple[Section, ...]:
    """Say what runs where, then what runs nowhere; nothing where no platform is known."""
    if not coverage.platforms:
        return ()
    return (_platforms(coverage, root), _nowhere(coverage))


def _platforms(coverage: Coverage, root: str) -> Section:
    ordered = sorted(coverage.platforms, key=lambda one: (-one.runs, -one.counts[Fit.UNKNOWN]))
    best = ordered[0]
    everyone = some(coverage.total, "executable")
    return Section(
        key="coverage",
        title="Where they run",
        lead=(
            f"{best.platform.title} runs most of them: {best.runs:,} of {everyone}."
            if best.runs
            else f"None of {everyone} is known to run on any platform."
        )
        + _silence(len(coverage.undeclared)),
        charts=(
            drawn(
                "coverage-chart",
                "Executables by platform",
                [_row(one, coverage.total, root) for one in ordered[:_MOST]],
                head=("Platform", "Fits", "With less", "Not known", "Does not fit", "Other type", "Together"),
                keys=_KEYS,
            ),
        ),
        more=(Cell(text="The platforms and their limits", href=root + PLATFORMS),),
    )


def _silence(undeclared: int) -> str:
    """Say why so much of the bars is not known."""
    if not undeclared:
        return ""
    they = "it runs: it declares" if undeclared == 1 else "they run: they declare"
    return f" Of {undeclared:,} it is not known where {they} too little of what is needed."


def _row(one: PlatformCoverage, total: int, root: str) -> Row:
    return Row(
        label=one.platform.title,
        parts=tuple(Part(name=look, count=count) for look, count in _counts(one).items()),
        value=f"{one.runs:,} of {total:,}",
        href=narrowed(root, runs=one.platform.title) if one.runs else root + platform_page(one.platform.id),
    )


def _counts(one: PlatformCoverage) -> dict[str, int]:
    """Count by look: what does not fit, and what the platform is not meant for."""
    other_type = sum(binding.count for binding in one.bindings if binding.constraint == "type")
    counts = {fit.value: one.counts[fit] for fit in Fit} | {_OTHER_TYPE: other_type}
    counts[Fit.DOES_NOT_FIT.value] -= other_type
    return {look: counts[look] for look in _SHOWN}


def _nowhere(coverage: Coverage) -> Section:
    nowhere, silent = len(coverage.nowhere), len(coverage.undeclared)
    runs = coverage.total - nowhere - silent
    everyone = some(coverage.total, "executable")
    return Section(
        key="nowhere",
        title="What runs nowhere, and what would unlock it",
        lead=(
            f"{runs:,} of {everyone} {'runs' if runs == 1 else 'run'} somewhere. Of {nowhere:,} it is known "
            f"what they need, and of no platform that it is enough. {silent:,} declare too little to say."
        ),
        points=points_of(coverage),
    )
