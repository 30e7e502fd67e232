"""`ossr-catalogue diff`: what has changed from one published catalogue to the next?"""

from pathlib import Path

import click

from ossr_catalogue.cli.main import Exit
from ossr_catalogue.published.difference import difference
from ossr_catalogue.published.reading import read_published
from ossr_catalogue.published.telling import as_markdown, as_text

_PLACE = click.Path(exists=True, path_type=Path)


@click.command(name="diff")
@click.argument("old", type=_PLACE)
@click.argument("new", type=_PLACE)
@click.option(
    "--format", "format_name", type=click.Choice(("text", "markdown")), default="text", show_default=True
)
@click.option("--accept-loss", is_flag=True, help="Leave status 0 whatever has gone.")
def command(old: Path, new: Path, format_name: str, *, accept_loss: bool) -> int:
    """Say what is new, changed, gone, stale and left out from one published catalogue to the next.

    OLD and NEW are folders of sites, or files index.json; where a health.json lies beside, it is read, too.

    \b
    Example:
      ossr-catalogue diff yesterday site

    Exit status: 0; 1 if more than a tenth of the executables, or all of a source, have gone.
    """
    newer = read_published(new)
    found = difference(read_published(old), newer)
    said = as_markdown(found, newer.index["site"]["url"]) if format_name == "markdown" else as_text(found)
    click.echo(said, nl=False)
    return Exit.FINDINGS if found.loss.is_severe and not accept_loss else Exit.FINE
