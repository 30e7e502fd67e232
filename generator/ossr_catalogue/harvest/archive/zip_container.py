"""A zip on Zenodo, seen through Zenodo's own listing: for a server that does not give parts of files."""

from collections.abc import Iterable, Mapping
from typing import Any, Final
from urllib.parse import quote

from ossr_catalogue.harvest.archive.archive import BadArchiveError, Contents, inside
from ossr_catalogue.harvest.source import MAX_FILE_BYTES
from ossr_catalogue.harvest.web.http import PoliteHttp
from ossr_catalogue.harvest.web.replies import LastingError
from ossr_catalogue.harvest.zenodo.record import items, mapping, mappings

_MAX_REQUESTS: Final = 50
"""Each member is a request of its own."""
_WHY: Final = "the server gives no parts of a file"


class ZipContainer:
    """The listing of a zip, an `Archive`."""

    def __init__(self, http: PoliteHttp, file_url: str) -> None:
        """Fetch the listing of the zip at *file_url*, an address without `/content`.

        Raises:
            BadArchiveError: if it is cut short, for what is missing could be the list.
            SourceError: if there is none, as for a zip that Zenodo cannot open.
        """
        self._http = http
        self._url = f"{file_url}/container"
        listing = mapping(http.get_json(self._url))
        if listing.get("truncated"):
            raise BadArchiveError(
                f"{self._url}: Zenodo lists only {len(items(listing.get('entries')))} of its files"
            )
        sizes = _sizes(listing)
        found = inside(sizes)
        self.top, self.paths, self.skipped = found.top, found.paths, found.skipped
        self.names = None

    def read(self, paths: Iterable[str]) -> Contents:
        """Fetch several files, one after the other.

        Raises:
            SourceError: if the server does not answer.
        """
        known = frozenset(self.paths)
        files: dict[str, bytes] = {}
        failed: dict[str, str] = {}
        for count, path in enumerate(path for path in paths if path in known):
            if count >= _MAX_REQUESTS:
                failed[path] = (
                    f"{_MAX_REQUESTS} files were read one by one; the server gives no parts of the zip"
                )
                continue
            try:
                files[path] = self._member(path)
            except LastingError as error:
                failed[path] = str(error)
        return Contents(files=files, failed=failed)

    def _member(self, path: str) -> bytes:
        return self._http.get(f"{self._url}/{quote(self.top + path)}", max_bytes=MAX_FILE_BYTES).body


def _sizes(listing: Mapping[str, Any]) -> dict[str, int]:
    return {
        entry["key"]: entry["size"]
        for entry in mappings(listing.get("entries"))
        if isinstance(entry.get("key"), str) and isinstance(entry.get("size"), int)
    }
