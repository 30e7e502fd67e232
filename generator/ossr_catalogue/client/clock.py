"""The client's clock: how old is what was kept? Nothing that it gives depends on it otherwise."""

import time


def now() -> float:
    """Give the seconds since 1970."""
    return time.time()
