"""Which settings count, and who said so: a configuration, the caller, or nobody."""

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final

from ossr_catalogue.document.node import Node, Step
from ossr_catalogue.lint.configuration.configuration import NO_CONFIGURATION, Configuration
from ossr_catalogue.lint.configuration.reading import LIMITS
from ossr_catalogue.lint.configuration.reference import settings_reference
from ossr_catalogue.lint.limits import NO_CHOICE
from ossr_catalogue.lint.rule_sets import Ignored, Override, Ranked, RuleSet
from ossr_catalogue.lint.settings import NO_FLAGS, Flags
from ossr_catalogue.lint.weighing import is_strict, lowest

Value = str | int | float | bool | list[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Origin:
    """Who said it; nobody where all is empty."""

    option: str = ""
    path: str = ""
    """The configuration."""
    line: int | None = None

    def __str__(self) -> str:
        """Say it in a word."""
        return self.option or (f"{self.path}:{self.line}" if self.path else "default")


DEFAULT: Final = Origin()


@dataclass(frozen=True, slots=True, kw_only=True)
class SettingInForce:
    """One setting with the value that counts."""

    name: str
    """As in the reference; a rule, and the number of an override from 0, stand in it: `override[0].uuid`."""
    value: Value
    origin: Origin = DEFAULT


def settings_in_force(configuration: Configuration | None, flags: Flags | None) -> Iterator[SettingInForce]:
    """Give every setting that has a default, and what else is said, in the order of the reference.

    Args:
        configuration: the one of the files that are asked about; None where there is none.
        flags: what the caller says; None where that is nothing.
    """
    said = _Said(configuration or NO_CONFIGURATION)
    flags = flags or NO_FLAGS
    yield from _selected(said, flags)
    yield from _ignored(said, said.settings.ignore)
    yield from _taken("ignore", flags.ignore)
    yield from _ranked(said, said.settings.severity)
    yield from (_by("--severity", f"severity.{one.rules.word}", one.severity.word) for one in flags.severity)
    yield _fail_on(said, flags)
    yield _strict(said, flags)
    yield said.listed("exclude", [*said.settings.exclude])
    yield from _limits(said)
    for override in said.settings.overrides:
        yield from _override(said, override)


class _Said:
    """What a configuration says, and where."""

    def __init__(self, configuration: Configuration) -> None:
        self.settings = configuration.settings
        self._document = configuration.document
        self._table = configuration.table
        problems = configuration.document.problems if configuration.document else ()
        self._passed_over = {problem.path for problem in problems}

    def node(self, *steps: Step) -> Node | None:
        """Find a value that was not passed over."""
        root = self._document.root if self._document else None
        found = next(root.select(*self._table, *steps), None) if root else None
        return None if found is None or found.path in self._passed_over else found

    def origin(self, *steps: Step, word: str = "") -> Origin:
        """Say where a value stands, or the word in it that means some rules."""
        node = self.node(*steps)
        if node is None or self._document is None:
            return DEFAULT
        spots = (*(member.key for member in node.members.values()), *node.items)
        spot = next((spot for spot in spots if word and spot.text.strip().upper() == word.upper()), node)
        return Origin(path=self._document.path, line=self._document.place(spot.span).line)

    def listed(self, name: str, value: list[str]) -> SettingInForce:
        """Give a list, which is empty where nothing is said, or nothing of it could be read."""
        origin = self.origin(name) if value else DEFAULT
        return SettingInForce(name=name, value=value, origin=origin)


def _by(option: str, name: str, value: Value) -> SettingInForce:
    return SettingInForce(name=name, value=value, origin=Origin(option=option))


def _words(rules: Iterable[RuleSet]) -> list[str]:
    return [one.word for one in rules]


def _taken(name: str, rules: tuple[RuleSet, ...]) -> Iterator[SettingInForce]:
    if rules:
        yield _by(f"--{name}", name, _words(rules))


def _selected(said: _Said, flags: Flags) -> Iterator[SettingInForce]:
    if flags.select:
        yield from _taken("select", flags.select)
    elif said.settings.select:
        yield said.listed("select", _words(said.settings.select))
    else:
        yield SettingInForce(name="select", value=_default_of("select"))
    yield from _taken("extend-select", flags.extend_select)


def _default_of(name: str) -> Value:
    """Give what the reference says; TOML writes these values as JSON does."""
    value: Value = json.loads(next(card.default for card in settings_reference() if card.name == name))
    return value


def _ignored(said: _Said, ignored: Iterable[Ignored], *steps: Step) -> Iterator[SettingInForce]:
    for one in ignored:
        word = one.rules.word
        origin = said.origin(*steps, "ignore", word=word)
        yield SettingInForce(name=f"{_name(steps)}ignore.{word}", value=one.reason, origin=origin)


def _ranked(said: _Said, ranked: Iterable[Ranked], *steps: Step) -> Iterator[SettingInForce]:
    for one in ranked:
        word = one.rules.word
        origin = said.origin(*steps, "severity", word=word)
        yield SettingInForce(name=f"{_name(steps)}severity.{word}", value=one.severity.word, origin=origin)


def _name(steps: Iterable[Step]) -> str:
    text = "".join(f"[{step}]" if isinstance(step, int) else step for step in steps)
    return f"{text}." if text else ""


def _fail_on(said: _Said, flags: Flags) -> SettingInForce:
    counts = lowest(said.settings, flags)
    return SettingInForce(
        name="fail-on", value=counts.word if counts else "never", origin=_who_fails(said, flags)
    )


def _who_fails(said: _Said, flags: Flags) -> Origin:
    if flags.fail_on or flags.strict:
        return Origin(option="--fail-on" if flags.fail_on else "--strict")
    if said.settings.fail_on:
        return said.origin("fail-on")
    return said.origin("strict") if is_strict(said.settings, flags) else DEFAULT


def _strict(said: _Said, flags: Flags) -> SettingInForce:
    value = is_strict(said.settings, flags)
    if flags.strict is not None:
        return _by("--strict" if value else "--no-strict", "strict", value)
    return SettingInForce(name="strict", value=value, origin=said.origin("strict"))


def _limits(said: _Said) -> Iterator[SettingInForce]:
    for key, (field, _) in LIMITS.items():
        node = said.node("limits", key)
        is_chosen = getattr(said.settings.limits, field) != getattr(NO_CHOICE, field)
        name = f"limits.{key}"
        value = node.plain() if node and is_chosen else _default_of(name)
        yield SettingInForce(name=name, value=value, origin=said.origin("limits", key))


def _override(said: _Said, override: Override) -> Iterator[SettingInForce]:
    steps = ("override", override.number)
    for key, value in (
        ("uuid", override.uuid),
        ("paths", [*override.paths]),
        ("pointer", override.pointer),
    ):
        if value:
            yield SettingInForce(name=f"{_name(steps)}{key}", value=value, origin=said.origin(*steps, key))
    yield from _ignored(said, override.ignore, *steps)
    yield from _ranked(said, override.severity, *steps)
