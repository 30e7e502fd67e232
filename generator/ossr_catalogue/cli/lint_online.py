"""Whether `lint` asks the network, and what is said when it gets no answer."""

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import click

from ossr_catalogue.cli.option_group import option_group

if TYPE_CHECKING:
    from ossr_catalogue.harvest.web.online_answers import OnlineAnswers

_REASONS_SHOWN: Final = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class OnlineOptions:
    """What the options say about the network."""

    online: bool

    def answers(self) -> "OnlineAnswers | None":
        """Give who asks; None where nobody may."""
        if not self.online:
            return None
        from ossr_catalogue.harvest.web.online_answers import OnlineAnswers  # noqa: PLC0415 - few runs need it

        return OnlineAnswers()


online_options = option_group(
    "online",
    OnlineOptions,
    click.option(
        "--online",
        is_flag=True,
        help="Ask the network, too: whether links, images and DOIs lead somewhere.",
    ),
)


def say_unchecked(answers: "OnlineAnswers | None") -> None:
    """Say once, on standard error, what got no answer: it is no finding."""
    unchecked = answers.unchecked() if answers else None
    if not answers or not unchecked:
        return
    reasons = [f"{reason[:200]} ({count})" for reason, count in unchecked.most_common(_REASONS_SHOWN)]
    more = "; …" if len(unchecked) > _REASONS_SHOWN else ""
    count = unchecked.total()
    shown = "".join(letter if letter.isprintable() else "?" for letter in "; ".join(reasons))
    click.echo(f"{count} of {answers.asked} addresses could not be checked: {shown}{more}", err=True)
