"""What holds of every file whatsoever that is linted; for the fuzz tests and their long run."""

import json
import re
import signal
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from functools import cache
from types import FrameType
from typing import Any

import jsonschema
import yaml

from ossr_catalogue.document.document import Document
from ossr_catalogue.document.parse import parse
from ossr_catalogue.document.problems import PROBLEM_KINDS
from ossr_catalogue.document.reading import read_executable
from ossr_catalogue.lint.fixing import Fixed, fix
from ossr_catalogue.lint.run import lint, sound_entries
from ossr_catalogue.model.finding import Finding, Place, Severity
from ossr_catalogue.report import FORMATS, Run
from ossr_catalogue.schemas import schema

LONGEST_SECONDS = 10.0
"""Of computing, for one file of some kB that takes milliseconds; how busy the machine is does not count."""
_RUN = Run(files=("executables.json",), shows_all=True)


class TooSlowError(Exception):
    """A file took so long that it hangs."""


def keep(data: bytes | str, path: str) -> tuple[Finding, ...]:
    """Lint a file, and see that all promises are kept; give what was found."""
    with _deadline():
        document = parse(data, path)
        findings = lint(document)
        _keep_problems(document)
        _keep_findings(document, findings)
        _keep_entries(document, findings)
        _keep_reports(findings)
        return findings


def keep_fixing(data: bytes, path: str) -> None:
    """Fix a file, and see that it got no worse, and that fixing it again does nothing."""
    with _deadline():
        for unsafe in (False, True):
            fixed = fix(data, path, unsafe=unsafe)
            again = fix(fixed.data, path, unsafe=unsafe)
            assert again.data == fixed.data
            assert again.applied == ()
            assert fixed.applied or fixed.data == data
            _keep_no_worse(data, path, fixed)


def keep_twins(plain: object) -> None:
    """See that a value as a file is told the same in JSON and in YAML."""
    in_json = keep(json.dumps(plain, ensure_ascii=False, indent=1), "executables.json")
    in_yaml = keep(as_yaml(plain), "executables.yaml")
    assert list(map(_said, in_yaml)) == list(map(_said, in_json))


@contextmanager
def _deadline() -> Iterator[None]:
    """Stop what hangs."""

    def stop(_number: int, _frame: FrameType | None) -> None:
        raise TooSlowError

    before = signal.signal(signal.SIGVTALRM, stop)
    signal.setitimer(signal.ITIMER_VIRTUAL, LONGEST_SECONDS)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)
        signal.signal(signal.SIGVTALRM, before)


def _keep_problems(document: Document) -> None:
    assert document.root or document.problems
    for problem in document.problems:
        assert problem.kind in PROBLEM_KINDS
        assert 0 <= problem.span.start <= problem.span.end <= len(document.text)


def _keep_findings(document: Document, findings: Sequence[Finding]) -> None:
    lines = re.split(r"\r\n|\n|\r", document.text)
    for found in findings:
        fixes = [edit.place for edit in found.fix.edits] if found.fix else []
        for place in (found.place, *(related.place for related in found.related), *fixes):
            _keep_place(lines, place)
        assert found.message.strip()
    order = [(found.place.line, found.place.column, found.code) for found in findings]
    assert order == sorted(order)


def _keep_place(lines: Sequence[str], place: Place) -> None:
    line = lines[place.line - 1]
    assert 1 <= place.line <= place.end_line <= len(lines)
    assert 1 <= place.column <= len(line) + 3  # the line's end is part of it: two characters, and after them
    assert 1 <= place.end_column <= len(lines[place.end_line - 1]) + 3
    assert (place.line, place.column) <= (place.end_line, place.end_column)
    shown = line[place.excerpt_column - 1 :]
    assert shown.startswith(place.excerpt)
    assert shown == place.excerpt or len(line) > len(place.excerpt) >= 1


def _keep_entries(document: Document, findings: Sequence[Finding]) -> None:
    for entry in sound_entries(document, findings):
        assert read_executable(entry).uuid


def _keep_reports(findings: Sequence[Finding]) -> None:
    written = {name: offered.write(findings, _RUN) for name, offered in FORMATS.items()}
    for text in written.values():
        text.encode("utf-8")
        assert text.endswith("\n") or not text
    _validator().validate(json.loads(written["json"]))


@cache
def _validator() -> Any:  # noqa: ANN401 - jsonschema's classes are made at run time
    return jsonschema.Draft202012Validator(schema("findings-1"))


def _keep_no_worse(data: bytes, path: str, fixed: Fixed) -> None:
    """See that the file can be read as before; other errors may come to light, but not such of reading."""
    before = parse(data, path)
    is_only_saved_anew = fixed.document.text == before.text
    assert is_only_saved_anew or fixed.document.root
    assert lint(parse(fixed.data, path)) == fixed.left
    assert not before.root or _reading_errors(fixed.left) <= _reading_errors(lint(before))


def _reading_errors(findings: Sequence[Finding]) -> int:
    return sum(found.code.startswith("PAR") and found.severity is Severity.ERROR for found in findings)


def _said(found: Finding) -> tuple[str, str, str, str, str]:
    return found.code, found.message, found.label, found.pointer, found.advice


class _Quoting(yaml.SafeDumper):
    """Writes texts in double quotes, and repeats what stands twice."""

    def ignore_aliases(self, data: Any) -> bool:  # noqa: ANN401, ARG002 - PyYAML's signature
        """Write no aliases."""
        return True


def _quoted(dumper: yaml.SafeDumper, text: str) -> yaml.ScalarNode:
    return dumper.represent_scalar("tag:yaml.org,2002:str", text, style='"')


_Quoting.add_representer(str, _quoted)


def as_yaml(plain: object) -> str:
    """Write a value as YAML in which no text can be taken for anything else."""
    return yaml.dump(plain, Dumper=_Quoting, allow_unicode=True, sort_keys=False, width=10**6)
