"""What an executable needs, drawn against what platforms offer: one chart for each measure."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import groupby
from typing import Final

from markupsafe import Markup

from ossr_catalogue.matching.measures import MEASURES, Need
from ossr_catalogue.model.amounts import format_bytes, format_count, format_duration
from ossr_catalogue.model.executable import Executable
from ossr_catalogue.model.platform import Platform
from ossr_catalogue.model.quantity import Number, Range
from ossr_catalogue.publish.charts import Band, Caption, Mark, ranges
from ossr_catalogue.publish.pages import figures
from ossr_catalogue.publish.pages.figures import Scale, in_words

_MOST_USES: Final = 4
"""Bands in one chart; the figures beside it have all profiles."""
_KEPT: Final = 4096
"""Charts in memory: few executables of a catalogue have needs of their own."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One line of the chart, for who does not see it."""

    who: str
    amount: str
    says: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Panel:
    """The chart of one measure."""

    title: str
    icon: str
    picture: Markup
    needs: tuple[Line, ...]
    offers: tuple[Line, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Drawn:
    """How a measure is drawn."""

    name: str
    """As in `MEASURES`; also of its icon."""
    title: str
    scale: Scale
    say: Callable[[Number], str]


_DRAWN: Final = (
    _Drawn(name="cores", title="Cores", scale=figures.CORES, say=format_count),
    _Drawn(name="memory", title="Memory", scale=figures.MEMORY, say=format_bytes),
    _Drawn(name="storage", title="Storage", scale=figures.STORAGE, say=format_bytes),
    _Drawn(name="walltime", title="Walltime", scale=figures.WALLTIME, say=format_duration),
    _Drawn(name="gpus", title="GPUs", scale=figures.GPUS, say=format_count),
)
_MEASURES: Final = {measure.name: measure for measure in MEASURES}
_SAYS: Final = {
    "below": "too little",
    "within": "runs, could use more",
    "enough": "all that it can use",
}


def panels_of(executable: Executable, platforms: Iterable[Platform]) -> tuple[Panel, ...]:
    """Give a chart for each measure of which a need is declared and some platform's limit is known.

    Only platforms that take the type are in it. Several resources of one use are needed all at once, and
    drawn as one, as they are matched.
    """
    taking = tuple(one for one in platforms if executable.kind.urn in one.types)
    uses = _uses(executable) if taking else ()
    drawn = (_panel(one, _bands(one, uses), _offers(one, taking)) for one in _DRAWN)
    return tuple(panel for panel in drawn if panel)


_Use = tuple[str, dict[str, Need]]


def _uses(executable: Executable) -> tuple[_Use, ...]:
    own = "As a whole" if executable.profiles else "It needs"
    uses = [(own, executable.needs)] + [
        (profile.title or profile.name, executable.needs_in(profile)) for profile in executable.profiles
    ]
    return tuple(
        (title, {name: need for name, one in _MEASURES.items() if (need := one.need(needs))})
        for title, needs in uses[:_MOST_USES]
    )


def _bands(drawn: _Drawn, uses: Iterable[_Use]) -> tuple[Band, ...]:
    return tuple(_band(title, needs[drawn.name], drawn.say) for title, needs in uses if drawn.name in needs)


def _band(title: str, need: Need, say: Callable[[Number], str]) -> Band:
    said = Range(minimum=need.least or None, maximum=need.most, unbounded=need.unbounded)
    most = None if need.unbounded else need.most
    return Band(label=title, value=in_words(said, say), least=need.least, most=most, unbounded=need.unbounded)


_Offers = tuple[tuple[str, Number], ...]
"""Titles of platforms with their limits."""


def _offers(drawn: _Drawn, platforms: Iterable[Platform]) -> _Offers:
    offered = ((one.title, _MEASURES[drawn.name].offered(one.limits)) for one in platforms)
    known = [(title, amount) for title, amount in offered if amount is not None]
    return tuple(sorted(known, key=lambda pair: pair[1]))


@lru_cache(maxsize=_KEPT)
def _panel(drawn: _Drawn, bands: tuple[Band, ...], offers: _Offers) -> Panel | None:
    if not bands or not offers:
        return None
    caption = Caption(
        key=f"needs-{drawn.name}",
        title=f"{drawn.title}: what it needs, and what platforms offer",
        description=_in_words(bands[0], offers),
    )
    return Panel(
        title=drawn.title,
        icon=drawn.name,
        picture=ranges(bands, tuple(_marks(drawn, offers)), drawn.scale, caption),
        needs=tuple(Line(who=band.label, amount=band.value, says="") for band in bands),
        offers=tuple(_line(drawn, bands[0], title, amount) for title, amount in offers),
    )


def _marks(drawn: _Drawn, offers: _Offers) -> Iterator[Mark]:
    """Give one mark for all platforms that offer the same."""
    for amount, equal in groupby(offers, key=lambda pair: pair[1]):
        titles = ", ".join(title for title, _ in equal)
        yield Mark(label=titles, value=_amount(drawn, amount), amount=amount)


def _line(drawn: _Drawn, band: Band, title: str, amount: Number) -> Line:
    return Line(who=title, amount=_amount(drawn, amount), says=_SAYS[band.side(amount)])


def _amount(drawn: _Drawn, amount: Number) -> str:
    return drawn.say(amount) if amount else "none"


def _in_words(band: Band, offers: _Offers) -> str:
    enough = [title for title, amount in offers if band.side(amount) != "below"]
    return f"{band.label}: {band.value}. {len(enough)} of {len(offers)} platforms offer that."
