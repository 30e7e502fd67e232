"""Where pages lie: folders from the top of the site, with a slash at the end."""

from typing import Final

from ossr_catalogue.model.kinds import Kind

CATALOGUE: Final = "catalogue/"
COMPONENTS: Final = "components/"
GONE: Final = "gone/"
LEFT_OUT: Final = "left-out/"
PLAYGROUND: Final = "playground/"
RULES: Final = "rules/"


def executable_page(uuid: str) -> str:
    """Give the page of an executable."""
    return f"executables/{uuid}/"


def component_page(slug: str) -> str:
    """Give the page of a component."""
    return f"{COMPONENTS}{slug}/"


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
