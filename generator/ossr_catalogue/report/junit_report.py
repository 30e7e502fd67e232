"""For dashboards of tests: JUnit XML, a suite for each file and a case for each finding.

It follows the schema that Jenkins holds it to,
https://github.com/jenkinsci/xunit-plugin/blob/master/src/main/resources/org/jenkinsci/plugins/xunit/types/model/xsd/junit-10.xsd;
GitLab reads the same.
"""

from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from ossr_catalogue.model.finding import Finding
from ossr_catalogue.report.run import Run
from ossr_catalogue.report.summary import counting
from ossr_catalogue.report.visible import visible

_ENTITIES: Final = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;"})


def junit_report(findings: Sequence[Finding], run: Run) -> str:
    """Write XML in ASCII; what does not make the run fail is a case that passes, and says so."""
    by_file: dict[str, list[Finding]] = {path: [] for path in run.files}
    for found in counting(findings):
        by_file.setdefault(found.path, []).append(found)
    failures = sum(_fails(found, run) for group in by_file.values() for found in group)
    tests = sum(max(1, len(group)) for group in by_file.values())
    suites: dict[str, str | int] = {
        "name": "ossr-catalogue",
        "tests": tests,
        "failures": failures,
        "errors": 0,
    }
    rows = [f"<testsuites {_attributes(suites)}>"]
    for path, group in by_file.items():
        rows.extend(_suite(path, group, run))
    rows.append("</testsuites>")
    text = '<?xml version="1.0" encoding="UTF-8"?>\n' + "\n".join(rows) + "\n"
    return text.encode("ascii", "xmlcharrefreplace").decode()


def _suite(path: str, findings: Sequence[Finding], run: Run) -> Iterator[str]:
    suite: dict[str, str | int] = {
        "name": path,
        "tests": max(1, len(findings)),
        "failures": sum(_fails(found, run) for found in findings),
        "errors": 0,
    }
    yield f"  <testsuite {_attributes(suite)}>"
    if not findings:
        yield f"    <testcase {_attributes({'name': 'nothing to complain about', 'classname': path})}/>"
    for found in findings:
        yield from _case(found, run)
    yield "  </testsuite>"


def _case(found: Finding, run: Run) -> Iterator[str]:
    place = f"{found.place.line}:{found.place.column}"
    case = {"name": f"{found.code} {found.name} at {place}", "classname": found.path}
    text = "\n".join(_text(line) for line in _lines(found, place, run) if line)
    yield f"    <testcase {_attributes(case)}>"
    if _fails(found, run):
        failure = {"type": found.severity.word, "message": found.message}
        yield f"      <failure {_attributes(failure)}>{text}</failure>"
    else:
        yield f"      <system-out>{text}</system-out>"
    yield "    </testcase>"


def _lines(found: Finding, place: str, run: Run) -> tuple[str, ...]:
    head = f"{found.path}:{place}: {found.severity.word}: {found.message}"
    return head, found.where, *found.advice.split("\n"), run.page_of(found.code)


def _fails(found: Finding, run: Run) -> bool:
    return found.severity >= run.fail_on


def _attributes(values: Mapping[str, str | int]) -> str:
    return " ".join(f'{key}="{_text(str(value))}"' for key, value in values.items())


def _text(text: str) -> str:
    """Make text that XML 1.0 can hold: it has no place for control characters, not even escaped."""
    return visible(text).translate(_ENTITIES)
