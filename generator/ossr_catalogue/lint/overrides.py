"""What is chosen for some executables or files only: whom it means, and whether it was of use."""

from collections.abc import Collection, Iterator

from ossr_catalogue.document.document import Document, Problem
from ossr_catalogue.document.node import Node, Step
from ossr_catalogue.lint.configuration.configuration import Configuration
from ossr_catalogue.lint.patterns import is_among
from ossr_catalogue.lint.rule_sets import Override
from ossr_catalogue.lint.scope import place_within, silence_proves_nothing
from ossr_catalogue.lint.weighing import ranked
from ossr_catalogue.model.finding import Finding, Severity


def overrides_for(path: str, configuration: Configuration) -> tuple[Override, ...]:
    """Give the overrides that may speak about a file, which is given from the folder of the configuration."""
    overrides = configuration.settings.overrides
    return tuple(one for one in overrides if not one.paths or is_among(path, one.paths))


def met_in(document: Document, overrides: Collection[Override]) -> Iterator[int]:
    """Give the numbers of the overrides whose executable is in a file."""
    there = {uuid.text.lower() for entry in document.executables if (uuid := entry.get("uuid"))}
    return (one.number for one in overrides if not one.uuid or one.uuid in there)


def is_about(override: Override, found: Finding) -> bool:
    """Say whether a finding, in a file that an override may speak about, is one of those that it means."""
    if override.uuid and override.uuid != (found.uuid or "").lower():
        return False
    return not override.pointer or f"{place_within(found)}/".startswith(f"{override.pointer}/")


def severity_by(overrides: Collection[Override], code: str) -> Severity | None:
    """Give the severity that overrides choose for a rule; the last one counts."""
    found = [severity for one in overrides if (severity := ranked(one.severity, code))]
    return found[-1] if found else None


def of_no_use(
    root: Node, configuration: Configuration, met: Collection[int], used: Collection[tuple[int, str]]
) -> Iterator[Problem]:
    """Say which overrides could as well be taken out.

    Args:
        root: the tree of the file.
        configuration: what was read of it.
        met: the numbers of those that met their executable or file.
        used: those that let a finding stand, each with the word in it that did.
    """
    for override in configuration.settings.overrides:
        table = _table_of(root, configuration.table, override)
        if override.number not in met:
            yield _unmatched(override, table)
            continue
        for ignored in override.ignore:
            word = ignored.rules.word
            if (override.number, word) not in used and not silence_proves_nothing(ignored.rules.codes):
                yield _unused(table, word)


def _table_of(root: Node, table: tuple[str, ...], override: Override) -> Node:
    path: tuple[Step, ...] = (*table, "override", override.number)
    return next(root.select(*path))


def _unmatched(override: Override, table: Node) -> Problem:
    key = "uuid" if override.uuid else "paths"
    what = "executable of this uuid" if override.uuid else "file that these patterns mean"
    place = table.get(key) or table
    return Problem(
        kind="unmatched-override",
        span=place.span,
        path=place.path,
        message=f"there is no {what}",
        advice="correct it, or take the override out",
    )


def _unused(table: Node, word: str) -> Problem:
    ignore = table.get("ignore") or table
    keys = (member.key for member in ignore.members.values())
    place = next((key for key in keys if key.text.strip() == word), ignore)
    return Problem(
        kind="unused-suppression",
        span=place.span,
        path=place.path,
        message=f"no finding of {word} is there to be suppressed",
        advice="take it out",
    )
