"""Progress for people at a terminal; silence in a pipe."""

import sys
from types import TracebackType
from typing import Self

import click

_WIDTH = 78


class Progress:
    """One line on standard error that is written over; nothing at all unless that is a terminal."""

    def __init__(self) -> None:
        self._visible = sys.stderr.isatty()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.say("")

    def say(self, text: str) -> None:
        """Replace the line; harvested text in it cannot move the cursor."""
        if self._visible:
            shown = "".join(letter if letter.isprintable() else "?" for letter in text)[:_WIDTH]
            click.echo(f"\r{shown:<{_WIDTH}}\r{shown}", nl=False, err=True)
