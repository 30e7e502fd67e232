"""Lint one file after the other: read, lint, choose, mend."""

from collections.abc import Iterable, Iterator

from ossr_catalogue.cli.lint_inputs import ListFile
from ossr_catalogue.document.parse import parse
from ossr_catalogue.lint.run import lint
from ossr_catalogue.model.finding import Finding


def lint_files(files: Iterable[ListFile]) -> Iterator[Finding]:
    """Give what is wrong with some files, file by file; no file is kept once it was looked at."""
    for file in files:
        yield from lint(parse(file.read(), file.path))
