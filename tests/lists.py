"""Lists of executables as a harvest brings them home."""

import json
from typing import Any

from ossr_catalogue.model.catalogue import Origin
from ossr_catalogue.model.component import Component
from ossr_catalogue.model.harvested import FoundList, Harvested, SourceHarvest

FIRST = "0d2ad9a5-7c2d-4bd1-a3f0-6a3e1c9c1f52"
SECOND = "7f0c2f0e-5a0f-4f0b-9d53-1c5d4ef3a1b6"
THIRD = "b3e4b0a3-8f0e-4d5d-9a51-0e9d3a6f2c11"


def entry(uuid: str, **changed: Any) -> dict[str, Any]:  # noqa: ANN401 - any key of the format
    return {
        "uuid": uuid,
        "type": "urn:types/jupyter-notebook",
        "title": "Fit the Crab nebula spectrum with Gammapy",
        "description": "Reduces one hour of simulated observations and fits a log-parabola to the spectrum.",
        "location": "crab.ipynb",
        **changed,
    }


def harvest(
    source: str, *entries: dict[str, Any], text: str | None = None, origin: Origin = Origin.DECLARED
) -> SourceHarvest:
    """Give a source of one component with these entries, or this text, in its list."""
    content = text if text is not None else json.dumps({"executables": entries})
    found = FoundList(path="executables.json", content=content.encode(), origin=origin)
    component = Component(slug=source.replace(" ", "-"), title=source, revision="1")
    return SourceHarvest(
        source=source, harvested=(Harvested(source=source, component=component, found=found),)
    )
