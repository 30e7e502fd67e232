"""`ossr-catalogue request`: write the request to an ExecutionBroker, or send it."""

from collections.abc import Callable, Mapping
from functools import partial
from typing import Final

import click

from ossr_catalogue import HOME_URL
from ossr_catalogue.broker import Request
from ossr_catalogue.broker.offers import answer_of
from ossr_catalogue.broker.writing import FORMATS, MEDIA_TYPES
from ossr_catalogue.cli.asked_for import AskedFor, asked_for
from ossr_catalogue.cli.main import Exit
from ossr_catalogue.cli.offers_text import lines_of
from ossr_catalogue.errors import QuantityError, UsageError
from ossr_catalogue.harvest.web.execution_broker import ask_broker
from ossr_catalogue.matching import Chosen
from ossr_catalogue.model.executable import Profile
from ossr_catalogue.model.quantity import Amount, Number, parse_bytes, parse_count, parse_duration


def _amount(_context: click.Context, option: click.Parameter, text: str | None) -> Number | None:
    """Give an amount as lists write it in base units; the option's name says of what."""
    if text is None:
        return None
    try:
        return _READ.get(option.name or "", parse_count)(text).value
    except QuantityError as error:
        raise click.BadParameter(f"{error}; {error.advice}") from error


_READ: Final[Mapping[str, Callable[[str], Amount]]] = {
    "cores": partial(parse_count, whole=False),
    "memory": parse_bytes,
    "storage": parse_bytes,
    "walltime": parse_duration,
}


@click.command(name="request")
@click.argument("what")
@click.option("--profile", metavar="NAME", help="One of its profiles.")
@click.option(
    "--cores", metavar="AMOUNT", callback=_amount, help="In place of what is declared, as all that follow."
)
@click.option("--memory", metavar="AMOUNT", callback=_amount, help="16GiB; a bare number is in GiB.")
@click.option("--storage", metavar="AMOUNT", callback=_amount, help="Likewise.")
@click.option("--gpus", metavar="AMOUNT", callback=_amount)
@click.option("--walltime", metavar="AMOUNT", callback=_amount, help="2h or PT2H.")
@click.option("--format", "format_name", type=click.Choice(tuple(FORMATS)), default="json", show_default=True)
@click.option(
    "--index", default=HOME_URL, show_default=True, help="The catalogue: a URL, or the folder of a site."
)
@click.option("--broker", metavar="URL", help="Send it there, and show what is offered.")
@click.option("--plain-http", is_flag=True, help="Send it even without encryption.")
@click.option(
    "--timeout", type=click.FloatRange(min=0.1), default=30.0, show_default=True, help="In seconds."
)
def command(  # noqa: PLR0913 - one for each option
    what: str,
    *,
    profile: str | None,
    cores: Number | None,
    memory: Number | None,
    storage: Number | None,
    gpus: Number | None,
    walltime: Number | None,
    format_name: str,
    index: str,
    broker: str | None,
    plain_http: bool,
    timeout: float,
) -> int:
    """Write the request that an IVOA ExecutionBroker takes, or send it and show the offers.

    WHAT is the uuid of an executable of the catalogue, or a list: FILE, FILE#2 for its third executable,
    FILE#uuid. The request is the one that its page writes.

    \b
    Example:
      ossr-catalogue request executables.yaml#0 --cores 4 --memory 16GiB --format yaml
      ossr-catalogue request 6f0d7a52-1c1e-4b7b-9d3a-5b8c2f4e7a10 --broker https://broker.example.org

    Exit status: 0 written or offered, 1 there can be no request, or the broker refuses or does not answer,
    2 wrong usage, 3 there is no such executable.
    """
    asked = asked_for(what, index)
    chosen = Chosen(
        profile=_profile(asked, profile),
        cores=cores,
        memory_bytes=memory,
        storage_bytes=storage,
        gpus=gpus,
        walltime_seconds=walltime,
    )
    text = _written(asked, chosen, format_name)
    if text is None:
        return Exit.FINDINGS
    if broker is None:
        click.echo(text, nl=False)
        return Exit.FINE
    return _send(text, broker, MEDIA_TYPES[format_name], plain_http=plain_http, timeout=timeout)


def _written(asked: AskedFor, chosen: Chosen, format_name: str) -> str | None:
    """Give the text of a request, and say what it lacks; None where there can be none, which is said, too."""
    request = asked.request_for(chosen)
    if not isinstance(request, Request):
        click.echo(f"ossr-catalogue: there can be no request: {request}", err=True)
        return None
    if request.unfilled:
        click.echo(f"ossr-catalogue: add the data yourself: {', '.join(request.unfilled)}", err=True)
    return FORMATS[format_name](request.body)


def _send(text: str, broker: str, media_type: str, *, plain_http: bool, timeout: float) -> Exit:
    sent = text.encode("utf-8", errors="replace")
    said = ask_broker(broker, sent, media_type, plain_http=plain_http, timeout_seconds=timeout)
    answer = answer_of(said)
    click.echo("\n".join(lines_of(answer, broker.rstrip("/"))))
    return Exit.FINE if answer.accepted else Exit.FINDINGS


def _profile(asked: AskedFor, name: str | None) -> Profile | None:
    profiles = {profile.name: profile for profile in asked.executable.profiles}
    if name is None or name in profiles:
        return profiles[name] if name is not None else None
    known = ", ".join(profiles) or "none at all"
    raise UsageError(f"--profile {name!r}: there is no such profile; it has {known}")
