"""How fast a community is harvested: `python tests/benchmarks/harvest_speed.py [RECORDS …]`.

A simulated Zenodo runs in a process of its own, and each harvest in a fresh one, so that its time and its
memory are its own. Our pauses are switched off: there they decide. On the same server eossr's own
`get_ossr_records` is measured with `get_codemeta` of each record; it loses records unless their number is a
multiple of 25, so that it is given ten less. Not collected by pytest.
"""
# ruff: noqa: T201 - a benchmark is there to print

import json
import resource
import subprocess
import sys
import tempfile
import time
import warnings
from collections.abc import Callable
from pathlib import Path

HERE = Path(__file__).parent
sys.path[:0] = [str(HERE.parents[1] / "generator"), str(HERE.parent)]

from lists import FIRST, SECOND, THIRD, entry  # noqa: E402 - the tests' own modules, found just now
from ossr_catalogue.harvest.web.http import PoliteHttp  # noqa: E402 - likewise
from ossr_catalogue.harvest.zenodo.source import ZenodoSource  # noqa: E402 - likewise
from ossr_catalogue.store.store import Store  # noqa: E402 - likewise
from simulated_zenodo import SimulatedZenodo, running  # noqa: E402 - likewise
from stored_records import StoredFile, StoredRecord, zip_of  # noqa: E402 - likewise
from two_days import DAY_1, visited  # noqa: E402 - likewise

FILES = {
    "executables.json": json.dumps({"executables": [entry(uuid) for uuid in (FIRST, SECOND, THIRD)]}),
    "codemeta.json": json.dumps({"name": "Showers", "description": "Simulates showers. " * 40}),
    "README.md": "# Showers\n\n" + "Simulates showers of particles in the air. " * 100,
    **{f"src/module_{number}.py": "x = 1\n" * 200 for number in range(30)},
}


def serve(count: int) -> None:
    """Answer until somebody closes our standard input; say where first."""
    file = StoredFile(key="code.zip", content=zip_of(FILES, top="owner-repo-1/"))
    records = [
        StoredRecord(number=1000 + 10 * number, files=(file,), published=f"20{10 + number % 15}-01-02")
        for number in range(count)
    ]
    with running(SimulatedZenodo(records)) as zenodo:
        print(zenodo.base_url, flush=True)
        sys.stdin.read()


def ours(base_url: str, store: str) -> tuple[int, int]:
    """Harvest into a store; give how many components it holds and what they cost."""
    source = ZenodoSource("escape2020", http=PoliteHttp(base_url, pause_seconds=0))
    with Store(Path(store)) as memory:
        visit = visited(memory, source, DAY_1)
    assert not visit.left_out, visit.left_out
    return len(visit.given) + len(visit.unchanged), visit.requests


def of_eossr(base_url: str, _: str) -> tuple[int, int]:
    """Read the records and their CodeMeta as eossr does; its requests are counted from what it sends."""
    warnings.simplefilter("ignore")
    import requests  # noqa: PLC0415  eossr's own
    from eossr.api.ossr import get_ossr_records  # noqa: PLC0415  heavy
    from eossr.api.zenodo import zenodo  # noqa: PLC0415  likewise

    sent: list[str] = []
    send = requests.Session.send
    requests.Session.send = lambda *args, **more: (sent.append(""), send(*args, **more))[1]  # type: ignore[method-assign]
    zenodo.zenodo_api_base_url = f"{base_url}/api/"
    records = {record.id: record for record in get_ossr_records()}
    for record in records.values():
        record.get_codemeta()
    return len(records), len(sent)


WAYS: dict[str, Callable[[str, str], tuple[int, int]]] = {"ours": ours, "eossr": of_eossr}


def measure(way: str, base_url: str, store: str) -> None:
    """Do it once, and print how it went."""
    started = time.perf_counter()
    found, requests = WAYS[way](base_url, store)
    seconds = time.perf_counter() - started
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    rate = f"{found / seconds:,.0f}/s"
    print(f"| {found:,} | {requests:,} | {seconds:.1f} s | {rate} | {peak} MB |", flush=True)


def run(count: int, ways: list[tuple[str, str]]) -> None:
    """Measure on a server of that many records: pairs of a name and a way."""
    me = [sys.executable, __file__]
    with (
        tempfile.TemporaryDirectory() as scratch,
        subprocess.Popen([*me, "serve", str(count)], stdin=-1, stdout=-1, text=True) as server,
    ):
        assert server.stdout
        base_url = server.stdout.readline().strip()
        for name, way in ways:
            print(f"| {name} | {count:,} ", end="", flush=True)
            subprocess.run([*me, way, base_url, f"{scratch}/store.sqlite"], check=True)
        server.communicate()


def main() -> None:
    """Print a table."""
    match sys.argv[1:]:
        case ["serve", count]:
            serve(int(count))
        case [way, base_url, store] if way in WAYS:
            measure(way, base_url, store)
        case counts:
            print(
                "| what | records | found | requests | time | rate | memory |\n|---|---|---|---|---|---|---|"
            )
            for count in [int(said) for said in counts] or [2500, 25_000]:
                run(count, [("first harvest", "ours"), ("unchanged", "ours")])
            run(2490, [("ours", "ours"), ("eossr, records and CodeMeta only", "eossr")])


if __name__ == "__main__":
    main()
