"""An entry as a request, ready to POST."""

from dataclasses import dataclass
from typing import Any, Final

from ossr_catalogue.broker.refusal import notebook_address, refusal
from ossr_catalogue.broker.resources import resource_components, unfilled_slots
from ossr_catalogue.matching import Chosen
from ossr_catalogue.model.catalogue import Entry
from ossr_catalogue.model.executable import Executable
from ossr_catalogue.model.execution_broker import kind_uri
from ossr_catalogue.model.kinds.docker_container import DockerContainer
from ossr_catalogue.model.kinds.jupyter_notebook import JupyterNotebook
from ossr_catalogue.model.plain import plain
from ossr_catalogue.model.plain_text import one_line

_NOTEBOOK: Final = kind_uri("executable", "jupyter-notebook")
_CONTAINER: Final = kind_uri("executable", "docker-container")


@dataclass(frozen=True, slots=True, kw_only=True)
class Request:
    """What a broker is sent."""

    body: dict[str, Any]
    """JSON of the schema's `ExecutionRequest`."""
    unfilled: tuple[str, ...] = ()
    """Names of the required data that the user still has to add: the list knows no place for them."""


AS_DECLARED: Final = Chosen()


def request_for(entry: Entry, summary: str, chosen: Chosen = AS_DECLARED) -> Request | str:
    """Write the request for an entry, as it is declared or as chosen; a text says why there can be none.

    Args:
        entry: what is to be run.
        summary: its description in short, plain text on one line, as the index has it; may be empty.
        chosen: amounts in place of those that are declared.
    """
    needs = chosen.needs_of(entry.executable)
    if reason := chosen.objection(entry.executable) or refusal(entry, needs):
        return reason
    body = plain({"executable": _executable(entry, summary), **resource_components(needs)})
    return Request(body=body, unfilled=tuple(unfilled_slots(needs)))


def _executable(entry: Entry, summary: str) -> dict[str, Any]:
    kind, meta = entry.executable.kind, _meta(entry.executable, summary)
    if isinstance(kind, DockerContainer):
        return {"kind": _CONTAINER, "meta": meta, **_container(kind)}
    # A refusal comes before any other kind.
    assert isinstance(kind, JupyterNotebook)  # noqa: S101 - tells the type checker what `refusal` has seen to
    return {"kind": _NOTEBOOK, "meta": meta, "location": notebook_address(kind.location, entry.component)}


def _meta(executable: Executable, summary: str) -> dict[str, Any]:
    return {
        "name": one_line(executable.title),
        "uuid": executable.uuid,
        "description": summary or None,
    }


def _container(kind: DockerContainer) -> dict[str, Any]:
    return {
        "image": kind.image.pinned().to_plain(),
        "command": list(kind.command) or None,
        "entrypoint": kind.entrypoint,
        "environment": dict(kind.environment) or None,
        "network": {"ports": [_port(port) for port in kind.ports]} if kind.ports else None,
    }


def _port(number: int) -> dict[str, Any]:
    return {"access": True, "internal": {"port": number}, "protocol": "TCP"}
