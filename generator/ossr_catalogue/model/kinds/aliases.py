"""The names that types have had, from the ExecutionPlanner of 2022 to the ExecutionBroker of 2026.

Sources: the ExecutionPlanner's `urn:types/…`; the IVOA ExecutionBroker's draft texts and its OpenAPI schema,
https://github.com/uksrc/Calycopis-openapi. All are read, only the newest is written.
"""

from typing import Final

from ossr_catalogue.model.execution_broker import NAMINGS, RENAMED

_CANONICAL: Final = "urn:types/{name}"
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
_URN_OF: Final = {
    **{_CANONICAL.format(name=name): _CANONICAL.format(name=name) for name in _NAMES},
    **{
        spelling.format(name=name): _CANONICAL.format(name=name) for name in _NAMES for _, spelling in NAMINGS
    },
    **{alias: _CANONICAL.format(name=name) for alias, name in RENAMED.items()},
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
