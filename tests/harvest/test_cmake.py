"""A program that CMake builds is proposed if its files say in so many words that it is installed."""

import pytest

from fake_sources import passed_over, proposals
from ossr_catalogue.harvest.infer.cmake import CMakePrograms

BOTH = "add_executable(fit fit.cc)\ninstall(TARGETS fit DESTINATION bin)\n"


def commands(text: str, path: str = "CMakeLists.txt") -> list[str]:
    return [found.own["command"] for found in proposals(CMakePrograms(), {path: text})]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        pytest.param(BOTH, ["fit"], id="built and installed"),
        pytest.param(
            "ADD_EXECUTABLE ( fit fit.cc )\nINSTALL(\n  TARGETS lib fit\n  RUNTIME DESTINATION bin)",
            ["fit"],
            id="in capitals",
        ),
        pytest.param('add_executable("fit" fit.cc)\ninstall(TARGETS fit)', ["fit"], id="quoted"),
        pytest.param(
            "add_executable(a a.cc)\nadd_executable(b b.cc)\ninstall(TARGETS b a)", ["a", "b"], id="two"
        ),
        pytest.param("add_executable(fit fit.cc)", [], id="only built"),
        pytest.param("add_executable(fit fit.cc)\ninstall(TARGETS x DESTINATION fit)", [], id="a folder"),
        pytest.param("add_executable(fit fit.cc)\ninstall(FILES fit DESTINATION bin)", [], id="a file"),
        pytest.param("add_executable(${NAME} x.cc)\ninstall(TARGETS ${NAME})", [], id="computed"),
        pytest.param("add_executable(fit IMPORTED)\ninstall(TARGETS fit)", [], id="imported"),
        pytest.param("# add_executable(fit fit.cc)\ninstall(TARGETS fit)", [], id="a comment"),
        pytest.param("#[=[\nadd_executable(fit fit.cc)\n]=]\ninstall(TARGETS fit)", [], id="a long comment"),
        pytest.param("my_add_executable(fit fit.cc)\ninstall(TARGETS fit)", [], id="another function"),
    ],
)
def test_a_program_is_proposed_if_it_is_installed(text: str, found: list[str]) -> None:
    assert commands(text) == found


def test_what_is_not_proposed_is_named_with_the_reason() -> None:
    files = {
        "CMakeLists.txt": "add_executable(a a.cc)\nadd_executable(${B} b.cc)",
        "examples/fit/CMakeLists.txt": BOTH,
        "tests/CMakeLists.txt": BOTH,
    }
    assert passed_over(CMakePrograms(), files) == {
        "CMakeLists.txt": "builds a, ${B}, and does not say in so many words that they are installed",
        "examples/fit/CMakeLists.txt": "builds fit, which are examples for those who program with it",
    }
    assert proposals(CMakePrograms(), files) == []


def test_another_file_may_install_it() -> None:
    files = {"CMakeLists.txt": "install(TARGETS fit)", "exec/CMakeLists.txt": "add_executable(fit fit.cc)"}
    (found,) = proposals(CMakePrograms(), files)
    assert (found.path, found.title) == ("exec/CMakeLists.txt", "fit, a command of agnpy")


def test_many_names_are_cut() -> None:
    text = "".join(f"add_executable(p{index} x.cc)\n" for index in range(7))
    assert "p4 and 2 more" in passed_over(CMakePrograms(), {"CMakeLists.txt": text})["CMakeLists.txt"]
