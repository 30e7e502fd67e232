"""A web server on this machine, for as long as a test lasts."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, SimpleHTTPRequestHandler, ThreadingHTTPServer
from typing import Any


class Quiet:
    """To stand before `BaseHTTPRequestHandler`, which tells the terminal of each request."""

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - its name
        """Keep quiet."""


class Files(Quiet, SimpleHTTPRequestHandler):
    """Gives out the files of a folder."""

    folder: str

    def __init__(self, *arguments: Any, **more: Any) -> None:  # noqa: ANN401 - as the server makes it
        super().__init__(*arguments, directory=self.folder, **more)


@contextmanager
def listening(handler: type[BaseHTTPRequestHandler], **attributes: object) -> Iterator[str]:
    """Serve until the end of the block; give the address.

    Args:
        handler: answers one request.
        attributes: what all handlers have in common.
    """
    server = ThreadingHTTPServer(("127.0.0.1", 0), type("Handler", (handler,), attributes))
    server.daemon_threads = True
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_address[1]}"
    finally:
        server.shutdown()
        thread.join()
        server.server_close()
