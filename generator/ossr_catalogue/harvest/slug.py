"""The identity of a component in this catalogue, from where its source found it."""

import re
from typing import Final

_MAX_LENGTH: Final = 120
_SCHEME: Final = re.compile(r"^[a-z][a-z0-9+.-]*://", re.IGNORECASE)


def slug_of(place: str) -> str:
    """Make an address or path fit for a URL; empty where nothing of it is.

    >>> slug_of("https://github.com/cds-astro/tutorials")
    'github.com-cds-astro-tutorials'
    """
    words = re.sub(r"[^a-z0-9.]+", "-", _SCHEME.sub("", place).lower())
    return re.sub(r"-?\.*-\.*|\.{2,}", "-", words).strip("-.")[:_MAX_LENGTH].rstrip("-.")
