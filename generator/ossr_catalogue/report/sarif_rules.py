"""The rules as SARIF describes them, §3.49."""

from collections.abc import Sequence
from typing import Any, Final

from ossr_catalogue.model.finding import Confidence, Finding
from ossr_catalogue.model.rule_card import FixAvailability, RuleCard
from ossr_catalogue.report.run import Run

_PRECISION: Final = {Confidence.HIGH: "high", Confidence.MEDIUM: "medium", Confidence.LOW: "low"}
_LONGEST: Final = 1_000
"""Letters of a description: GitHub takes 1,024."""
_MENDED: Final = {
    FixAvailability.NONE: "",
    FixAvailability.SAFE: "`ossr-catalogue lint --fix` mends it.",
    FixAvailability.UNSAFE: "`ossr-catalogue lint --fix --unsafe-fixes` mends it; look at the result.",
}


def sarif_rules(findings: Sequence[Finding], run: Run) -> list[dict[str, Any]]:
    """Describe the rules that spoke, sorted by code; one that is not known by what it said alone."""
    cards = {card.code: card for card in run.rules}
    speakers = {found.code: found for found in findings}
    return [
        _described(cards[code], run) if code in cards else _named(found, run)
        for code, found in sorted(speakers.items())
    ]


def _described(card: RuleCard, run: Run) -> dict[str, Any]:
    return {
        "id": card.code,
        "name": card.name,
        "shortDescription": {"text": card.title},
        "fullDescription": {"text": _short(card.why)},
        "help": {"text": _help(card, run), "markdown": _help(card, run)},
        "helpUri": run.page_of(card.code),
        "defaultConfiguration": {"level": card.severity.word},
        "properties": {"tags": [card.family], "precision": _PRECISION[card.confidence]},
    }


def _named(found: Finding, run: Run) -> dict[str, Any]:
    return {
        "id": found.code,
        "name": found.name,
        "shortDescription": {"text": found.name},
        "helpUri": run.page_of(found.code),
        "defaultConfiguration": {"level": found.severity.word},
    }


def _help(card: RuleCard, run: Run) -> str:
    page = f"[{card.code} {card.name}]({run.page_of(card.code)})"
    source = f"Source: <{card.source}>" if card.source else ""
    return "\n\n".join(part for part in (card.why, _MENDED[card.fix], source, page) if part)


def _short(text: str) -> str:
    return text if len(text) <= _LONGEST else text[:_LONGEST].rsplit(" ", 1)[0] + " …"
