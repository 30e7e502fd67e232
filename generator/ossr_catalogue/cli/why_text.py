"""An answer as a terminal shows it: sentence by sentence, without what could move its cursor."""

from collections.abc import Iterable, Iterator
from typing import Final

from ossr_catalogue.model.catalogue import Gone, LeftOut
from ossr_catalogue.model.plain_text import one_line
from ossr_catalogue.why.account import ComponentAccount, SourceAccount
from ossr_catalogue.why.question import Answer
from ossr_catalogue.why.words import (
    asked,
    looked_for,
    tally,
    to_do,
    to_do_about_the_unknown,
    to_do_for,
    when,
)

_MOST: Final = 20
"""Components of a source, and things of a component, that are told one by one."""


def lines_of(answer: Answer) -> Iterator[str]:
    """Give the lines of an answer."""
    if not answer.accounts:
        yield f"Nothing is known of {one_line(answer.question)}."
        if answer.nearest:
            yield f"Near it: {'; '.join(map(one_line, answer.nearest))}"
        if answer.failed:
            failed = "; ".join(map(one_line, answer.failed[:_MOST]))
            yield f"It may be in what could not be had: {failed}"
        yield from _to_do(to_do_about_the_unknown(), "")
        return
    yield f"{one_line(answer.question)}: {answer.standing}"
    if answer.file:
        yield f"  {one_line(answer.file)} was not taken for anything that can be run."
    for account in answer.accounts:
        yield ""
        yield from _source(account)


def _source(account: SourceAccount) -> Iterator[str]:
    yield f"Source {one_line(account.name)}: {account.condition}"
    yield f"  {one_line(asked(account))}"
    yield f"  It gave {tally(account)}."
    yield from _gaps("Left out", account.left_out, "  ")
    yield from _gaps("Remark", account.remarks, "  ")
    yield from _gone(account.gone, "  ")
    yield from _to_do(to_do_for(account), "  ")
    for component in account.components[:_MOST]:
        yield from _component(component)
    yield from _more(account.components, "components; --format json tells all", "  ")


def _component(account: ComponentAccount) -> Iterator[str]:
    looked = account.looked
    as_of = f", as of {when(looked.since)}" if looked.since else ""
    at = f"{one_line(looked.component.title)} at {one_line(looked.component.revision)}"
    yield f"  {at}{as_of}: {account.standing}"
    yield from (f"    {one_line(line)}" for line in looked_for(looked))
    for entry in account.listed[:_MOST]:
        stale = f" (as it was: {one_line(entry.stale.reason)})" if entry.stale else ""
        said = f"{one_line(entry.executable.title)}, {one_line(entry.provenance.path)}"
        yield f"    Listed: {said}, {entry.executable.uuid}{stale}"
    yield from _more(account.listed, "listed; --format json tells all", "    ")
    yield from _gaps("Left out", account.left_out, "    ")
    yield from _gaps("Remark", account.remarks, "    ")
    yield from _gone(account.gone, "    ")
    yield from _to_do(to_do(account), "    ")


def _gaps(word: str, gaps: tuple[LeftOut, ...], indent: str) -> Iterator[str]:
    for gap in gaps[:_MOST]:
        where = f"{one_line(gap.path)}: " if gap.path else ""
        yield f"{indent}{word}: {where}{one_line(gap.reason)}"
    yield from _more(gaps, f"{word.lower()}; --format json tells all", indent)


def _gone(gone: tuple[Gone, ...], indent: str) -> Iterator[str]:
    for one in gone[:_MOST]:
        why = f"{one_line(one.title)}; {one_line(one.reason)}"
        yield f"{indent}No longer there since {when(one.since)}: {why}"
    yield from _more(gone, "no longer there; --format json tells all", indent)


def _to_do(lines: Iterable[str], indent: str) -> Iterator[str]:
    yield from (f"{indent}To do: {one_line(line)}" for line in lines)


def _more(all_of_them: tuple[object, ...], what: str, indent: str) -> Iterator[str]:
    if len(all_of_them) > _MOST:
        yield f"{indent}and {len(all_of_them) - _MOST} more {what}"
