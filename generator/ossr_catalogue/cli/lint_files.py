"""Lint one file after the other: read, find, judge, and in the end what shows only then."""

from collections.abc import Callable, Iterable, Sequence

from ossr_catalogue.cli.lint_folder import Surroundings
from ossr_catalogue.cli.lint_inputs import ListFile
from ossr_catalogue.document.document import Document
from ossr_catalogue.document.parse import parse
from ossr_catalogue.lint.across import Across
from ossr_catalogue.lint.linter import Linter
from ossr_catalogue.lint.online import Answers
from ossr_catalogue.lint.run import lint
from ossr_catalogue.model.finding import Finding


def lint_files(
    files: Iterable[ListFile],
    linter: Linter,
    folders: Sequence[str],
    read: Callable[[ListFile], bytes] = ListFile.read,
    answers: Answers | None = None,
) -> list[Finding]:
    """Give what is wrong with some files, suppressed findings among it; no file is kept.

    Args:
        files: what to look at.
        linter: judges what is found.
        folders: of these every list is among the files.
        read: gives the content of a file.
        answers: who asks the network; None where nobody does.
    """
    across = Across()
    surroundings = Surroundings()
    findings: list[Finding] = []
    for file in files:
        document = parse(read(file), file.path)
        findings += look(document, linter, surroundings, answers)
        across.add(document)
    findings += (judged for found in across.findings() if (judged := linter.judge(found)))
    findings += linter.conclude(folders)
    return linter.in_order(findings)


def look(
    document: Document, linter: Linter, surroundings: Surroundings, answers: Answers | None = None
) -> tuple[Finding, ...]:
    """Give what is to be said about one document, beside the files of its repository."""
    found = lint(
        document,
        repository=surroundings.of(document.path),
        answers=answers,
        limits=linter.limits(document.path),
    )
    return linter.judge_file(document, found)
