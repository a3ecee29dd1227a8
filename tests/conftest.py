"""What several test modules share: the articles under ``fixtures/``, and one way to start the command."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from hypothesis import settings

import servers
from beritaextract import Article, extract, extract_file

os.environ["LANGUAGE"] = "en"  # messages follow the locale
_CACHE = tempfile.TemporaryDirectory()
os.environ["BERITAEXTRACT_CACHE"] = _CACHE.name  # the commands that tests start share it, and nobody else
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


@pytest.fixture(scope="session")
def postgres_url() -> Iterator[str]:
    """An empty database of a server of the tests' own."""
    found = servers.programs()
    if found is None:
        pytest.skip("no PostgreSQL here: apt install postgresql")
    with servers.postgres(found) as url:
        yield url


HARD = """Pagatan - Warga Kabupaten Tanah Bumbu punya aset Rp9.007.199.254.740.993 dan utang
Rp99.999.999.999.999.999.999.999 😀, Senin.

"Naik 27,5 persen
lalu 0,1234567890123 persen; 'semua' tercatat," ujar Rooswandi Salem.

Sebanyak 10 sampai 12 orang hadir, kode "7\\7", Rp4.1250,75 juta.
"""


@pytest.fixture(scope="session")
def articles() -> list[Article]:
    """The project's own articles, and one of what is hard to keep."""
    own = [extract_file(path) for path in sorted(FIXTURES.glob("*/article.txt"))]
    return [*own, extract(HARD, path="keras.txt")]
