"""`lint --fix`: what becomes of the files, what is said, and what the exit status is."""

import os
import stat
import subprocess
from pathlib import Path

import pytest

from ossr_catalogue.lint.sound import SOUND_YAML

UNTIDY = SOUND_YAML.replace("Crab nebula", "Crab  nebula # why").replace(
    "title: Fit the Crab  nebula # why spectrum with Gammapy",
    "title: Fit the Crab  nebula spectrum with Gammapy  # why",
)
TIDY = UNTIDY.replace("Crab  nebula", "Crab nebula")
SWAPPED = SOUND_YAML + "    compute-resources: [{cores: {min: 8, max: 4}}]\n"
RIGHT = SOUND_YAML + "    compute-resources: [{cores: {min: 4, max: 8}}]\n"


def run(folder: Path, *arguments: str, given: bytes | None = None) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(
        ["ossr-catalogue", "lint", "--isolated", *arguments],
        cwd=folder,
        input=given,
        capture_output=True,
        check=False,
        env={**os.environ, "PYTHONIOENCODING": "utf-8"},
    )


def written(folder: Path, text: str, name: str = "executables.yaml") -> Path:
    file = folder / name
    file.write_bytes(text.encode())
    return file


def test_a_fix_is_written_and_counted(tmp_path: Path) -> None:
    file = written(tmp_path, UNTIDY)
    done = run(tmp_path, "--fix")
    assert file.read_bytes() == TIDY.encode()
    assert done.stderr == b"Fixed 1 problem in 1 file.\n"
    assert done.stdout == b"Nothing to complain about in 1 file.\n"
    assert done.returncode == 0


def test_nothing_is_written_without_being_asked(tmp_path: Path) -> None:
    file = written(tmp_path, UNTIDY)
    run(tmp_path)
    assert file.read_bytes() == UNTIDY.encode()


def test_what_is_left_decides_the_status(tmp_path: Path) -> None:
    file = written(tmp_path, SWAPPED)
    done = run(tmp_path, "--fix")
    assert done.returncode == 1
    assert b"RES101" in done.stdout
    assert done.stderr == b""
    assert file.read_bytes() == SWAPPED.encode()


def test_unsafe_fixes_imply_to_fix(tmp_path: Path) -> None:
    file = written(tmp_path, SWAPPED)
    assert run(tmp_path, "--unsafe-fixes").returncode == 0
    assert file.read_bytes() == RIGHT.encode()


def test_only_what_is_told_is_fixed(tmp_path: Path) -> None:
    file = written(tmp_path, UNTIDY)
    run(tmp_path, "--fix", "--ignore", "TTL107")
    assert file.read_bytes() == UNTIDY.encode()


def test_what_is_suppressed_is_not_fixed(tmp_path: Path) -> None:
    text = UNTIDY.replace("# why", "# lint: ignore[TTL107] the house style")
    file = written(tmp_path, text)
    done = run(tmp_path, "--fix")
    assert file.read_bytes() == text.encode()
    assert done.returncode == 0


def test_a_difference_is_shown_and_nothing_is_changed(tmp_path: Path) -> None:
    file = written(tmp_path, UNTIDY)
    done = run(tmp_path, "--diff")
    assert done.stdout.decode() == (
        "--- executables.yaml\n"
        "+++ executables.yaml\n"
        "@@ -1,6 +1,6 @@\n"
        " executables:\n"
        "   - uuid: 6f0d7a52-1c1e-4b7b-9d3a-5b8c2f4e7a10\n"
        "     type: urn:types/jupyter-notebook\n"
        "-    title: Fit the Crab  nebula spectrum with Gammapy  # why\n"
        "+    title: Fit the Crab nebula spectrum with Gammapy  # why\n"
        "     description: Reduces one hour of gamma-ray observations and fits a log-parabola to their"
        " spectrum.\n"
        "     location: notebooks/crab.ipynb\n"
    )
    assert done.stderr == b"Would fix 1 problem in 1 file.\n"
    assert done.returncode == 1
    assert file.read_bytes() == UNTIDY.encode()


