"""How a package of a registry is installed, by its purl: https://github.com/package-url/purl-spec."""

import re
from dataclasses import dataclass
from typing import Final
from urllib.parse import unquote

from ossr_catalogue.publish.pages.shell_words import Words

_PLAIN: Final = r"[A-Za-z0-9](?:[A-Za-z0-9._-]*[A-Za-z0-9])?"
_VERSION: Final = r"[A-Za-z0-9][A-Za-z0-9.+!_-]*"


@dataclass(frozen=True, slots=True, kw_only=True)
class _Installer:
    command: Words
    pin: str
    """What stands between name and version."""
    name: str = _PLAIN
    """A pattern: anything else could be a path or an option."""


_INSTALLERS: Final = {
    "pypi": _Installer(command=["python", "-m", "pip", "install"], pin="=="),
    "conda": _Installer(command=["conda", "install", "--channel", "conda-forge"], pin="="),
    "cargo": _Installer(command=["cargo", "install", "--locked"], pin="@"),
    "npm": _Installer(command=["npm", "install", "--global"], pin="@", name=rf"(?:@{_PLAIN}/)?{_PLAIN}"),
}


def install(purl: str) -> Words:
    """Give the command; empty where the registry, or such a name, is not known.

    >>> install("pkg:pypi/gammapy@1.2")
    ['python', '-m', 'pip', 'install', 'gammapy==1.2']
    """
    registry, _, rest = purl.removeprefix("pkg:").partition("/")
    installer = _INSTALLERS.get(registry)
    if installer is None:
        return []
    name_and_version = re.compile(rf"(?P<name>{installer.name})(?:@(?P<version>{_VERSION}))?", re.ASCII)
    package = name_and_version.fullmatch(unquote(re.split("[?#]", rest)[0]))
    if package is None:
        return []
    pinned = f"{installer.pin}{package['version']}" if package["version"] else ""
    return [*installer.command, package["name"] + pinned]
