"""Of all tests: what takes longest begins first, so that no core waits for a browser at the end."""

import pytest


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Put whole files in order: with a browser, slow, and the many others."""
    slow = {item.path for item in items if item.get_closest_marker("slow")}
    browser = {item.path for item in items if item.get_closest_marker("browser")}
    items.sort(key=lambda item: (item.path not in browser, item.path not in slow))
