"""What several test modules share: the articles under ``fixtures/``, and one way to start the command."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import settings

os.environ["LANGUAGE"] = "en"  # messages follow the locale
settings.register_profile("repeatable", deadline=None, derandomize=True)
settings.load_profile("repeatable")

ROOT = Path(__file__).resolve().parent.parent
FIXTURES = ROOT / "tests" / "fixtures"

Command = Callable[..., "subprocess.CompletedProcess[bytes]"]


@pytest.fixture
def command(tmp_path: Path) -> Command:
    """Runs the installed command in an empty folder, as a user would."""
    program = Path(sys.executable).with_name("beritaextract")

    def run(*arguments: str | Path, stdin: bytes = b"") -> subprocess.CompletedProcess[bytes]:
        return subprocess.run(
            [program, *arguments], input=stdin, capture_output=True, cwd=tmp_path, timeout=120, check=False
        )

    return run


@pytest.fixture
def sound() -> Path:
    """An article whose figures agree."""
    return FIXTURES / "jamsostek-lombok" / "article.txt"


@pytest.fixture
def contradictory() -> Path:
    """An article whose parts miss their total, with a weekday that is not that of its date."""
    return FIXTURES / "pasar-tani-berselisih" / "article.txt"
