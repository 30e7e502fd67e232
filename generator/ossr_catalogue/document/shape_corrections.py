"""What to write where a document has not the shape of a list, if it can be said at all."""

import re
from collections.abc import Iterable
from typing import Final

from ossr_catalogue.document.changes import Correction, Enclose, SetValue
from ossr_catalogue.document.corrections import make_list, put_in_quotes, rename, shown, write
from ossr_catalogue.document.nearest import nearest, nearest_alone
from ossr_catalogue.document.node import Node
from ossr_catalogue.document.shape import Shape

TRUE: Final = frozenset({"true", "yes", "on", "y"})
FALSE: Final = frozenset({"false", "no", "off", "n"})
_NUMBER: Final = re.compile(r"-?(?:0|[1-9][0-9]{0,14})")
_HOST: Final = re.compile(r"(?:[a-z0-9-]+\.)+[a-z]{2,}(?:/\S*)?", re.IGNORECASE)
_SEVERAL: Final = re.compile(r"[,;\n]")


def correct_key(key: Node, meant: str, known: Iterable[str]) -> Correction | None:
    """Propose the key that is most like one; safe where no other is like it."""
    if not meant:
        return None
    return rename(key, meant, is_safe=nearest_alone(key.text, known) == meant)


def correct_word(node: Node, shape: Shape) -> Correction | None:
    """Propose the allowed word that is most like one; safe where only upper and lower case differ."""
    meant = nearest(node.text, map(str, shape.enum))
    return write(node, meant, is_safe=node.text.strip().lower() == meant.lower()) if meant else None


def correct_text(node: Node, shape: Shape) -> Correction | None:
    """Propose a type in full, or an address with its scheme."""
    if node.path[-1] == "type":
        meant = nearest(node.text, shape.examples)
        return write(node, meant, is_safe=meant.endswith(f"/{node.text.strip()}")) if meant else None
    is_address = shape.pattern is not None and shape.pattern.pattern.startswith("^https?://")
    if is_address and _HOST.fullmatch(node.text.strip()):
        return write(node, f"https://{node.text.strip()}", is_safe=False)
    return None


def correct_type(node: Node, shape: Shape) -> Correction | None:
    """Propose a value of the expected sort that says the same."""
    if node.value is None or isinstance(node.value, (tuple, dict)):
        return _in_list(node, shape) if isinstance(node.value, dict) else None
    if isinstance(node.value, str):
        return _from_text(node, shape)
    is_number_welcome = "number" in shape.types
    return put_in_quotes(node) if "string" in shape.types and not is_number_welcome else None


def _from_text(node: Node, shape: Shape) -> Correction | None:
    word = node.text.strip().lower()
    if "boolean" in shape.types and word in TRUE | FALSE:
        return write(node, word in TRUE, is_safe=True)
    if "integer" in shape.types and _NUMBER.fullmatch(node.text.strip()):
        return write(node, int(node.text), is_safe=True)
    return _in_list(node, shape)


def _in_list(node: Node, shape: Shape) -> Correction | None:
    """Propose a list of one; what holds commas was probably meant as several."""
    fits = shape.items is not None and ("object" if node.members else "string") in shape.items.types
    if "array" not in shape.types or not fits or not (node.members or node.text.strip()):
        return None
    parts = [part.strip() for part in _SEVERAL.split(node.text) if part.strip()]
    return make_list(node, parts if len(parts) > 1 else ())


def enclose(root: Node) -> Correction | None:
    """Propose `executables` above what is surely a list of executables, or a single one."""
    entries = root.items or (root,)
    if not all({"uuid", "type"} & entry.members.keys() for entry in entries):
        return None
    change = Enclose(node=root, key="executables", in_list=not root.items)
    return Correction(title='Put {"executables": [ … ]} around it', changes=(change,), is_safe=False)


def correct_uuid(node: Node, bare: str) -> Correction:
    """Propose a uuid as it is written here: it is the same one."""
    change = SetValue(node=node, value=bare)
    return Correction(title=f"Write {shown(bare)}", changes=(change,), is_safe=True)
