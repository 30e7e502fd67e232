"""For the text of a pull request or the summary of a job: a table in GitHub Flavored Markdown.

What contributors wrote is shown and does nothing: it neither formats, nor links, nor calls anybody.
"""

import re
from collections.abc import Iterator, Sequence
from typing import Final

from ossr_catalogue.model.finding import Finding
from ossr_catalogue.report.addresses import repository_path
from ossr_catalogue.report.run import Run
from ossr_catalogue.report.summary import count_by_severity, counting, summary
from ossr_catalogue.report.visible import visible

_COMMENT_BYTES: Final = 60 * 1024
"""A comment on GitHub holds 65,536 letters."""
STEP_SUMMARY_BYTES: Final = 900 * 1024
"""GitHub drops the whole summary of a step that has more than 1 MiB, and some have failed below that."""
_HEAD: Final = "| | where | rule | what |\n|---|---|---|---|\n"
_SPECIAL: Final = {ord(sign): f"&#{ord(sign)};" for sign in "&<>|`*_[]\\"}
_CALLS: Final = re.compile(r"[@#!$%~&:](?=[\w/])|\bGH-(?=\d)|\bwww(?=\.)", re.IGNORECASE)
"""What a forge makes a link of, or a message to somebody, when a word follows."""
_NOTHING: Final = "&#8203;"
"""A space without width, which keeps a sign and its word apart: entities are undone before anybody looks."""


def markdown_report(findings: Sequence[Finding], run: Run) -> str:
    """Write a sentence and a table that fit into a comment, the worst findings first."""
    return _page(findings, run, _COMMENT_BYTES)


def step_summary(findings: Sequence[Finding], run: Run, *, most_bytes: int = STEP_SUMMARY_BYTES) -> str:
    """Write what `$GITHUB_STEP_SUMMARY` is given, cut between two rows.

    Args:
        findings: all of them.
        run: the run.
        most_bytes: how many bytes the file can still take; where not even a row fits, there is no table.
    """
    return _page(findings, run, min(most_bytes, STEP_SUMMARY_BYTES))


def _page(findings: Sequence[Finding], run: Run, most_bytes: int) -> str:
    worst_first = sorted(counting(findings), key=lambda found: -found.severity)
    page = f"### ossr-catalogue lint\n\n{summary(findings, run)}\n"
    if worst_first:
        page += "\n" + _HEAD
        page += "".join(_that_fit(worst_first, run, most_bytes - len(page.encode())))
    return page if len(page.encode()) <= most_bytes else ""


def _that_fit(findings: Sequence[Finding], run: Run, most_bytes: int) -> Iterator[str]:
    """Give row after row, and at the end how many there would be more."""
    left = most_bytes
    for number, found in enumerate(findings):
        row, more = _row(found, run), _more(findings[number:])
        left -= len(row.encode())
        # The row that says how many more there are must fit, too, unless this is the last.
        if left < (len(more) if number + 1 < len(findings) else 0):
            yield more
            return
        yield row


def _row(found: Finding, run: Run) -> str:
    place = f"{safe_markdown(repository_path(found.path, run))}:{found.place.line}:{found.place.column}"
    rule = f"[{found.code}]({run.page_of(found.code)}) {found.name}"
    what = "<br>".join(safe_markdown(line) for line in (found.message, *found.advice.split("\n")) if line)
    return f"| {found.severity.word} | {place} | {rule} | {what} |\n"


def _more(rest: Sequence[Finding]) -> str:
    return f"\nand {count_by_severity(rest)} more; `ossr-catalogue lint` shows all\n"


def safe_markdown(text: str) -> str:
    """Make text that Markdown, HTML and the forges read as nothing but text."""
    apart = _CALLS.sub(lambda match: f"{match[0]}\0", visible(text))
    return apart.translate(_SPECIAL).replace("\0", _NOTHING)
