"""Options that several commands share, and where things lie unless told otherwise."""

from pathlib import Path
from typing import Final

import click

STORE: Final = Path(".cache/ossr-catalogue.sqlite")
SITE: Final = Path("site")

store_option = click.option(
    "--store",
    type=click.Path(dir_okay=False, path_type=Path),
    default=STORE,
    show_default=True,
    help="The harvest's memory, an SQLite file.",
)
