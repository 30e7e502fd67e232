"""What the published schemas ask of the keys that our reports write, in our own words.

The schemas themselves are not ours to copy, and no package that is light and alive brings them.
"""

from typing import Any
from xml.etree.ElementTree import Element

Schema = dict[str, Any]

TEXT: Schema = {"type": "string", "minLength": 1}
URI: Schema = {"type": "string", "pattern": r"^[A-Za-z0-9/._~%!$&'()*+,;=:@#?-]+$"}
FROM_ONE: Schema = {"type": "integer", "minimum": 1}
MESSAGE: Schema = {
    "type": "object",
    "required": ["text"],
    "properties": {"text": TEXT, "markdown": TEXT},
    "additionalProperties": False,
}


def only(required: dict[str, Schema], optional: dict[str, Schema] | None = None) -> Schema:
    """Describe an object with these keys and no others."""
    return {
        "type": "object",
        "required": list(required),
        "properties": {**required, **(optional or {})},
        "additionalProperties": False,
    }


def some(items: Schema) -> Schema:
    """Describe an array that is not empty."""
    return {"type": "array", "minItems": 1, "items": items}


REGION = only(
    {"startLine": FROM_ONE, "startColumn": FROM_ONE, "endLine": FROM_ONE, "endColumn": FROM_ONE},
    {"snippet": MESSAGE},
)
ARTIFACT = only({"uri": URI}, {"uriBaseId": {"const": "%SRCROOT%"}})
PHYSICAL = only({"artifactLocation": ARTIFACT, "region": REGION})
LEVEL: Schema = {"enum": ["none", "note", "warning", "error"]}
REPLACEMENT = only(
    {"deletedRegion": REGION}, {"insertedContent": {"required": ["text"], "properties": {"text": {}}}}
)
CHANGE = only({"artifactLocation": ARTIFACT, "replacements": some(REPLACEMENT)})
SARIF_RULE = only(
    {"id": TEXT, "shortDescription": MESSAGE, "helpUri": URI},
    {
        "name": TEXT,
        "fullDescription": MESSAGE,
        "help": MESSAGE,
        "defaultConfiguration": only({"level": LEVEL}),
        "properties": {"type": "object"},
    },
)
SARIF_RESULT = only(
    {"ruleId": TEXT, "ruleIndex": {"type": "integer", "minimum": 0}, "level": LEVEL, "message": MESSAGE},
    {
        "locations": some(
            only(
                {"physicalLocation": PHYSICAL},
                {"logicalLocations": some({"type": "object", "additionalProperties": TEXT})},
            )
        ),
        "relatedLocations": some(only({"id": FROM_ONE, "physicalLocation": PHYSICAL, "message": MESSAGE})),
        "partialFingerprints": {"type": "object", "additionalProperties": TEXT},
        "suppressions": some(
            only(
                {"kind": {"enum": ["inSource", "external"]}},
                {"status": {"enum": ["accepted", "underReview", "rejected"]}, "justification": TEXT},
            )
        ),
        "fixes": some(only({"description": MESSAGE, "artifactChanges": some(CHANGE)})),
    },
)
SARIF = only(
    {
        "$schema": URI,
        "version": {"const": "2.1.0"},
        "runs": some(
            only(
                {
                    "tool": only(
                        {
                            "driver": only(
                                {"name": TEXT, "version": TEXT, "informationUri": URI},
                                {"rules": {"type": "array", "uniqueItems": True, "items": SARIF_RULE}},
                            )
                        }
                    ),
                    "columnKind": {"enum": ["utf16CodeUnits", "unicodeCodePoints"]},
                    "results": {"type": "array", "items": SARIF_RESULT},
                },
                {
                    "originalUriBaseIds": {"type": "object"},
                    "invocations": some(only({"executionSuccessful": {"type": "boolean"}})),
                },
            )
        ),
    }
)
"""https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"""

GITLAB: Schema = {
    "type": "array",
    "items": only(
        {
            "description": TEXT,
            "check_name": TEXT,
            "fingerprint": TEXT,
            "severity": {"enum": ["info", "minor", "major", "critical", "blocker"]},
            "location": only({"path": TEXT, "lines": only({"begin": FROM_ONE}, {"end": FROM_ONE})}),
        }
    ),
}
"""https://docs.gitlab.com/ci/testing/code_quality/#code-quality-report-format"""

POSITION = only({"line": FROM_ONE, "column": FROM_ONE})
RANGE = only({"start": POSITION, "end": POSITION})
LOCATION = only({"path": TEXT, "range": RANGE})
RDJSON = only(
    {
        "source": only({"name": TEXT, "url": URI}),
        "diagnostics": {
            "type": "array",
            "items": only(
                {"message": TEXT, "location": LOCATION, "severity": {"enum": ["ERROR", "WARNING", "INFO"]}},
                {
                    "code": only({"value": TEXT, "url": URI}),
                    "suggestions": some(only({"range": RANGE, "text": {"type": "string"}})),
                    "related_locations": some(only({"message": {"type": "string"}, "location": LOCATION})),
                },
            ),
        },
    }
)
"""https://github.com/reviewdog/reviewdog/blob/master/proto/rdf/jsonschema/DiagnosticResult.json"""

_JUNIT = {
    "testsuites": (set(), {"name", "tests", "failures", "errors", "time"}, {"testsuite"}),
    "testsuite": (
        {"name", "tests", "failures", "errors"},
        {"time", "skipped", "timestamp", "hostname", "id", "package", "file"},
        {"testcase", "properties", "system-out", "system-err"},
    ),
    "testcase": ({"name"}, {"classname", "time"}, {"failure", "error", "skipped", "system-out"}),
    "failure": (set(), {"type", "message"}, set()),
    "system-out": (set(), set(), set()),
}
"""Of each element: what it must have, what it may have besides, and what may stand in it.

https://github.com/jenkinsci/xunit-plugin/blob/master/src/main/resources/org/jenkinsci/plugins/xunit/types/model/xsd/junit-10.xsd
"""


def check_junit(element: Element) -> None:
    """See that an element and all below it is as the schema wants."""
    required, optional, children = _JUNIT[element.tag]
    assert required <= set(element.keys()) <= required | optional
    assert {child.tag for child in element} <= children
    if element.tag in {"testsuites", "testsuite"}:
        assert int(element.get("tests", "")) == len(list(element.iter("testcase")))
        assert int(element.get("failures", "")) == len(list(element.iter("failure")))
    for child in element:
        check_junit(child)
