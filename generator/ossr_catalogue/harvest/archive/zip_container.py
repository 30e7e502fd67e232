"""A zip on Zenodo, seen through Zenodo's own listing: for a server that does not give parts of files."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, Final
from urllib.parse import quote

from ossr_catalogue.harvest.archive.archive import BadArchiveError, Contents, common_top, is_junk, is_safe
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
        self.skipped: Sequence[str] = sorted(name for name in sizes if not is_safe(name))
        safe = sorted(name for name in sizes if is_safe(name) and not is_junk(name))
        self.top = common_top(safe)
        self._sizes = {name.removeprefix(self.top): sizes[name] for name in safe}
        self.paths: Sequence[str] = tuple(self._sizes)

    def read(self, paths: Iterable[str]) -> Contents:
        """Fetch several files, one after the other.

        Raises:
            SourceError: if the server does not answer.
        """
        files: dict[str, bytes] = {}
        failed: dict[str, str] = {}
        for count, path in enumerate(path for path in paths if path in self._sizes):
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
