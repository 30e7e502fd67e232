"""`ossr-catalogue build`: publish what the store holds."""

import os
from pathlib import Path

import click

from ossr_catalogue import HOME_URL
from ossr_catalogue.cli.clock import now
from ossr_catalogue.cli.options import SITE, store_option
from ossr_catalogue.cli.progress import Progress
from ossr_catalogue.cli.stored_catalogue import stored_catalogue
from ossr_catalogue.continuity import Loss, loss, remember
from ossr_catalogue.document.platforms import read_platforms
from ossr_catalogue.embedded import embedded
from ossr_catalogue.errors import NothingFoundError, PublishError
from ossr_catalogue.model.catalogue import Catalogue, Cause, LeftOut
from ossr_catalogue.model.plain_text import one_line
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
@click.option(
    "--pyodide",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    envvar="OSSR_CATALOGUE_PYODIDE",
    default=None,
    help="Folder of the npm package `pyodide`, for a playground of the linter. Default: no playground.",
)
@click.option(
    "--accept-loss",
    is_flag=True,
    help="Publish even if more than a tenth of the entries, or all of a source, have gone since last time.",
)
@click.option("--url", default=HOME_URL, show_default=True, help="Where the site will be served.")
def command(
    store: Path,
    output: Path,
    platforms_file: Path | None,
    pyodide: Path | None,
    url: str,
    *,
    accept_loss: bool,
) -> None:
    """Lint what was harvested, and publish it as a static site.

    \b
    Example:
      ossr-catalogue build --output public --url https://example.org/catalogue/
    """
    if not store.is_file():
        raise NothingFoundError(f"there is no harvest at {store}; run `ossr-catalogue harvest` first")
    settings = SiteSettings(
        url=url if url.endswith("/") else f"{url}/",
        built=now(),
        platforms=read_platforms(platforms_file or embedded("catalogue/platforms.yml")),
        pyodide=pyodide,
    )
    with Store(store) as memory, Progress() as progress:
        catalogue = _catalogue(memory, settings, accept_loss=accept_loss)
        built = build(catalogue, output, settings, progress=progress.say)
        memory.remember(remember(catalogue), catalogue.gone)
    _summarise(catalogue, built, output, has_playground=pyodide is not None)


def _catalogue(memory: Store, settings: SiteSettings, *, accept_loss: bool) -> Catalogue:
    catalogue = stored_catalogue(memory, settings.built)
    lost = loss(catalogue, memory.remembered())
    if lost.is_severe and not accept_loss:
        raise PublishError(_too_much(lost))
    return catalogue


def _too_much(lost: Loss) -> str:
    sources = f", and nothing is left of {', '.join(lost.sources)}" if lost.sources else ""
    return (
        f"{lost.entries} of {lost.of} entries have gone since the last build{sources}; nothing was "
        "published. See what `ossr-catalogue harvest` said of their sources; if they are meant to be gone, "
        "build with --accept-loss"
    )


def _summarise(catalogue: Catalogue, built: Built, output: Path, *, has_playground: bool) -> None:
    click.echo(
        f"Built {output}{os.sep}: {len(catalogue.entries)} executables of {len(catalogue.components)} "
        f"components on {built.pages} pages, and index.json."
    )
    if not has_playground:
        click.echo("It has no playground of the linter, which needs --pyodide.")
    remarks = sum(one.cause is Cause.REMARK for one in catalogue.left_out)
    if missing := [one for one in catalogue.left_out if one.cause is not Cause.REMARK]:
        click.echo(f"Left out {len(missing)}:")
    for left_out in missing:
        click.echo(f"  {one_line(_where(left_out))}: {one_line(left_out.reason)}")
    if remarks:
        click.echo(f"Remarks for which nothing is missing: {remarks}, on the page remarks/.")
    serve = "ossr-catalogue serve" if output == SITE else f"ossr-catalogue serve {output}"
    click.echo(f"Open it with: {serve}")


def _where(left_out: LeftOut) -> str:
    place = left_out.path or left_out.slug
    return f"{left_out.source}, {place}" if place else left_out.source
