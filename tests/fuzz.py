"""Look for files that break the linter: `python tests/fuzz.py [MINUTES]`, each time with other files.

Says how many files were tried, and for each promise that was broken the smallest file that breaks it; the
exit status tells whether there is one. Not collected by pytest; `lint/test_fuzz.py` does the same in short.
"""
# ruff: noqa: T201 - it is there to print

import sys
import time
import traceback
from collections import Counter
from collections.abc import Callable
from typing import Final

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from hostile_files import NAMES, plain_lists, slips
from promises import as_yaml, keep, keep_fixing, keep_twins

_AT_ONCE: Final = 500
"""Files of one sort before the next sort has its turn."""
_IN_LONG: Final = settings(
    max_examples=_AT_ONCE, database=None, deadline=None, suppress_health_check=tuple(HealthCheck)
)
_SORTS: Final[dict[str, tuple[st.SearchStrategy[tuple[object, ...]], Callable[..., object]]]] = {
    "any bytes": (st.tuples(st.binary(max_size=2000), NAMES), keep),
    "slips": (st.tuples(slips(), NAMES), keep),
    "any values, in JSON and YAML": (st.tuples(plain_lists()), keep_twins),
    "slips, fixed": (st.tuples(slips(), NAMES), keep_fixing),
    "any values, fixed": (
        st.tuples(plain_lists()),
        lambda plain: keep_fixing(as_yaml(plain).encode(), "executables.yaml"),
    ),
}


def _try(sort: str, tried: Counter[str]) -> str:
    """Try some hundred files of one sort; give the report of the smallest that broke a promise, if any."""
    files, promise = _SORTS[sort]

    @_IN_LONG
    @given(file=files)
    def each(file: tuple[object, ...]) -> None:
        tried[sort] += 1
        promise(*file)

    try:
        each()
    except Exception:  # noqa: BLE001 - whatever it is, it is what we look for
        return traceback.format_exc(limit=-4)
    return ""


def main() -> int:
    """Try files until time is over."""
    seconds = 60 * float(sys.argv[1] if len(sys.argv) > 1 else "1")
    tried: Counter[str] = Counter()
    broken: Counter[str] = Counter()
    started = time.monotonic()
    while time.monotonic() - started < seconds:
        for sort in _SORTS:
            report = _try(sort, tried)
            if report:
                print(f"--- {sort}\n{report}", flush=True)
                broken[sort] += 1
    for sort in _SORTS:
        print(f"{sort}: {tried[sort]:,} files, {broken[sort]} of {tried[sort] // _AT_ONCE} rounds broken")
    return 1 if broken else 0


if __name__ == "__main__":
    sys.exit(main())
