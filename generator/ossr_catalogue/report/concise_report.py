"""One line for each finding, as editors and `grep` like it."""

from collections.abc import Sequence

from ossr_catalogue.model.finding import Finding
from ossr_catalogue.report.run import Run
from ossr_catalogue.report.summary import counting, summary
from ossr_catalogue.report.terminal import Terminal


def concise_report(findings: Sequence[Finding], run: Run) -> str:
    """Write `path:line:column: severity[code] name: message` and the rule's page, a line for each finding."""
    terminal = Terminal(color=run.color, encoding=run.encoding)
    lines = [_line(found, terminal, run) for found in counting(findings)]
    if run.files and run.shows_sum:
        lines.append(summary(findings, run))
    return "".join(f"{line}\n" for line in lines)


def _line(found: Finding, terminal: Terminal, run: Run) -> str:
    place = f"{terminal.visible(found.path)}:{found.place.line}:{found.place.column}"
    head = terminal.severity(found.severity, f"{found.severity.word}[{found.code}]")
    message = terminal.visible(found.message)
    return f"{place}: {head} {found.name}: {message} ({run.page_of(found.code)})"
