"""Whether JSON is what a schema (Draft 2020-12) asks for, yes or no, for what is asked very often.

A full validator takes many times as long, and says what is wrong where.
"""

import re
from collections.abc import Callable, Mapping
from typing import Any, Final

Test = Callable[[Any], bool]

_NUMBERS: Final = frozenset({int, float})
_TYPES: Final[Mapping[str, Test]] = {
    "array": lambda value: isinstance(value, list),
    "boolean": lambda value: isinstance(value, bool),
    "integer": lambda value: type(value) is int or (type(value) is float and value.is_integer()),
    "number": lambda value: type(value) in _NUMBERS,
    "object": lambda value: isinstance(value, dict),
    "string": lambda value: isinstance(value, str),
}
_SAYS_NOTHING: Final = frozenset({"$schema", "$id", "$defs", "title", "description", "examples", "format"})
"""Keywords that assert nothing; `format` does not unless a validator is told to look at it."""


def quick_test(schema: Mapping[str, Any], definition: str = "") -> Test:
    """Make the test of a schema, or of one of its definitions.

    Raises:
        NotImplementedError: for a keyword that is not known here, or is given what is not.
    """
    maker = _Maker(schema.get("$defs", {}))
    return maker.named(definition) if definition else maker.test(schema)


class _Maker:
    """Makes tests, each definition's once."""

    def __init__(self, definitions: Mapping[str, Any]) -> None:
        self._definitions = definitions
        self._made: dict[str, Test] = {}

    def named(self, name: str) -> Test:
        """Make the test of a definition."""
        if name not in self._made:
            self._made[name] = self.test(self._definitions[name])
        return self._made[name]

    def test(self, schema: Mapping[str, Any]) -> Test:
        """Make the test of a schema: all that its keywords ask for."""
        tests = [self._keyword(word, given) for word, given in schema.items() if word not in _SAYS_NOTHING]
        if len(tests) == 1:
            return tests[0]
        return lambda value: all(test(value) for test in tests)

    def _keyword(self, word: str, given: Any) -> Test:  # noqa: ANN401 - what stands in a schema
        if word in _LIMITS:
            return _LIMITS[word](given)
        makers: dict[str, Callable[[Any], Test]] = {
            "$ref": lambda address: self.named(address.removeprefix("#/$defs/")),
            "allOf": self._all_of,
            "anyOf": lambda schemas: _counted(self._each(schemas), range(1, len(schemas) + 1)),
            "oneOf": lambda schemas: _counted(self._each(schemas), range(1, 2)),
            "items": self._items,
            "properties": self._properties,
        }
        if word not in makers:
            raise NotImplementedError(f"the keyword {word!r} of JSON Schema")
        return makers[word](given)

    def _each(self, schemas: list[Mapping[str, Any]]) -> list[Test]:
        return [self.test(schema) for schema in schemas]

    def _all_of(self, schemas: list[Mapping[str, Any]]) -> Test:
        tests = self._each(schemas)
        return lambda value: all(test(value) for test in tests)

    def _items(self, schema: Mapping[str, Any]) -> Test:
        test = self.test(schema)
        return lambda value: not isinstance(value, list) or all(map(test, value))

    def _properties(self, schemas: Mapping[str, Mapping[str, Any]]) -> Test:
        tests = {key: self.test(schema) for key, schema in schemas.items()}

        def test(value: Any) -> bool:  # noqa: ANN401 - JSON
            if not isinstance(value, dict):
                return True
            return all(tests[key](one) for key, one in value.items() if key in tests)

        return test


def _counted(tests: list[Test], allowed: range) -> Test:
    return lambda value: sum(test(value) for test in tests) in allowed


def _pattern(pattern: str) -> Test:
    search = re.compile(pattern).search
    return lambda value: not isinstance(value, str) or search(value) is not None


def _const(wanted: object) -> Test:
    if not isinstance(wanted, bool):
        raise NotImplementedError(f"the constant {wanted!r}")
    return lambda value: value is wanted


def _enum(allowed: list[object]) -> Test:
    if not all(isinstance(one, str) for one in allowed):
        raise NotImplementedError(f"the choices {allowed!r}")
    return lambda value: isinstance(value, str) and value in allowed


def _required(keys: list[str]) -> Test:
    wanted = frozenset(keys)
    return lambda value: not isinstance(value, dict) or wanted <= value.keys()


_LIMITS: Final[Mapping[str, Callable[[Any], Test]]] = {
    "type": lambda name: _TYPES[name],
    "required": _required,
    "pattern": _pattern,
    "const": _const,
    "enum": _enum,
    "minimum": lambda least: lambda value: type(value) not in _NUMBERS or value >= least,
    "minItems": lambda least: lambda value: not isinstance(value, list) or len(value) >= least,
    "minLength": lambda least: lambda value: not isinstance(value, str) or len(value) >= least,
    "minProperties": lambda least: lambda value: not isinstance(value, dict) or len(value) >= least,
}
