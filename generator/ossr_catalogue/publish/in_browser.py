"""What the playground runs in a reader's browser: the linter as it is, on one text."""

import json
import re
from typing import Any, Final

from ossr_catalogue import HOME_URL
from ossr_catalogue.lint.checking import lint_text
from ossr_catalogue.lint.settings import Flags
from ossr_catalogue.model.finding import Finding, Fix
from ossr_catalogue.report import FORMATS, Run
from ossr_catalogue.report.summary import count_by_severity
from ossr_catalogue.report.visible import visible

_LOOKS_LIKE_JSON: Final = re.compile(r'\s*[{\["]')


def answer(text: str, name: str = "", url: str = HOME_URL) -> str:
    """Lint one list, and say everything about it that a page shows, as JSON.

    `report` is the linter's JSON report; `shown` has, for each of its findings in the same order, the words
    in which nothing is hidden, and the fix with offsets in code points. What a comment lets stand is not
    among them.

    Args:
        text: the list.
        name: of its file; empty for one that is called as harvests expect, in JSON or YAML as it looks.
        url: where the catalogue stands that explains the rules, with a final slash.
    """
    name = name or f"executables.{'json' if _LOOKS_LIKE_JSON.match(text) else 'yaml'}"
    all_found = lint_text(text, name, flags=Flags(strict=True))
    findings = [found for found in all_found if found.suppression is None]
    run = Run(files=(name,), url=url)
    return json.dumps(
        {
            "summary": count_by_severity(findings) or "Nothing to complain about",
            "report": json.loads(FORMATS["json"].write(findings, run)),
            "shown": [_shown(found) for found in findings],
        }
    )


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
