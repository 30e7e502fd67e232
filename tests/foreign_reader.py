"""A reader of a catalogue that knows only what is published about it: the schemas and the documentation.

It does what a platform has to: list, choose by need, resolve the location, launch, request. Nothing of
`ossr_catalogue` is imported, nothing but the standard library; it is the proof that nobody has to.
"""

import hashlib
import json
from collections.abc import Iterator
from typing import Any
from urllib.parse import urljoin
from urllib.request import urlopen

Plain = dict[str, Any]


class Reader:
    """One catalogue, by the address of its `index.json`."""

    def __init__(self, url: str) -> None:
        self.url = url
        self.index: Plain = json.loads(_bytes(url))
        if self.index["version"].split(".")[0] != "1":
            raise ValueError(f"version {self.index['version']}, expected 1.x.y")

    @property
    def is_sound(self) -> bool:
        """Say whether the index is what its generation is the digest of."""
        rest = {key: value for key, value in self.index.items() if key not in {"built", "generation"}}
        written = (json.dumps(rest, ensure_ascii=False) + "\n").encode()
        return f"sha256:{hashlib.sha256(written).hexdigest()}" == self.index["generation"]

    def executables(self) -> Iterator[Plain]:
        """List all, from the index or from its parts, each of which has to be the one that is named."""
        yield from self.index.get("executables", ())
        for part in self.index.get("parts", ()):
            content = _bytes(urljoin(self.url, part["href"]))
            if hashlib.sha256(content).hexdigest() != part["sha256"]:
                raise ValueError(f"{part['href']} is not the part that the index names")
            yield from json.loads(content)["executables"]

    def that_need_at_most(self, *, cores: float, memory_bytes: int) -> Iterator[Plain]:
        """Choose those that say that they can run with so much; who says nothing is not chosen."""
        for one in self.executables():
            compute = one.get("compute", ())
            least = [
                (need.get("cores", {}).get("min"), need.get("memory_bytes", {}).get("min"))
                for need in compute
            ]
            if least and all(None not in pair for pair in least):
                wanted = [sum(amounts) for amounts in zip(*least, strict=True)]
                if wanted[0] <= cores and wanted[1] <= memory_bytes:
                    yield one

    def content(self, executable: Plain) -> str | None:
        """Resolve where the bytes of the file to run are, at the pinned revision."""
        url = next(iter(executable.get("locations", ())), {}).get("url")
        return None if url is None else urljoin(self.url, url)

    def launches(self, executable: Plain) -> dict[str, str]:
        """Give the links that start it, by the titles of the platforms on which it is known to run."""
        titles = {one["id"]: one["title"] for one in self._door("platforms")["platforms"]}
        return {
            titles[one["platform"]]: one["url"]
            for one in executable.get("launch", ())
            if one["verdict"] in {"fits", "fits-less"} and "url" in one
        }

    def request(self, executable: Plain) -> Plain | str:
        """Give what an ExecutionBroker is sent, or why there is nothing to send."""
        request = executable["request"]
        if "href" not in request:
            return str(request["reason"])
        body: Plain = json.loads(_bytes(urljoin(self.url, request["href"])))
        return body

    def document(self, executable: Plain) -> Plain:
        """Give all that is known of it, if it is what the index was made for."""
        content = _bytes(urljoin(self.url, executable["document"]))
        if f"sha256:{hashlib.sha256(content).hexdigest()}" != executable["digest"]:
            raise ValueError(f"{executable['document']} is of another generation")
        document: Plain = json.loads(content)
        return document

    def _door(self, rel: str) -> Plain:
        door = next(one for one in self.index["doors"] if one["rel"] == rel)
        content = _bytes(urljoin(self.url, door["href"]))
        if f"sha256:{hashlib.sha256(content).hexdigest()}" != door["digest"]:
            raise ValueError(f"{door['href']} is of another generation")
        document: Plain = json.loads(content)
        return document


def _bytes(url: str) -> bytes:
    with urlopen(url, timeout=10) as answer:  # noqa: S310 - the test's own server
        content: bytes = answer.read()
    return content
