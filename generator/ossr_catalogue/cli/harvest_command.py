"""`ossr-catalogue harvest`: crawl the sources into the store."""

from pathlib import Path

import click

from ossr_catalogue.cli.clock import now
from ossr_catalogue.cli.main import Exit
from ossr_catalogue.cli.options import store_option
from ossr_catalogue.cli.progress import Progress
from ossr_catalogue.embedded import embedded
from ossr_catalogue.errors import UsageError
from ossr_catalogue.harvest.run import harvest
from ossr_catalogue.harvest.source import Source
from ossr_catalogue.harvest.sources_file import read_sources
from ossr_catalogue.model.harvested import Visit
from ossr_catalogue.store.store import Store


@click.command(name="harvest")
@click.option(
    "--sources",
    "sources_file",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    default=None,
    help="What to harvest, a YAML file. Default: the examples that come with the package.",
)
@store_option
def command(sources_file: Path | None, store: Path) -> int:
    """Crawl the sources for lists of executables, and keep what was found.

    \b
    Example:
      ossr-catalogue harvest --sources my-sources.yml
    """
    sources = read_sources(sources_file or embedded("catalogue/sources.yml"))
    _make_folder(store.parent)
    with Store(store, may_renew=True) as memory, Progress() as progress:
        if memory.renewed_from is not None:
            click.echo(
                f"{store} was of version {memory.renewed_from} and is renewed: what was published stays, "
                "everything else is harvested anew."
            )
        visits = [_visit(memory, source, progress) for source in sources]
        memory.forget_all_but([source.name for source in sources])
    _summarise(visits)
    return Exit.FINE if any(one.given or one.unchanged for one in visits) else Exit.NOTHING_FOUND


def _make_folder(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise UsageError(f"{folder}: cannot be made ({error.strerror}); name another with --store") from error


def _visit(memory: Store, source: Source, progress: Progress) -> Visit:
    known = memory.etags(source.name)
    open_visit = memory.begin(source.name, now())
    visit = harvest(source, open_visit.keep, known=known, progress=progress.say)
    open_visit.finish(visit)
    return visit


def _summarise(visits: list[Visit]) -> None:
    given = sum(len(one.given) for one in visits)
    unchanged = sum(len(one.unchanged) for one in visits)
    requests = sum(one.requests for one in visits)
    click.echo(
        f"Harvested {given} components from {len(visits)} sources with {requests} requests"
        + (f"; {unchanged} more are unchanged." if unchanged else ".")
    )
    for failed in (one for one in visits if one.failed or not (one.given or one.unchanged)):
        reason = failed.all_left_out[-1].reason if failed.all_left_out else "it holds nothing"
        click.echo(f"  {'not all' if failed.given else 'nothing'} from {failed.source}: {reason}")
