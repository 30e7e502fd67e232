"""`ossr-catalogue check`: is a published catalogue sound, and is it of today?"""

import re
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import click

from ossr_catalogue.cli.clock import now
from ossr_catalogue.cli.main import Exit
from ossr_catalogue.cli.options import SITE
from ossr_catalogue.published.reading import Published, read_published
from ossr_catalogue.published.soundness import age_problems, index_problems, site_problems
from ossr_catalogue.report.visible import visible

_MOST = 50


def _age(text: str) -> timedelta:
    found = re.fullmatch(r"(\d{1,5})([dh])", text)
    if not found:
        raise click.BadParameter(f"expected days or hours, such as 3d or 36h, found {text!r}")
    return timedelta(hours=int(found[1]) * (24 if found[2] == "d" else 1))


@click.command(name="check")
@click.argument("place", type=click.Path(exists=True, path_type=Path), default=SITE)
@click.option(
    "--max-age", type=_age, metavar="AGE", default=None, help="How old it may be, such as 3d or 36h."
)
def command(place: Path, max_age: timedelta | None) -> int:
    """Check a built site: its index against its schema, its counts, its files, its links.

    PLACE is its folder; or an index.json that was fetched from somewhere, of which nothing else is looked at.

    \b
    Example:
      ossr-catalogue check site --max-age 3d

    Exit status: 0 sound, 1 problems, 2 there is nothing that could be checked.
    """
    published = read_published(place)
    problems = list(_problems(published, place, max_age))
    for problem in problems[:_MOST]:
        click.echo(visible(problem))
    if len(problems) > _MOST:
        click.echo(f"and {len(problems) - _MOST} more")
    if problems:
        click.echo(f"{place}: {len(problems)} problems")
        return Exit.FINDINGS
    click.echo(f"{place}: sound, {published.index['count']} executables, built {published.index['built']}")
    return Exit.FINE


def _problems(published: Published, place: Path, max_age: timedelta | None) -> Iterator[str]:
    if max_age is not None:
        yield from age_problems(published, now(), max_age)
    index = list(index_problems(published))
    yield from index
    # A broken index would only be the cause of a thousand more.
    if place.is_dir() and not index:
        yield from site_problems(published)
