"""The whole catalogue at a glance: what there is, what it needs and wants, where it runs."""

from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Final

from ossr_catalogue.model.catalogue import Catalogue, Entry, Origin
from ossr_catalogue.model.data import DataSlot, Direction
from ossr_catalogue.model.kinds import KINDS, Kind, UnknownKind
from ossr_catalogue.publish.charts import Part, Row
from ossr_catalogue.publish.pages import data
from ossr_catalogue.publish.pages.charted import Cell, Key, Section, counted, drawn, narrowed, some
from ossr_catalogue.publish.pages.coverage import Coverage
from ossr_catalogue.publish.pages.coverage_chart import coverage_sections
from ossr_catalogue.publish.pages.needs_spread import needs_section
from ossr_catalogue.publish.pages.places import DATA, GONE, OVERVIEW, SOURCES, type_page
from ossr_catalogue.publish.pages.press import Press
from ossr_catalogue.publish.pages.shell import Stamp, way_up

_ORIGIN_KEYS: Final = (
    Key(look="declared", words="declared by its owner"),
    Key(look="inferred", words="drafted by the catalogue"),
)
_FRESH_KEYS: Final = (
    Key(look="fits", words="as its source has it"),
    Key(look="fits-less", words="shown as it was"),
)


def overview_page(press: Press, catalogue: Catalogue, coverage: Coverage) -> Stamp:
    """Render the overview; its size does not depend on that of the catalogue."""
    return press.page(
        "overview.html",
        OVERVIEW,
        title="The catalogue at a glance",
        description="What there is, what it needs, which data it wants, and where it runs.",
        section="overview",
        sections=tuple(_sections(catalogue, coverage)) if catalogue.entries else (),
    )


def _sections(catalogue: Catalogue, coverage: Coverage) -> Iterator[Section]:
    root = way_up(OVERVIEW)
    yield _types(catalogue, root)
    yield _licences(catalogue.entries, root)
    yield needs_section(catalogue.entries, root)
    yield from coverage_sections(coverage, root)
    yield _data(catalogue.entries, root)
    yield _freshness(catalogue, root)


def _types(catalogue: Catalogue, root: str) -> Section:
    counts = Counter((type(one.executable.kind), one.origin) for one in catalogue.entries)
    origins = Counter(entry.origin for entry in catalogue.entries)
    components = some(len(catalogue.components), "component")
    rows = [row for kind in (*KINDS, UnknownKind) if (row := _type_row(kind, counts, root)).count]
    return Section(
        key="types",
        title="What there is",
        narrow=True,
        lead=(
            f"{some(len(catalogue.entries), 'executable')} of {components}: "
            f"{origins[Origin.DECLARED]:,} declared by their owners, {origins[Origin.INFERRED]:,} drafted by "
            "the catalogue from what lies in the repositories."
        ),
        charts=(
            drawn(
                "types-chart",
                "Executables by type",
                sorted(rows, key=lambda row: -row.count),
                head=("Type", "Declared", "Drafted", "Together"),
                keys=_ORIGIN_KEYS,
            ),
        ),
    )


def _type_row(kind: type[Kind], counts: Counter[tuple[type[Kind], Origin]], root: str) -> Row:
    parts = tuple(Part(name=origin.value, count=counts[kind, origin]) for origin in Origin)
    total = sum(part.count for part in parts)
    return Row(label=kind.label if total == 1 else kind.plural, parts=parts, href=root + type_page(kind))


def _data(entries: Iterable[Entry], root: str) -> Section:
    wanted = [_wanted(entry) for entry in entries]
    contents = Counter(name for slots in wanted for name in {_content(slot) for slot in slots})
    formats = Counter(name for slots in wanted for name in {one for slot in slots for one in _formats(slot)})
    asking = sum(bool(slots) for slots in wanted)
    names = "names" if asking == 1 else "name"
    return Section(
        key="data",
        title="Which data they want",
        lead=f"{asking:,} of {some(len(wanted), 'executable')} {names} the data to put in.",
        charts=(
            counted(
                "contents",
                "Content of the data that is wanted",
                contents,
                what="Content",
                leads_to=lambda name: narrowed(root, data=name),
                missing="content not declared",
            ),
            counted(
                "formats",
                "Formats that are read",
                formats,
                what="Format",
                leads_to=lambda name: narrowed(root, format=name),
                missing="format not declared",
            ),
        )
        if asking
        else (),
        more=(Cell(text="Who wants which data", href=root + DATA),),
    )


def _wanted(entry: Entry) -> tuple[DataSlot, ...]:
    slots = data.slots_in(entry.executable)
    return tuple(slot for slot in slots if slot.direction is Direction.INPUT)


def _content(slot: DataSlot) -> str:
    return data.content_in_words()(slot.content) if slot.content else ""


def _formats(slot: DataSlot) -> tuple[str, ...]:
    return tuple(map(data.format_in_words(), slot.formats)) or ("",)


def _licences(entries: Iterable[Entry], root: str) -> Section:
    counts = Counter(entry.executable.licence or entry.component.licence or "" for entry in entries)
    silent = counts.pop("", 0)
    lead = f"{some(len(counts), 'licence')}."
    if silent:
        lead += f" Of {some(silent, 'executable')} none is known, and without one nobody may use them."
    return Section(
        key="licences",
        title="Licences",
        narrow=True,
        lead=lead,
        charts=(
            counted(
                "licences-chart",
                "Executables by licence",
                counts | {"": silent},
                what="Licence",
                leads_to=lambda name: narrowed(root, licence=name),
                missing="not known",
            ),
        ),
    )


def _freshness(catalogue: Catalogue, root: str) -> Section:
    stale = sum(entry.stale is not None for entry in catalogue.entries)
    fresh = len(catalogue.entries) - stale
    parts = (Part(name="fits", count=fresh), Part(name="fits-less", count=stale))
    more = [Cell(text="How the sources are doing", href=root + SOURCES)]
    if catalogue.gone:
        more.append(Cell(text="What is gone", href=root + GONE))
    return Section(
        key="freshness",
        title="Freshness",
        lead=(
            f"{fresh:,} as their source has them; {stale:,} shown as they were, since their source could not "
            f"be reached; {len(catalogue.gone):,} gone since they were first seen."
        ),
        charts=(
            drawn(
                "freshness-chart",
                "Executables by freshness",
                [Row(label="All executables", parts=parts)],
                head=("Which", "As their source has them", "Shown as they were", "Together"),
                keys=_FRESH_KEYS,
            ),
        ),
        more=tuple(more),
    )
