"""What the README and the pages beside it show is what the commands print, and its Python runs.

A block that is a real run stands below a comment, ``<!-- run: beritaextract … -->``. A block of ``console`` has its
commands in it, after ``$``; they run one after the other in a folder where ``berita/`` holds our articles.
``python tests/test_readme.py`` (``make readme``) writes all of them anew.
"""

from __future__ import annotations

import os
import re
import shlex
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest

from beritaextract import examples

ROOT = Path(__file__).resolve().parent.parent
README = ROOT / "README.md"
PAGES = (README, *sorted((ROOT / "docs").glob("*.md")))
_RUN = re.compile(
    r"(?P<head><!-- run: (?P<command>.+?) -->\n```\w*\n)(?P<shown>.*?)(?P<foot>```\n)",
    re.DOTALL,
)
_SESSION = re.compile(r"```console\n(.*?)```\n", re.DOTALL)
_TOML = re.compile(r"```toml\n(.*?)```\n", re.DOTALL)
_PYTHON = re.compile(r"```python\n(.*?)```\n", re.DOTALL)


def printed(run: re.Match[str]) -> str:
    """What the command of one block prints."""
    return output(run["command"], ROOT)


def _elsewhere() -> dict[str, str]:
    """The environment without the width of this terminal, which a parallel run of the tests sets."""
    return {name: value for name, value in os.environ.items() if name != "COLUMNS"}


def output(command: str, folder: Path) -> str:
    path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    result = subprocess.run(
        shlex.split(command),
        cwd=folder,
        env={**_elsewhere(), "PATH": path, "LANGUAGE": "en"},
        capture_output=True,
        text=True,
        check=False,
    )
    return result.stdout + result.stderr


def session(block: str) -> str:
    """The commands of a block of ``console``, each with what it prints."""
    commands = [line for line in block.splitlines() if line.startswith("$ ")]
    with tempfile.TemporaryDirectory() as folder:
        articles = Path(folder) / "berita"
        articles.mkdir()
        for article in (ROOT / "tests" / "fixtures").glob("*/article.txt"):
            shutil.copy(article, articles / f"{article.parent.name}.txt")
        return "".join(f"{command}\n{output(command[2:], Path(folder))}" for command in commands)


def runs() -> list[re.Match[str]]:
    return [run for page in PAGES for run in _RUN.finditer(page.read_text(encoding="utf-8"))]


def test_the_readme_shows_runs_and_python() -> None:
    texts = [page.read_text(encoding="utf-8") for page in PAGES]
    assert len(runs()) == sum(text.count("<!-- run") for text in texts) > 0
    assert _PYTHON.search(texts[0])


@pytest.mark.parametrize("run", runs(), ids=lambda run: run["command"])
def test_a_block_is_what_its_command_prints(run: re.Match[str]) -> None:
    assert run["shown"] == printed(run)


@pytest.mark.parametrize("block", _SESSION.findall(README.read_text(encoding="utf-8")))
def test_the_commands_of_a_session_print_what_it_shows(block: str) -> None:
    assert "$ beritaextract extract berita/ --to" in block
    assert session(block) == block


@pytest.mark.parametrize("program", _PYTHON.findall(README.read_text(encoding="utf-8")))
def test_the_python_of_the_readme_runs(program: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    scope: dict[str, object] = {}
    for line in program.splitlines():
        statement, arrow, expected = line.partition("  # → ")
        if arrow:
            assert repr(eval(statement, scope)) == expected.strip()
        else:
            exec(line, scope)


def test_the_rule_of_the_readme_holds_as_a_pack(tmp_path: Path) -> None:
    (rule,) = _TOML.findall(README.read_text(encoding="utf-8"))
    pack = tmp_path / "mentions" / "money.toml"
    pack.parent.mkdir()
    pack.write_text(rule, encoding="utf-8")
    results = [each for each in examples.run([tmp_path]) if each.rule_id == "money.tokens"]
    assert [each.problem for each in results] == [None, None]


if __name__ == "__main__":
    for page in PAGES:
        text = page.read_text(encoding="utf-8")
        text = _RUN.sub(lambda run: run["head"] + printed(run) + run["foot"], text)
        text = _SESSION.sub(lambda found: f"```console\n{session(found[1])}```\n", text)
        page.write_text(text, encoding="utf-8")
