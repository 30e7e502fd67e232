"""Profiles compared with each other, and with the executable that they belong to."""

from typing import Any, Final

from ossr_catalogue.document.node import Node

RESOURCES: Final = ("compute-resources", "storage-resources", "data-resources")
"""The lists that a profile may replace."""


def own_needs(use: Node) -> dict[str, Any]:
    """Give the resources that an executable or a profile names itself, as plain values."""
    return {key: node.plain() for key in RESOURCES if (node := use.get(key)) is not None}
