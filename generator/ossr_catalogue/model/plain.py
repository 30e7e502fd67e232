"""Values as published JSON carries them."""

import math
from collections.abc import Mapping
from typing import Any, Final

_ATOMS: Final = (str, int)
"""What most values are."""


def plain(value: Any) -> Any:  # noqa: ANN401 - JSON in, JSON out
    """Give a value as the published files carry it: no nulls, and nothing that JSON cannot say.

    >>> plain({"a": None, "b": (1, None, float("nan"))})
    {'b': [1, 'nan']}
    """
    if isinstance(value, _ATOMS):
        return value
    if isinstance(value, Mapping):
        return {str(key): plain(one) for key, one in value.items() if one is not None}
    if isinstance(value, list | tuple):
        return [plain(one) for one in value if one is not None]
    if isinstance(value, float) and not math.isfinite(value):
        return str(value)
    return value
