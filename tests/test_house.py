"""The house stays in order: registers agree with files, the README with the commands, files stay small."""

from __future__ import annotations

import importlib
import pkgutil
import re
import subprocess
import sys
from pathlib import Path

import pytest
import typer
from typer.core import TyperCommand, TyperGroup

import beritaextract
from beritaextract.cli import app
from beritaextract.export import formats
from conftest import ROOT

PACKAGE = Path(beritaextract.__file__).parent
MODULES = sorted(
    module.name for module in pkgutil.walk_packages([str(PACKAGE)], prefix="beritaextract.") if module.name
)
README = (ROOT / "README.md").read_text(encoding="utf-8")


def commands(group: TyperGroup | None = None, prefix: str = "beritaextract") -> dict[str, TyperCommand]:
    """Every command by its full name."""
    found: dict[str, TyperCommand] = {}
    for name, command in (group or typer.main.get_group(app)).commands.items():
        if isinstance(command, TyperGroup):
            found |= commands(command, f"{prefix} {name}")
        elif isinstance(command, TyperCommand):
            found[f"{prefix} {name}"] = command
    return found


def test_every_format_has_a_module_and_every_module_is_a_format() -> None:
    modules = {path.stem for path in (PACKAGE / "export").glob("*.py")} - {"__init__", "formats"}
    assert sorted(modules) == sorted(format.name for format in formats.REGISTER)


@pytest.mark.parametrize("name", ["beritaextract", *MODULES])
def test_public_names_exist_and_stand_once(name: str) -> None:
    module = importlib.import_module(name)
    names = getattr(module, "__all__", [])
    assert len(names) == len(set(names))
    for public in names:
        assert hasattr(module, public)


def test_the_package_offers_its_public_names() -> None:
    assert beritaextract.__all__ == sorted(beritaextract.__all__)
    assert set(beritaextract.__all__) <= set(dir(beritaextract))
    with pytest.raises(AttributeError, match="nonsense"):
        beritaextract.nonsense  # noqa: B018


@pytest.mark.parametrize("name", commands())
def test_the_readme_names_every_command(name: str) -> None:
    assert name in README


@pytest.mark.parametrize(("name", "command"), commands().items())
def test_every_command_and_option_has_help(name: str, command: TyperCommand) -> None:
    assert command.help, name
    for parameter in command.params:
        assert getattr(parameter, "help", None) or parameter.name == "help", f"{name}: {parameter.name}"


@pytest.mark.parametrize("folder", ["src", "tests", "benchmarks"])
def test_no_file_is_longer_than_400_lines(folder: str) -> None:
    long = {
        str(path.relative_to(ROOT)): count
        for path in (ROOT / folder).rglob("*.py")
        if (count := len(path.read_text(encoding="utf-8").splitlines())) > 400
    }
    assert not long


def test_no_room_is_called_after_nothing() -> None:
    assert not {"utils", "helpers", "base", "manager", "common"} & {
        name.rpartition(".")[2] for name in MODULES
    }


def test_modules_import_downwards_only() -> None:
    program = Path(sys.executable).with_name("lint-imports")
    result = subprocess.run([program, "--no-cache"], cwd=ROOT, capture_output=True, text=True, check=False)
    assert result.returncode == 0, result.stdout


def test_nothing_prints_outside_the_command_line() -> None:
    printing = re.compile(r"^\s*(print|logging\.basicConfig)\(", re.MULTILINE)
    guilty = [
        path.name
        for path in PACKAGE.rglob("*.py")
        if path.name != "cli.py" and printing.search(path.read_text())
    ]
    assert not guilty


def test_constraints_pin_every_requirement() -> None:
    pinned = {line.partition("==")[0].lower() for line in (ROOT / "constraints.txt").read_text().splitlines()}
    project = (ROOT / "pyproject.toml").read_text(encoding="utf-8")
    required = re.findall(r'^    "([a-z-]+)>=', project, re.MULTILINE)
    assert required
    assert {name.replace("_", "-") for name in required} <= {name.replace("_", "-") for name in pinned}


def test_the_change_log_has_an_entry_for_this_version() -> None:
    assert f"## {beritaextract.__version__}" in (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
