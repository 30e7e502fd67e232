"""Ask each host with git at a pace, one thing at a time, and leave it in peace when it refuses."""

import re
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Final

from ossr_catalogue.harvest.git.command import GitError

_PAUSE_SECONDS: Final = 1.0
_PATIENCE: Final = 5
"""After so many refusals in a row by one host, nothing more is asked of it in this run."""
_HOST_WIDE: Final = re.compile(
    r"returned error: (?:429|5\d\d)|could not resolve|failed to connect|couldn't connect|timed out|timeout|"
    r"connection (?:was )?(?:refused|reset)|no answer within|too slow|operation too slow",
    re.IGNORECASE,
)
"""What git says where the next repository of the host will most likely fail for the same reason."""


class Hosts:
    """The hosts that are asked in one run."""

    def __init__(
        self,
        pause_seconds: float = _PAUSE_SECONDS,
        *,
        sleep: Callable[[float], None] = time.sleep,
        monotonic: Callable[[], float] = time.monotonic,
    ) -> None:
        """Prepare.

        Args:
            pause_seconds: at least so much between the starts of two requests to one host.
            sleep: tests need no waiting.
            monotonic: likewise.
        """
        self._pause_seconds = pause_seconds
        self._sleep = sleep
        self._monotonic = monotonic
        self._next_start: dict[str, float] = {}
        self._failures_in_a_row: dict[str, int] = {}

    @contextmanager
    def turn(self, host: str) -> Iterator[None]:
        """Wait for one's turn to ask *host* once; an empty one, this machine itself, is always ready.

        Raises:
            GitError: if it is not asked any more.
        """
        if not host:
            yield
            return
        if self._failures_in_a_row.get(host, 0) >= _PATIENCE:
            raise GitError(f"{host} is not asked again in this run, it failed {_PATIENCE} times in a row")
        self._keep_pace(host)
        try:
            yield
        except GitError as error:
            failures = self._failures_in_a_row.get(host, 0) + 1
            self._failures_in_a_row[host] = failures if _HOST_WIDE.search(str(error)) else 0
            raise
        self._failures_in_a_row[host] = 0

    def _keep_pace(self, host: str) -> None:
        now = self._monotonic()
        start = max(now, self._next_start.get(host, now))
        if start > now:
            self._sleep(start - now)
        self._next_start[host] = start + self._pause_seconds


HOSTS: Final = Hosts()
"""Those of this process: however many sources lie on a host, it has this one guest."""
