"""Only the command line prints, asks, reads arguments or exits; below it findings are the log."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

SOURCE = Path(__file__).parents[2] / "src" / "publisher"
CALLS = {"print", "input", "breakpoint", "exit", "quit"}
OF_MODULES = {
    "sys": {"argv", "exit", "stdout", "stderr", "stdin"},
    "os": {"_exit", "abort"},
}
# Run as programs of their own, with pipes to ours: nothing of what they write reaches people.
PROGRAMS = {SOURCE / name for name in ("__main__.py", "paper/child.py", "braille/child.py", "tethered.py")}
MODULES = {"argparse", "click", "getpass", "logging", "rich"}


def below_the_command_line() -> list[Path]:
    modules = set(SOURCE.rglob("*.py")) - set((SOURCE / "cli").rglob("*.py")) - PROGRAMS
    return sorted(modules)


def trespasses(source: str) -> Iterator[str]:
    """What a module does that only the command line may do, each with its line."""
    for node in ast.walk(ast.parse(source)):
        match node:
            case ast.Call(func=ast.Name(id=name)) if name in CALLS:
                yield f"{node.lineno}: {name}()"
            case ast.Attribute(value=ast.Name(id=module), attr=name) if name in OF_MODULES.get(module, ()):
                yield f"{node.lineno}: {module}.{name}"
            case ast.ImportFrom(module=module, names=names) if module:
                wanted = OF_MODULES.get(module, set())
                yield from (f"{node.lineno}: {module}.{alias.name}" for alias in names if alias.name in wanted)
                if module.split(".")[0] in MODULES:
                    yield f"{node.lineno}: {module}"
            case ast.Import(names=names):
                yield from (f"{node.lineno}: {name.name}" for name in names if name.name.split(".")[0] in MODULES)


@pytest.mark.parametrize("module", below_the_command_line(), ids=lambda path: str(path.relative_to(SOURCE)))
def test_module_leaves_people_to_the_command_line(module: Path) -> None:
    assert list(trespasses(module.read_text(encoding="utf-8"))) == []


@pytest.mark.parametrize(
    "source",
    ["print('x')", "import sys\nsys.exit(1)", "from sys import argv", "import logging", "from rich.table import Table"],
)
def test_a_trespass_is_seen(source: str) -> None:
    assert list(trespasses(source))
