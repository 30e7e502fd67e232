"""How fast lists are linted, beside other linters: `python tests/benchmarks/lint_speed.py [FILES]`.

Prints a table of CPU seconds and of memory, each the best of some runs of a process: of ours with all rules,
of check-jsonschema, which gets our published schema, and of yamllint, which looks at the layout; all three as
they are installed beside this Python. On a shared machine only the ratios mean something. Not collected by
pytest.
"""
# ruff: noqa: T201 - a benchmark is there to print

import json
import subprocess
import sys
import tempfile
import uuid
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

import yaml

SCHEMA: Final = Path(__file__).parents[2] / "generator/ossr_catalogue/schemas/executables-1.schema.json"
BESIDE: Final = Path(sys.executable).parent
LINTERS: Final = {
    "ossr-catalogue": (str(BESIDE / "ossr-catalogue"), "lint", "--strict"),
    "check-jsonschema": (str(BESIDE / "check-jsonschema"), "--schemafile", str(SCHEMA)),
    "yamllint": (str(BESIDE / "yamllint"), "-d", "relaxed"),
}
LAUNCHER: Final = """
import os, sys
process = os.posix_spawn(sys.argv[1], sys.argv[1:], os.environ)
_, status, used = os.wait4(process, 0)
print(chr(10), status, used.ru_utime + used.ru_stime, used.ru_maxrss)
"""
"""Starts a linter from a small process: the memory of a large one would count as the linter's."""
MANY: Final = 1000
FLAT: Final = (MANY // 2, 5 * MANY)
"""Ours is given their folder: 5,000 names of files take 4 MB of any Python, before it has read one."""


def executable(number: int) -> dict[str, Any]:
    """Make up one executable of about 1 kB."""
    return {
        "uuid": str(uuid.uuid5(uuid.NAMESPACE_URL, f"https://example.org/{number}")),
        "type": "urn:types/jupyter-notebook",
        "title": f"Fit the spectrum of source {number} with Gammapy",
        "description": f"Reduces run {number} of gamma-ray observations near Genève and fits a log-parabola.",
        "keywords": ["gamma-ray astronomy", "spectroscopy"],
        "location": f"notebooks/source_{number}.ipynb",
        "compute-resources": [{"cores": {"min": 1, "max": 4}, "memory": {"min": "1 GiB", "max": "16 GiB"}}],
        "storage-resources": [{"size": "20 GB", "mount": {"path": "/scratch", "mode": "READWRITE"}}],
        "data-resources": [
            {
                "name": "events",
                "data-content": "urn:astronomy-event-list",
                "data-format": ["urn:fits-binary"],
                "size": "5 GB",
                "locations": ["https://example.org/events.fits"],
            }
        ],
    }


def list_of(count: int, number: int) -> dict[str, Any]:
    """Make up a list of some executables; another number gives other ones."""
    return {"executables": [executable(count * number + one) for one in range(count)]}


def as_json(plain: object) -> str:
    """Write it as people do."""
    return json.dumps(plain, indent=2, ensure_ascii=False) + "\n"


def as_yaml(plain: object) -> str:
    """Write it as people do."""
    return yaml.safe_dump(plain, allow_unicode=True, sort_keys=False, width=110)


def write_lists(folder: Path, ending: str, files: int, entries: int = 2) -> list[str]:
    """Write lists where a harvest would look for them, each in a folder of its own."""
    write = as_json if ending == "json" else as_yaml
    places = []
    for number in range(files):
        place = folder / f"{ending}-{entries}-{number:05}" / f"executables.{ending}"
        place.parent.mkdir(exist_ok=True)
        place.write_text(write(list_of(entries, number)), encoding="utf-8")
        places.append(str(place))
    return places


@dataclass(frozen=True, slots=True, kw_only=True)
class Cost:
    """What a process took."""

    seconds: float
    """Of CPU time, its start included."""
    megabytes: float
    """Of memory, at most."""


def cost(linter: str, files: Sequence[str]) -> Cost | None:
    """Run a linter over files; None where it is not installed."""
    command = LINTERS[linter]
    if not Path(command[0]).exists():
        return None
    told = subprocess.run(
        (sys.executable, "-I", "-S", "-c", LAUNCHER, *command, *files),
        capture_output=True,
        text=True,
        check=True,
    )
    status, seconds, kilobytes = told.stdout.split()[-3:]
    if status != "0" and linter != "yamllint":  # who finds no layout good that others write
        raise SystemExit(f"{linter} found something, or failed:\n{told.stdout[:2000]}")
    return Cost(seconds=float(seconds), megabytes=int(kilobytes) / 1024)


def best(linters: Sequence[str], files: Sequence[str], runs: int) -> dict[str, Cost]:
    """Let linters take turns, and give the best of each: what else the machine does hits all alike."""
    found: dict[str, list[Cost]] = {linter: [] for linter in linters}
    for _ in range(runs):
        for linter in linters:
            one = cost(linter, files)
            found[linter] += [one] if one else []
    return {name: min(costs, key=lambda one: one.seconds) for name, costs in found.items() if costs}


def rows(folder: Path, many: int) -> Iterator[tuple[str, dict[str, Cost]]]:
    """Measure one thing after the other."""
    ours, peer, layout = LINTERS
    in_json, in_yaml = (write_lists(folder, ending, many) for ending in ("json", "yaml"))
    yield "1 list of JSON, cold", best((ours, peer, layout), in_json[:1], 15)
    yield "1 list of YAML, cold", best((ours, peer, layout), in_yaml[:1], 15)
    yield f"{many:,} lists of JSON", best((ours, peer), in_json, 3)
    yield f"{many:,} lists of YAML", best((ours, peer, layout), in_yaml, 3)
    for ending in ("json", "yaml"):
        large = write_lists(folder, ending, 1, entries=1000)
        yield f"1 list of 1,000 executables, {ending.upper()}", best((ours, peer), large, 3)
    for count in FLAT:
        there = folder / f"flat-{count}"
        there.mkdir()
        named = best((peer,), write_lists(there, "json", count), 1)
        yield f"{count:,} lists of JSON in a folder", best((ours,), [str(there)], 1) | named


def shown(costs: dict[str, Cost], linter: str) -> str:
    """Write what a linter took, and for another one than ours how much of it we take."""
    ours, one = costs[next(iter(LINTERS))], costs.get(linter)
    if one is None:
        return " | "
    took = f"{one.seconds:.2f} s, {one.megabytes:.0f} MB"
    return took if one is ours else f"{took} | {ours.seconds / one.seconds:.2f}"


def main() -> None:
    """Print the table, in Markdown."""
    many = int(sys.argv[1]) if len(sys.argv) > 1 else MANY
    print("| what | ossr-catalogue | check-jsonschema | ours to that | yamllint | ours to that |")
    print("|---|---|---|---|---|---|")
    with tempfile.TemporaryDirectory() as folder:
        for what, costs in rows(Path(folder), many):
            cells = " | ".join(shown(costs, linter) for linter in LINTERS)
            print(f"| {what} | {cells} |", flush=True)


if __name__ == "__main__":
    main()
