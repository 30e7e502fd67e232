"""A clock for tests: time passes only while somebody sleeps."""


class StillClock:
    """Time, and what was slept."""

    def __init__(self) -> None:
        self.now = 100.0
        self.naps: list[float] = []

    def sleep(self, seconds: float) -> None:
        """Let time pass."""
        self.naps.append(seconds)
        self.now += seconds

    def monotonic(self) -> float:
        """Tell the time."""
        return self.now
