"""How fast lists are linted: `python tests/benchmarks/lint_speed.py [FILES]`.

Prints CPU seconds, as ratios where another linter is there to compare with (yamllint, check-jsonschema): on a
shared machine only ratios mean something. Not collected by pytest.
"""
# ruff: noqa: T201 - a benchmark is there to print

import json
import subprocess
import sys
import tempfile
import time
import uuid
from collections.abc import Callable
from pathlib import Path
from resource import RUSAGE_CHILDREN, getrusage
from typing import Any

GENERATOR = Path(__file__).parents[2] / "generator"
sys.path.insert(0, str(GENERATOR))

COLD = """
import sys
sys.path.insert(0, {generator!r})
import time
import ossr_catalogue.document.parse, ossr_catalogue.lint.run
started = time.process_time()
from ossr_catalogue.lint.registry import all_rules
print(len(all_rules()), time.process_time() - started)
"""


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


def list_of_two(number: int) -> str:
    """Make up a list as people write it."""
    both = [executable(2 * number), executable(2 * number + 1)]
    return json.dumps({"executables": both}, indent=2, ensure_ascii=False)


def cpu_seconds(work: Callable[[], object]) -> float:
    """Take the best of three runs."""
    best = float("inf")
    for _ in range(3):
        started = time.process_time()
        work()
        best = min(best, time.process_time() - started)
    return best


def cpu_of_command(*command: str) -> float | None:
    """Take what a command costs; None where it is not installed."""
    before = getrusage(RUSAGE_CHILDREN)
    try:
        subprocess.run(command, check=False, capture_output=True)
    except FileNotFoundError:
        return None
    after = getrusage(RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def measure(count: int) -> float:
    """Parse and lint many files in one process, and say what each part costs."""
    from ossr_catalogue.document.parse import parse  # noqa: PLC0415 - only now is it on the path
    from ossr_catalogue.lint.run import lint  # noqa: PLC0415 - likewise

    texts = [list_of_two(number) for number in range(count)]
    documents = [parse(text, "executables.json") for text in texts]
    findings = sum(len(lint(document)) for document in documents)
    reading = cpu_seconds(lambda: [parse(text, "executables.json") for text in texts])
    linting = cpu_seconds(lambda: [lint(document) for document in documents])
    size = sum(map(len, texts)) / count
    print(f"{count} files of {size:.0f} bytes, {findings} findings")
    print(f"  reading {reading:.2f} s, linting {linting:.2f} s, together {reading + linting:.2f} s")
    return reading + linting


def compare(count: int, ours: float) -> None:
    """Run other linters over the same files, where they are installed."""
    with tempfile.TemporaryDirectory() as folder:
        for number in range(count):
            Path(folder, f"{number:05}.json").write_text(list_of_two(number), encoding="utf-8")
        files = [str(path) for path in sorted(Path(folder).iterdir())]
        schema = GENERATOR / "ossr_catalogue" / "schemas" / "executables-1.schema.json"
        peers = {
            "yamllint": ("yamllint", "-d", "relaxed", *files),
            "check-jsonschema": ("check-jsonschema", "--schemafile", str(schema), *files),
        }
        for name, command in peers.items():
            theirs = cpu_of_command(*command)
            said = "is not installed" if theirs is None else f"{theirs:.2f} s, {theirs / ours:.1f} times ours"
            print(f"  {name}: {said}")


def main() -> None:
    """Measure everything."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 1000
    compare(count, measure(count))
    program = COLD.format(generator=str(GENERATOR))
    outputs = [
        subprocess.run([sys.executable, "-c", program], check=True, capture_output=True, text=True).stdout
        for _ in range(3)
    ]
    rules, _, seconds = min(output.strip().partition(" ") for output in outputs)
    print(f"finding {rules} rules: {float(seconds) * 1000:.0f} ms")


if __name__ == "__main__":
    main()
