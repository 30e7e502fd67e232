"""The sum of it all, in a sentence."""

from collections.abc import Sequence

from ossr_catalogue.model.finding import Finding, Severity


def summary(findings: Sequence[Finding], *, files: int) -> str:
    """Say how many findings there are in how many of the *files* that were looked at.

    >>> summary((), files=4)
    'Nothing to complain about in 4 files.'
    """
    if not findings:
        return f"Nothing to complain about in {count_of(files, 'file')}."
    touched = len({found.path for found in findings})
    where = count_of(files, "file") if touched == files else f"{touched} of {count_of(files, 'file')}"
    return f"Found {count_by_severity(findings)} in {where}."


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
