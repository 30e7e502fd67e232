"""Where pages lie: folders from the top of the site, with a slash at the end."""

import hashlib
import re
from typing import Final

from ossr_catalogue.model.kinds import Kind

CATALOGUE: Final = "catalogue/"
COMPARE: Final = "compare/"
COMPONENTS: Final = "components/"
DATA: Final = "data/"
GONE: Final = "gone/"
LEFT_OUT: Final = "left-out/"
MY_PLATFORM: Final = "my-platform/"
OVERVIEW: Final = "overview/"
PLATFORMS: Final = "platforms/"
PLAYGROUND: Final = "playground/"
REMARKS: Final = "remarks/"
RULES: Final = "rules/"
SOURCES: Final = "sources/"
_LOSSLESS: Final = re.compile(r"[a-z]+ [a-z0-9.]+")
"""Names of sources that can be told from all others when their blank is a dash."""
_LONGEST_NAME: Final = 80


def executable_page(uuid: str) -> str:
    """Give the page of an executable."""
    return f"executables/{uuid}/"


def component_page(slug: str) -> str:
    """Give the page of a component."""
    return f"{COMPONENTS}{slug}/"


def source_page(name: str) -> str:
    """Give the page of a source, the same as long as its name is; no two names have one page.

    >>> source_page("zenodo escape2020"), source_page("git https://example.org/a b")
    ('sources/zenodo-escape2020/', 'sources/git-example.org-a-b-804c5c/')
    """
    words = _words(name)
    if not _LOSSLESS.fullmatch(name):
        words = f"{words or 'source'}-{_digest(name)}"
    return f"{SOURCES}{words}/"


def data_page(urn: str, *, is_known: bool) -> str:
    """Give the page of a content of data; an empty one is not declared, one of somebody's own is told apart.

    >>> data_page("urn:astronomy-image", is_known=True), data_page("urn:x:my/own", is_known=False)
    ('data/astronomy-image/', 'data/urn-x-my-own-d2f36d/')
    """
    if not urn:
        return f"{DATA}not-declared/"
    words = _words(urn.removeprefix("urn:")) if is_known else f"{_words(urn) or 'data'}-{_digest(urn)}"
    return f"{DATA}{words}/"


def _words(name: str) -> str:
    words = re.sub(r"[^a-z0-9]*[^a-z0-9.]+[^a-z0-9]*", "-", name.lower().replace("https://", "")).strip("-.")
    return words[:_LONGEST_NAME].rstrip("-.")


def _digest(name: str) -> str:
    return hashlib.sha256(name.encode("utf-8", "surrogatepass")).hexdigest()[:6]


def source_document(name: str) -> str:
    """Give what programs are told of a source."""
    return f"{source_page(name).rstrip('/')}.json"


def platform_page(identity: str) -> str:
    """Give the page of a platform."""
    return f"{PLATFORMS}{identity}/"


def rule_page(code: str) -> str:
    """Give the page of a rule of the linter."""
    return f"{RULES}{code}/"


def type_page(kind: type[Kind]) -> str:
    """Give the list of all executables of one type."""
    return f"types/{kind_name(kind)}/"


def kind_name(kind: type[Kind]) -> str:
    """Give the short name of a type: `jupyter-notebook`."""
    return kind.urn.rpartition("/")[2]


def numbered(base: str, number: int) -> str:
    """Give the folder of a page of a long list; the first has no number."""
    return base if number == 1 else f"{base}{number}/"
