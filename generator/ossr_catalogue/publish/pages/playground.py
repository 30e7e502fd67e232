"""The playground: a list is typed or pasted, and the linter says what it thinks of it, in the browser."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path
from typing import Final

from ossr_catalogue.lint.examples import as_document
from ossr_catalogue.lint.registry import FAMILIES, all_rules, rule
from ossr_catalogue.lint.rule import Rule
from ossr_catalogue.lint.sound import SOUND_JSON, SOUND_YAML
from ossr_catalogue.publish.files import PublishedFile, json_file
from ossr_catalogue.publish.pages.places import PLAYGROUND
from ossr_catalogue.publish.pages.press import Press
from ossr_catalogue.publish.pages.rule_examples import playable
from ossr_catalogue.publish.pages.shell import Stamp, way_up
from ossr_catalogue.publish.playground import LINTER, runtime_folder, runtime_version

EXAMPLES: Final = f"{PLAYGROUND}examples.json"
_AT_FIRST: Final = "memory-in-bits"
"""The rule whose first example stands in the page when it is opened."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """An example that can be loaded."""

    key: str
    """`RES104`, and from the second on `RES104-2`."""
    words: str


def playground_page(press: Press, package: Path) -> Stamp:
    """Give the page; *package* is the runtime that it will load."""
    text, name = _start()
    return press.page(
        "playground.html",
        PLAYGROUND,
        title="Playground",
        description="Paste a list of executables, and see what the linter says about it as you type.",
        head=press.templates.get_template("playground-head.html").render(root=way_up(PLAYGROUND)),
        section="rules",
        families=_choices(),
        text=text,
        is_yaml=name.endswith(".yaml"),
        runtime=runtime_folder(package),
        version=runtime_version(package),
        linter=LINTER,
        examples=EXAMPLES,
    )


def examples_file() -> PublishedFile:
    """Give the texts of all examples, by their key."""
    texts = {"sound-json": SOUND_JSON, "sound-yaml": SOUND_YAML}
    texts |= {key: text for found in all_rules() for key, text, _ in playable(found)}
    return json_file(EXAMPLES, texts)


def _start() -> tuple[str, str]:
    text, name = as_document(rule(_AT_FIRST).bad[0])
    return str(text), name


def _choices() -> list[tuple[str, tuple[Choice, ...]]]:
    order = list(FAMILIES)
    rules = sorted(all_rules(), key=lambda found: (order.index(found.family()), found.code))
    of_family = groupby(rules, key=lambda found: FAMILIES[found.family()])
    choices = [(name, tuple(_choices_of(group))) for name, group in of_family]
    return [(name, group) for name, group in choices if group]


def _choices_of(rules: Iterator[type[Rule]]) -> Iterator[Choice]:
    for found in rules:
        for key, _, _ in playable(found):
            number = key.partition("-")[2]
            yield Choice(key=key, words=f"{found.code} {found.name}" + (f" ({number})" if number else ""))
