"""`ossr-catalogue suppress`: let a finding stand, by an override in the configuration."""

from pathlib import Path

import click

from ossr_catalogue.cli.output import write_file
from ossr_catalogue.errors import UsageError
from ossr_catalogue.lint.configuration.discovery import FILE_NAME, PYPROJECT, TABLE, nearest_file
from ossr_catalogue.lint.configuration.writing import Wish, with_override
from ossr_catalogue.lint.selection import is_firm, rule_set


@click.command(name="suppress")
@click.argument("rule")
@click.option("--uuid", default="", help="The executable whose findings may stand.")
@click.option("--path", "pattern", default="", help="The files whose findings may stand, a pattern.")
@click.option(
    "--pointer", default="", help="Only at this place and below: a JSON Pointer from the executable on."
)
@click.option("--reason", required=True, help="Why they may stand.")
@click.option(
    "--config",
    metavar="FILE",
    help="The configuration to write to.  [default: the nearest, else a new .ossr-catalogue.toml]",
)
def command(rule: str, uuid: str, pattern: str, pointer: str, reason: str, config: str | None) -> None:
    """Let findings of a rule stand: JSON has no comments in which that could be said.

    \b
    Example:
      ossr-catalogue suppress RES105 --uuid 6f0d7a52-1c1e-4b7b-9d3a-5b8c2f4e7a10 \\
        --pointer /compute-resources/0/memory --reason "LOFAR imaging needs 6 TiB"
    """
    wish = _wish(rule, uuid=uuid, pattern=pattern, pointer=pointer, reason=reason)
    file = Path(config) if config else _nearest()
    table = TABLE if file.name == PYPROJECT else ()
    before = file.read_bytes() if file.exists() else b""
    after = with_override(before, file.as_posix(), table, wish)
    if after is None:
        click.echo(f"{file.as_posix()} says so already.")
        return
    write_file(file, after.decode("utf-8"))
    click.echo(f"Findings of {wish.rules.word} may stand there; {file.as_posix()} says so now.")


def _wish(rule: str, *, uuid: str, pattern: str, pointer: str, reason: str) -> Wish:
    rules = rule_set(rule)
    if is_firm(rules):
        raise UsageError(f"{rule}: its findings cannot be suppressed; mend what they are about")
    if not uuid and not pattern:
        raise UsageError("say which executable is meant, --uuid, or which files, --path")
    if pointer and not pointer.startswith("/"):
        raise UsageError(f"--pointer {pointer}: a JSON Pointer starts with `/`, at the executable")
    if not reason.strip():
        raise UsageError("--reason: say why the findings may stand")
    return Wish(
        rules=rules,
        reason=reason.strip(),
        uuid=uuid.strip().lower(),
        path=pattern.strip(),
        pointer=pointer.rstrip("/"),
    )


def _nearest() -> Path:
    """Find the configuration of this folder, or the place for a new one."""
    here = Path.cwd()
    found = nearest_file(here)
    path = found or next((top for top in (here, *here.parents) if (top / ".git").exists()), here) / FILE_NAME
    return path.relative_to(here) if path.is_relative_to(here) else path
