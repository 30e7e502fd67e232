"""What the tests of rules change in a sound list, to see which of them speak."""

import re
from typing import Any

from ossr_catalogue.lint.sound import SOUND, SOUND_YAML

OTHER_UUID = "911e248b-3a85-46b0-b681-cfd5ed1c2fe4"


def profiles(*given: dict[str, Any], **executable: Any) -> dict[str, Any]:  # noqa: ANN401 - any JSON
    """Give an executable these profiles, and what else is said of it with `_` for each `-`."""
    own = {key.replace("_", "-"): value for key, value in executable.items()}
    return {**own, "profiles": list(given)}


def computing(**compute: Any) -> dict[str, Any]:  # noqa: ANN401 - any JSON
    """Give an executable, or a profile, one need of compute."""
    return {"compute-resources": [compute]}


def described(description: str) -> dict[str, Any]:
    """Give an executable a description."""
    return {"description": description}


def two(**second: str) -> str:
    """Give a list of two, the second of which differs in its uuid and in some keys."""
    return SOUND_YAML + second_entry(**second)


def second_entry(**changed: str) -> str:
    """Give the lines of an entry that differs from the sound one in its uuid and in some keys."""
    text = SOUND_YAML.removeprefix("executables:\n").replace(SOUND["uuid"], OTHER_UUID)
    for key, value in changed.items():
        text = re.sub(rf"(?m)^    {key}: .*", f"    {key}: {value}", text)
    return text
