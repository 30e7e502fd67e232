"""`ossr-catalogue build`: publish what the store holds."""

import os
from pathlib import Path

import click

from ossr_catalogue import HOME_URL
from ossr_catalogue.assemble import assemble
from ossr_catalogue.cli.clock import now
from ossr_catalogue.cli.options import SITE, store_option
from ossr_catalogue.cli.progress import Progress
from ossr_catalogue.document.platforms import read_platforms
from ossr_catalogue.embedded import embedded
from ossr_catalogue.errors import NothingFoundError
from ossr_catalogue.model.catalogue import Catalogue, LeftOut
from ossr_catalogue.publish.files import Built, SiteSettings
from ossr_catalogue.publish.site import build
from ossr_catalogue.store.store import Store


@click.command(name="build")
@store_option
@click.option(
    "--output",
    type=click.Path(file_okay=False, path_type=Path),
    default=SITE,
    show_default=True,
    help="The folder to publish into; what stood there is replaced, all at once.",
)
@click.option(
    "--platforms",
    "platforms_file",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    default=None,
    help="Where things can run, a YAML file. Default: the platforms that come with the package.",
)
@click.option("--url", default=HOME_URL, show_default=True, help="Where the site will be served.")
def command(store: Path, output: Path, platforms_file: Path | None, url: str) -> None:
    """Lint what was harvested, and publish it as a static site.

    \b
    Example:
      ossr-catalogue build --output public --url https://example.org/catalogue/
    """
    if not store.is_file():
        raise NothingFoundError(f"there is no harvest at {store}; run `ossr-catalogue harvest` first")
    with Store(store) as memory:
        catalogue = assemble(memory.harvests(), since=memory.harvested_at(), states=memory.states())
    settings = SiteSettings(
        url=url if url.endswith("/") else f"{url}/",
        built=now(),
        platforms=read_platforms(platforms_file or embedded("catalogue/platforms.yml")),
    )
    with Progress() as progress:
        built = build(catalogue, output, settings, progress=progress.say)
    _summarise(catalogue, built, output)


def _summarise(catalogue: Catalogue, built: Built, output: Path) -> None:
    click.echo(
        f"Built {output}{os.sep}: {len(catalogue.entries)} executables of {len(catalogue.components)} "
        f"components on {built.pages} pages, and index.json."
    )
    if catalogue.left_out:
        click.echo(f"Left out {len(catalogue.left_out)}:")
    for left_out in catalogue.left_out:
        click.echo(f"  {_where(left_out)}: {left_out.reason}")
    serve = "ossr-catalogue serve" if output == SITE else f"ossr-catalogue serve {output}"
    click.echo(f"Open it with: {serve}")


def _where(left_out: LeftOut) -> str:
    return f"{left_out.source}, {left_out.path}" if left_out.path else left_out.source
