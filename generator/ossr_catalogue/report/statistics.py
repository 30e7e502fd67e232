"""How often each rule spoke: where to start, and what could be ignored."""

import json
from collections import Counter
from collections.abc import Sequence
from typing import Final

from ossr_catalogue.model.finding import Finding
from ossr_catalogue.report.summary import counting

VERSION: Final = 1
"""Raised only where a program that reads them would have to change."""
_MENDED: Final = "[*]"
_NOT_MENDED: Final = "   "


def statistics(findings: Sequence[Finding], *, as_json: bool = False) -> str:
    """Count findings by rule, the most frequent first; suppressed ones are left out.

    Args:
        findings: in any order.
        as_json: whether a program is to read it.
    """
    counted = counting(findings)
    by_rule = Counter((found.code, found.name, found.severity.word) for found in counted)
    mended = Counter(found.code for found in counted if found.fix)
    ordered = sorted(by_rule.items(), key=lambda row: (-row[1], row[0]))
    if as_json:
        rows = [
            {"code": code, "name": name, "severity": severity, "count": count, "fixable": mended[code]}
            for (code, name, severity), count in ordered
        ]
        return json.dumps({"version": VERSION, "statistics": rows}, indent=2) + "\n"
    width = len(str(ordered[0][1])) if ordered else 0
    lines = [
        f"{count:>{width}}  {code}  {_MENDED if mended[code] else _NOT_MENDED}  {name}"
        for (code, name, _), count in ordered
    ]
    note = f"\n{_MENDED} `--fix` mends some of these.\n" if mended else ""
    return "".join(f"{line}\n" for line in lines) + note
