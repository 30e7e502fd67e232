"""The pages of the linter's rules: what, why, an example that was really run, its mended form, the source."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Final

from markupsafe import Markup

from ossr_catalogue.lint.registry import CONFIGURATION, FAMILIES, all_rules
from ossr_catalogue.lint.rule import Rule
from ossr_catalogue.model.finding import Confidence, Severity
from ossr_catalogue.model.rule_card import FixAvailability
from ossr_catalogue.model.web_address import web_link
from ossr_catalogue.publish.pages.commonmark import to_html, to_inline_html
from ossr_catalogue.publish.pages.places import RULES, rule_page
from ossr_catalogue.publish.pages.press import Press
from ossr_catalogue.publish.pages.rule_examples import shown_bad, shown_good
from ossr_catalogue.publish.pages.shell import Stamp

_FIXES: Final = {
    FixAvailability.NONE: "",
    FixAvailability.SAFE: "--fix",
    FixAvailability.UNSAFE: "--unsafe-fixes",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class View:
    """A rule as its page and the overview show it."""

    code: str
    name: str
    title: str
    title_html: Markup
    severity: str
    confidence: str
    path: str
    family: str
    since: str
    fix: str
    """The option that fixes what it finds; empty where none does."""
    is_told: bool
    """Whether `lint` tells its findings without being asked for notes and doubts."""
    can_be_suppressed: bool
    in_comments: bool
    """Whether a comment of a list can let its findings stand."""


def rule_pages(press: Press) -> Iterator[Stamp]:
    """Give the overview, then a page for each rule."""
    yield _overview(press)
    for rule in all_rules():
        yield _rule(press, rule)


def view_of(rule: type[Rule]) -> View:
    """Give what lists show of a rule."""
    return View(
        code=rule.code,
        name=rule.name,
        title=rule.title(),
        title_html=to_inline_html(rule.title()),
        severity=rule.severity.word,
        confidence=rule.confidence.name.lower(),
        path=rule_page(rule.code),
        family=FAMILIES[rule.family()],
        since=rule.since,
        fix=_FIXES[rule.fix],
        is_told=rule.severity > Severity.NOTE and rule.confidence > Confidence.LOW,
        can_be_suppressed=rule.can_be_suppressed(),
        in_comments=rule.can_be_suppressed() and rule.family() != CONFIGURATION,
    )


def _overview(press: Press) -> Stamp:
    order = list(FAMILIES)
    rules = sorted(all_rules(), key=lambda rule: (order.index(rule.family()), rule.code))
    views = [view_of(rule) for rule in rules]
    families = [(name, tuple(group)) for name, group in groupby(views, key=lambda view: view.family)]
    return press.page(
        "rules.html",
        RULES,
        title="Lint rules",
        description="Everything that the linter checks in an executables list.",
        section="rules",
        families=families,
        counts=_counts(views),
        has_playground=press.settings.pyodide is not None,
    )


def _counts(views: Sequence[View]) -> dict[str, int]:
    counts = Counter(view.severity for view in views)
    return {**counts, "all": len(views), "fixable": sum(bool(view.fix) for view in views)}


def _rule(press: Press, rule: type[Rule]) -> Stamp:
    view = view_of(rule)
    return press.page(
        "rule.html",
        view.path,
        title=f"{rule.code} {rule.name}",
        description=view.title,
        section="rules",
        rule=view,
        why=to_html(rule.why),
        bad=shown_bad(rule, press.settings.url),
        good=shown_good(rule.good),
        source=web_link(rule.source) or "",
        other_severity=("warning" if rule.severity is Severity.ERROR else "error"),
        has_playground=press.settings.pyodide is not None,
    )
