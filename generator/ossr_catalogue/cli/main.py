"""The command's entry: finds the subcommand, and turns whatever happens into an exit status."""

import gc
import importlib
import os
import sys
from collections.abc import Sequence
from enum import IntEnum
from typing import Final

import click

from ossr_catalogue import HOME_URL, __version__
from ossr_catalogue.errors import CatalogueError, MissingExtraError, NothingFoundError, UsageError


class Exit(IntEnum):
    """What the exit status says; the same for every command and every output format."""

    FINE = 0
    FINDINGS = 1
    """There are findings, or something could not be done that was asked for."""
    USAGE = 2
    NOTHING_FOUND = 3
    BUG = 70
    """`EX_SOFTWARE` of sysexits.h: our mistake, never the user's."""


_COMMANDS: Final = (
    "harvest",
    "lint",
    "build",
    "check",
    "diff",
    "serve",
    "draft",
    "why",
    "request",
    "rules",
    "explain",
    "suppress",
)
_STATUS: Final = {
    UsageError: Exit.USAGE,
    MissingExtraError: Exit.USAGE,
    NothingFoundError: Exit.NOTHING_FOUND,
}


_UNTIL_COLLECTED: Final = 50_000
"""Objects made before the first look for garbage in cycles: a tree of values is large, and has none."""


class LazyGroup(click.Group):
    """Imports a subcommand only when it is called: `lint` pays nothing for what `build` needs."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - click's signature
        """Name the commands in the order in which they are used."""
        return list(_COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002 - likewise
        """Import one command; None for a word that is none."""
        if cmd_name not in _COMMANDS:
            return None
        module = importlib.import_module(f"ossr_catalogue.cli.{cmd_name}_command")
        command: click.Command = module.command
        return command


@click.group(cls=LazyGroup, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="ossr-catalogue")
def group() -> None:
    """Find, understand and launch the executables of the OSSR.

    \b
    Example:
      ossr-catalogue draft . > executables.yaml
      ossr-catalogue lint

    Exit status: 0 fine, 1 findings, 2 wrong usage, 3 nothing found, 70 a bug of ours.
    """


def main(arguments: Sequence[str] | None = None) -> None:
    """Run the command, and exit with its status."""
    gc.set_threshold(_UNTIL_COLLECTED)
    _survive_any_terminal()
    status = _status(list(sys.argv[1:] if arguments is None else arguments))
    gc.freeze()  # else the process looks for garbage in all of its modules before it ends: 15 ms
    sys.exit(status)


def _status(arguments: list[str]) -> int:
    try:
        result = group.main(arguments, prog_name="ossr-catalogue", standalone_mode=False)
    except click.ClickException as error:
        error.show()
        return Exit.USAGE
    except CatalogueError as error:
        click.echo(f"ossr-catalogue: {error}", err=True)
        return _STATUS.get(type(error), Exit.FINDINGS)
    except (click.Abort, KeyboardInterrupt):
        return 130  # 128 + SIGINT, as shells do
    except SystemExit:
        # Nothing else makes click exit by itself, when told to leave that to us.
        return _leave_a_broken_pipe()
    except Exception:  # noqa: BLE001 - the last line of defence
        return _report_our_bug()
    return result if isinstance(result, int) else Exit.FINE


def _survive_any_terminal() -> None:
    """Write what a terminal cannot show as escapes: a contributed title must not end a run."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="backslashreplace")


def _leave_a_broken_pipe() -> int:
    """Say nothing when `| head` has seen enough, not even while the interpreter shuts down."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    return Exit.FINE


def _report_our_bug() -> int:
    import traceback  # noqa: PLC0415 - nobody should ever need it

    traceback.print_exc()
    click.echo(
        f"ossr-catalogue {__version__}: this is a bug of ours, not yours. "
        f"Please report the lines above; {HOME_URL}contribute/ says where.",
        err=True,
    )
    return Exit.BUG
