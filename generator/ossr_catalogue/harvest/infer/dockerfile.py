"""Read from a Dockerfile what it says about the image; https://docs.docker.com/reference/dockerfile/."""

import re
import shlex
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from ossr_catalogue.harvest.text.plain import one_line

_MAX_LETTERS: Final = 200_000
_INSTRUCTION: Final = re.compile(r"\s*([A-Za-z]+)\s+(.*)", re.DOTALL)
_VARIABLE: Final = re.compile(r"\$(?:\{(\w+)(?::?-([^}]*))?\}|(\w+))")
_PORT: Final = re.compile(r"(\d{1,5})(?:/tcp)?", re.IGNORECASE)
_MAX_PORT: Final = 65_535


@dataclass(frozen=True, slots=True, kw_only=True)
class Dockerfile:
    """What can be known without building it."""

    base: str | None
    """The image that it starts from; None if that depends on the build."""
    labels: Mapping[str, str]
    ports: tuple[int, ...]


def read_dockerfile(content: bytes) -> Dockerfile | None:
    """Read a Dockerfile; None if it starts from nothing, so that it is none."""
    text = content.decode("utf-8-sig", "replace")[:_MAX_LETTERS]
    instructions = tuple(_instructions(text))
    stages = [rest for name, rest in instructions if name == "FROM"]
    if not stages:
        return None
    return Dockerfile(
        base=_base(stages, _defaults(instructions)),
        labels={key: value for name, rest in instructions if name == "LABEL" for key, value in _labels(rest)},
        ports=tuple(
            sorted({port for name, rest in instructions if name == "EXPOSE" for port in _ports(rest)})
        ),
    )


def _instructions(text: str) -> Iterator[tuple[str, str]]:
    """Give each instruction in capitals with its arguments: comments dropped, continued lines joined."""
    lines = [line for line in text.splitlines() if line.strip() and not line.lstrip().startswith("#")]
    for line in re.sub(r"\\[ \t]*\n", " ", "\n".join(lines)).split("\n"):
        if match := _INSTRUCTION.fullmatch(line):
            yield match[1].upper(), match[2].strip()


def _defaults(instructions: tuple[tuple[str, str], ...]) -> dict[str, str]:
    """Give the arguments that stand before the first FROM: it may use those alone."""
    found = {}
    for name, rest in instructions:
        if name == "FROM":
            break
        key, given, value = rest.partition("=")
        if name == "ARG" and given:
            found[key.strip()] = value.strip().strip("\"'")
    return found


def _base(stages: list[str], defaults: Mapping[str, str]) -> str | None:
    """Follow the last stage through the names of earlier ones to an image."""
    named: dict[str, str] = {}
    base = ""
    for stage in stages:
        words = [word for word in stage.split() if not word.startswith("--")]
        base = named.get(words[0].lower(), words[0]) if words else ""
        if len(words) > 2 and words[1].lower() == "as":  # noqa: PLR2004 - <image> AS <name>
            named[words[2].lower()] = base
    filled = _VARIABLE.sub(lambda match: defaults.get(match[1] or match[3], match[2] or "$"), base)
    return filled if filled and filled.isprintable() and "$" not in filled else None


def _labels(rest: str) -> Iterator[tuple[str, str]]:
    """Give the labels of one instruction, of the form `key=value …` or the old `key value`; no variables."""
    try:
        words = shlex.split(rest)
    except ValueError:  # an open quotation mark
        return
    if words and "=" not in words[0]:
        words = [f"{words[0]}={' '.join(words[1:])}"]
    for word in words:
        key, _, value = word.partition("=")
        if value and "$" not in value:
            yield key, one_line(value)


def _ports(rest: str) -> Iterator[int]:
    for word in rest.split():
        if (match := _PORT.fullmatch(word)) and 0 < int(match[1]) <= _MAX_PORT:
            yield int(match[1])
