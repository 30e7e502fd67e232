"""Read setup.cfg, https://setuptools.pypa.io/en/latest/userguide/declarative_config.html."""

import configparser
import re
from typing import Final

from ossr_catalogue.harvest.metadata import values
from ossr_catalogue.harvest.metadata.licence import licence
from ossr_catalogue.harvest.metadata.loading import decoded
from ossr_catalogue.harvest.metadata.metadata import Metadata

_MAX_BYTES: Final = 200_000
_COMPUTED: Final = re.compile(r"\s*(attr|file)\s*:")
_BETWEEN: Final = re.compile(r",|;|&|\band\b")


def parsed(content: bytes) -> configparser.ConfigParser | None:
    """Read the sections; None for what is no configuration file."""
    parser = configparser.ConfigParser(interpolation=None, strict=False)
    try:
        parser.read_string(decoded(content[:_MAX_BYTES]) or "")
    except (configparser.Error, ValueError):
        return None
    return parser


def read(content: bytes, path: str) -> Metadata:  # noqa: ARG001 - every reader is called alike
    """Read the file; what it takes from another (`attr:`, `file:`) is not known without running it."""
    parser = parsed(content)
    if parser is None or not parser.has_section("metadata"):
        return Metadata()
    said = {
        key.replace("-", "_"): text for key, text in parser.items("metadata") if not _COMPUTED.match(text)
    }
    return Metadata(
        description=values.prose(said.get("description", said.get("summary", "")).strip("\"'")),
        authors=tuple(filter(None, map(values.person, _names(said.get("author", ""))))),
        licence=licence(said.get("license", "")) or "",
        keywords=values.keywords(said.get("keywords")),
        version=values.text(said.get("version")),
        homepage=values.address(said.get("url", said.get("home_page"))),
    )


def _names(authors: str) -> list[str]:
    """Take apart `Jane Doe, John Doe and Max Doe`; `Doe, Jane` is one person."""
    names = [name.strip() for name in _BETWEEN.split(authors)]
    return names if all(" " in name for name in names) else [values.given_first(authors)]
