"""Ask a registry for a container image, as anybody may without an account.

See https://distribution.github.io/distribution/spec/auth/token/ for how the token is got.
"""

import json
import re
from collections.abc import Mapping
from http import HTTPStatus
from typing import Final
from urllib.parse import urlencode

from ossr_catalogue.harvest.web.asker import Answered, Asker, NotAnsweredError

ADDRESSES: Final = {
    "docker.io": "https://registry-1.docker.io",
    "index.docker.io": "https://registry-1.docker.io",
}
"""Where registries are that are not where their name says."""
_MANIFESTS: Final = (
    "application/vnd.oci.image.index.v1+json, application/vnd.oci.image.manifest.v1+json, "
    "application/vnd.docker.distribution.manifest.list.v2+json, "
    "application/vnd.docker.distribution.manifest.v2+json"
)
_PARAMETER: Final = re.compile(r'(\w+)="([^"]*)"')


class ImageRegistry:
    """Looks images up, one request or three each."""

    def __init__(self, asker: Asker, *, addresses: Mapping[str, str] = ADDRESSES) -> None:
        """Take who asks; *addresses* says where registries are that are not at https and their name."""
        self._asker = asker
        self._addresses = addresses

    def status(self, registry: str, path: str, reference: str) -> int:
        """Give what a registry answers for a tag or digest: 200, 404, or what keeps it from saying.

        Raises:
            NotAnsweredError: if it does not answer.
        """
        base = self._addresses.get(registry, f"https://{registry}")
        url = f"{base}/v2/{path}/manifests/{reference}"
        answer = self._asker.ask("HEAD", url, {"Accept": _MANIFESTS})
        if answer.status == HTTPStatus.UNAUTHORIZED and (token := self._token(answer, path)):
            with_token = {"Accept": _MANIFESTS, "Authorization": f"Bearer {token}"}
            answer = self._asker.ask("HEAD", url, with_token)
        return answer.status

    def _token(self, answer: Answered, path: str) -> str:
        """Get what anybody gets for the asking; empty where that is nothing."""
        scheme, _, parameters = (answer.headers["WWW-Authenticate"] or "").partition(" ")
        given = dict(_PARAMETER.findall(parameters))
        if scheme.lower() != "bearer" or "realm" not in given:
            return ""
        query = {"service": given.get("service", ""), "scope": given.get("scope", f"repository:{path}:pull")}
        reply = self._asker.ask("GET", f"{given['realm']}?{urlencode(query)}", with_body=True)
        return _token_in(reply.body) if reply.status == HTTPStatus.OK else ""


def _token_in(body: bytes) -> str:
    try:
        said = json.loads(body)
        token = said.get("token") or said.get("access_token") or ""
    except (ValueError, AttributeError, RecursionError) as error:
        raise NotAnsweredError("a registry's token cannot be read") from error
    return token if isinstance(token, str) and token.isascii() and token.isprintable() else ""
