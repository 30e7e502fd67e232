"""`ossr-catalogue harvest`: crawl the sources into the store."""

from pathlib import Path

import click

from ossr_catalogue.cli.clock import now
from ossr_catalogue.cli.main import Exit
from ossr_catalogue.cli.options import store_option
from ossr_catalogue.cli.progress import Progress
from ossr_catalogue.embedded import embedded
from ossr_catalogue.harvest.run import harvest
from ossr_catalogue.harvest.source import Source
from ossr_catalogue.harvest.sources_file import read_sources
from ossr_catalogue.model.harvested import SourceHarvest
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
    store.parent.mkdir(parents=True, exist_ok=True)
    with Store(store) as memory, Progress() as progress:
        harvests = [_harvest_into(memory, source, progress) for source in sources]
        memory.forget_all_but([source.name for source in sources])
    _summarise(harvests)
    return Exit.FINE if any(one.harvested for one in harvests) else Exit.NOTHING_FOUND


def _harvest_into(memory: Store, source: Source, progress: Progress) -> SourceHarvest:
    found = harvest(source, progress=progress.say)
    memory.save(found, now())
    return found


def _summarise(harvests: list[SourceHarvest]) -> None:
    components = sum(len(one.harvested) for one in harvests)
    requests = sum(one.requests for one in harvests)
    click.echo(f"Harvested {components} components from {len(harvests)} sources with {requests} requests.")
    for failed in (one for one in harvests if not one.harvested):
        reason = failed.left_out[0].reason if failed.left_out else "it holds nothing"
        click.echo(f"  nothing from {failed.source}: {reason}")
