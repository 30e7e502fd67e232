"""The names that types have had, from the ExecutionPlanner of 2022 to the ExecutionBroker of 2026.

Sources: the ExecutionPlanner's `urn:types/…`; the IVOA ExecutionBroker's draft texts and its OpenAPI schema,
https://github.com/uksrc/Calycopis-openapi. All are read, only the newest is written.
"""

from typing import Final

BROKER_KINDS: Final = "https://www.purl.org/ivoa.net/Calycopis-openapi/schema/v1.0/kinds/"
"""Base of the `kind` URIs that are written; a new version of the broker's schema changes this line."""

_CANONICAL: Final = "urn:types/{name}"
_SPELLINGS: Final = (
    "uri:{name}-1.0",  # draft text, 2023
    "https://www.purl.org/ivoa.net/executable-types/{name}",  # draft text, 2024
    "urn:{name}-0.1",  # 2024
    "https://www.purl.org/ivoa.net/EB/schema/types/executables/{name}-1.0",  # early 2025
    "https://www.purl.org/ivoa.net/EB/schema/types/executable/{name}-1.0",  # mid 2025
    "https://www.purl.org/ivoa.net/EB/schema/v1.0/types/executable/{name}-1.0",  # November 2025
    BROKER_KINDS + "executable/{name}.yaml",  # since June 2026
)
_NAMES: Final = (
    "jupyter-notebook",
    "zeppelin-notebook",
    "docker-container",
    "singularity-container",
    "python-program",
    "command-line-program",
    "binder-repository",
    "cwl-workflow",
    "snakemake-workflow",
    "nextflow-workflow",
)
_RENAMED: Final = {"urn:repo2docker-0.1": "binder-repository", "urn:binder-notebook-0.1": "binder-repository"}

_URN_OF: Final = {
    **{_CANONICAL.format(name=name): _CANONICAL.format(name=name) for name in _NAMES},
    **{s.format(name=name): _CANONICAL.format(name=name) for name in _NAMES for s in _SPELLINGS},
    **{alias: _CANONICAL.format(name=name) for alias, name in _RENAMED.items()},
}


def canonical_urn(type_text: str) -> str | None:
    """Give the URN of our table for any known spelling of a type; None if it is unknown.

    >>> canonical_urn("urn:jupyter-notebook-0.1")
    'urn:types/jupyter-notebook'
    """
    return _URN_OF.get(type_text)


def known_types() -> tuple[str, ...]:
    """List every text that is read as a type, ours first."""
    return tuple(_URN_OF)
