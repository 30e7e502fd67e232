"""Programs that do nothing but write down how they were called."""

import stat
import subprocess
from pathlib import Path
from typing import Final

PROGRAMS: Final = (
    *("apptainer", "conda", "curl", "cwltool", "docker", "git", "jupyter", "jupyter-repo2docker", "nextflow"),
    *("papermill", "python", "snakemake", "ctadata", "cargo", "npm"),
)
_SCRIPT: Final = """#!/bin/sh
{ printf '%s\\0' "${0##*/}" "$@"; printf '\\036\\0'; } >> "$RECORD"
[ "${0##*/} $1" = "git clone" ] && /bin/mkdir -p -- "$3"
exit 0
"""
_END: Final = "\x1e"


def run_shell(text: str, folder: Path, *more: str) -> list[list[str]]:
    """Run commands in a shell that has nothing but stand-ins, and give the words that each was called with.

    Args:
        text: the commands.
        folder: an empty one; what a command writes would lie in its `here`.
        *more: further programs that there are.
    """
    here, record = folder / "here", folder / "record"
    here.mkdir()
    record.touch()
    environment = {"PATH": str(_programs(folder / "bin", (*PROGRAMS, *more))), "RECORD": str(record)}
    script = folder / "script.sh"
    script.write_text(text, encoding="utf-8")
    subprocess.run(["/bin/sh", "-n", str(script)], check=True)
    subprocess.run(["/bin/sh", "-eu", str(script)], check=True, cwd=here, env=environment)
    return _calls(record.read_bytes().decode())


def written(folder: Path) -> list[str]:
    """Name the files, not the folders, that the commands wrote."""
    return sorted(str(path) for path in (folder / "here").rglob("*") if path.is_file())


def _programs(folder: Path, names: tuple[str, ...]) -> Path:
    folder.mkdir()
    for name in names:
        program = folder / name
        program.write_text(_SCRIPT, encoding="utf-8")
        program.chmod(program.stat().st_mode | stat.S_IXUSR)
    (folder / "env").symlink_to("/usr/bin/env")
    return folder


def _calls(record: str) -> list[list[str]]:
    return [call.split("\0")[:-1] for call in record.split(f"{_END}\0")[:-1]]
