"""What `lint` shows, and what it fails on."""

from dataclasses import dataclass

import click

from ossr_catalogue.cli.option_group import option_group
from ossr_catalogue.model.finding import Finding, Severity


@dataclass(frozen=True, slots=True, kw_only=True)
class ChoiceOptions:
    """What the options say about the findings that count."""

    strict: bool

    def shows(self, found: Finding) -> bool:
        """Say whether people are told."""
        return found.severity >= (Severity.NOTE if self.strict else Severity.WARNING)

    def fails(self, found: Finding) -> bool:
        """Say whether the exit status tells of it."""
        return found.severity >= (Severity.WARNING if self.strict else Severity.ERROR)


choice_options = option_group(
    "choice",
    ChoiceOptions,
    click.option("--strict", is_flag=True, help="Show notes too, and fail on warnings."),
)
