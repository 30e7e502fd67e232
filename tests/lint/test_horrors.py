"""Files that end or stop other linters: one clear finding each, soon, and in little memory."""

import codecs
import json
import subprocess
import sys
from itertools import pairwise
from pathlib import Path

import pytest

from ossr_catalogue.document.parse import parse
from ossr_catalogue.document.text import LARGEST
from ossr_catalogue.lint.run import lint
from ossr_catalogue.lint.sound import SOUND_JSON, SOUND_YAML
from ossr_catalogue.model.finding import Severity

IN_LITTLE_MEMORY = """
import resource, sys
resource.setrlimit(resource.RLIMIT_AS, (400_000_000, 400_000_000))
from ossr_catalogue.cli.main import main
main(["lint", "--format", "json", *sys.argv[1:]])
"""


def in_json(key: str, written: str) -> bytes:
    return SOUND_JSON.replace('"uuid"', f'"{key}": {written}, "uuid"').encode("utf-8", "surrogatepass")


def in_yaml(key: str, written: str) -> bytes:
    return (SOUND_YAML + f"    {key}: {written}\n").encode("utf-8", "surrogatepass")


HORRORS = {
    "equal keys": (in_json("title", '"Another title of it"'), "e.json", "PAR012"),
    "equal keys in YAML": (in_yaml("title", "Another title of it"), "e.yaml", "PAR012"),
    "a tab in JSON's texts": (in_json("x-a", '"a\tb"'), "e.json", "PAR010"),
    "a tab that indents YAML": (SOUND_YAML.encode() + b"\tx-a: b\n", "e.yaml", "PAR010"),
    "a byte order mark": (codecs.BOM_UTF8 + SOUND_JSON.encode(), "e.json", "PAR002"),
    "UTF-16": (SOUND_JSON.encode("utf-16"), "e.json", "PAR002"),
    "UTF-16 without its mark": (SOUND_JSON.encode("utf-16-le"), "e.json", "PAR002"),
    "UTF-16 the other way round": (SOUND_YAML.encode("utf-16-be"), "e.yaml", "PAR002"),
    "UTF-32 without its mark": (SOUND_JSON.encode("utf-32-be"), "e.json", "PAR002"),
    "Windows-1252": (in_json("x-a", '"é"').decode().encode("cp1252"), "e.json", "PAR001"),
    "line ends of Windows": (SOUND_YAML.replace("\n", "\r\n").encode(), "e.yaml", ""),
    "line ends of old Macs": (SOUND_YAML.replace("\n", "\r").encode(), "e.yaml", ""),
    "a pair of surrogates": (in_json("x-a", r'"\ud83d\ude00"'), "e.json", ""),
    "half a pair": (in_json("x-a", r'"\ud83d"'), "e.json", "PAR003"),
    "half a pair as bytes": (in_json("x-a", '"\ud83d"'), "e.json", "PAR001"),
    "no number": (in_json("x-a", "NaN"), "e.json", "PAR010"),
    "infinity": (in_json("x-a", "-Infinity"), "e.json", "PAR010"),
    "more than any float": (in_json("x-a", "1e400"), "e.json", "PAR013"),
    "more than any float in YAML": (in_yaml("x-a", "1e400"), "e.yaml", "PAR013"),
    "5,000 digits": (in_json("x-a", "9" * 5000), "e.json", "PAR013"),
    "5,000 digits in YAML": (in_yaml("x-a", "9" * 5000), "e.yaml", "PAR013"),
    "no as a keyword": (in_yaml("keywords", "[no]"), "e.yaml", "PAR021"),
    "a thousand with an underscore": (in_yaml("keywords", "[1_000]"), "e.yaml", "PAR021"),
    "a time": (in_yaml("keywords", "[12:30:00]"), "e.yaml", "PAR021"),
    "a number to base 8": (in_yaml("keywords", "[010]"), "e.yaml", "PAR021"),
    "a date": (in_yaml("keywords", "[2026-11-22]"), "e.yaml", "PAR021"),
    "an alias to itself": (in_yaml("x-a", "&x [*x]"), "e.yaml", "PAR024"),
    "a merge key": (in_yaml("x-a", "{<<: {a: b}}"), "e.yaml", "PAR023"),
    "Python's tag": (in_yaml("x-a", "!!python/object/apply:os.system [ls]"), "e.yaml", "PAR022"),
    "two documents": (SOUND_YAML.encode() + b"---\n" + SOUND_YAML.encode(), "e.yaml", "PAR014"),
    "100,000 brackets": (b"[" * 100_000, "e.json", "PAR005"),
    "100,000 braces": (b'{"a":' * 100_000, "e.json", "PAR005"),
    "100,000 brackets of YAML": (b"[" * 100_000, "e.yaml", "PAR005"),
    "100,000 braces of YAML": (b"{a: " * 100_000, "e.yaml", "PAR005"),
    "100,000 dashes": (b"- " * 100_000, "e.yaml", "PAR005"),
    "zeros": (b"\0" * 100_000, "e.json", "PAR010"),
    "zeros in YAML": (b"\0" * 100_000, "e.yaml", "PAR010"),
    "a zero in a text": (in_json("x-a", '"\0"'), "e.json", "PAR010"),
    "a zero in YAML": (in_yaml("x-a", "a\0b"), "e.yaml", "PAR010"),
    "a key of a million letters": (in_json("k" * 1_000_000, "1"), "e.json", "SCH021"),
    "a key of a million letters in YAML": (in_yaml(f"? {'k' * 1_000_000}\n    ", "1"), "e.yaml", "SCH021"),
    "a line of ten million letters": (in_json("x-a", f'"{"a" * 9_990_000}"'), "e.json", ""),
}


