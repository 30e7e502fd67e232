"""What `lint` counts: configuration, selection, severities, baseline, and from when on a run fails."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final

import click

from ossr_catalogue.cli.option_group import option_group
from ossr_catalogue.cli.output import write_file
from ossr_catalogue.errors import UsageError
from ossr_catalogue.lint.configuration.discovery import Configurations, configuration_of
from ossr_catalogue.lint.linter import Linter
from ossr_catalogue.model.finding import Finding, Severity

if TYPE_CHECKING:
    from ossr_catalogue.lint.baseline import Baseline
    from ossr_catalogue.lint.rule_sets import Ranked, RuleSet
    from ossr_catalogue.lint.settings import Flags

_WORDS: Final = "RULES"
_SEVERITIES: Final = tuple(one.word for one in sorted(Severity, reverse=True))


@dataclass(frozen=True, slots=True, kw_only=True)
class ChoiceOptions:
    """What the options say about the findings that count."""

    select: tuple[str, ...]
    extend_select: tuple[str, ...]
    ignore: tuple[str, ...]
    severity: tuple[str, ...]
    strict: bool | None
    fail_on: str | None
    exit_zero: bool
    config: str | None
    isolated: bool
    baseline: str | None
    write_baseline: str | None

    def linters(self) -> Callable[[], Linter]:
        """Give a function that starts a run, as often as it is called; configurations are read but once.

        Raises:
            UsageError: where an option names a rule or a file that is not there.
        """
        configurations, flags, baseline = self._configurations(), self._flags(), self._baseline()
        return lambda: Linter(configurations, flags, baseline)

    def show_settings(self, files: Iterable[str], *, as_json: bool) -> str:
        """Write which settings count for some files."""
        from ossr_catalogue.cli.lint_settings import show_settings  # noqa: PLC0415 - rarely asked for

        return show_settings(files, self._configurations(), self._flags(), as_json=as_json)

    def settle(self, findings: Sequence[Finding]) -> Sequence[Finding]:
        """Write the baseline if that is asked for, and give the findings as they are with it."""
        if not self.write_baseline:
            return findings
        from ossr_catalogue.lint.baseline import baseline_in, baseline_of  # noqa: PLC0415 - rarely asked for

        file = Path(self.write_baseline)
        text, count = baseline_of(findings, str(file.resolve().parent))
        write_file(file, text)
        click.echo(f"Wrote {count} findings to {self.write_baseline}.", err=True)
        written = baseline_in(text, self.write_baseline)
        return [written.judge(found) for found in findings]

    def _configurations(self) -> Configurations:
        if self.config and self.isolated:
            raise UsageError("--config and --isolated: only one of the two can be meant")
        if self.isolated:
            from ossr_catalogue.lint.configuration.configuration import NO_CONFIGURATION  # noqa: PLC0415 - rare

            return Configurations(only=NO_CONFIGURATION)
        return Configurations(only=configuration_of(self.config) if self.config else None)

    def _flags(self) -> "Flags | None":
        said = (self.select, self.extend_select, self.ignore, self.severity, self.fail_on)
        if not any(said) and self.strict is None:
            return None
        from ossr_catalogue.lint.settings import FailOn, Flags  # noqa: PLC0415 - most runs say nothing

        return Flags(
            select=_rule_sets(self.select, "--select"),
            extend_select=_rule_sets(self.extend_select, "--extend-select"),
            ignore=_rule_sets(self.ignore, "--ignore"),
            severity=tuple(map(_ranked, _words(self.severity))),
            fail_on=FailOn(self.fail_on) if self.fail_on else None,
            strict=self.strict,
        )

    def _baseline(self) -> "Baseline | None":
        if not self.baseline or self.write_baseline:
            return None
        from ossr_catalogue.lint.baseline import read_baseline  # noqa: PLC0415 - rarely asked for

        return read_baseline(self.baseline)


choice_options = option_group(
    "choice",
    ChoiceOptions,
    click.option(
        "--select",
        metavar=_WORDS,
        multiple=True,
        help="Only these rules: codes, names, families, or ALL; with commas, or given several times.",
    ),
    click.option("--extend-select", metavar=_WORDS, multiple=True, help="These rules besides, likewise."),
    click.option("--ignore", metavar=_WORDS, multiple=True, help="Not these rules, likewise."),
    click.option(
        "--severity",
        metavar="RULES=LEVEL",
        multiple=True,
        help=f"Another severity for these rules: {', '.join(_SEVERITIES)}.",
    ),
    click.option(
        "--strict/--no-strict",
        default=None,
        help="Show notes and doubts too, and fail on warnings.",
    ),
    click.option(
        "--fail-on",
        type=click.Choice((*_SEVERITIES, "never")),
        help="From which severity on the exit status is 1.  [default: error; with --strict warning]",
    ),
    click.option("--exit-zero", is_flag=True, help="Leave status 0 whatever was found."),
    click.option(
        "--config",
        metavar="FILE",
        help="The configuration, instead of the nearest `.ossr-catalogue.toml` or `pyproject.toml`.",
    ),
    click.option("--isolated", is_flag=True, help="Use no configuration."),
    click.option("--baseline", metavar="FILE", help="Pass over the findings that this file lists."),
    click.option(
        "--write-baseline",
        metavar="FILE",
        help="Write what is found now to this file, and pass over it as --baseline does.",
    ),
)


def _words(given: Iterable[str]) -> list[str]:
    return [word for words in given for word in (part.strip() for part in words.split(",")) if word]


def _rule_sets(given: Sequence[str], option: str) -> "tuple[RuleSet, ...]":
    if not given:
        return ()
    from ossr_catalogue.lint.selection import rule_set  # noqa: PLC0415 - rarely asked for

    try:
        return tuple(map(rule_set, _words(given)))
    except UsageError as error:
        raise UsageError(f"{option}: {error}") from error


def _ranked(text: str) -> "Ranked":
    word, _, level = text.partition("=")
    if level.strip().lower() not in _SEVERITIES:
        expected = f"expected was for instance RES105=error, with one of {', '.join(_SEVERITIES)}"
        raise UsageError(f"--severity: {text!r} names no severity; {expected}")
    from ossr_catalogue.lint.rule_sets import Ranked  # noqa: PLC0415 - rarely asked for

    (rules,) = _rule_sets([word], "--severity")
    return Ranked(rules=rules, severity=Severity[level.strip().upper()])
