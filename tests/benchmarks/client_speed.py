"""What the client costs: `python tests/benchmarks/client_speed.py [EXECUTABLES …]`.

Makes up catalogues, of 179, 5,000 and 20,000 where nothing is said (beyond 5,000 the index is in parts), and
asks each in a process of its own: from a folder, from a server with an empty cache, and again unchanged. Time
is that of the processor. Not collected by pytest.
"""
# ruff: noqa: T201 - a benchmark is there to print

import gzip
import json
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Final

HERE = Path(__file__).parent
sys.path[:0] = [str(HERE.parents[1] / "generator"), str(HERE.parent), str(HERE)]

from search_transfer import synthetic  # noqa: E402 - likewise

from local_server import Files, listening  # noqa: E402 - the tests' own modules, found just now
from published_site import contents, put  # noqa: E402 - likewise

PROGRAM: Final = r"""
import json, re, sys, time
from pathlib import Path
times = [time.process_time()]
from ossr_catalogue.client import Catalogue
times.append(time.process_time())
catalogue = Catalogue.load(sys.argv[1], cache=Path(sys.argv[2]))
times.append(time.process_time())
found = catalogue.find(type="jupyter-notebook", fits="mybinder")
times.append(time.process_time())
catalogue.find("b", fits="mybinder")
times.append(time.process_time())
memory = int(re.search(r"VmHWM:\s+(\d+)", Path("/proc/self/status").read_text())[1]) // 1024
print(json.dumps([len(found), memory, *(after - before for before, after in zip(times, times[1:]))]))
"""


def measure(address: str, cache: str) -> str:
    """Ask once; give the cells of a row."""
    output = subprocess.run(
        [sys.executable, "-c", PROGRAM, address, cache], capture_output=True, text=True, check=True
    ).stdout
    found, memory, *seconds = json.loads(output)
    importing, loading, first, second = (f"{1000 * one:.0f} ms" for one in seconds)
    return f"{importing} | {loading} | {first} | {second} | {found} | {memory} MB |"


def main(numbers: list[int]) -> None:
    """Make each and measure it."""
    print("| executables | index, gzip | from | import | load | first find | next find | found | memory |")
    print("|---|---|---|---|---|---|---|---|---|")
    for number in numbers:
        with tempfile.TemporaryDirectory() as name:
            files = contents(of=synthetic(number)[0])
            listed = [
                content for path, content in files.items() if path.startswith("index") and "json" in path
            ]
            folder = put(files, Path(name) / "site")
            packed = sum(len(gzip.compress(one)) for one in listed)
            sizes = f"{sum(map(len, listed)) / 1e6:.1f} MB, {packed / 1e6:.2f} MB"
            with listening(Files, folder=str(folder)) as base:
                for place, address in (("folder", str(folder)), ("server", base), ("again", base)):
                    print(f"| {number} | {sizes} | {place} | {measure(address, f'{name}/cache')}")


if __name__ == "__main__":
    main([int(word) for word in sys.argv[1:]] or [179, 5000, 20_000])
