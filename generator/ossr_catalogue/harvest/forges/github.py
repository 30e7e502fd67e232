"""The repositories of an organisation or a user at GitHub: https://docs.github.com/en/rest/repos/repos."""

import re
from collections.abc import Mapping
from datetime import datetime, timedelta
from email.utils import parsedate_to_datetime
from http import HTTPStatus
from types import MappingProxyType
from typing import Any, Final
from urllib.parse import urlencode

from ossr_catalogue.errors import SourceError, UsageError
from ossr_catalogue.harvest.forges.listing import Listed, Listing, Pages, links
from ossr_catalogue.harvest.web.http import PoliteHttp
from ossr_catalogue.harvest.web.replies import HttpError, Reply

GITHUB: Final = "https://github.com"
API: Final = "https://api.github.com"
HEADERS: Final[Mapping[str, str]] = MappingProxyType({"X-GitHub-Api-Version": "2022-11-28"})
_OWNER: Final = re.compile(r"[A-Za-z0-9](?:[A-Za-z0-9_-]{0,99})")
_PATH: Final = re.compile(r"[A-Za-z0-9][A-Za-z0-9_-]*/(?!\.\.?$)[A-Za-z0-9_.][\w.-]{0,99}", re.ASCII)
_PAGE_SIZE: Final = 100
_SETTLED: Final = timedelta(hours=1)
"""Of a younger push the list may not yet say that there was another after it."""


class GitHub:
    """One owner at GitHub.

    The time of the last push, to any branch, stands in the list: as long as it and the default branch are the
    same, nothing of the repository need be asked for.
    """

    url: str = GITHUB

    def __init__(self, owner: str, *, http: PoliteHttp | None = None) -> None:
        """Prepare; nothing is asked yet.

        Args:
            owner: an organisation or a user.
            http: A client for the API with other habits, or with a token.

        Raises:
            UsageError: if nobody at GitHub can be called that.
        """
        if not _OWNER.fullmatch(owner):
            raise UsageError(f"{owner[:100]!r}: expected the name of an organisation or a user at GitHub")
        self.owner = owner
        self._http = http or PoliteHttp(API, headers=HEADERS)

    @property
    def requests(self) -> int:
        """How many requests have been made so far."""
        return self._http.requests

    def listing(self) -> Listing:
        """Turn the pages; of an owner with more than one, compare with how many there should be.

        Raises:
            SourceError: if there is no such owner, or no answer.
        """
        pages = Pages(_read)
        try:
            last = self._turn(pages, "orgs", "public")
        except HttpError as error:
            if error.status != HTTPStatus.NOT_FOUND:
                raise
            last = self._turn_of_user(pages)
        has_several = len(pages.found) + pages.unreadable > _PAGE_SIZE or dict(links(last)).get("prev")
        shortfall = self._shortfall(pages) if has_several and not pages.problem else ""
        return pages.listing(asked=self.owner, problem=shortfall)

    def _turn(self, pages: Pages, whose: str, kind: str) -> Reply:
        query = urlencode({"type": kind, "sort": "full_name", "per_page": _PAGE_SIZE})
        return pages.turn(self._http, f"{self._http.base_url}/{whose}/{self.owner}/repos?{query}", _following)

    def _turn_of_user(self, pages: Pages) -> Reply:
        try:
            return self._turn(pages, "users", "owner")
        except HttpError as error:
            if error.status != HTTPStatus.NOT_FOUND:
                raise
            raise SourceError(
                f"GitHub has no organisation or user {self.owner!r}; correct the name, or write the new one"
            ) from error

    def _shortfall(self, pages: Pages) -> str:
        """Say how many have slipped through between two pages."""
        try:
            said = self._http.get_json(f"{self._http.base_url}/users/{self.owner}")
        except SourceError as error:
            return str(error)
        total = said.get("public_repos") if isinstance(said, dict) else None
        came = len(pages.found) + pages.unreadable
        if isinstance(total, int) and came < total:
            return f"its list is incomplete: {came} repositories came, {total} were said to be there"
        return ""


def _following(reply: Reply) -> str | None:
    return dict(links(reply)).get("next")


def _read(said: Mapping[str, Any], reply: Reply) -> Listed | None:
    path = said.get("full_name")
    if not isinstance(path, str) or not _PATH.fullmatch(path):
        return None
    return Listed(
        path=path,
        mark=_mark(said, reply),
        is_fork=said.get("fork") is True,
        is_archived=said.get("archived") is True,
        is_private=said.get("private") is True,
        is_disabled=said.get("disabled") is True,
    )


def _mark(said: Mapping[str, Any], reply: Reply) -> str:
    """Give the last push and the default branch, once the push is so old that another would show."""
    pushed, branch = said.get("pushed_at"), said.get("default_branch")
    try:
        age = parsedate_to_datetime(reply.headers["Date"]) - datetime.fromisoformat(str(pushed))
    except (TypeError, ValueError):
        return ""
    return f"{pushed} {branch}" if isinstance(branch, str) and age > _SETTLED else ""
