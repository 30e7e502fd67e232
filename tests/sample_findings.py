"""Findings as the reports are given them."""

from dataclasses import replace

from ossr_catalogue.model.finding import (
    Confidence,
    Edit,
    Finding,
    Fix,
    More,
    Place,
    Related,
    Severity,
    Suppression,
    SuppressionKind,
)
from ossr_catalogue.model.rule_card import FixAvailability, RuleCard
from ossr_catalogue.report import Run

URL = "https://example.org/"
CARD = RuleCard(
    code="RES101",
    name="min-exceeds-max",
    family="Compute resources",
    title="What is asked for at least is no more than what is asked for at most.",
    why="No platform can give *both*.",
    severity=Severity.ERROR,
    confidence=Confidence.MEDIUM,
    fix=FixAvailability.UNSAFE,
    since="0.1",
    source="https://example.org/why",
)
RUN = Run(url=URL, rules=(CARD,), folder="/checkout/repo/sub dir", root="/checkout/repo", version="1.2.3")
FOUND = Finding(
    code="RES101",
    name="min-exceeds-max",
    severity=Severity.WARNING,
    confidence=Confidence.MEDIUM,
    message="at least 64 GiB: 100 %, at most 8 GiB",
    path="a,b:c/executables.yaml",
    place=Place(line=9, column=12, end_line=9, end_column=18, excerpt="      min: 64 GiB"),
    label="lower limit",
    related=(Related(place=Place(line=10, column=12, end_line=10, end_column=17), label="upper limit"),),
    advice="swap them:\nmin: 8",
    where="executables[0]",
    pointer="/executables/0",
    uuid="6f0d7a52-1c1e-4b7b-9d3a-5b8c2f4e7a10",
)
AFTER_A_CRAB = Place(
    line=9,
    column=12,
    end_line=9,
    end_column=14,
    excerpt="title: é🦀: 8 GB",
    more=More(utf8=4, utf16=1),
    end_more=More(utf8=4, utf16=1),
)
"""A place with a letter of two bytes and one of four before it."""
FIX = Fix(
    title='Write "8 GiB"',
    edits=(Edit(start=70, end=76, text="8 GiB", place=FOUND.place),),
    is_safe=True,
)
KNOWN = Suppression(kind=SuppressionKind.INLINE, reason="we know")
SUPPRESSED = replace(FOUND, suppression=KNOWN)
