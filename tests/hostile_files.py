"""Files as nobody should write them: any bytes, sound lists with slips, sound lists with anything inside."""

import copy
import json
from collections.abc import Iterator
from typing import Any

from hypothesis import strategies as st

from promises import as_yaml
from sample_lists import GAIA_CLUSTERING, NEEDS, OSSR_LIBRARY, OWN_KEYS, entry

NAMES = st.sampled_from(("executables.json", "executables.yaml", "executables"))
SOUND: tuple[dict[str, Any], ...] = (
    OSSR_LIBRARY,
    GAIA_CLUSTERING,
    *({"executables": [{**entry(kind), **NEEDS}]} for kind in OWN_KEYS),
)
SOUND_TEXTS = [json.dumps(plain, indent=2, ensure_ascii=False) for plain in SOUND] + list(map(as_yaml, SOUND))

TOKENS = (
    b"{", b"}", b"[", b"]", b",", b":", b'"', b"'", b"\\", b"\\u", b"\\ud800", b"\\u0000", b"-",
    b"- ", b"? ",
    b"&a ", b"*a", b"!!python/object:os.system ", b"<<: ", b"---\n", b"...\n", b"%YAML 9.9\n",
    b"# ", b"//", b"|",
    b">", b"|2-\n", b"@", b"`", b"~", b"\t", b"\r", b"\n", b"\r\n", b"\x00", b"\x1b[31m", b"\x7f",
    b"\x85", b"\xc2\x85",
    b"\xe2\x80\xa8", b"\xe2\x80\xae", b"\xef\xbb\xbf", b"\xff\xfe", b"\xf0\x9f\x98\x80",
    b"\xed\xa0\x80", b"\xc3",
    b"NaN", b"-Infinity", b"1e400", b"-0", b"0x1F", b"010", b"1_000", b"12:30:00", b"2026-11-22",
    b"no", b"null",
    b"9" * 500, b"[" * 70, b'{"a":' * 70, b"- " * 70, b"&b [*b]", b"&c [1]\n", b"*c", b"[a: 1, b: 2]",
    b'"uuid": ', b'"executables": ', b"lint: ignore[RES101] why", b"# lint: ignore[TTL101]\n",
)  # fmt: skip
"""What parsers of JSON and of YAML stumble over."""

_WORDS = (
    "", " ", "-", "0", "16 Gb", "16 GiB", "1e400 GiB", "-5 GB", "512000k", "PT2H", "P1Y2M", "99 d",
    "NaN", "unbounded",
    "inf", "4,5 GB", "١٦ GiB", "², GiB", "urn:types/jupyter-notebook", "urn:types/", "urn:x:y",
    "urn:fits-binary",
    "application/fits", ".fits", "fits", "http://[", "http://[::1]:x/",
    "https://ada:lovelace@example.org/?token=1",
    "http://localhost:8000/", "file:///etc/passwd", "C:\\data", "\\\\host\\data", "../../etc", "/",
    "//", "~", "~0/1",
    "/usr/../data", "data/./x", "a" * 300, "word " * 80, "TODO: x", "<your data>", "<p",
    "<b>x</b>", "[a](", "[a](b)",
    "```", "`" * 50, "Ã©", "â€™", "\ufffd", "\u202e", "\u200b", "\x00", "\x1b[31m", "\x85",
    "\u2028", "\u2029", "\ufeff",
    "e\u0301", "ß", "İ", "ﬁ", "解析", "👩\u200d🔬", "the the", "FIT THE CRAB",
    "12341234-1234-4234-8234-123412341234",
    "6f0d7a52-1c1e-4b7b-9d3a-5b8c2f4e7a10", "6F0D7A52-1C1E-4B7B-9D3A-5B8C2F4E7A10", "input",
    "output", "READWRITE",
    "readonly", "ghcr.io/example/fit:latest", "example/fit", "sha256:00", "pkg:pypi/gammapy",
    "main.cwl", "a\nb", "%",
    "{0}", "%s", "\\1", "x-own", "<<", "executables",
)  # fmt: skip