@pytest.mark.parametrize(("data", "path", "code"), HORRORS.values(), ids=HORRORS.keys())
def test_a_horror_is_one_finding(data: bytes, path: str, code: str) -> None:
    findings = lint(parse(data, path))
    assert [found.code for found in findings if found.severity > Severity.NOTE] == ([code] if code else [])
    assert all(len(found.message) < 1000 for found in findings)
    assert all(len(found.place.excerpt) <= 500 for found in findings)


def alias_bomb() -> str:
    names = "abcdefghi"
    lines = (f"x-{name}: &{name} [{', '.join([f'*{above}'] * 9)}]\n" for above, name in pairwise(names))
    return "x-a: &a [x, x, x, x, x, x, x, x, x]\n" + "".join(lines) + SOUND_YAML


LARGE = {
    "50 MB of nothing": (50_000_000, b"", "executables.json", "PAR005"),
    "50 MB of brackets": (0, b"[" * 50_000_000, "executables.json", "PAR005"),
    "10 MB of brackets": (0, b"[" * LARGEST, "executables.yaml", "PAR005"),
    "10 MB in one line": (0, in_yaml("x-a", "a" * 9_990_000), "executables.yaml", ""),
    "10 MB of small lists": (0, b"executables: [" + b"[],[]," * 1_600_000 + b"]", "e.yaml", "PAR005"),
    "10 MB of keys": (0, ("{" + '"a":1,' * 1_600_000 + '"a":1}').encode(), "e.json", "PAR005"),
    "an alias bomb": (0, alias_bomb().encode(), "executables.yaml", "PAR005"),
}


@pytest.mark.slow
@pytest.mark.parametrize(("size", "data", "name", "code"), LARGE.values(), ids=LARGE.keys())
def test_a_large_file_is_refused_in_little_memory(
    tmp_path: Path, size: int, data: bytes, name: str, code: str
) -> None:
    path = tmp_path / name
    path.write_bytes(data)
    if size:
        with path.open("r+b") as file:
            file.truncate(size)
    result = subprocess.run(
        [sys.executable, "-c", IN_LITTLE_MEMORY, str(path)],
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    assert result.stderr == ""
    assert [found["code"] for found in json.loads(result.stdout)["findings"]] == ([code] if code else [])
    assert result.returncode == (1 if code else 0)


def test_a_list_without_its_mark_is_read_for_all_that() -> None:
    document = parse(SOUND_JSON.encode("utf-16-le"), "executables.json")
    assert document.root is not None
    assert document.root.plain() == json.loads(SOUND_JSON)
