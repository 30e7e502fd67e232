"""CFG105: stale baseline entry."""

from typing import Final

from ossr_catalogue.lint.rule import ProblemRule
from ossr_catalogue.lint.scene import BaselineText, Scene
from ossr_catalogue.lint.sound import SOUND
from ossr_catalogue.model.finding import Severity

_BASELINE: Final = BaselineText(
    '{"version": 1, "findings": [\n  {"rule": "TTL101", "name": "too-short-title", '
    f'"path": "executables.yaml", "uuid": "{SOUND["uuid"]}", "pointer": "/title"}}\n]}}\n'
)


class StaleBaselineEntry(ProblemRule):
    """What is in the baseline is still there."""

    code, name, severity = "CFG105", "stale-baseline-entry", Severity.NOTE
    kinds = ("stale-baseline-entry",)
    why = (
        "An entry that outlives its cause lets the same mistake come back unseen. `--write-baseline` writes "
        "the file anew."
    )
    good = (Scene(example={"title": "Crab fit"}, baseline=_BASELINE),)
    bad = (_BASELINE,)
    points_at = ("TTL101",)
