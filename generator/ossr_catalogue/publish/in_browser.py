"""What the playground runs in a reader's browser: the linter as it is, on one text."""

import json
from typing import Any

from ossr_catalogue import HOME_URL
from ossr_catalogue.document.parse import parse
from ossr_catalogue.lint.configuration.configuration import NO_CONFIGURATION
from ossr_catalogue.lint.configuration.discovery import Configurations
from ossr_catalogue.lint.linter import Linter
from ossr_catalogue.lint.registry import list_rules
from ossr_catalogue.lint.run import lint
from ossr_catalogue.lint.settings import Flags
from ossr_catalogue.model.finding import Finding, Fix
from ossr_catalogue.report import FORMATS, Run
from ossr_catalogue.report.summary import count_by_severity
from ossr_catalogue.report.visible import visible


def answer(content: str | bytes, name: str, url: str = HOME_URL) -> str:
    """Lint one list, and say everything about it that a page shows, as JSON.

    `report` is the linter's JSON report; `shown` has, for each of its findings in the same order, the words
    in which nothing is hidden, and the fix with offsets in code points.

    Args:
        content: of the list.
        name: of its file; the ending says whether it is JSON or YAML, without one its content does.
        url: where the catalogue stands that explains the rules, with a final slash.
    """
    findings = _findings(content, name)
    run = Run(files=(name,), url=url)
    return json.dumps(
        {
            "summary": count_by_severity(findings) or "Nothing to complain about",
            "report": json.loads(FORMATS["json"].write(findings, run)),
            "shown": [_shown(found) for found in findings],
        }
    )


def _findings(content: str | bytes, name: str) -> tuple[Finding, ...]:
    """Give what `lint --strict` tells of a list that no configuration speaks about."""
    linter = Linter(Configurations(only=NO_CONFIGURATION), Flags(strict=True))
    document = parse(content, name)
    found = (*linter.judge_file(document, lint(document, list_rules())), *linter.conclude())
    counting = (one for one in found if one.suppression is None)
    return tuple(sorted(counting, key=lambda one: (one.place.line, one.place.column, one.code)))


def _shown(found: Finding) -> dict[str, Any]:
    return {
        "message": visible(found.message),
        "advice": "\n".join(visible(line) for line in found.advice.split("\n")),
        "where": visible(found.where),
        "label": visible(found.label),
        "related": [visible(other.label) for other in found.related],
        "fix": _fix(found.fix) if found.fix else None,
    }


def _fix(fix: Fix) -> dict[str, Any]:
    return {
        "title": visible(fix.title),
        "safe": fix.is_safe,
        "edits": [{"start": edit.start, "end": edit.end, "text": edit.text} for edit in fix.edits],
    }