def test_without_a_difference_the_status_is_fine(tmp_path: Path) -> None:
    written(tmp_path, SWAPPED)
    done = run(tmp_path, "--diff")
    assert (done.returncode, done.stdout, done.stderr) == (0, b"", b"")
    assert run(tmp_path, "--diff", "--unsafe-fixes").returncode == 1


@pytest.mark.parametrize("text", [UNTIDY, UNTIDY.replace("\n", "\r\n"), UNTIDY.rstrip("\n")], ids=repr)
def test_a_difference_can_be_applied(tmp_path: Path, text: str) -> None:
    file = written(tmp_path, text)
    patch = tmp_path / "fix.patch"
    patch.write_bytes(run(tmp_path, "--diff").stdout)
    subprocess.run(["git", "apply", "-p0", patch.name], cwd=tmp_path, check=True)
    assert file.read_bytes() == text.replace("Crab  nebula", "Crab nebula").encode()


def test_standard_input_is_fixed_to_standard_output(tmp_path: Path) -> None:
    done = run(tmp_path, "--fix", "-", given=(UNTIDY + "    status: gone\n").encode())
    assert done.stdout == (TIDY + "    status: gone\n").encode()
    assert b"SCH041" in done.stderr
    assert b"Fixed 1 problem in 1 file." in done.stderr
    assert done.returncode == 1


def test_the_difference_of_standard_input_is_shown(tmp_path: Path) -> None:
    done = run(tmp_path, "--diff", "-", "--stdin-filename", "executables.yaml", given=UNTIDY.encode())
    assert done.stdout.startswith(b"--- executables.yaml\n")
    assert done.returncode == 1


def test_a_byte_order_mark_goes(tmp_path: Path) -> None:
    file = written(tmp_path, "\ufeff" + SOUND_YAML)
    assert run(tmp_path, "--diff").stdout.startswith(b"--- executables.yaml\n+++ executables.yaml\n")
    run(tmp_path, "--fix")
    assert file.read_bytes() == SOUND_YAML.encode()


def test_utf_16_becomes_utf_8(tmp_path: Path) -> None:
    file = tmp_path / "executables.yaml"
    file.write_bytes(UNTIDY.encode("utf-16"))
    run(tmp_path, "--fix")
    assert file.read_bytes() == TIDY.encode()


def test_a_file_keeps_its_mode_and_a_link_stays_one(tmp_path: Path) -> None:
    file = written(tmp_path, UNTIDY, "list.yaml")
    file.chmod(0o640)
    link = tmp_path / "executables.yaml"
    link.symlink_to("list.yaml")
    run(tmp_path, "--fix", "executables.yaml")
    assert link.is_symlink()
    assert file.read_bytes() == TIDY.encode()
    assert stat.S_IMODE(file.stat().st_mode) == 0o640
    assert sorted(path.name for path in tmp_path.iterdir()) == ["executables.yaml", "list.yaml"]


def test_a_read_only_file_is_left_alone(tmp_path: Path) -> None:
    file = written(tmp_path, UNTIDY)
    file.chmod(0o444)
    done = run(tmp_path, "--fix")
    assert done.returncode == 2
    assert done.stderr.decode() == (
        "ossr-catalogue: executables.yaml: cannot be fixed: it is read-only; "
        "make it writable, or use --diff\n"
    )
    assert file.read_bytes() == UNTIDY.encode()


def test_a_sound_file_is_not_written_again(tmp_path: Path) -> None:
    file = written(tmp_path, SOUND_YAML)
    before = file.stat().st_mtime_ns, file.stat().st_ino
    run(tmp_path, "--unsafe-fixes")
    assert (file.stat().st_mtime_ns, file.stat().st_ino) == before


def test_several_files_are_counted(tmp_path: Path) -> None:
    for name in ("a", "b", "c"):
        (tmp_path / name).mkdir()
        written(tmp_path / name, SOUND_YAML if name == "c" else UNTIDY)
    assert b"Fixed 2 problems in 2 files.\n" in run(tmp_path, "--fix").stderr
