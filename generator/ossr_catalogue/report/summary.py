"""The sum of it all, in a sentence or two."""

from collections.abc import Sequence

from ossr_catalogue.model.finding import Finding, Severity
from ossr_catalogue.report.run import Run


def counting(findings: Sequence[Finding]) -> list[Finding]:
    """Leave out what is suppressed."""
    return [found for found in findings if found.suppression is None]


def summary(findings: Sequence[Finding], run: Run) -> str:
    """Say how many findings there are, in how many files, and how many of them can be mended.

    >>> summary((), Run(files=("a.json", "b.json")))
    'Nothing to complain about in 2 files.'
    """
    counted = counting(findings)
    sentences = [_found(counted, run), _suppressed(len(findings) - len(counted)), _mended(counted)]
    return " ".join(sentence for sentence in sentences if sentence)


def count_by_severity(findings: Sequence[Finding]) -> str:
    """Count findings in words: `1 error, 2 warnings and 1 note`; empty where there are none."""
    severities = [found.severity for found in findings]
    counted = [(severities.count(severity), severity.word) for severity in sorted(Severity, reverse=True)]
    *most, last = [count_of(count, word) for count, word in counted if count] or [""]
    return f"{', '.join(most)} and {last}" if most else last


def count_of(count: int, word: str) -> str:
    """Put a number before a word, in the plural where it is one.

    >>> count_of(1, "file"), count_of(0, "file")
    ('1 file', '0 files')
    """
    return f"{count} {word}" if count == 1 else f"{count} {word}s"


def _found(counted: Sequence[Finding], run: Run) -> str:
    touched = len({found.path for found in counted})
    files = max(touched, len(run.files))
    if not counted:
        return f"Nothing to complain about in {count_of(files, 'file')}."
    where = count_of(files, "file") if touched == files else f"{touched} of {count_of(files, 'file')}"
    return f"Found {count_by_severity(counted)} in {where}."


def _suppressed(count: int) -> str:
    if not count:
        return ""
    return f"{count_of(count, 'finding')} {'is' if count == 1 else 'are'} suppressed."


def _mended(counted: Sequence[Finding]) -> str:
    safe = [found.fix.is_safe for found in counted if found.fix]
    if not safe:
        return ""
    if all(safe):
        return f"`--fix` mends {len(safe)} of them."
    if not any(safe):
        return f"`--fix --unsafe-fixes` mends {len(safe)} of them."
    return f"`--fix` mends {sum(safe)} of them, `--fix --unsafe-fixes` {len(safe)}."
