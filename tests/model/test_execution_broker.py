"""The broker's names and limits: one table, which the platform's entry agrees with."""

import pytest

from ossr_catalogue.document.parse import parse
from ossr_catalogue.document.reading import read_executable
from ossr_catalogue.lint.run import lint
from ossr_catalogue.lint.sound import SOUND_JSON
from ossr_catalogue.model import execution_broker as broker
from ossr_catalogue.model.kinds.jupyter_notebook import JupyterNotebook
from ossr_catalogue.model.platform import Limits, Requirement
from sample_site import PLATFORMS

PLATFORM = next(platform for platform in PLATFORMS if platform.id == "execution-broker")

NOTEBOOKS = [
    "urn:types/jupyter-notebook",
    "uri:jupyter-notebook-1.0",
    "https://www.purl.org/ivoa.net/executable-types/jupyter-notebook",
    "urn:jupyter-notebook-0.1",
    "https://www.purl.org/ivoa.net/EB/schema/types/executables/jupyter-notebook-1.0",
    "https://www.purl.org/ivoa.net/EB/schema/types/executable/jupyter-notebook-1.0",
    "https://www.purl.org/ivoa.net/EB/schema/v1.0/types/executable/jupyter-notebook-1.0",
    "https://www.purl.org/ivoa.net/Calycopis-openapi/schema/v1.0/kinds/executable/jupyter-notebook.yaml",
]


@pytest.mark.parametrize("name", NOTEBOOKS)
def test_a_list_is_read_by_every_name_that_a_notebook_had(name: str) -> None:
    document = parse(SOUND_JSON.replace("urn:types/jupyter-notebook", name).encode(), "executables.json")
    assert {found.code for found in lint(document)} <= {"IDN110"}
    executable = read_executable(document.executables[0])
    assert isinstance(executable.kind, JupyterNotebook)
    assert executable.urn == "urn:types/jupyter-notebook"


def test_no_name_is_missing_or_made_up() -> None:
    assert [spelling.format(name="jupyter-notebook") for _, spelling in broker.NAMINGS] == NOTEBOOKS


def test_the_newest_name_is_written() -> None:
    assert broker.kind_uri("executable", "jupyter-notebook") == NOTEBOOKS[-1]


def test_the_platform_has_the_limits_of_the_broker() -> None:
    assert PLATFORM.limits == Limits(
        cores=broker.MOST_CORES,
        memory_bytes=broker.MOST_MEMORY_BYTES,
        storage_bytes=broker.MOST_STORAGE_BYTES,
        gpus=broker.MOST_GPUS,
        nodes=broker.MOST_NODES,
        walltime_seconds=broker.LONGEST_SECONDS,
    )


def test_the_platform_takes_what_the_broker_takes() -> None:
    assert PLATFORM.types == broker.REQUESTED
    assert PLATFORM.architectures == (broker.ARCHITECTURE,)
    assert set(PLATFORM.requires) == {Requirement.IMAGE_DIGEST, Requirement.UNPRIVILEGED}
