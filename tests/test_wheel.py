"""A built wheel works where the checkout is not."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import sysconfig
import venv
import zipfile
from pathlib import Path

import pytest

from conftest import ROOT


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    build = [sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", str(folder), str(ROOT)]
    result = subprocess.run(build, capture_output=True, text=True, check=False)
    assert result.returncode == 0, result.stdout + result.stderr
    (built,) = folder.glob("*.whl")
    return built


@pytest.fixture(scope="module")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The ``bin`` of a fresh environment with the wheel, and this one's packages but not its checkout."""
    folder = tmp_path_factory.mktemp("environment")
    venv.create(folder, with_pip=False, symlinks=True)
    bin_folder = folder / ("Scripts" if os.name == "nt" else "bin")
    pip = [sys.executable, "-m", "pip", "--python", str(bin_folder / "python"), "install"]
    options = ["--quiet", "--no-deps", "--no-index", "--disable-pip-version-check"]
    result = subprocess.run([*pip, *options, str(wheel)], capture_output=True, text=True, check=False)
    assert result.returncode == 0, result.stderr
    # Start-up files of a folder that a start-up file names are not read: the editable install stays unseen.
    base = {"base": str(folder), "platbase": str(folder)}
    link = Path(sysconfig.get_path("purelib", "venv", vars=base)) / "neighbours.pth"
    link.write_text(sysconfig.get_path("purelib"), encoding="utf-8")
    return bin_folder


def run(program: Path, *arguments: str, folder: Path) -> str:
    result = subprocess.run([program, *arguments], cwd=folder, capture_output=True, text=True, check=False)
    assert result.returncode == 0, result.stderr
    return result.stdout


def test_the_wheel_carries_rules_types_and_licences(wheel: Path) -> None:
    names = zipfile.ZipFile(wheel).namelist()
    shipped = {str(path.relative_to(ROOT)) for path in (ROOT / "patterns").rglob("*") if path.is_file()}
    assert shipped
    assert {f"beritaextract/{name}" for name in shipped} <= set(names)
    assert "beritaextract/py.typed" in names
    assert {"LICENSE", "NOTICE"} <= {Path(name).name for name in names}


def test_the_installed_command_works_without_the_checkout(
    installed: Path, sound: Path, tmp_path: Path
) -> None:
    (tmp_path / "article.txt").write_bytes(sound.read_bytes())
    record = json.loads(run(installed / "beritaextract", "extract", "article.txt", folder=tmp_path))
    assert record["coverage"]["unexplained"] == []
    assert {check["code"] for check in record["checks"]} >= {"BX101"}


def test_the_installed_package_reads_its_own_rules(installed: Path, tmp_path: Path) -> None:
    program = "import beritaextract.rules as rules; print(rules.__file__); print(rules.shipped())"
    for line in run(installed / "python", "-c", program, folder=tmp_path).splitlines():
        assert not Path(line).is_relative_to(ROOT)


def test_the_installed_component_is_found_by_spacy(installed: Path, tmp_path: Path) -> None:
    program = (
        "import spacy; n = spacy.blank('id'); n.add_pipe('beritaextract'); print(n('Ada 12 orang.').ents)"
    )
    assert run(installed / "python", "-c", program, folder=tmp_path).strip() == "(12 orang,)"
