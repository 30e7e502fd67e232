"""From a configuration file to settings; one wrong setting never costs another."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import Any, Final

from ossr_catalogue.document.document import Document, Problem
from ossr_catalogue.document.node import Node
from ossr_catalogue.document.quantities import BYTES, COUNT, SECONDS, Measure
from ossr_catalogue.document.text import decode
from ossr_catalogue.document.toml_reader import read_toml
from ossr_catalogue.errors import QuantityError, UsageError
from ossr_catalogue.lint.configuration import complaints
from ossr_catalogue.lint.configuration.configuration import Configuration
from ossr_catalogue.lint.limits import Limits
from ossr_catalogue.lint.registry import rule
from ossr_catalogue.lint.rule_sets import Ignored, Override, Ranked, RuleSet
from ossr_catalogue.lint.selection import is_firm, rule_set
from ossr_catalogue.lint.settings import FailOn, Settings
from ossr_catalogue.model.finding import Severity

SEVERITIES: Final = tuple(one.word for one in sorted(Severity, reverse=True))
FAIL_ON: Final = tuple(one.value for one in FailOn)
LIMITS: Final[dict[str, tuple[str, Measure]]] = {
    "memory-per-node": ("memory_per_node", BYTES),
    "memory-per-core": ("memory_per_core", BYTES),
    "cores-per-node": ("cores_per_node", COUNT),
    "gpus-per-node": ("gpus_per_node", COUNT),
    "walltime": ("walltime", SECONDS),
}
"""Each limit with its field of `Limits`, and how it is written."""


def read_configuration(data: bytes, path: str, folder: str, table: tuple[str, ...] = ()) -> Configuration:
    """Read a configuration; what is wrong with it becomes a problem of its document.

    Args:
        data: the file's content.
        path: the file as findings name it.
        folder: the absolute path of the folder to which its patterns are relative.
        table: the steps to the table that holds the settings; a file without it says nothing to
            us, and the configuration that is given has no document.
    """
    decoded = decode(data)
    if not decoded.readable:
        document = Document(path=path, text=decoded.text, root=None, problems=decoded.problems)
        return Configuration(folder=folder, document=document, table=table)
    reading = read_toml(decoded.text)
    problems = (*decoded.problems, *map(_said_with_consequence, reading.problems))
    settings = next(reading.root.select(*table), None) if reading.root else None
    if reading.root and not settings:
        return Configuration(folder=folder)
    reader = SettingsReader()
    chosen = reader.settings(settings) if settings else Settings()
    document = Document(
        path=path, text=decoded.text, root=reading.root, problems=(*problems, *reader.problems)
    )
    return Configuration(settings=chosen, folder=folder, document=document, table=table)


def _said_with_consequence(problem: Problem) -> Problem:
    message = f"this is not TOML: {problem.message}; the whole file is passed over, the defaults count"
    return replace(problem, message=message)


_MOST_MISTAKES: Final = 100
"""Problems of one file; the rest of it is passed over then, for what may be meant is looked for each time."""


class SettingsReader:
    """Reads the table of settings, and collects what is wrong with it."""

    def __init__(self) -> None:
        self.problems: list[Problem] = []

    def settings(self, table: Node) -> Settings:
        """Read all of it."""
        return Settings(**self._fields(table, _SETTINGS))

    def _fields(self, table: Node, known: "_Known") -> dict[str, Any]:
        """Read the keys of a table into the fields of a value; what cannot be read keeps its default."""
        if not isinstance(table.value, dict):
            self._complain(complaints.wrong_type(table, "a table", 'fail-on = "warning"'))
            return {}
        fields = {}
        for name, member in table.members.items():
            if len(self.problems) >= _MOST_MISTAKES:
                break
            if name not in known:
                self._complain(complaints.unknown_setting(member.key, known))
                continue
            field, read = known[name]
            value = read(self, member.node)
            if value is not None:
                fields[field] = value
        return fields

    def _complain(self, problem: Problem) -> None:
        self.problems.append(problem)

    def _texts(self, node: Node, expected: str, example: str) -> Iterator[Node]:
        """Give the texts of a list; a single text will do."""
        items = (node,) if node.text else node.items
        if not items and not isinstance(node.value, tuple):
            self._complain(complaints.wrong_type(node, expected, example))
        for item in items:
            if item.text:
                yield item
            else:
                self._complain(complaints.wrong_type(item, "text", example))

    def rule_sets(self, node: Node) -> tuple[RuleSet, ...]:
        """Read a list of words for rules; a single one will do."""
        texts = self._texts(node, "a list of rules", 'select = ["RES", "SCH021"]')
        return tuple(found for text in texts if (found := self._rule_set(text)))

    def _rule_set(self, text: Node) -> RuleSet | None:
        if len(self.problems) >= _MOST_MISTAKES:
            return None
        try:
            return rule_set(text.text)
        except UsageError as error:
            self._complain(complaints.unknown_rule(text, str(error)))
            return None

    def ignored(self, node: Node) -> tuple[Ignored, ...]:
        """Read a table of reasons; a list has none, and is taken all the same."""
        if not isinstance(node.value, dict):
            texts = self._texts(node, "a table of rules and reasons", _IGNORE)
            found = [(text, rules, "") for text in texts if (rules := self._rule_set(text))]
        else:
            pairs = [(member.key, member.node) for member in node.members.values()]
            found = [
                (key, rules, reason.text.strip())
                for key, reason in pairs
                if (rules := self._rule_set(key)) and self._is_text_or_empty(reason)
            ]
        return tuple(
            Ignored(rules=rules, reason=reason)
            for place, rules, reason in found
            if self._may_be_ignored(place, rules, reason)
        )

    def _is_text_or_empty(self, reason: Node) -> bool:
        is_text = isinstance(reason.value, str)
        if not is_text:
            self._complain(complaints.wrong_type(reason, "text: a reason", _IGNORE))
        return is_text

    def _may_be_ignored(self, place: Node, rules: RuleSet, reason: str) -> bool:
        if is_firm(rules):
            self._complain(complaints.not_suppressible(place, rules.word))
            return False
        if not reason:
            advice = f'give a reason: ignore = {{ {rules.word} = "why it may stand" }}'
            self._complain(complaints.without_reason(place, rules.word, advice))
        return True

    def ranked(self, node: Node) -> tuple[Ranked, ...]:
        """Read a table of severities."""
        if not isinstance(node.value, dict):
            self._complain(complaints.wrong_type(node, "a table of rules and severities", _SEVERITY))
        found = (self._ranked(member.key, member.node) for member in node.members.values())
        return tuple(one for one in found if one)

    def _ranked(self, key: Node, value: Node) -> Ranked | None:
        rules = self._rule_set(key)
        word = self._word(value, SEVERITIES, _SEVERITY)
        if not rules or not word:
            return None
        severity = Severity[word.upper()]
        if is_firm(rules) and all(severity < rule(code).severity for code in rules.codes):
            self._complain(complaints.not_lowered(key, rules.word))
        return Ranked(rules=rules, severity=severity)

    def _word(self, node: Node, allowed: tuple[str, ...], example: str) -> str:
        if not isinstance(node.value, str):
            self._complain(complaints.wrong_type(node, "text", example))
        elif node.value not in allowed:
            self._complain(complaints.wrong_value(node, allowed))
        else:
            return node.value
        return ""

    def fail_on(self, node: Node) -> FailOn | None:
        """Read a severity, or `never`."""
        word = self._word(node, FAIL_ON, 'fail-on = "warning"')
        return FailOn(word) if word else None

    def yes_or_no(self, node: Node) -> bool | None:
        """Read true or false."""
        if isinstance(node.value, bool):
            return node.value
        self._complain(complaints.wrong_type(node, "true or false", "strict = true"))
        return None

    def patterns(self, node: Node) -> tuple[str, ...]:
        """Read a list of patterns of files."""
        return tuple(text.text for text in self._texts(node, "a list of patterns", '["legacy/**"]'))

    def limits(self, node: Node) -> Limits:
        """Read the table of limits."""
        return Limits(**self._fields(node, _LIMIT_FIELDS))

    def limit(self, node: Node, measure: Measure) -> int | None:
        """Read one amount."""
        if not isinstance(node.value, (str, int, float)) or isinstance(node.value, bool):
            self._complain(complaints.wrong_type(node, "an amount", '"6 TiB"'))
            return None
        try:
            return int(measure.parse(node.value).value)
        except QuantityError as error:
            self._complain(complaints.bad_value(node, str(error), error.advice))
            return None

    def overrides(self, node: Node) -> tuple[Override, ...]:
        """Read all overrides; one that is for nothing in particular is left out."""
        if not isinstance(node.value, tuple):
            self._complain(complaints.wrong_type(node, "a list of tables", "[[override]]"))
        found = (self._override(number, item) for number, item in enumerate(node.items))
        return tuple(one for one in found if one)

    def _override(self, number: int, table: Node) -> Override | None:
        fields = self._fields(table, _OVERRIDE)
        if not isinstance(table.value, dict):
            return None
        if not table.members.keys() & {"uuid", "paths"}:
            advice = 'say which executable it is for, uuid = "…", or which files, paths = ["legacy/**"]'
            self._complain(complaints.bad_value(table, "neither `uuid` nor `paths` is given", advice))
            return None
        return Override(number=number, **fields) if fields.keys() & {"uuid", "paths"} else None

    def uuid(self, node: Node) -> str | None:
        """Read which executable is meant."""
        if node.text:
            return node.text.strip().lower()
        self._complain(complaints.wrong_type(node, "the uuid of an executable", 'uuid = "6f0d7a52-…"'))
        return None

    def pointer(self, node: Node) -> str | None:
        """Read which place in an executable is meant."""
        if node.text.startswith("/"):
            return node.text.rstrip("/")
        advice = 'write for instance pointer = "/compute-resources/0/memory"'
        self._complain(complaints.bad_value(node, "a JSON Pointer starts with `/` at the executable", advice))
        return None


_IGNORE: Final = 'ignore = { RES105 = "really needs 6 TiB" }'
_SEVERITY: Final = 'severity = { RES105 = "error" }'
_Read = Callable[[SettingsReader, Node], object]
_Known = dict[str, tuple[str, _Read]]
"""The field of a value for each key, and how it is read; None keeps the default."""

_LIMIT_FIELDS: Final[_Known] = {
    name: (field, lambda reader, node, measure=measure: reader.limit(node, measure))  # type: ignore[misc]
    for name, (field, measure) in LIMITS.items()
}
_OVERRIDE: Final[_Known] = {
    "uuid": ("uuid", SettingsReader.uuid),
    "paths": ("paths", SettingsReader.patterns),
    "pointer": ("pointer", SettingsReader.pointer),
    "ignore": ("ignore", SettingsReader.ignored),
    "severity": ("severity", SettingsReader.ranked),
}
_SETTINGS: Final[_Known] = {
    "select": ("select", SettingsReader.rule_sets),
    "ignore": ("ignore", SettingsReader.ignored),
    "severity": ("severity", SettingsReader.ranked),
    "fail-on": ("fail_on", SettingsReader.fail_on),
    "strict": ("strict", SettingsReader.yes_or_no),
    "exclude": ("exclude", SettingsReader.patterns),
    "limits": ("limits", SettingsReader.limits),
    "override": ("overrides", SettingsReader.overrides),
}
