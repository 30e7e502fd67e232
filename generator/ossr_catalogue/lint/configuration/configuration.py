"""One configuration, as it was read."""

from dataclasses import dataclass
from typing import Final

from ossr_catalogue.document.document import Document
from ossr_catalogue.lint.settings import DEFAULTS, Settings


@dataclass(frozen=True, slots=True, kw_only=True)
class Configuration:
    """The settings of a folder and all below it."""

    settings: Settings = DEFAULTS
    folder: str = ""
    """The absolute path to which patterns are relative; empty where there is no configuration."""
    document: Document | None = None
    """The file that was read, with what is wrong with it; None where there is none."""
    table: tuple[str, ...] = ()
    """The steps to the table of the file that holds the settings."""


NO_CONFIGURATION: Final = Configuration()
