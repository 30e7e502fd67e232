"""`ossr-catalogue serve`: look at a built site, on this machine only."""

from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import click

from ossr_catalogue.cli.options import SITE
from ossr_catalogue.errors import NothingFoundError, UsageError


class _Handler(SimpleHTTPRequestHandler):
    """Serves doors as what they are, and does not write a line for every request."""

    def guess_type(self, path: str) -> str:  # type: ignore[override] # typeshed asks for more than is ever passed
        """Call a file without an ending JSON: only ESAP's doors have none."""
        return super().guess_type(path) if Path(path).suffix else "application/json"

    def log_message(self, *_: object) -> None:
        """Stay quiet."""


@click.command(name="serve")
@click.argument("folder", type=click.Path(file_okay=False, path_type=Path), default=SITE)
@click.option(
    "--port", type=click.IntRange(0, 65535), default=8000, show_default=True, help="0: any free one."
)
def command(folder: Path, port: int) -> None:
    """Show a built site at http://127.0.0.1:8000/ until interrupted.

    \b
    Example:
      ossr-catalogue serve --port 8080
    """
    if not (folder / "index.html").is_file():
        raise NothingFoundError(f"there is no site in {folder}; run `ossr-catalogue build` first")
    try:
        server = ThreadingHTTPServer(("127.0.0.1", port), partial(_Handler, directory=str(folder)))
    except OSError as error:
        raise UsageError(f"port {port} cannot be used: {error.strerror}; try --port 0") from error
    with server:
        click.echo(f"Serving {folder} at http://127.0.0.1:{server.server_port}/ (Ctrl+C ends it)")
        server.serve_forever()
