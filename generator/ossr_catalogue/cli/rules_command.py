"""`ossr-catalogue rules`: list what is checked."""

import json

import click

from ossr_catalogue import HOME_URL
from ossr_catalogue.lint.registry import FAMILIES, all_rules


@click.command(name="rules")
@click.option(
    "--format", "format_name", type=click.Choice(("text", "json")), default="text", show_default=True
)
def command(format_name: str) -> None:
    """List every rule of the linter.

    \b
    Example:
      ossr-catalogue rules --format json
    """
    rules = all_rules()
    if format_name == "json":
        rows = [
            {
                "code": rule.code,
                "name": rule.name,
                "family": FAMILIES[rule.family()],
                "severity": rule.severity.word,
                "confidence": rule.confidence.name.lower(),
                "fix": rule.fix.value,
                "title": rule.title(),
                "since": rule.since,
                "source": rule.source,
                "url": f"{HOME_URL}rules/{rule.code}/",
            }
            for rule in rules
        ]
        click.echo(json.dumps(rows, indent=2, ensure_ascii=False))
        return
    width = max(len(rule.name) for rule in rules)
    for rule in rules:
        click.echo(f"{rule.code}  {rule.severity.word:<7}  {rule.name:<{width}}  {rule.title()}")
