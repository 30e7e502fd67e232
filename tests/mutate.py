"""Break the rules on purpose, one small change after the other, and see whether a test notices.

`python tests/mutate.py [FILE …]`, by default all of `lint/rules/`. Prints what no test noticed, and how much
was noticed. The tests are collected once; each change is made in a copy of the process (so not on Windows),
to the code that the tests have loaded already. The tests that name its rule come first. Words of messages,
examples and documentation are not changed, nor are tables of facts: a test that compares them with themselves
would say nothing. What only examples use is part of them: another uuid there makes another example, of which
the rule has to say the same. Not collected by pytest.
"""
# ruff: noqa: T201 - it is there to print

import ast
import copy
import importlib
import os
import re
import signal
import sys
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from types import FunctionType, ModuleType
from typing import Any, Final

import pytest

import ossr_catalogue

PACKAGE: Final = Path(ossr_catalogue.__file__).parent
TESTS: Final = Path(__file__).parent
AT_ONCE: Final = 2
LONGEST_SECONDS: Final = 120
_WORDS: Final = frozenset(
    {"code", "name", "why", "good", "bad", "points_at", "source", "since", "severity", "fix"}
)
"""What a rule says of itself: no behaviour, or its own test's data."""
_KEPT: Final = frozenset({*_WORDS, "_abc_impl"})
_SAYS: Final = frozenset({"remark", "Remark", "Correction", "quoted", "UsageError", "NotImplementedError"})
"""Calls whose texts people read."""
_LONGEST_CHOICE: Final = 3
_CODE: Final = re.compile("[A-Z]{3}[0-9]{3}")
_OPPOSITE: Final[dict[type[ast.AST], tuple[type[ast.AST], ...]]] = {
    ast.Lt: (ast.LtE, ast.GtE),
    ast.LtE: (ast.Lt, ast.Gt),
    ast.Gt: (ast.GtE, ast.LtE),
    ast.GtE: (ast.Gt, ast.Lt),
    ast.Eq: (ast.NotEq,),
    ast.NotEq: (ast.Eq,),
    ast.In: (ast.NotIn,),
    ast.NotIn: (ast.In,),
    ast.Is: (ast.IsNot,),
    ast.IsNot: (ast.Is,),
    ast.And: (ast.Or,),
    ast.Or: (ast.And,),
    ast.Add: (ast.Sub,),
    ast.Sub: (ast.Add,),
    ast.Mult: (ast.Div,),
    ast.Div: (ast.Mult,),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Mutant:
    """A file with one small change."""

    path: Path
    line: int
    change: str
    """As it was, and as it is."""
    tree: ast.Module

    @property
    def module(self) -> str:
        """The name to import the file by."""
        return ".".join(("ossr_catalogue", *self.path.relative_to(PACKAGE).with_suffix("").parts))


def mutants(path: Path) -> Iterator[Mutant]:
    """Give every small change of a file."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    examples = _of_examples(tree)
    places = [steps for steps in _places(tree, ()) if _at(tree, steps[:1]) not in examples]
    for steps in places:
        old = _at(tree, steps)
        for new in _instead(old):
            changed = copy.deepcopy(tree)
            _put(changed, steps, new)
            ast.fix_missing_locations(changed)
            before, after = ast.unparse(old), ast.unparse(new)
            line = getattr(old, "lineno", 0)
            yield Mutant(path=path, line=line, change=f"{before}  →  {after}", tree=changed)


def _of_examples(tree: ast.Module) -> Sequence[ast.stmt]:
    """Give the values of a module that nothing but examples and documentation use."""
    values = [one for one in tree.body if isinstance(one, (ast.Assign, ast.AnnAssign))]
    others: list[ast.stmt] = [one for one in tree.body if one not in values]
    while more := [one for one in values if one not in others and _written(one) & _used_by(others)]:
        others += more
    return [one for one in values if one not in others]


def _used_by(statements: Iterable[ast.stmt]) -> set[str]:
    return set().union(*map(_used, statements))


def _written(node: ast.Assign | ast.AnnAssign) -> set[str]:
    targets = node.targets if isinstance(node, ast.Assign) else [node.target]
    return set().union(*map(_names, targets))


def _used(node: ast.AST) -> set[str]:
    """Give the names that are read, but in what a rule says of itself."""
    if _says_of_itself(node):
        return set()
    here = {node.id} if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Load) else set()
    return here.union(*map(_used, ast.iter_child_nodes(node)))


_Steps = tuple[tuple[str, int | None], ...]


def _places(node: ast.AST, steps: _Steps) -> Iterator[_Steps]:
    """Give the way to every node of behaviour: not to annotations, examples, docstrings or words."""
    yield steps
    for field, value in ast.iter_fields(node):
        if field in {"annotation", "returns", "decorator_list", "bases", "keywords"} and not _is_call(
            node, field
        ):
            continue
        children = value if isinstance(value, list) else [value]
        for index, child in enumerate(children):
            if isinstance(child, ast.AST) and not _is_left_alone(child):
                yield from _places(child, (*steps, (field, index if isinstance(value, list) else None)))


def _is_call(node: ast.AST, field: str) -> bool:
    return isinstance(node, ast.Call) and field == "keywords"


def _is_left_alone(node: ast.AST) -> bool:
    if isinstance(node, ast.Expr):
        return isinstance(node.value, ast.Constant)
    if isinstance(node, ast.Assign):
        return _says_of_itself(node)
    if isinstance(node, ast.keyword):
        return node.arg in {"message", "advice", "label", "also_label", "title"}
    if isinstance(node, ast.Call):
        called = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
        return called in _SAYS
    return _is_fact_or_word(node)


def _says_of_itself(node: ast.AST) -> bool:
    return isinstance(node, ast.Assign) and bool(_written(node) & _WORDS)


def _is_fact_or_word(node: ast.AST) -> bool:
    if isinstance(node, ast.Tuple):
        return _is_table(node)
    if isinstance(node, ast.IfExp):
        return _is_words(node.body) and _is_words(node.orelse)
    return isinstance(node, (ast.Import, ast.ImportFrom, ast.JoinedStr, ast.Set, ast.Dict))


def _is_table(node: ast.Tuple) -> bool:
    """Tell what is a list of facts, such as the endings of archives; what a rule yields to is none."""
    return all(isinstance(item, ast.Constant) for item in node.elts) and len(node.elts) > _LONGEST_CHOICE


def _is_words(node: ast.AST) -> bool:
    return isinstance(node, ast.JoinedStr) or (isinstance(node, ast.Constant) and isinstance(node.value, str))


def _names(node: ast.AST) -> set[str]:
    return {one.id for one in ast.walk(node) if isinstance(one, ast.Name)}


def _at(node: Any, steps: _Steps) -> Any:  # noqa: ANN401 - any node
    for field, index in steps:
        node = getattr(node, field)
        node = node if index is None else node[index]
    return node


def _put(tree: ast.AST, steps: _Steps, new: ast.AST) -> None:
    owner = _at(tree, steps[:-1])
    field, index = steps[-1]
    if index is None:
        setattr(owner, field, new)
    else:
        getattr(owner, field)[index] = new


def _instead(node: ast.AST) -> Iterator[ast.AST]:
    """Give what could stand in the place of a node."""
    if isinstance(node, ast.Compare):
        yield from _other_comparisons(node)
    elif isinstance(node, ast.BoolOp):
        for operator in _OPPOSITE[type(node.op)]:
            yield ast.BoolOp(op=operator(), values=node.values)  # type: ignore[arg-type]  # And and Or only
        yield from node.values
    elif isinstance(node, ast.BinOp):
        for operator in _OPPOSITE.get(type(node.op), ()):
            yield ast.BinOp(left=node.left, op=operator(), right=node.right)  # type: ignore[arg-type]
    elif isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.Not):
        yield node.operand
    elif isinstance(node, ast.Constant):
        yield from map(ast.Constant, _other_constants(node.value))
    elif isinstance(node, (ast.If, ast.IfExp, ast.comprehension)):
        yield from _other_conditions(node)
    else:
        yield from _other_statements(node)


def _other_comparisons(node: ast.Compare) -> Iterator[ast.AST]:
    for at, operator in enumerate(node.ops):
        for other in _OPPOSITE[type(operator)]:
            ops = [*node.ops[:at], other(), *node.ops[at + 1 :]]
            yield ast.Compare(left=node.left, ops=ops, comparators=node.comparators)  # type: ignore[arg-type]


def _other_constants(value: object) -> Iterator[Any]:
    if isinstance(value, bool):
        yield not value
    elif isinstance(value, int):
        yield from (value + 1, value - 1)
    elif isinstance(value, float):
        yield from (value * 1.01, value * 0.99)
    elif isinstance(value, str) and set(value) & set("\\^$*+?|"):
        yield "(?!)"
    elif isinstance(value, str) and value and not set(value) & set(" \n"):
        yield f"{value}no"


def _other_conditions(node: ast.If | ast.IfExp | ast.comprehension) -> Iterator[ast.AST]:
    if isinstance(node, ast.comprehension):
        for at in range(len(node.ifs)):
            for value in (True, False):
                ifs: list[ast.expr] = [*node.ifs]
                ifs[at] = ast.Constant(value)
                yield ast.comprehension(node.target, node.iter, ifs, node.is_async)
        return
    for value in (True, False):
        changed = copy.copy(node)
        changed.test = ast.Constant(value)
        yield changed


def _other_statements(node: ast.AST) -> Iterator[ast.AST]:
    if isinstance(node, ast.Continue) or (isinstance(node, ast.Return) and node.value is None):
        yield ast.Pass()
    elif isinstance(node, ast.Return) and not isinstance(node.value, ast.Constant):
        yield ast.Return(ast.Constant(None))
    elif isinstance(node, ast.Expr):
        yield ast.Expr(ast.Tuple([], ast.Load()))
    elif isinstance(node, (ast.Tuple, ast.Set, ast.List)):
        yield from _fewer(node)
    elif isinstance(node, ast.Attribute) and ast.unparse(node) in {"Hides.PLACE", "Hides.OWNER"}:
        yield ast.Attribute(node.value, "NOTHING", ast.Load())


def _fewer(node: ast.Tuple | ast.Set | ast.List) -> Iterator[ast.AST]:
    """Leave out one after the other of several equals; not of what belongs together."""
    is_written = isinstance(getattr(node, "ctx", None), ast.Store)
    if is_written or len({type(item) for item in node.elts}) > 1:
        return
    for at in range(len(node.elts)):
        changed = copy.copy(node)
        changed.elts = [*node.elts[:at], *node.elts[at + 1 :]]
        yield changed


def apply(mutant: Mutant) -> None:
    """Make the change to the code that is loaded."""
    module = importlib.import_module(mutant.module)
    changed = ModuleType(mutant.module)
    changed.__file__ = module.__file__
    exec(compile(mutant.tree, str(mutant.path), "exec"), vars(changed))  # noqa: S102 - our own code
    _take_over(module, changed)


def _take_over(old: Any, new: Any) -> None:  # noqa: ANN401 - modules and classes
    """Give an old module or class the code and the values of the new one; it stays the same object."""
    for name, value in dict(vars(new)).items():
        was = vars(old).get(name)
        if was is value or name in _KEPT or name.startswith("__"):
            continue
        if isinstance(was, type):
            _take_over(was, value)
        elif _code_of(was):
            _swap(_code_of(was), _code_of(value))
        else:
            setattr(old, name, value)


def _code_of(value: Any) -> Any:  # noqa: ANN401 - whatever stands in a module
    """Give the function that something is or wraps; None where it is none."""
    for inner in ("fget", "func", "__func__", "__wrapped__"):
        value = getattr(value, inner, value)
    return value if isinstance(value, FunctionType) else None


def _swap(was: FunctionType, value: FunctionType) -> None:
    was.__code__ = value.__code__
    was.__defaults__ = value.__defaults__


def _telling(items: Iterable[pytest.Item], file: str) -> list[pytest.Item]:
    """Sort the tests: those that are likeliest to notice a change of a file come first."""
    code = file.partition("_")[0].upper()
    if not _CODE.fullmatch(code):
        return list(items)
    return sorted(items, key=lambda item: _distance(code, _CODE.findall(item.nodeid)))


def _distance(code: str, named: Sequence[str]) -> int:
    """Say how far a test that names some rules is from one: its own, of its family, of none, of others."""
    if code in named:
        return 0
    if any(other[:3] == code[:3] for other in named):
        return 1
    return 3 if named else 2


class Mutating:
    """A plugin of pytest: runs the tests once as they are, then once for each mutant until one fails."""

    def __init__(self, found: Sequence[Mutant]) -> None:
        self.mutants = found
        self.survivors: list[Mutant] = []

    def pytest_runtestloop(self, session: pytest.Session) -> bool:
        """Take over the running of the tests."""
        self._leave_out_what_fails(session)
        running: dict[int, Mutant] = {}
        for mutant in self.mutants:
            if len(running) == AT_ONCE:
                self._wait(running)
            running[self._start(session, mutant)] = mutant
        while running:
            self._wait(running)
        return True

    def _leave_out_what_fails(self, session: pytest.Session) -> None:
        """Run each test as it is; one that fails could not tell anything."""
        reading, writing = os.pipe()
        process = os.fork()
        if not process:
            failing = [item.nodeid for item in session.items if self._run(session, [item])]
            os.write(writing, "\n".join(failing).encode())
            os._exit(0)
        os.close(writing)
        with os.fdopen(reading, encoding="utf-8") as pipe:
            failing = pipe.read().splitlines()
        os.waitpid(process, 0)
        session.items = [item for item in session.items if item.nodeid not in failing]
        print(f"{len(session.items)} tests; left out, since they fail as it is: {failing}", flush=True)

    def _start(self, session: pytest.Session, mutant: Mutant) -> int:
        process = os.fork()
        if process:
            return process
        signal.alarm(LONGEST_SECONDS)
        try:
            apply(mutant)
        except BaseException:  # noqa: BLE001 - a change with which the file cannot even be loaded
            os._exit(1)
        os._exit(self._run(session, _telling(session.items, mutant.path.name)))

    def _wait(self, running: dict[int, Mutant]) -> None:
        process, status = os.wait()
        mutant = running.pop(process)
        if status == 0:
            self.survivors.append(mutant)
            print(f"\n{mutant.path.relative_to(PACKAGE)}:{mutant.line}: {mutant.change}", flush=True)

    @staticmethod
    def _run(session: pytest.Session, items: Iterable[pytest.Item]) -> int:
        """Run tests until one fails; give 1 if one does."""
        sys.stdout = sys.stderr = open(os.devnull, "w")  # noqa: PTH123, SIM115 - until the process ends
        os.dup2(sys.stdout.fileno(), 1)
        os.dup2(sys.stdout.fileno(), 2)
        try:
            for item in items:
                item.config.hook.pytest_runtest_protocol(item=item, nextitem=None)
                if session.testsfailed:
                    session.testsfailed = 0
                    return 1
        except BaseException:  # noqa: BLE001 - whatever ends the tests is noticed
            return 1
        return 0


def main() -> int:
    """Try all changes."""
    given = [Path(name).resolve() for name in sys.argv[1:]]
    paths = given or sorted((PACKAGE / "lint" / "rules").glob("[a-z]*_*.py"))
    found = [mutant for path in paths for mutant in mutants(path)]
    plugin = Mutating(found)
    tests = [str(TESTS / "lint"), f"--deselect={TESTS / 'lint' / 'test_fuzz.py'}"]
    pytest.main(["-q", "-x", "--no-header", "-p", "no:cacheprovider", "-W", "ignore", "-s", *tests], [plugin])
    killed = len(found) - len(plugin.survivors)
    print(f"{killed} of {len(found)} changes were noticed: {killed / max(1, len(found)):.1%}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
