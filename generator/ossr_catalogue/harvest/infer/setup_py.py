"""Read console scripts out of setup.py without running it: what is computed there stays unknown."""

import ast
import warnings
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Final

_MAX_BYTES: Final = 200_000
_COMPUTED: Final = (
    "its {what} are computed when it is run, which is never done; declare them in pyproject.toml"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class SetupScripts:
    """What a setup.py installs as commands."""

    name: str = ""
    """Of the distribution."""
    entry_points: tuple[str, ...] = ()
    """`command = module:function`."""
    scripts: tuple[str, ...] = ()
    """Paths of files that become commands."""
    complaint: str = ""
    """Why more could not be known."""


def read_setup_py(content: bytes) -> SetupScripts:
    """Read a setup.py."""
    if len(content) > _MAX_BYTES:
        return SetupScripts(complaint=f"is longer than {_MAX_BYTES} bytes")
    try:
        with warnings.catch_warnings(action="ignore"):  # about their escapes, not ours
            tree = ast.parse(content)
    except (SyntaxError, ValueError, RecursionError, MemoryError) as error:
        return SetupScripts(complaint=f"is not Python that can be read ({type(error).__name__})")
    call = next(_setup_calls(tree), None)
    if call is None:
        return SetupScripts()
    return _from_call(call, _assigned(tree))


def _setup_calls(tree: ast.Module) -> Iterator[ast.Call]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Call):
            called = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
            if called == "setup":
                yield node


def _assigned(tree: ast.Module) -> dict[str, ast.expr]:
    """Give what names stand for, of those that are assigned once at the top and never changed."""
    found: dict[str, ast.expr] = {}
    changed: set[str] = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Assign | ast.AnnAssign | ast.AugAssign | ast.NamedExpr):
            for target in node.targets if isinstance(node, ast.Assign) else [node.target]:
                root = _root(target)
                changed.update({root} if root in found or not isinstance(target, ast.Name) else ())
                if isinstance(target, ast.Name) and node.value is not None:
                    found.setdefault(target.id, node.value)
        elif isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute):
            changed.add(_root(node.func.value))  # `scripts.append(…)`
    return {name: value for name, value in found.items() if name not in changed}


def _root(node: ast.expr) -> str:
    while isinstance(node, ast.Attribute | ast.Subscript):
        node = node.value
    return node.id if isinstance(node, ast.Name) else ""


def _from_call(call: ast.Call, assigned: Mapping[str, ast.expr]) -> SetupScripts:
    given = {keyword.arg: keyword.value for keyword in call.keywords if keyword.arg}
    entry_points, is_known = _console_scripts(given.get("entry_points"), assigned)
    scripts, are_known = _texts(given.get("scripts"), assigned)
    computed = [what for what, known in (("console scripts", is_known), ("scripts", are_known)) if not known]
    return SetupScripts(
        name=_text(given.get("name"), assigned),
        entry_points=entry_points,
        scripts=scripts,
        complaint=_COMPUTED.format(what=" and ".join(computed)) if computed else "",
    )


def _console_scripts(node: ast.expr | None, assigned: Mapping[str, ast.expr]) -> tuple[tuple[str, ...], bool]:
    """Give the console scripts among entry points, and whether all of them are known."""
    node = _resolved(node, assigned)
    if node is None:
        return (), True
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        return _from_ini(node.value), True
    if not isinstance(node, ast.Dict):
        return (), False
    for key, value in zip(node.keys, node.values, strict=True):
        if isinstance(key, ast.Constant) and key.value == "console_scripts":
            return _texts(value, assigned)
    return (), all(isinstance(key, ast.Constant) for key in node.keys)


def _from_ini(text: str) -> tuple[str, ...]:
    inside, found = False, []
    for line in map(str.strip, text.splitlines()):
        if line.startswith("["):
            inside = line == "[console_scripts]"
        elif inside and "=" in line:
            found.append(line)
    return tuple(found)


def _texts(node: ast.expr | None, assigned: Mapping[str, ast.expr]) -> tuple[tuple[str, ...], bool]:
    """Give the texts of a list that is written out, and whether all of it is."""
    node = _resolved(node, assigned)
    if node is None:
        return (), True
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        return tuple(line.strip() for line in node.value.splitlines() if line.strip()), True
    if not isinstance(node, ast.List | ast.Tuple):
        return (), False
    found = tuple(text for item in node.elts if (text := _text(item, assigned)))
    return found, len(found) == len(node.elts)


def _text(node: ast.expr | None, assigned: Mapping[str, ast.expr]) -> str:
    node = _resolved(node, assigned)
    return node.value if isinstance(node, ast.Constant) and isinstance(node.value, str) else ""


def _resolved(node: ast.expr | None, assigned: Mapping[str, ast.expr]) -> ast.expr | None:
    return assigned.get(node.id, node) if isinstance(node, ast.Name) else node
