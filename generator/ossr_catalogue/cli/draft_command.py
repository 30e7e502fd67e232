"""`ossr-catalogue draft`: propose a list for a repository that has none."""

import re
import uuid
from collections.abc import Iterable
from pathlib import Path
from typing import Final

import click

from ossr_catalogue.errors import NothingFoundError, UsageError
from ossr_catalogue.harvest.draft import draft, for_its_owner
from ossr_catalogue.harvest.folder import FolderSource
from ossr_catalogue.harvest.git.source import GitSource
from ossr_catalogue.harvest.source import Explained, Snapshot, Source, Unchanged
from ossr_catalogue.model.catalogue import LeftOut
from ossr_catalogue.model.harvested import Unreadable

_REMOTE: Final = re.compile(r"[a-z+]+://|[\w.-]+@[\w.-]+:")


@click.command(name="draft")
@click.argument("repository")
@click.option(
    "--format", "format_name", type=click.Choice(("yaml", "json")), default="yaml", show_default=True
)
def command(repository: str, format_name: str) -> None:
    """Propose a list for a folder or a Git URL, to be finished and committed by its owner.

    Nothing of the repository is executed, and its needs are never guessed.

    \b
    Example:
      ossr-catalogue draft . > executables.yaml
      ossr-catalogue draft https://github.com/cds-astro/tutorials --format json
    """
    snapshot = _snapshot(repository)
    proposal = draft(snapshot)
    if proposal is None:
        raise NothingFoundError(
            f"{repository}: no notebook, container recipe, command or workflow was found to propose"
        )
    # What has no public address shares its identity with every folder of its name.
    fresh = None if snapshot.component.repository else _new_uuid
    click.echo(for_its_owner(proposal, format_name, fresh=fresh), nl=False)


def _new_uuid() -> str:
    return str(uuid.uuid4())


def _snapshot(repository: str) -> Snapshot:
    """Give the repository's one snapshot; what it leaves out is told beside the draft."""
    for found in _source(repository).snapshots():
        if isinstance(found, LeftOut):
            _tell([found])
        elif not isinstance(found, Unchanged | Unreadable):
            _tell(found.left_out if isinstance(found, Explained) else ())
            return found
    raise UsageError(f"{repository}: there is nothing to look at")


def _tell(left_out: Iterable[LeftOut]) -> None:
    for one in left_out:
        click.echo(f"left out {one.path}: {one.reason}", err=True)


def _source(repository: str) -> Source:
    if _REMOTE.match(repository):
        return GitSource(repository)
    if not Path(repository).is_dir():
        raise UsageError(
            f"{repository}: neither a folder nor a Git URL (https://, ssh://, file://, git@host:path)"
        )
    return FolderSource(Path(repository))
