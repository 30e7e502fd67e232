"""The pages of the sources: what was looked for in each, found, left out, and what to do."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final, Generic, TypeVar

from markupsafe import Markup

from ossr_catalogue.model.catalogue import Cause, Entry, Gone, LeftOut, Looked
from ossr_catalogue.publish.pages.advice import all_coded, coded
from ossr_catalogue.publish.pages.facts import Fact, short_revision
from ossr_catalogue.publish.pages.findings import Remark, remarks_of
from ossr_catalogue.publish.pages.listing import sheets
from ossr_catalogue.publish.pages.places import SOURCES, component_page, executable_page, source_page
from ossr_catalogue.publish.pages.press import Press
from ossr_catalogue.publish.pages.shell import Stamp
from ossr_catalogue.why.account import ComponentAccount, Condition, SourceAccount
from ossr_catalogue.why.words import asked, looked_for, tally, to_do, to_do_about, to_do_for, when

Item = TypeVar("Item")

_PER_PAGE: Final = 20
"""Components, or gaps of the source itself, on one page."""
_MOST: Final = 10
"""Things of each kind that are told of one component; other pages have all of them."""
_MOST_FINDINGS: Final = 3
_WORST_FIRST: Final = (
    Condition.FAILED,
    Condition.STALE,
    Condition.EMPTY,
    Condition.DROPPED,
    Condition.FRESH,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Gap:
    """One thing that is missing, or remarked on."""

    source: str
    source_path: str
    place: str
    """The path in its component; the component where it is all of it; empty where it is the source."""
    reason: Markup
    is_remark: bool
    """Whether nothing is missing for it."""
    findings: tuple[Remark, ...]
    more_findings: int
    """How many more there are."""
    to_do: tuple[Markup, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Some(Generic[Item]):
    """The first of several things."""

    shown: tuple[Item, ...]
    more: int
    """How many there are beside them."""

    @property
    def total(self) -> int:
        """How many there are."""
        return len(self.shown) + self.more


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """A component of a source."""

    title: str
    path: str
    """Its page; empty where nothing of it is listed."""
    revision: str
    as_of: str
    standing: str
    looked_for: tuple[str, ...]
    listed: Some[Fact]
    left_out: Some[Gap]
    remarks: Some[Gap]
    gone: Some[Fact]
    to_do: tuple[Markup, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A source in the list of all."""

    name: str
    path: str
    condition: str
    asked: str
    tally: str


def source_pages(press: Press, accounts: Sequence[SourceAccount]) -> Iterator[Stamp]:
    """Give the list of sources, what is wrong first, then the pages of each."""
    ordered = sorted(accounts, key=lambda one: (_WORST_FIRST.index(one.condition), one.name))
    counts = Counter(one.condition for one in accounts)
    for sheet in sheets(tuple(map(_line, ordered)), SOURCES):
        yield press.page(
            "sources.html",
            sheet.path,
            title="Sources",
            description="What is harvested, how each source is doing, and what came of it.",
            sheet=sheet,
            counts=tuple(
                (condition.value, counts[condition]) for condition in _WORST_FIRST if counts[condition]
            ),
        )
    for account in accounts:
        yield from _source(press, account)


def gap_of(gap: LeftOut, looked: Looked | None = None, *, most_findings: int = _MOST_FINDINGS) -> Gap:
    """Show one thing that is left out; *looked* is the component that it is of, if that is known."""
    findings = remarks_of(gap.findings)
    return Gap(
        source=gap.source,
        source_path=source_page(gap.source),
        place=gap.path or (looked.component.title if looked else gap.slug),
        reason=coded(gap.reason),
        is_remark=gap.cause is Cause.REMARK,
        findings=findings[:most_findings],
        more_findings=max(0, len(findings) - most_findings),
        to_do=all_coded(to_do_about(gap, looked)),
    )


def _line(account: SourceAccount) -> Line:
    return Line(
        name=account.name,
        path=source_page(account.name),
        condition=account.condition,
        asked=asked(account),
        tally=tally(account),
    )


def _source(press: Press, account: SourceAccount) -> Iterator[Stamp]:
    gaps: list[Gap | ComponentAccount] = [gap_of(gap) for gap in account.left_out]
    remarks = [gap_of(gap) for gap in account.remarks]
    for sheet in sheets((*gaps, *remarks, *account.components), source_page(account.name), _PER_PAGE):
        yield press.page(
            "source.html",
            sheet.path,
            title=account.name,
            description=f"What became of {account.name}: {tally(account)}.",
            account=account,
            asked=asked(account),
            tally=tally(account),
            to_do=all_coded(to_do_for(account)),
            gone=_gone(account.gone),
            sheet=sheet,
            gaps=tuple(one for one in sheet.items if isinstance(one, Gap)),
            components=tuple(_part(one) for one in sheet.items if isinstance(one, ComponentAccount)),
        )


def _part(account: ComponentAccount) -> Part:
    looked = account.looked
    component = looked.component
    return Part(
        title=component.title,
        path=component_page(account.listed[0].component.slug) if account.listed else "",
        revision=short_revision(component.revision),
        as_of=when(looked.since) if looked.since else "",
        standing=account.standing,
        looked_for=looked_for(looked),
        listed=_some(
            Fact(
                label=_place(one),
                text=one.executable.title,
                href=executable_page(one.executable.uuid),
            )
            for one in account.listed
        ),
        left_out=_some(gap_of(gap, looked) for gap in account.left_out),
        remarks=_some(gap_of(gap, looked) for gap in account.remarks),
        gone=_gone(account.gone),
        to_do=all_coded(to_do(account)),
    )


def _place(entry: Entry) -> str:
    return f"{entry.provenance.path}, shown as it was" if entry.stale else entry.provenance.path


def _gone(gone: Sequence[Gone]) -> Some[Fact]:
    stones = (
        Fact(label=f"since {when(one.since)}: {one.reason}", text=one.title, href=executable_page(one.uuid))
        for one in gone[:_MOST]
    )
    return Some(shown=tuple(stones), more=max(0, len(gone) - _MOST))


def _some(things: Iterable[Item]) -> Some[Item]:
    everything = tuple(things)
    return Some(shown=everything[:_MOST], more=max(0, len(everything) - _MOST))
