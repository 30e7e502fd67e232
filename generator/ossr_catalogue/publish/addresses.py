"""Where the files for machines lie, and which addresses of executables are passed on to them."""

import re
from collections.abc import Sequence
from typing import Final
from urllib.parse import urlsplit

from ossr_catalogue.publish.files import SiteSettings

INDEX: Final = "index.json"
_OTHER_LETTERS: Final = re.compile(r"[^a-z0-9]+")
_LONGEST_SLUG: Final = 60
_FETCHABLE: Final = frozenset({"http", "https", "oras", "library", "docker", "shub"})
"""What a program can fetch an executable from: the web, and the registries of Apptainer and Docker."""


def document_path(uuid: str) -> str:
    """Give the full JSON of an executable."""
    return f"executables/{uuid}.json"


def request_path(uuid: str, use: str = "", form: str = "json") -> str:
    """Give the ExecutionBroker request of an executable, or of one of its uses, in JSON or YAML."""
    return f"executables/{uuid}{f'.{use}' if use else ''}.request.{form}"


def profile_slugs(names: Sequence[str]) -> tuple[str, ...]:
    """Give each profile of an executable a part of an address: its name in small letters and digits.

    >>> profile_slugs(["Small sample", "small-sample", "…"])
    ('small-sample', 'profile-2', 'profile-3')
    """
    slugs: list[str] = []
    for number, name in enumerate(names, start=1):
        slug = _OTHER_LETTERS.sub("-", name.lower())[:_LONGEST_SLUG].strip("-")
        slugs.append(slug if slug and slug not in slugs else f"profile-{number}")
    return tuple(slugs)


def component_file(slug: str, name: str) -> str:
    """Give a file that speaks about a component; it lies in the folder of its page."""
    return f"components/{slug}/{name}"


def schema_url(site: SiteSettings, name: str) -> str:
    """Give the address at which this site publishes one of the schemas, e.g. `index-1`."""
    return f"{site.url}schemas/{name}.schema.json"


def fetchable_address(text: str | None) -> str | None:
    """Pass on an address that a program may fetch an executable from; None for anything else.

    >>> fetchable_address("oras://ghcr.io/example/casa:6"), fetchable_address("javascript://%0aalert(1)")
    ('oras://ghcr.io/example/casa:6', None)
    """
    try:
        parts = urlsplit(text or "")
    except ValueError:
        return None
    return text if parts.scheme in _FETCHABLE and parts.netloc else None
