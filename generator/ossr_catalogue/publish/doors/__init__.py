"""The doors: files for particular readers. Each module here is one, and offers `files(catalogue, site)`."""

from importlib import import_module
from pkgutil import iter_modules

from ossr_catalogue.publish.files import Door


def all_doors() -> tuple[Door, ...]:
    """Find the doors in this folder, sorted by name."""
    names = sorted(module.name for module in iter_modules(__path__))
    return tuple(import_module(f"{__name__}.{name}").files for name in names)
