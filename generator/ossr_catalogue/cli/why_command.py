"""`ossr-catalogue why`: say why something is listed, or not."""

import json
from pathlib import Path

import click

from ossr_catalogue.cli.clock import now
from ossr_catalogue.cli.main import Exit
from ossr_catalogue.cli.options import store_option
from ossr_catalogue.cli.stored_catalogue import stored_catalogue
from ossr_catalogue.cli.why_text import lines_of
from ossr_catalogue.errors import NothingFoundError
from ossr_catalogue.model.plain import plain
from ossr_catalogue.publish.index.source import source_fields
from ossr_catalogue.store.store import Store
from ossr_catalogue.why.account import Standing
from ossr_catalogue.why.accounts import accounts_of
from ossr_catalogue.why.question import Answer, answer
from ossr_catalogue.why.words import to_do_about_the_unknown


@click.command(name="why")
@click.argument("what")
@store_option
@click.option(
    "--format", "format_name", type=click.Choice(("text", "json")), default="text", show_default=True
)
def command(what: str, store: Path, format_name: str) -> int:
    """Say why something is listed or not: what was looked for, found and refused, when, and what to do.

    WHAT is the URL of a repository, record or file, a DOI, a uuid, a path, a title, or a source as
    sources.yml writes it.

    \b
    Example:
      ossr-catalogue why https://github.com/cds-astro/tutorials

    Exit status: 0 it is listed, 1 it is not or only in part, 3 nothing is known of it.
    """
    if not store.is_file():
        raise NothingFoundError(f"there is no harvest at {store}; run `ossr-catalogue harvest` first")
    with Store(store) as memory:
        answered = answer(what, accounts_of(stored_catalogue(memory, now())))
    if format_name == "json":
        click.echo(json.dumps(_fields(answered), indent=2, ensure_ascii=False))
    else:
        click.echo("\n".join(lines_of(answered)))
    return _status(answered)


def _fields(answered: Answer) -> dict[str, object]:
    is_known = bool(answered.accounts)
    fields: dict[str, object] = plain(
        {
            "question": answered.question,
            "standing": answered.standing if is_known else "unknown",
            "file": answered.file or None,
            "sources": [source_fields(account) for account in answered.accounts],
            "nearest": answered.nearest or None,
            "failed": answered.failed or None,
            "to_do": None if is_known else to_do_about_the_unknown(),
        }
    )
    return fields


def _status(answered: Answer) -> Exit:
    if not answered.accounts:
        return Exit.NOTHING_FOUND
    return Exit.FINE if answered.standing is Standing.LISTED else Exit.FINDINGS
