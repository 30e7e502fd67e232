"""The sentences: what was looked for, what was found, and what to do; harvested text is in them as it is."""

from collections.abc import Iterable, Iterator
from datetime import UTC, datetime
from shlex import quote
from typing import Final

from ossr_catalogue.model.catalogue import Cause, LeftOut, Looked, Origin
from ossr_catalogue.model.finding import Finding, Severity
from ossr_catalogue.model.search import Search, Sought
from ossr_catalogue.why.account import ComponentAccount, Condition, SourceAccount

_MOST_ERRORS: Final = 3
"""Of one list that are told with what to do about them; the linter tells all."""
_ASK_AGAIN: Final = "Wait: the next harvest asks again."
_MOVED: Final = "If it has moved or is gone for good, correct or remove it in sources.yml."
_ADD: Final = (
    "Add it to sources.yml, or ask whoever runs the catalogue to.",
    "If it was added meanwhile, wait for the next harvest.",
)


def when(moment: datetime) -> str:
    """Write a time for people.

    >>> when(datetime.fromisoformat("2026-11-22T13:05:00+01:00"))
    '2026-11-22 12:05 UTC'
    """
    return f"{moment.astimezone(UTC):%Y-%m-%d %H:%M} UTC"


def asked(account: SourceAccount) -> str:
    """Say when a source was last asked, and what it answered."""
    state, failure = account.state, account.failure
    if state is None:
        return (
            "It is no longer harvested."
            if account.condition is Condition.DROPPED
            else "When it was asked is not known."
        )
    cost = f"{state.requests} {'request' if state.requests == 1 else 'requests'}"
    if failure is None:
        return f"Asked on {when(state.attempted)}, with {cost}, and it answered."
    before = (
        f"What it gave on {when(state.succeeded)} stays as it was."
        if state.succeeded
        else "It has never answered."
    )
    return f"Asked on {when(state.attempted)}, with {cost}, it failed: {_ended(failure.reason)} {before}"


def tally(account: SourceAccount) -> str:
    """Count what came of a source: `2 components, 16 executables listed, 3 left out`."""
    counts = (
        (account.counts.components, "component", "components"),
        (account.counts.listed, "executable listed", "executables listed"),
        (account.counts.left_out, "left out", "left out"),
        (account.counts.gone, "no longer there", "no longer there"),
    )
    said = (f"{count} {one if count == 1 else many}" for count, one, many in counts if count)
    return ", ".join(said) or "nothing"


def looked_for(looked: Looked) -> tuple[str, ...]:
    """Say what was looked for in a component, and what each search came to."""
    return tuple(_searches(looked.search, looked))


def to_do_about(gap: LeftOut, looked: Looked | None = None) -> tuple[str, ...]:
    """Say what its owner can do; nothing where the reason itself says it.

    Args:
        gap: What is left out.
        looked: The component that it is of, if it is known.
    """
    if gap.cause is Cause.UNREACHED:
        return (_ASK_AGAIN, _MOVED)
    if gap.cause is Cause.NOTHING:
        return (_write_a_list(looked),)
    if gap.cause is Cause.REFUSED:
        return tuple(_corrections(gap.findings))
    if gap.cause is Cause.DOUBLE:
        return (
            "If it is another one, give it a uuid of its own; if it is the same, list it in one place only.",
        )
    return ()


def to_do(account: ComponentAccount) -> tuple[str, ...]:
    """Say what can be done about a component, each thing once."""
    looked = account.looked
    advice = [line for gap in account.left_out for line in to_do_about(gap, looked)]
    if looked.stale_since:
        advice.append(_ASK_AGAIN)
    if looked.origin is Origin.INFERRED:
        advice.append(_write_a_list(looked))
    return tuple(dict.fromkeys(advice))


def to_do_for(account: SourceAccount) -> tuple[str, ...]:
    """Say what can be done about a source, each thing once; what is about its components is not repeated."""
    if account.condition is Condition.DROPPED:
        return _ADD
    gaps = (*filter(None, (account.failure,)), *account.left_out)
    return tuple(dict.fromkeys(line for gap in gaps for line in to_do_about(gap)))


def to_do_about_the_unknown() -> tuple[str, ...]:
    """Say what to do where nothing is known of what was asked for."""
    return _ADD


def _searches(search: Search, looked: Looked) -> Iterator[str]:
    if looked.origin is Origin.DECLARED:
        yield (
            f"A list of its owner's was found: {looked.list_path}." if looked.list_path else "It has a list."
        )
        return
    if search.lists:
        yield f"Among {_count(search.files, 'file')} no list was found; looked for {', '.join(search.lists)}."
    yield from (_search(one) for one in search.sought if one.files)
    if nowhere := [one.what for one in search.sought if not one.files]:
        yield f"No file speaks of {', '.join(nowhere)}."


def _search(sought: Sought) -> str:
    what = sought.what[:1].upper() + sought.what[1:]
    return f"{what}: {sought.found or 'none'} found in {_count(sought.files, 'file')}."


def _write_a_list(looked: Looked | None) -> str:
    repository = quote((looked.component.repository if looked else None) or ".")
    return (
        f"If it is yours, say what can be run: `ossr-catalogue draft {repository} > executables.yaml` "
        "writes a start; finish it, and commit it at the top of the repository."
    )


def _corrections(findings: Iterable[Finding]) -> Iterator[str]:
    errors = [one for one in findings if one.severity is Severity.ERROR]
    for one in errors[:_MOST_ERRORS]:
        yield f"Correct {one.path}, line {one.place.line}: {_ended(one.advice or one.message)}"
    yield "Check it with `ossr-catalogue lint` before you commit it."


def _count(number: int, word: str) -> str:
    return f"{number} {word}" if number == 1 else f"{number} {word}s"


def _ended(text: str) -> str:
    return text if text.endswith((".", "!", "?")) else f"{text}."
