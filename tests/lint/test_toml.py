"""Where keys and values of TOML stand; a place is either right, or that of something around it."""

import tomllib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ossr_catalogue.document.toml_places import places
from ossr_catalogue.document.toml_reader import LARGEST, read_toml

TEXT = '''# a comment = "with a sign"
select = ["RES", 'TTL101'] # x
"a\\u0041" = 1
ignore = { DSC110 = "we # no", "b.c" = """x
[y] = "1" """ }
a.b.c = 2024-01-01T00:00:00Z
[severity]   # s
TTL107 = "note"
[[override]]
uuid = "12"
[[override]]
[override.severity]
X = 1
[tool."ossr-catalogue"]
n = [ [1, 2], # c
 {x = 1.5e3}, ]
'''


def span_text(text: str, *path: str | int) -> str:
    root = read_toml(text).root
    assert root
    (node,) = root.select(*path)
    return text[node.span.start : node.span.end]


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        (("select", 1), "'TTL101'"),
        (("aA",), "1"),
        (("ignore", "DSC110"), '"we # no"'),
        (("ignore", "b.c"), '"""x\n[y] = "1" """'),
        (("a", "b", "c"), "2024-01-01T00:00:00Z"),
        (("a", "b"), "b"),
        (("severity",), "[severity]"),
        (("severity", "TTL107"), '"note"'),
        (("override", 0), "[[override]]"),
        (("override", 0, "uuid"), '"12"'),
        (("override", 1, "severity", "X"), "1"),
        (("tool", "ossr-catalogue", "n", 0, 1), "2"),
        (("tool", "ossr-catalogue", "n", 1, "x"), "1.5e3"),
    ],
    ids=str,
)
def test_a_value_is_found_where_it_stands(path: tuple[str | int, ...], expected: str) -> None:
    assert span_text(TEXT, *path) == expected


def test_the_values_are_those_of_the_standard_library() -> None:
    root = read_toml(TEXT.replace("2024-01-01T00:00:00Z", "3")).root
    assert root
    assert root.plain() == tomllib.loads(TEXT.replace("2024-01-01T00:00:00Z", "3"))


def test_a_key_is_found_too() -> None:
    root = read_toml(TEXT).root
    assert root
    key = root.key("aA")
    assert TEXT[key.span.start : key.span.end] == '"a\\u0041"'


@pytest.mark.parametrize(
    ("text", "message", "marked"),
    [
        ("a = \nb = 1", "invalid value", "\n"),
        ("a = 1\na = 2", "cannot overwrite a value", ""),
        ("a = [1,", "invalid value", ""),
        ("x", "expected '=' after a key in a key/value pair", ""),
        ("a" * (LARGEST + 1), f"the file has more than {LARGEST:,} letters", ""),
        ("a = " + "[" * 50_000, "lists or tables are nested too deeply", ""),
    ],
    ids=["no value", "twice", "open", "no sign", "large", "deep"],
)
def test_what_is_no_toml_is_said_with_its_place(text: str, message: str, marked: str) -> None:
    (problem,) = read_toml(text).problems
    assert problem.kind == "not-toml"
    assert problem.message == message
    assert text[problem.span.start : problem.span.end] == marked


def test_a_line_end_of_windows_moves_no_place() -> None:
    text = 'a = 1\r\n\r\n[b]\r\nc = "x"\r\n'
    assert span_text(text, "b", "c") == '"x"'


KEYS = st.from_regex(r"[A-Za-z0-9_-]{1,3}", fullmatch=True)
SCALARS = st.one_of(
    st.integers(-9, 9).map(str),
    st.sampled_from(['"a"', "'b'", "true", "1.5", '"""c"""', "'''d\n'''", "1979-05-27", '"#"', r'"\""']),
)
VALUES = st.recursive(
    SCALARS,
    lambda inner: st.one_of(
        st.lists(inner, max_size=3).map(lambda items: f"[ {', '.join(items)} ]"),
        st.dictionaries(KEYS, inner, max_size=3).map(
            lambda pairs: "{ " + ", ".join(f"{key} = {value}" for key, value in pairs.items()) + " }"
        ),
    ),
    max_leaves=6,
)
LINES = st.one_of(
    st.tuples(KEYS, VALUES).map(lambda pair: f"{pair[0]} = {pair[1]}"),
    st.tuples(KEYS, KEYS, VALUES).map(lambda one: f"{one[0]} . {one[1]} = {one[2]} # c"),
    KEYS.map(lambda key: f"[{key}]"),
    KEYS.map(lambda key: f"[[ {key} ]]"),
    st.just("# a comment"),
    st.just(""),
)


@given(st.lists(LINES, max_size=8).map("\n".join))
def test_every_place_holds_its_value(text: str) -> None:
    root = read_toml(text).root
    if root is None:
        return
    for path, span in places(text).values.items():
        (node,) = root.select(*path)
        if not isinstance(node.value, dict | tuple):
            written = tomllib.loads(f"x = {text[span.start : span.end]}")["x"]
            assert (written if isinstance(written, (str, int, float)) else str(written)) == node.value
