"""The linter for programs: a text goes in, findings come out; nothing is read, nothing is remembered."""

from ossr_catalogue.document.parse import parse
from ossr_catalogue.lint.configuration.configuration import Configuration
from ossr_catalogue.lint.configuration.discovery import Configurations
from ossr_catalogue.lint.linter import Linter
from ossr_catalogue.lint.run import lint
from ossr_catalogue.lint.settings import DEFAULTS, Flags, Settings
from ossr_catalogue.model.finding import Finding


def lint_text(
    text: str | bytes,
    filename: str = "executables.yaml",
    settings: Settings = DEFAULTS,
    flags: Flags | None = None,
) -> tuple[Finding, ...]:
    """Say what is wrong with a list of executables; suppressed findings are among it, and marked.

    >>> [found.message for found in lint_text('{"executables": {}}', "executables.json")]
    ['`executables` should be a list, not a mapping']

    Args:
        text: the file's content.
        filename: its name: the ending says whether it is JSON or YAML, and patterns look at it.
        settings: what is configured.
        flags: what counts more; None where that is nothing.
    """
    linter = Linter(Configurations(only=Configuration(settings=settings)), flags)
    document = parse(text, filename)
    found = linter.judge_file(document, lint(document, limits=settings.limits))
    return tuple(linter.in_order((*found, *linter.conclude())))
