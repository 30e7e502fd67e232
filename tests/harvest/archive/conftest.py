"""Archives that were damaged on their way."""

import random
from collections.abc import Callable

import pytest


@pytest.fixture
def noisy() -> Callable[[bytes, int], bytes]:
    """Give a function that changes some bytes, always the same for one seed."""

    def spoil(content: bytes, seed: int) -> bytes:
        dice = random.Random(seed)  # noqa: S311  no secret
        spoiled = bytearray(content)
        for _ in range(dice.randint(1, 6)):
            spoiled[dice.randrange(len(spoiled))] = dice.randrange(256)
        return bytes(spoiled[: dice.randrange(len(spoiled) // 2, len(spoiled) + 1)])

    return spoil
