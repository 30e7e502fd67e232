"""`ossr-catalogue explain`: say what a rule checks, and why."""

import click

from ossr_catalogue.lint.explain import explain


@click.command(name="explain")
@click.argument("rule")
def command(rule: str) -> None:
    """Explain a rule, named by its code or its name.

    \b
    Example:
      ossr-catalogue explain RES104
    """
    click.echo(explain(rule), nl=False)
