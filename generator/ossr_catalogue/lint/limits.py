"""What is beyond every machine that we know of; a site that has a larger one configures it."""

from dataclasses import dataclass
from typing import Final

from ossr_catalogue.model.quantity import GIB, TIB


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """The most of each that is still believed, in bytes, seconds, or pieces."""

    memory_per_node: int = 4 * TIB
    """Nodes that centres call *large* or *high memory* have some 3 TB."""
    memory_per_core: int = 256 * GIB
    """Such nodes have about 32 GB for each core; a fat node of which one core is asked for has more."""
    cores_per_node: int = 1024
    gpus_per_node: int = 64
    walltime: int = 30 * 86_400
    """Queues of public centres end after days."""


NO_CHOICE: Final = Limits()
"""What counts where nobody has chosen otherwise."""
