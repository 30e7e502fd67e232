"""The pages of the linter's rules: what, why, an example that was really run, its mended form, the source."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby
from typing import Final

from markupsafe import Markup

from ossr_catalogue.lint.examples import as_document, example_text, findings_of
from ossr_catalogue.lint.registry import FAMILIES, all_rules
from ossr_catalogue.lint.rule import Example, Rule
from ossr_catalogue.model.finding import Finding
from ossr_catalogue.publish.pages.commonmark import to_html, to_inline_html, web_link
from ossr_catalogue.publish.pages.findings import Remark, remarks_of
from ossr_catalogue.publish.pages.places import RULES, rule_page
from ossr_catalogue.publish.pages.press import Press
from ossr_catalogue.publish.pages.shell import Stamp

_LINES_SHOWN: Final = 40
_LINE_LENGTH: Final = 160


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A line of an example."""

    text: str
    flagged: bool
    """A finding stands here."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """An example as a page shows it."""

    file: str
    lines: tuple[Line, ...]
    cut: bool
    """It goes on, but is no better for it."""
    remarks: tuple[Remark, ...]
    """What the linter said when it was run on this example in this build."""


@dataclass(frozen=True, slots=True, kw_only=True)
class View:
    """A rule as its page and the overview show it."""

    code: str
    name: str
    title: str
    title_html: Markup
    severity: str
    path: str
    family: str
    since: str


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
        path=rule_page(rule.code),
        family=FAMILIES[rule.family()],
        since=rule.since,
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
        count=len(views),
    )


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
        bad=tuple(_shown(example) for example in rule.bad),
        good=tuple(_shown(example) for example in rule.good),
        source=web_link(rule.source) or "",
    )


def _shown(example: Example) -> Shown:
    findings = findings_of(example)
    lines = example_text(example).splitlines()
    shown = lines[:_LINES_SHOWN]
    return Shown(
        file=as_document(example)[1],
        lines=tuple(
            Line(text=text[:_LINE_LENGTH], flagged=_stands_at(findings, number))
            for number, text in enumerate(shown, start=1)
        ),
        cut=len(lines) > len(shown) or any(len(line) > _LINE_LENGTH for line in shown),
        remarks=remarks_of(findings),
    )


def _stands_at(findings: tuple[Finding, ...], line: int) -> bool:
    return any(found.place.line == line for found in findings)
