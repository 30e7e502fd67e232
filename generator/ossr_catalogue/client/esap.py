"""For ESAP's harvester: the workflows of a catalogue, in the shape that its GUI reads.

https://git.astron.nl/astron-sdc/escape-wp5/esap-api-gateway
"""

import json
from pathlib import Path
from typing import Final

from ossr_catalogue.client.loading import Patience, load
from ossr_catalogue.errors import SourceError

KEYS: Final = (
    "id",
    "name",
    "description",
    "workflow",
    "url",
    "ref",
    "filepath",
    "runtimePlatform",
    "keywords",
    "author",
)
"""Of an item, each a text: the GUI ends on anything else."""
_DOOR: Final = "esap-workflows"


def workflows(
    index_url: str | Path,
    *,
    max_age_seconds: float = 300.0,
    timeout_seconds: float = 5.0,
    cache: Path | None = None,
) -> list[dict[str, str]]:
    """Give the workflows that at least one of ESAP's facilities can run.

    The description is HTML in which nothing runs; all else is plain text. Where the catalogue cannot be had,
    what was kept of it is given, with a `StaleCatalogueWarning`, and it is not asked again before its time.

    Args:
        index_url: of the site or its `index.json`; a path will do.
        max_age_seconds: what was asked for within that time is not asked for again.
        timeout_seconds: for the connection, and for each piece of an answer.
        cache: the folder for what is kept; None for the user's own.

    Raises:
        SourceError: if it cannot be had, and nothing of it was kept.
        UsageError: if the address is none, or only a newer client can read it.
    """
    patience = Patience(timeout_seconds=timeout_seconds, max_age_seconds=max_age_seconds)
    snapshot = load(index_url, [_DOOR], patience=patience, cache=cache)
    if _DOOR not in snapshot.files:
        raise SourceError(f"{snapshot.base}: this catalogue offers ESAP nothing; expected a door {_DOOR!r}")
    try:
        return [_item(one) for one in json.loads(snapshot.files[_DOOR])["results"]]
    except (ValueError, KeyError, TypeError) as error:
        raise SourceError(f"{snapshot.base}: its door {_DOOR!r} is not of ESAP's shape") from error


def _item(said: dict[str, object]) -> dict[str, str]:
    """Take the ten keys and nothing else; what is no text is none."""
    return {key: value if isinstance(value := said.get(key), str) else "" for key in KEYS}
