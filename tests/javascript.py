"""Our ES modules in Node, where it is installed: the assets, beside what the build makes for them."""

import json
import shutil
import subprocess
from pathlib import Path
from typing import Any

from ossr_catalogue.embedded import embedded
from ossr_catalogue.matching.table import matching_table
from ossr_catalogue.publish.doors.matching import MODULE, module_of
from ossr_catalogue.publish.files import json_bytes

NODE = shutil.which("node")
_LARGEST_SAFE = 2**53 - 1


def in_node(folder: Path, script: str, *arguments: Any) -> Any:  # noqa: ANN401 - JSON
    """Run the body of a function over *arguments*, `a` to the script, and give what it returns.

    The script imports from `./`; integers beyond 2^53 reach it as `bigint`.
    """
    assets = embedded("catalogue/theme/assets")
    for module in assets.glob("*.js"):
        shutil.copy(module, folder)
    (folder / Path(MODULE).name).write_bytes(module_of(json_bytes(matching_table())))
    (folder / "package.json").write_text('{"type": "module"}')
    call = f"console.log(JSON.stringify(await run({_literal(arguments)})));"
    (folder / "main.js").write_text(f"const run = async (a) => {{{script}}};\n{call}", encoding="utf-8")
    done = subprocess.run(
        [str(NODE), "main.js"], cwd=folder, capture_output=True, encoding="utf-8", check=False, timeout=60
    )
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


def _literal(value: Any) -> str:  # noqa: ANN401 - JSON
    """Write JSON as JavaScript that loses no digit."""
    if isinstance(value, dict):
        return "{" + ",".join(f"{json.dumps(key)}:{_literal(one)}" for key, one in value.items()) + "}"
    if isinstance(value, list | tuple):
        return "[" + ",".join(map(_literal, value)) + "]"
    is_large = isinstance(value, int) and abs(value) > _LARGEST_SAFE
    return f"{value}n" if is_large else json.dumps(value)
