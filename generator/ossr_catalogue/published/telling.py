"""A difference in words: as text for people, as Markdown for the summary of a job."""

from collections.abc import Callable, Iterable, Iterator

from ossr_catalogue.published.difference import Change, Difference
from ossr_catalogue.published.reading import Plain
from ossr_catalogue.report.markdown_report import safe_markdown
from ossr_catalogue.report.visible import visible

_MOST = 50
"""Lines of one part; a summary of GitHub's holds 1 MiB, and nobody reads more."""

Part = tuple[str, list[str]]


def as_text(difference: Difference) -> str:
    """Tell it on lines of plain text."""
    lines = [f"{_headline(difference)}"]
    for title, items in _parts(difference, lambda text, _: visible(text)):
        lines += [f"{title}:", *(f"  {item}" for item in _cut(items))]
    return "\n".join([*lines, *_warning(difference)]) + "\n"


def as_markdown(difference: Difference, url: str) -> str:
    """Tell it in GitHub Flavored Markdown, with links to the pages of the site at *url*."""

    def linked(text: str, page: str | None) -> str:
        return f"[{safe_markdown(text)}]({url}{page})" if page else safe_markdown(text)

    blocks = [f"### Catalogue: {_headline(difference)}", *(f"> **{line}**" for line in _warning(difference))]
    for title, items in _parts(difference, linked):
        blocks += [f"**{title}**", "\n".join(f"- {item}" for item in _cut(items))]
    return "\n\n".join(blocks) + "\n"


def _headline(one: Difference) -> str:
    counted: dict[str, str | int] = {
        "new": len(one.new),
        "changed": len(one.changed),
        "gone": len(one.gone),
        "stale": len(one.stale),
        "left out": _compared(len(one.left_out), one.left_out_before),
        "failing sources": len(one.failures),
    }
    if one.requests is not None:
        counted["requests"] = _compared(one.requests, one.requests_before)
    parts = ", ".join(f"{number} {name}" for name, number in counted.items())
    return f"{one.after} executables, {one.before} before; {parts}"


def _compared(number: int, before: int | None) -> str | int:
    return number if before in (None, number) else f"{number} (before {before})"


def _warning(one: Difference) -> list[str]:
    loss = one.loss
    if not loss.is_severe:
        return []
    sources = f", and nothing is left of {', '.join(map(visible, loss.sources))}" if loss.sources else ""
    return [f"{loss.entries} of {loss.of} executables have gone{sources}. This is more than goes unasked."]


def _parts(one: Difference, show: Callable[[str, str | None], str]) -> Iterator[Part]:
    """Give what there is to tell; *show* makes a text safe, with the page that it is about."""
    found = (
        ("New", [_titled(entry, show) for entry in one.new]),
        ("Changed", [_changed(change, show) for change in one.changed]),
        ("Gone", [_titled(entry, show) for entry in one.gone]),
        ("Stale", [f"{_titled(entry, show)} since {entry['stale_since']}" for entry in one.stale]),
        ("Sources that failed", list(_failed(one, show))),
        ("Left out", [show(_place(source, gap), None) for source, gap in one.left_out]),
    )
    return ((title, items) for title, items in found if items)


def _titled(entry: Plain, show: Callable[[str, str | None], str]) -> str:
    return show(f"{entry.get('title')} ({entry.get('component')})", str(entry.get("page")))


def _changed(change: Change, show: Callable[[str, str | None], str]) -> str:
    what = ", ".join(change.keys) or "what stands behind it"
    return f"{_titled(change.entry, show)}: {show(what, None)}"


def _failed(one: Difference, show: Callable[[str, str | None], str]) -> Iterator[str]:
    for failure in one.failures:
        since = f"last answered {failure.since}" if failure.since else "has never answered"
        yield show(f"{failure.source}, {since}: {failure.reason}", None)


def _place(source: str, gap: Plain) -> str:
    path = f", {gap['path']}" if "path" in gap else ""
    return f"{source}{path}: {gap.get('reason')}"


def _cut(items: list[str]) -> Iterable[str]:
    more = len(items) - _MOST
    return items if more <= 0 else [*items[:_MOST], f"and {more} more"]
