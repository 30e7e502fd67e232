"""Examples of rules as their pages show them: the file, what the linter said of it, what fixing changes."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from difflib import unified_diff
from pathlib import PurePosixPath
from typing import Final

from markupsafe import Markup

from ossr_catalogue.lint.checking import lint_text
from ossr_catalogue.lint.examples import around, as_document, example_text, findings_in, findings_of
from ossr_catalogue.lint.fixing import fix
from ossr_catalogue.lint.rule import Example, Rule
from ossr_catalogue.lint.settings import Flags
from ossr_catalogue.model.finding import Finding
from ossr_catalogue.publish.pages.terminal import terminal_html
from ossr_catalogue.report import FORMATS, Run

_LINES_SHOWN: Final = 40
_LINE_LENGTH: Final = 160
_LONGEST_TO_TYPE: Final = 20_000
"""Letters of an example that are worth loading into the playground."""
_ALL: Final = Flags(strict=True)
_LISTS: Final = (".json", ".yaml", ".yml")


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
    around: tuple[str, ...]
    """What there is besides the file, in sentences."""
    says: Markup
    """What the linter printed when it was run on this example in this build; empty where it said nothing."""
    key: str
    """Under which name the playground has it; empty where it cannot."""
    diff: str
    """What fixing changes; empty where this rule's finding is not fixed."""
    is_fixed_safely: bool


def shown_good(examples: Iterable[Example]) -> tuple[Shown, ...]:
    """Give what is right by a rule; whatever is said about it is not about what the page is about."""
    return tuple(_shown(example, (), Markup(""), "") for example in examples)


def shown_bad(rule: type[Rule], url: str) -> tuple[Shown, ...]:
    """Give what is wrong by a rule, with what is said about it; *url* is that of the site."""
    keys = {id(example): key for key, _, example in playable(rule)}
    return tuple(_shown_bad(rule, example, keys.get(id(example), ""), url) for example in rule.bad)


def playable(rule: type[Rule]) -> Iterator[tuple[str, str, Example]]:
    """Give the bad examples of a rule that can be typed: each one's name in the playground, its text, itself.

    Not among them is what is no text, far too long, no list, or wrong only by what is around it.
    """
    for number, example in enumerate(rule.bad, start=1):
        text, name = as_document(example)
        ending = PurePosixPath(name).suffix
        if not isinstance(text, str) or len(text) > _LONGEST_TO_TYPE or ending not in _LISTS:
            continue
        if _speaks(rule, lint_text(text, f"executables{ending}", flags=_ALL)):
            yield rule.code if number == 1 else f"{rule.code}-{number}", text, example


def _speaks(rule: type[Rule], findings: Iterable[Finding]) -> bool:
    return any(found.code == rule.code for found in findings)


def _shown_bad(rule: type[Rule], example: Example, key: str, url: str) -> Shown:
    findings = findings_of(example)
    says = FORMATS["text"].write(findings, Run(color=True, shows_all=True, url=url))
    is_fixed = any(found.fix for found in findings if found.code == rule.code)
    return _shown(example, findings, terminal_html(says), key, is_fixed=is_fixed)


def _shown(
    example: Example, findings: tuple[Finding, ...], says: Markup, key: str, *, is_fixed: bool = False
) -> Shown:
    name = as_document(example)[1]
    lines = example_text(example).splitlines()
    shown = lines[:_LINES_SHOWN]
    flagged = {found.place.line for found in findings if found.path == name}
    fixes = [found.fix for found in findings if found.fix]
    return Shown(
        file=name,
        lines=tuple(
            Line(text=text[:_LINE_LENGTH], flagged=number in flagged)
            for number, text in enumerate(shown, start=1)
        ),
        cut=len(lines) > len(shown) or any(len(line) > _LINE_LENGTH for line in shown),
        around=around(example),
        says=says,
        key=key,
        diff=_diff(example) if is_fixed else "",
        is_fixed_safely=all(one.is_safe for one in fixes),
    )


def _diff(example: Example) -> str:
    """Give the lines that fixing changes, as `--diff` does; empty where nothing came of it."""
    content, name = as_document(example)
    data = content if isinstance(content, bytes) else content.encode()
    fixed = fix(
        data, name, unsafe=True, look=lambda document: findings_in(document.text, document.path, example)
    )
    before, after = (text.splitlines() for text in (example_text(example), fixed.document.text))
    changed = list(unified_diff(before, after, lineterm="", n=1))[2:]
    return "\n".join(line[:_LINE_LENGTH] for line in changed)
