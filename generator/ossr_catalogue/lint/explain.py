"""A rule in full, for people at a terminal."""

import json
import textwrap
from collections.abc import Iterator
from typing import Final

from ossr_catalogue import HOME_URL
from ossr_catalogue.lint.examples import example_text, findings_of
from ossr_catalogue.lint.registry import FAMILIES, rule
from ossr_catalogue.lint.rule import ABSENT, Example, Rule
from ossr_catalogue.lint.scene import Scene

_WIDTH: Final = 88


def explain(code_or_name: str, *, url: str = HOME_URL) -> str:
    """Say what a rule checks, why, and what is wrong and right by it.

    Args:
        code_or_name: `RES104` or `memory-in-bits`.
        url: where the catalogue stands that has the rule's page, with a final slash.

    Raises:
        UsageError: if there is no such rule.
    """
    found = rule(code_or_name)
    return "\n".join(_lines(found, url)) + "\n"


def _lines(found: type[Rule], url: str) -> Iterator[str]:
    yield f"{found.code} {found.name}: {found.severity.word}, {FAMILIES[found.family()]}, since {found.since}"
    yield found.title()
    yield ""
    yield from textwrap.wrap(found.why, _WIDTH, break_long_words=False, break_on_hyphens=False)
    for example in found.bad:
        yield from ("", "Wrong:", *_example(example), *_says(example, found))
    for example in found.good:
        yield from ("", "Right:", *_example(example))
    yield ""
    yield from _let_stand(found)
    if found.source:
        yield f"Source: {found.source}"
    yield f"More:   {url}rules/{found.code}/"


def _let_stand(found: type[Rule]) -> Iterator[str]:
    if not found.can_be_suppressed():
        yield "Its findings cannot be suppressed."
    else:
        yield f"Let stand: # lint: ignore[{found.code}] why, behind a line of YAML or above it"
        yield f"           ossr-catalogue suppress {found.code} --uuid … --reason …, for JSON has no comments"


def _example(example: Example) -> Iterator[str]:
    for line in _shown(example).splitlines():
        yield f"    {_visible(line)}"


def _shown(example: Example) -> str:
    """Give a whole file as it is; of a varied executable, what is varied; and what is around it."""
    if isinstance(example, Scene):
        return "\n".join([*example.around(), *filter(None, [_shown(example.example)])])
    if isinstance(example, (str, bytes)):
        return example_text(example)
    varied = {key: value for key, value in example.items() if value is not ABSENT}
    missing = [f"(without {key!r})" for key, value in example.items() if value is ABSENT]
    return "\n".join([*missing, *([json.dumps(varied, ensure_ascii=False)] if varied else [])])


def _says(example: Example, found: type[Rule]) -> Iterator[str]:
    for finding in findings_of(example):
        if finding.code == found.code:
            yield f"  → {_visible(finding.message)}"
            yield from (f"    {_visible(line)}".rstrip() for line in finding.advice.splitlines())


def _visible(text: str) -> str:
    """Write out what a terminal would not show, or obey."""
    return "".join(letter if letter.isprintable() else f"\\u{ord(letter):04x}" for letter in text)
