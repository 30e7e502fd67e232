"""The servers that run Zenodo's software, and how a source says which one it means."""

from typing import Final

ZENODO: Final = "https://zenodo.org"
SANDBOX: Final = "https://sandbox.zenodo.org"


def named(source: str, base_url: str) -> str:
    """Tell the twins on several servers apart.

    >>> named("zenodo escape2020", "https://sandbox.zenodo.org")
    'zenodo escape2020 at https://sandbox.zenodo.org'
    >>> named("zenodo escape2020", "https://zenodo.org/")
    'zenodo escape2020'
    """
    base_url = base_url.rstrip("/")
    return source if base_url == ZENODO else f"{source} at {base_url}"
