"""Which addresses are harmless to follow."""

from typing import Final
from urllib.parse import urlsplit

_SCHEMES: Final = frozenset({"http", "https", "mailto"})


def web_link(address: str | None) -> str | None:
    """Give an address if following it is harmless, else None; a bare DOI becomes its resolver's address.

    >>> web_link("10.5281/zenodo.4"), web_link("javascript:alert(1)")
    ('https://doi.org/10.5281/zenodo.4', None)
    """
    if not address:
        return None
    stripped = address.strip()
    if stripped.startswith("10.") and "/" in stripped:
        return f"https://doi.org/{stripped}"
    if stripped.lower().startswith("doi:"):
        return web_link(stripped[4:])
    return stripped if leads_to_the_web(stripped) else None


def leads_to_the_web(address: str) -> bool:
    """Say whether an address is one of the web, or of somebody's mail."""
    try:
        parts = urlsplit(address)
    except ValueError:
        return False
    return parts.scheme.lower() in _SCHEMES and bool(parts.netloc or parts.scheme.lower() == "mailto")