def _keys_of(plain: object) -> Iterator[str]:
    if isinstance(plain, dict):
        for key, value in plain.items():
            yield key
            yield from _keys_of(value)
    elif isinstance(plain, list):
        for item in plain:
            yield from _keys_of(item)


KEYS = sorted({key for plain in SOUND for key in _keys_of(plain)} | {"superseded-by", "x-own", "min", "max"})
_TEXTS = st.one_of(st.sampled_from(_WORDS), st.text(max_size=30))
_SCALARS = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(-(10**30), 10**30),
    st.integers(-2, 5000),
    st.floats(allow_nan=False, allow_infinity=False),
    _TEXTS,
)
_ANY_KEY = st.one_of(st.sampled_from(KEYS), _TEXTS)
VALUES = st.recursive(
    _SCALARS,
    lambda inner: st.one_of(st.lists(inner, max_size=4), st.dictionaries(_ANY_KEY, inner, max_size=4)),
    max_leaves=8,
)


@st.composite
def slips(draw: st.DrawFn) -> bytes:
    """Give the bytes of a sound list after some slips: bytes flipped, cut, doubled, put in."""
    data = draw(st.sampled_from(SOUND_TEXTS)).encode(draw(st.sampled_from(("utf-8", "utf-8", "utf-16"))))
    for kind in draw(st.lists(st.sampled_from("fcdtiw"), min_size=1, max_size=4)):
        at = draw(st.integers(0, max(0, len(data) - 1)))
        data = data[:at] + _slip(draw, kind, data[at:])
    return data


def _slip(draw: st.DrawFn, kind: str, rest: bytes) -> bytes:
    length = draw(st.integers(1, 60))
    if kind == "f":
        return draw(st.binary(min_size=1, max_size=1)) + rest[1:]
    if kind == "c":
        return rest[length:]
    if kind == "d":
        return rest[:length] * draw(st.integers(2, 4)) + rest[length:]
    if kind == "w":
        return rest.replace(b"\n", draw(st.sampled_from((b"\r\n", b"\r", b" ", b"\n\n"))))
    return draw(st.sampled_from(TOKENS)) + rest[draw(st.integers(0, 3)) if kind == "t" else 0 :]


@st.composite
def plain_lists(draw: st.DrawFn) -> Any:  # noqa: ANN401 - any JSON
    """Give a sound list as a value, with any other value in some of its places."""
    plain = copy.deepcopy(draw(st.sampled_from(SOUND)))
    for _ in range(draw(st.integers(1, 4))):
        path = draw(st.sampled_from(list(_paths(plain))))
        plain = _changed(draw, plain, path)
    return plain


Path = tuple[str | int, ...]


def _paths(plain: Any, above: Path = ()) -> Iterator[Path]:  # noqa: ANN401 - any JSON
    yield above
    pairs = plain.items() if isinstance(plain, dict) else enumerate(plain if isinstance(plain, list) else ())
    for step, value in pairs:
        yield from _paths(value, (*above, step))


def _changed(draw: st.DrawFn, plain: Any, path: Path) -> Any:  # noqa: ANN401 - any JSON
    if not path:
        return _with_more(draw, plain)
    changed = copy.copy(plain)
    step, *below = path
    if below:
        changed[step] = _changed(draw, plain[step], tuple(below))
    elif draw(st.integers(0, 4)) == 0:
        del changed[step]
    elif draw(st.booleans()):
        changed[step] = draw(VALUES)
    else:
        changed[step] = _with_more(draw, plain[step])
    return changed


def _with_more(draw: st.DrawFn, plain: Any) -> Any:  # noqa: ANN401 - any JSON
    if isinstance(plain, dict):
        return {**plain, draw(_ANY_KEY): draw(VALUES)}
    if isinstance(plain, list):
        again = bool(plain) and draw(st.booleans())
        return [*plain, draw(st.sampled_from(plain) if again else VALUES)]
    return draw(VALUES)
