"""What dashboards of tests are told."""

from dataclasses import replace
from xml.etree import ElementTree as ET

from ossr_catalogue.model.finding import Finding, Severity
from ossr_catalogue.report import FORMATS, Run
from sample_findings import FOUND, RUN, SUPPRESSED


def written(*findings: Finding, run: Run = RUN) -> str:
    return FORMATS["junit"].write(findings, run)


def test_a_finding_is_a_case_that_fails() -> None:
    assert written(replace(FOUND, severity=Severity.ERROR, message='"a" < b & c')) == (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        '<testsuites name="ossr-catalogue" tests="1" failures="1" errors="0">\n'
        '  <testsuite name="a,b:c/executables.yaml" tests="1" failures="1" errors="0">\n'
        '    <testcase name="RES101 min-exceeds-max at 9:12" classname="a,b:c/executables.yaml">\n'
        '      <failure type="error" message="&quot;a&quot; &lt; b &amp; c">'
        "a,b:c/executables.yaml:9:12: error: &quot;a&quot; &lt; b &amp; c\n"
        "executables[0]\nswap them:\nmin: 8\nhttps://example.org/rules/RES101/</failure>\n"
        "    </testcase>\n"
        "  </testsuite>\n"
        "</testsuites>\n"
    )


def test_what_does_not_make_the_run_fail_passes_and_says_so() -> None:
    case = ET.fromstring(written(FOUND)).find("testsuite/testcase")  # noqa: S314 - our own writing
    assert case is not None
    assert [child.tag for child in case] == ["system-out"]
    assert (case[0].text or "").startswith("a,b:c/executables.yaml:9:12: warning: at least")


def test_what_makes_a_run_fail_is_as_severe_as_it_was_told() -> None:
    assert 'failures="1"' in written(FOUND, run=replace(RUN, fail_on=Severity.WARNING))


def test_a_file_without_findings_is_a_case_that_passes() -> None:
    suites = ET.fromstring(written(FOUND, run=replace(RUN, files=("sound.yaml", FOUND.path))))  # noqa: S314
    assert [(suite.get("name"), suite.get("tests"), suite.get("failures")) for suite in suites] == [
        ("sound.yaml", "1", "0"),
        (FOUND.path, "1", "0"),
    ]
    assert suites[0][0].attrib == {"name": "nothing to complain about", "classname": "sound.yaml"}


def test_what_is_suppressed_is_no_case() -> None:
    assert "RES101" not in written(SUPPRESSED, run=replace(RUN, files=(FOUND.path,)))


def test_letters_that_xml_cannot_hold_are_written_out() -> None:
    assert 'message="a&lt;U+0000&gt;&lt;U+FFFE&gt;&#233;\\n"' in written(
        replace(FOUND, severity=Severity.ERROR, message="a\0\ufffeé\n")
    )
