"""The IVOA ExecutionBroker as it was and is: the names of kinds, and what its reference broker takes.

Names: https://github.com/uksrc/Calycopis-openapi and the draft texts before it. Limits: the reference broker
of April 2026, https://github.com/ivoa/Calycopis-broker. Requests, the linter and the entry in `platforms.yml`
go by this file; a new version of the broker changes nothing else.
"""

from typing import Final

from ossr_catalogue.model.quantity import GIB

_BASE: Final = "https://www.purl.org/ivoa.net/Calycopis-openapi/schema/v1.0/kinds/"

NAMINGS: Final = (
    ("2022", "urn:types/{name}"),
    ("2023", "uri:{name}-1.0"),
    ("2023", "https://www.purl.org/ivoa.net/executable-types/{name}"),
    ("2024", "urn:{name}-0.1"),
    ("2025, first half", "https://www.purl.org/ivoa.net/EB/schema/types/executables/{name}-1.0"),
    ("2025, second half", "https://www.purl.org/ivoa.net/EB/schema/types/executable/{name}-1.0"),
    ("November 2025", "https://www.purl.org/ivoa.net/EB/schema/v1.0/types/executable/{name}-1.0"),
    ("June 2026", f"{_BASE}executable/{{name}}.yaml"),
)
"""Since when a kind of executable is named how; all names are read, the last is written."""
RENAMED: Final = {"urn:repo2docker-0.1": "binder-repository", "urn:binder-notebook-0.1": "binder-repository"}
"""Names of 2024 that went another way."""


def kind_uri(group: str, name: str) -> str:
    """Give the newest name of a kind.

    >>> kind_uri("data", "simple-data-resource")
    'https://www.purl.org/ivoa.net/Calycopis-openapi/schema/v1.0/kinds/data/simple-data-resource.yaml'
    """
    return f"{_BASE}{group}/{name}.yaml"


REQUESTED: Final = ("urn:types/jupyter-notebook", "urn:types/docker-container")
"""The types that a broker can be asked to run."""
UNCHECKED: Final = ("urn:types/singularity-container",)
"""The types that the schema has, and that no broker can check yet: it refuses them."""
UNCHECKED_DATA: Final = "rucio:"
"""The scheme of the data of which the same holds."""

MOST_NODES: Final = 1
"""A request has one compute resource, which is one machine."""
MOST_GPUS: Final = 0
"""A request has no word for them."""
MOST_CORES: Final = 16
MOST_MEMORY_BYTES: Final = 16 * GIB
MOST_STORAGE_BYTES: Final = 1000 * GIB
"""Of each storage resource."""
LONGEST_SECONDS: Final = 4 * 3600
"""Of an offer."""
ARCHITECTURE: Final = "amd64"
SYSTEM: Final = "linux"
