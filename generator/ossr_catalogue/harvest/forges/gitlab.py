"""The projects of a group, its subgroups, or a user at a GitLab: https://docs.gitlab.com/api/groups/."""

import re
from collections.abc import Mapping
from http import HTTPStatus
from typing import Any, Final
from urllib.parse import quote, urlencode, urlsplit

from ossr_catalogue.errors import SourceError, UsageError
from ossr_catalogue.harvest.forges.listing import Listed, Listing, Pages, links
from ossr_catalogue.harvest.web.http import PoliteHttp
from ossr_catalogue.harvest.web.replies import HttpError, Reply

_GROUP: Final = re.compile(r"[A-Za-z0-9_][\w.-]*(?:/[A-Za-z0-9_][\w.-]*){0,20}", re.ASCII)
_PATH: Final = re.compile(r"[A-Za-z0-9_][\w.-]*(?:/[A-Za-z0-9_][\w.-]*){1,21}", re.ASCII)
_EXPECTED: Final = "expected the address of a group, such as https://gitlab.com/escape-ossr"


class GitLab:
    """One owner at a GitLab.

    Its list says when there was activity, but at most once an hour, so a push may not show: each repository
    is asked for itself. Whoever has no token is not told what is a fork.
    """

    def __init__(
        self, url: str, owner: str, *, archived: bool = True, http: PoliteHttp | None = None
    ) -> None:
        """Prepare; nothing is asked yet.

        Args:
            url: the server.
            owner: a group with the groups above it, or a user.
            archived: Whether archived projects are listed.
            http: A client for *url* with other habits, or with a token.

        Raises:
            UsageError: if that can be no group, or no server.
        """
        if not _GROUP.fullmatch(owner):
            raise UsageError(f"{owner[:100]!r} is no group of a GitLab; {_EXPECTED}")
        self.url = url.rstrip("/")
        self.owner = owner
        self._archived = archived
        self._http = http or PoliteHttp(self.url)

    @property
    def requests(self) -> int:
        """How many requests have been made so far."""
        return self._http.requests

    def listing(self) -> Listing:
        """Turn the pages.

        Raises:
            SourceError: if there is no such owner, or no answer.
        """
        pages = Pages(_read)
        try:
            last = self._turn(pages, "groups", {"include_subgroups": "true", "with_shared": "false"})
        except HttpError as error:
            if error.status != HTTPStatus.NOT_FOUND:
                raise
            last = self._turn_of_user(pages)
        return pages.listing(asked=self.owner, problem=_shortfall(pages, last))

    def _turn(self, pages: Pages, whose: str, more: Mapping[str, str]) -> Reply:
        query = {"visibility": "public", "order_by": "id", "sort": "asc", "per_page": "100", **more}
        if not self._archived:
            query["archived"] = "false"
        start = (
            f"{self._http.base_url}/api/v4/{whose}/{quote(self.owner, safe='')}/projects?{urlencode(query)}"
        )

        def following(reply: Reply) -> str | None:
            page = (reply.headers["X-Next-Page"] or "").strip()
            return f"{start}&page={page}" if page.isdecimal() else dict(links(reply)).get("next")

        return pages.turn(self._http, start, following)

    def _turn_of_user(self, pages: Pages) -> Reply:
        try:
            return self._turn(pages, "users", {})
        except HttpError as error:
            if error.status != HTTPStatus.NOT_FOUND:
                raise
            raise SourceError(
                f"{self.url} has no group or user {self.owner!r} that is open to all; correct the name, or "
                "write the new one"
            ) from error


def group_at(address: str) -> tuple[str, str]:
    """Part the address of a group into that of its server and its name.

    Raises:
        UsageError: if it is none.
    """
    try:
        parts = urlsplit(address)
        _ = parts.port
    except ValueError as error:
        raise UsageError(f"this is no address ({error}); {_EXPECTED}") from error
    if parts.scheme != "https" or "@" in parts.netloc or parts.query or parts.fragment or not parts.hostname:
        raise UsageError(f"{parts.scheme}://{parts.hostname or ''}{parts.path} cannot be asked; {_EXPECTED}")
    return f"{parts.scheme}://{parts.netloc}", parts.path.strip("/").removeprefix("groups/")


def _read(said: Mapping[str, Any], _: Reply) -> Listed | None:
    path = said.get("path_with_namespace")
    if not isinstance(path, str) or not _PATH.fullmatch(path):
        return None
    return Listed(
        path=path,
        is_fork=isinstance(said.get("forked_from_project"), dict),
        is_archived=said.get("archived") is True,
        is_private=said.get("visibility", "public") != "public",
    )


def _shortfall(pages: Pages, last: Reply) -> str:
    """Compare with the number that stands in the header, up to 10,000."""
    total = (last.headers["X-Total"] or "").strip()
    came = len(pages.found) + pages.unreadable
    if total.isdecimal() and came < int(total):
        return f"its list is incomplete: {came} projects came, {total} were said to be there"
    return ""
