"""The whole site, written all at once or not at all."""

import importlib
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

from ossr_catalogue.errors import MissingExtraError, PublishError
from ossr_catalogue.model.catalogue import Catalogue
from ossr_catalogue.publish.files import Built, SiteSettings

_SIGN: Final = "index.json"
"""A folder with this file was published by us, and may be replaced."""
_NEEDED: Final = ("cbor2", "jinja2", "mkdocs", "material", "markdown_it", "pagefind")


def build(
    catalogue: Catalogue,
    output: Path,
    settings: SiteSettings,
    *,
    progress: Callable[[str], None] = lambda _: None,
) -> Built:
    """Write the site into *output*, replacing the one that stands there.

    Two builds of the same input are identical byte for byte.

    Raises:
        MissingExtraError: if the packages that only building needs are not installed.
        PublishError: if *output* holds something else than a site, or something cannot be written.
    """
    _require_extra()
    from ossr_catalogue.publish.writing import write_site  # noqa: PLC0415 - needs what was just asked for

    with _replacing(output) as folder:
        return write_site(catalogue, folder, settings, progress)


def _require_extra() -> None:
    for package in _NEEDED:
        try:
            importlib.import_module(package)
        except ImportError as error:
            raise MissingExtraError(package) from error


@contextmanager
def _replacing(output: Path) -> Iterator[Path]:
    """Give a new folder beside *output* that takes its place if all goes well, and leaves no trace if not."""
    target = output.resolve()
    if target.exists() and not _may_replace(target):
        raise PublishError(
            f"{output}: expected an empty folder or a published catalogue, found other files; "
            "choose another folder with --output"
        )
    building, before = (target.with_name(f".{target.name}.{word}") for word in ("building", "before"))
    try:
        _clear(building)
        building.mkdir(parents=True)
        yield building
        _clear(before)
        if target.exists():
            target.rename(before)
        building.rename(target)
    except OSError as error:
        raise PublishError(f"{output}: cannot be written: {error}") from error
    finally:
        _clear(building)
        _clear(before)


def _may_replace(target: Path) -> bool:
    return target.is_dir() and ((target / _SIGN).is_file() or not any(target.iterdir()))


def _clear(folder: Path) -> None:
    if folder.exists():
        shutil.rmtree(folder)
