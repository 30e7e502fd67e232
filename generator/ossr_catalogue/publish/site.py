"""The whole site, written all at once or not at all."""

import importlib
from collections.abc import Callable
from pathlib import Path
from typing import Final

from ossr_catalogue.errors import MissingExtraError
from ossr_catalogue.model.catalogue import Catalogue
from ossr_catalogue.publish.files import Built, SiteSettings
from ossr_catalogue.publish.folder import site_folder
from ossr_catalogue.publish.replacing import replacing

_NEEDED: Final = ("jinja2", "mkdocs", "material", "markdown_it")


def build(
    catalogue: Catalogue,
    output: Path,
    settings: SiteSettings,
    *,
    progress: Callable[[str], None] = lambda _: None,
) -> Built:
    """Write the site into *output*, replacing the one that stands there.

    Two builds of the same input are identical byte for byte. A file that is as it was stays the same file.

    Raises:
        MissingExtraError: if the packages that only building needs are not installed.
        PublishError: if *output* holds something else than a site, or something cannot be written.
    """
    _require_extra()
    from ossr_catalogue.publish.writing import write_site  # noqa: PLC0415 - needs what was just asked for

    with replacing(output) as building, site_folder(building, standing=output) as folder:
        return write_site(catalogue, folder, settings, progress)


def _require_extra() -> None:
    for package in _NEEDED:
        try:
            importlib.import_module(package)
        except ImportError as error:
            raise MissingExtraError(package) from error
