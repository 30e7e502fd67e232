"""RES120: CUDA, and nothing to run it on."""

import re
from collections.abc import Iterator
from typing import Final

from ossr_catalogue.document.node import Node
from ossr_catalogue.lint.key_rules import KeyRule
from ossr_catalogue.lint.prose import quoted
from ossr_catalogue.lint.quantities import compute_quantities
from ossr_catalogue.lint.rule import Remark
from ossr_catalogue.lint.sound import container
from ossr_catalogue.model.finding import Confidence, Severity

_CUDA: Final = re.compile(
    r"(?:^|[/:._-])(?:cuda[0-9.]*|cudnn[0-9]*|gpu|rocm[0-9.]*)(?=$|[/:._-])", re.IGNORECASE
)


class CudaWithoutGpu(KeyRule):
    """An image that is made for GPUs asks for one."""

    code, name, severity = "RES120", "cuda-without-gpu", Severity.WARNING
    confidence = Confidence.MEDIUM
    keys = ("image",)
    why = (
        "The image is several gigabytes larger for the sake of its GPU libraries, and without a GPU the "
        "program is slow or does not start. A broker gives GPUs to nobody who does not ask."
    )
    good = (
        container("docker.io/nvidia/cuda:12.4.1-runtime-ubuntu22.04", compute_resources=[{"gpus": 1}]),
        container("docker.io/nvidia/cuda:12.4.1-runtime-ubuntu22.04"),
    )
    bad = (
        container("docker.io/nvidia/cuda:12.4.1-runtime-ubuntu22.04", compute_resources=[{"cores": 8}]),
        container("ghcr.io/gammapy/gammapy:1.3-gpu", compute_resources=[{"cores": 8, "gpus": 0}]),
    )
    points_at = ("docker.io/nvidia/cuda:12.4.1-runtime-ubuntu22.04", "ghcr.io/gammapy/gammapy:1.3-gpu")

    def check_value(self, value: Node, executable: Node) -> Iterator[Remark]:
        location = next((one for one in value.select("locations", ...) if _CUDA.search(one.text)), None)
        if location and _asks_for_none(executable):
            yield self.remark(
                location,
                f"{quoted(location.text)} is made for GPUs, and none is asked for",
                advice='add "gpus": 1 to `compute-resources`, or name an image without GPU libraries',
            )


def _asks_for_none(executable: Node) -> bool:
    """Say whether needs are declared, and no GPU is among them."""
    declared = [
        *executable.select("compute-resources", ...),
        *executable.select("profiles", ..., "compute-resources", ...),
    ]
    return bool(declared) and not any(_may_use_gpus(compute) for compute in declared)


def _may_use_gpus(compute: Node) -> bool:
    gpus = compute_quantities(compute).get("gpus")
    return compute.get("gpus") is not None and (gpus is None or gpus.maximum != 0)
