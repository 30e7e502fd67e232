"""How fast one host is asked: a pause between requests, and slower before it has to refuse any."""

from collections.abc import Callable
from email.message import Message
from email.utils import parsedate_to_datetime
from typing import Final

_FEW: Final = 10
"""So few requests left in a host's window are spread over the rest of it."""
_LONGEST_PAUSE_SECONDS: Final = 300.0


class Pace:
    """Says when the next request may start."""

    def __init__(
        self, pause_seconds: float, *, sleep: Callable[[float], None], monotonic: Callable[[], float]
    ) -> None:
        self._pause_seconds = pause_seconds
        self._sleep = sleep
        self._monotonic = monotonic
        self._next_start = 0.0

    def keep(self) -> None:
        """Wait until the next request may start."""
        now = self._monotonic()
        if now < self._next_start:
            self._sleep(self._next_start - now)
        self._next_start = max(now, self._next_start) + self._pause_seconds

    def heed(self, headers: Message) -> None:
        """Slow down where a reply says that few requests are left.

        Zenodo sends `X-RateLimit-Remaining` and `-Reset`, in seconds since 1970, of which the reply's own
        `Date` is taken: our clock may be wrong.
        """
        left, seconds = _number(headers["X-RateLimit-Remaining"]), seconds_to_reset(headers)
        if left is not None and seconds is not None and left < _FEW:
            pause = min(_LONGEST_PAUSE_SECONDS, seconds / (left + 1))
            self._next_start = max(self._next_start, self._monotonic() + pause)


def seconds_to_reset(headers: Message) -> float | None:
    """Give how long a host's window lasts that `X-RateLimit-Reset` ends, by the host's own clock."""
    reset = _number(headers["X-RateLimit-Reset"])
    try:
        now = parsedate_to_datetime(headers["Date"]).timestamp()
    except (ValueError, TypeError, OverflowError):
        return None
    return None if reset is None else max(0.0, reset - now)


def _number(said: str | None) -> int | None:
    said = (said or "").strip()
    return int(said) if said.isascii() and said.isdecimal() and len(said) <= len(str(10**12)) else None
