"""Executables as a table of pandas or astropy, which the client does not need otherwise."""

from collections.abc import Callable, Sequence
from importlib import import_module
from typing import Any, Final

from ossr_catalogue.client.executable import Executable
from ossr_catalogue.errors import UsageError
from ossr_catalogue.matching.measures import MEASURES
from ossr_catalogue.model.quantity import Number

Columns = dict[str, list[Any]]

_UNITS: Final = {"bytes": "_bytes", "seconds": "_seconds"}
_SAID: Final = ("uuid", "type", "title", "summary", "component", "origin", "status", "license")


def table(executables: Sequence[Executable], package: str | None) -> Any:  # noqa: ANN401 - of pandas or astropy
    """Make a table with the columns of `index.csv` that say what something is and needs.

    Raises:
        UsageError: if nothing is installed that could make one.
    """
    for name in [package] if package else list(_MAKERS):
        if name not in _MAKERS:
            raise UsageError(f"tables are made by {' or '.join(_MAKERS)}, not by {name!r}")
        try:
            return _MAKERS[name](_columns(executables))
        except ModuleNotFoundError:
            continue
    raise UsageError(f"a table needs {package or 'pandas or astropy'}: pip install {package or 'pandas'}")


def _columns(executables: Sequence[Executable]) -> Columns:
    columns: Columns = {key: [one.said.get(key, "") for one in executables] for key in _SAID}
    columns["page"] = [one.page for one in executables]
    columns["keywords"] = ["; ".join(one.keywords) for one in executables]
    for measure in MEASURES:
        needs = [measure.need(one.needs) for one in executables]
        name = f"{measure.name.replace('-', '_')}{_UNITS.get(measure.unit, '')}"
        columns[f"{name}_min"] = [_number(need.least or None) if need else _NONE for need in needs]
        columns[f"{name}_max"] = [_number(need.most) if need else _NONE for need in needs]
    return columns


_NONE: Final = float("nan")
"""What both packages take for *not declared*."""


def _number(amount: Number | None) -> Number:
    return _NONE if amount is None else float(amount)


def _pandas(columns: Columns) -> Any:  # noqa: ANN401 - a DataFrame
    return import_module("pandas").DataFrame(columns)


def _astropy(columns: Columns) -> Any:  # noqa: ANN401 - a Table
    return import_module("astropy.table").Table(columns)


_MAKERS: Final[dict[str, Callable[[Columns], Any]]] = {"pandas": _pandas, "astropy": _astropy}
