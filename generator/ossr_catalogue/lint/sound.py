"""A sound executable, which the examples of the rules vary."""

import json
from typing import Any, Final

from ossr_catalogue.lint.rule import ABSENT

SOUND: Final[dict[str, Any]] = {
    "uuid": "6f0d7a52-1c1e-4b7b-9d3a-5b8c2f4e7a10",
    "type": "urn:types/jupyter-notebook",
    "title": "Fit the Crab nebula spectrum with Gammapy",
    "description": "Reduces one hour of gamma-ray observations and fits a log-parabola to their spectrum.",
    "location": "notebooks/crab.ipynb",
}

SOUND_JSON: Final = json.dumps({"executables": [SOUND]}, indent=2) + "\n"

SOUND_YAML: Final = "executables:\n" + "".join(
    f"{'    ' if indented else '  - '}{key}: {value}\n" for indented, (key, value) in enumerate(SOUND.items())
)
"""The same in YAML; more keys of the executable can be appended, four spaces deep."""


def container(*locations: str, digest: str = "", **more: object) -> dict[str, Any]:
    """Give the keys that make a container of the sound executable; an underscore stands for a hyphen."""
    image = {"locations": list(locations), **({"digest": digest} if digest else {})}
    own = {"type": "urn:types/docker-container", "location": ABSENT, "image": image}
    return own | {key.replace("_", "-"): value for key, value in more.items()}
