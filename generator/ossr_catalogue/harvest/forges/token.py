"""A token of the operator's own, which raises a forge's limits; from the environment, for one host alone."""

from collections.abc import Mapping
from typing import Final
from urllib.parse import urlsplit

from ossr_catalogue.errors import UsageError

_GITLAB: Final = "gitlab.com"


def github_token(environment: Mapping[str, str]) -> Mapping[str, str]:
    """Give the header that carries `GITHUB_TOKEN` to api.github.com; none where there is no token."""
    token = _token(environment, "GITHUB_TOKEN")
    return {"Authorization": f"Bearer {token}"} if token else {}


def gitlab_token(environment: Mapping[str, str], url: str) -> Mapping[str, str]:
    """Give the header that carries `GITLAB_TOKEN` to the host in `GITLAB_HOST`, else to gitlab.com."""
    parts = urlsplit(url)
    host = environment.get("GITLAB_HOST") or _GITLAB
    if parts.scheme != "https" or parts.netloc.lower() != host.lower().removeprefix("https://").rstrip("/"):
        return {}
    token = _token(environment, "GITLAB_TOKEN")
    return {"PRIVATE-TOKEN": token} if token else {}


def _token(environment: Mapping[str, str], name: str) -> str:
    token = environment.get(name, "").strip()
    if not (token.isascii() and token.isprintable()) or " " in token:
        raise UsageError(f"{name} in the environment has letters that no token has; correct or unset it")
    return token
