"""Options that belong together, given to a command as one value."""

from collections.abc import Callable
from dataclasses import fields
from functools import wraps
from typing import Any

Command = Callable[..., int]
Group = Callable[[Command], Command]
"""Adds the options to a command, and gives them to its keyword argument."""


def option_group(argument: str, value: type[Any], *options: Callable[[Command], Command]) -> Group:
    """Make a decorator that adds some options to a command.

    Args:
        argument: the keyword argument of the command that gets them all.
        value: a dataclass whose fields are called like the options.
        options: what `click.option` gives, in the order of the help.
    """
    names = tuple(field.name for field in fields(value))

    def decorate(command: Command) -> Command:
        @wraps(command)
        def with_one_value(*arguments: object, **given: object) -> int:
            own = {name: given.pop(name) for name in names}
            return command(*arguments, **given, **{argument: value(**own)})

        grouped: Command = with_one_value
        for option in reversed(options):
            grouped = option(grouped)
        return grouped

    return decorate
