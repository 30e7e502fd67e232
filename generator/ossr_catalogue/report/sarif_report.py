"""For code scanning: the Static Analysis Results Interchange Format.

SARIF 2.1.0, https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/sarif-v2.1.0-errata01-os-complete.html,
with what GitHub makes of it,
https://docs.github.com/en/code-security/reference/code-scanning/sarif-files/sarif-support-for-code-scanning.
"""

import json
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Final
from urllib.parse import quote

from ossr_catalogue.model.finding import Finding, Fix, Place, Suppression, SuppressionKind
from ossr_catalogue.report.addresses import is_absolute, repository_path
from ossr_catalogue.report.run import Run
from ossr_catalogue.report.sarif_rules import sarif_rules
from ossr_catalogue.report.visible import visible

_SCHEMA: Final = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
_TOP: Final = "%SRCROOT%"
_FINGERPRINT: Final = "ossrCatalogue/v1"
"""Not `primaryLocationLineHash`, which is GitHub's own: github/codeql-action#4052."""


def sarif_report(findings: Sequence[Finding], run: Run) -> str:
    """Write a log of one run in ASCII; suppressed findings are in it, marked as such."""
    rules = sarif_rules(findings, run)
    places = {rule["id"]: index for index, rule in enumerate(rules)}
    log = {"$schema": _SCHEMA, "version": "2.1.0", "runs": [_run(findings, rules, places, run)]}
    return json.dumps(log, indent=2) + "\n"


def _run(
    findings: Sequence[Finding], rules: Sequence[dict[str, Any]], places: Mapping[str, int], run: Run
) -> dict[str, Any]:
    driver = {
        "name": "ossr-catalogue",
        "version": run.version,
        "informationUri": run.url,
        "rules": rules,
    }
    return {
        "tool": {"driver": driver},
        "columnKind": "utf16CodeUnits",
        "originalUriBaseIds": {_TOP: {"description": {"text": "The top of the repository."}}},
        "invocations": [{"executionSuccessful": True}],
        "results": [_result(found, places, run) for found in findings],
    }


def _result(found: Finding, places: Mapping[str, int], run: Run) -> dict[str, Any]:
    result = {
        "ruleId": found.code,
        "ruleIndex": places[found.code],
        "level": found.severity.word,
        "message": {"text": _text("\n".join((found.message, *found.advice.split("\n"))))},
        "locations": [_location(found, run)],
        "relatedLocations": list(_related(found, run)),
        "partialFingerprints": {_FINGERPRINT: found.fingerprint},
        "suppressions": [_suppression(found.suppression)] if found.suppression else [],
        "fixes": _fixes(found, run),
    }
    return {key: value for key, value in result.items() if value != []}


def _location(found: Finding, run: Run) -> dict[str, Any]:
    logical = {
        "fullyQualifiedName": visible(found.pointer),
        "decoratedName": visible(found.where),
        "kind": "member",
    }
    location = {"physicalLocation": _physical(found.path, found.place, run)}
    return {**location, "logicalLocations": [logical]} if found.pointer and found.where else location


def _related(found: Finding, run: Run) -> Iterator[dict[str, Any]]:
    for number, other in enumerate(found.related, start=1):
        yield {
            "id": number,
            "physicalLocation": _physical(found.path, other.place, run),
            "message": {"text": _text(other.label or "see here")},
        }


def _physical(path: str, place: Place, run: Run) -> dict[str, Any]:
    snippet = _snippet(place)
    region = {**_region(place), "snippet": {"text": snippet}} if snippet else _region(place)
    return {"artifactLocation": _artifact(path, run), "region": region}


def _region(place: Place) -> dict[str, int]:
    return {
        "startLine": place.line,
        "startColumn": place.column + place.more.utf16,
        "endLine": place.end_line,
        "endColumn": place.end_column + place.end_more.utf16,
    }


def _snippet(place: Place) -> str:
    """Give what is marked, if all of it is known."""
    start, end = place.column - place.excerpt_column, place.end_column - place.excerpt_column
    is_known = place.line == place.end_line and end <= len(place.excerpt)
    return _writable(place.excerpt[start:end]) if is_known else ""


def _artifact(path: str, run: Run) -> dict[str, str]:
    known = repository_path(path, run)
    if is_absolute(known):
        return {"uri": f"file://{'' if known.startswith('/') else '/'}{_quoted(known)}"}
    return {"uri": _quoted(known), "uriBaseId": _TOP}


def _quoted(path: str) -> str:
    """Encode a path as RFC 3986 wants; what no text is in a name of a file stays the bytes that it was."""
    return quote(path.encode("utf-8", "surrogatepass"))


def _suppression(suppression: Suppression) -> dict[str, str]:
    kind = "inSource" if suppression.kind is SuppressionKind.INLINE else "external"
    reason = _text(suppression.reason or suppression.kind.value)
    return {"kind": kind, "status": "accepted", "justification": reason}


def _fixes(found: Finding, run: Run) -> list[dict[str, Any]]:
    """Give the fix, unless it is only to save the file in another encoding, which SARIF cannot say."""
    return [_fix(found.fix, found.path, run)] if found.fix and found.fix.edits else []


def _fix(fix: Fix, path: str, run: Run) -> dict[str, Any]:
    replacements = [
        {"deletedRegion": _region(edit.place), "insertedContent": {"text": _writable(edit.text)}}
        for edit in fix.edits
    ]
    change = {"artifactLocation": _artifact(path, run), "replacements": replacements}
    return {"description": {"text": _text(fix.title)}, "artifactChanges": [change]}


def _text(message: str) -> str:
    """Make a plain text message: nothing hidden in it, and no link that a contributor wrote.

    Braces stay single, although §3.11.5 doubles them: messages without arguments are shown as they stand by
    GitHub and by the viewers of VS Code.
    """
    lines = (visible(line) for line in message.split("\n") if line)
    return "\n".join(lines).replace("](", "] (")


def _writable(text: str) -> str:
    """Replace halves of surrogate pairs, which strict readers of JSON refuse."""
    return text if text.isascii() else text.encode("utf-8", "replace").decode()
