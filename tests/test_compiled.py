"""The kept expressions: the same patterns and bytes with and without them, and no file that can do harm."""

from __future__ import annotations

import copyreg
import hashlib
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import regex

from beritaextract import compiled, rules
from conftest import FIXTURES, ROOT

SOURCES = (
    r"(?P<value>\d{1,3}(?:\.\d{3})*+)\s(?P<unit>orang|(?i:kg|ton))\b",
    r"(?<!\p{L})(?:ke|se)(?<rest>\p{L}+)(?=\s\ue001)",
    "",
)
ARTICLES = sorted(FIXTURES.glob("*/article.txt"))


@pytest.fixture
def cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("BERITAEXTRACT_CACHE", str(tmp_path / "kept"))
    return tmp_path / "kept"


def parts(pattern: regex.Pattern[str]) -> Any:
    """All that a pattern is made of, its program too."""
    taken: Any = copyreg.dispatch_table[regex.Pattern](pattern)
    return taken[1]


def keep(*sources: str, purpose: str = "test") -> list[regex.Pattern[str]]:
    with compiled.kept(purpose) as compile_:
        return [compile_(source) for source in sources]


def the_file(cache: Path) -> Path:
    (path,) = cache.iterdir()
    return path


@pytest.fixture
def compilations(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The expressions that had to be compiled, from here on."""
    seen: list[str] = []
    compile_ = regex.compile

    def counted(source: str) -> regex.Pattern[str]:
        if source:
            seen.append(source)
        return compile_(source)

    monkeypatch.setattr("beritaextract.compiled.regex.compile", counted)
    return seen


def test_a_kept_pattern_is_the_compiled_one(cache: Path, compilations: list[str]) -> None:
    first = keep(*SOURCES)
    assert compilations == [source for source in SOURCES if source]
    again = keep(*SOURCES)
    assert len(compilations) == len(SOURCES) - 1
    assert [parts(pattern) for pattern in again] == [parts(pattern) for pattern in first]
    text = "Sebanyak 12.500 KG dan 1.300 orang"
    assert again[0].search(text).groupdict() == {"value": "12.500", "unit": "KG"}  # type: ignore[union-attr]


def test_all_rules_are_the_same_from_the_file(cache: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folders = (rules.shipped(),)
    cold = list(rules._load.__wrapped__(folders))
    with monkeypatch.context() as patched:
        patched.setattr(
            "beritaextract.compiled.regex.compile", lambda source, own=regex.compile: own(source[:0])
        )
        warm = list(rules._load.__wrapped__(folders))
    for one, other in zip(cold, warm, strict=True):
        assert parts(one.pattern) == parts(other.pattern)
        assert (one.pattern.flags, one.pattern.groups) == (other.pattern.flags, other.pattern.groups)
        assert one.pattern.groupindex == other.pattern.groupindex
        assert (one.id, one.fields, one.match, one.reject) == (
            other.id,
            other.fields,
            other.match,
            other.reject,
        )


def test_a_pack_has_a_file_of_its_own(cache: Path, tmp_path: Path, compilations: list[str]) -> None:
    rule = """[[rule]]
name = "karcis"
unit = "IDR"
regex = 'karcis seharga {value:digits} perak'
match = [{ text = "karcis seharga 500 perak", value = "500" }]
"""
    pack = tmp_path / "pack" / "mentions" / "money.toml"
    pack.parent.mkdir(parents=True)
    pack.write_text(rule)
    folders = (rules.shipped(), pack.parent.parent)
    rules._load.__wrapped__(folders[:1])
    rules._load.__wrapped__(folders)
    assert len(list(cache.iterdir())) == 2
    compilations.clear()
    assert rules._load.__wrapped__(folders).rules("money")[0].pattern.match("karcis seharga 500 perak")
    assert len(list(rules._load.__wrapped__(folders))) == len(list(rules._load.__wrapped__(folders[:1]))) + 1
    assert compilations == []
    pack.write_text(rule.replace("perak", "rupiah"))
    assert rules._load.__wrapped__(folders).rules("money")[0].pattern.match("karcis seharga 500 rupiah")
    assert len(list(cache.iterdir())) == 3


def extract(*arguments: str | Path, **environment: str) -> subprocess.CompletedProcess[bytes]:
    program = Path(sys.executable).with_name("beritaextract")
    return subprocess.run(
        [program, "extract", "--format", "jsonl", *arguments],
        capture_output=True,
        env={**os.environ, **environment},
        cwd=ROOT,
        timeout=120,
        check=False,
    )


def test_articles_have_the_same_bytes_cold_and_warm_and_without(cache: Path) -> None:
    cold, warm = extract(*ARTICLES), extract(*ARTICLES)
    assert len(list(cache.iterdir())) == 2
    without = extract(*ARTICLES, BERITAEXTRACT_CACHE="off")
    assert cold.returncode == 0
    assert cold.stdout.count(b"\n") == len(ARTICLES)
    assert cold.stdout == warm.stdout == without.stdout


def test_two_processes_at_once_do_not_disturb_each_other(cache: Path) -> None:
    program = "from beritaextract import Extractor; print(Extractor().book.digest)"
    started = [
        subprocess.Popen([sys.executable, "-c", program], stdout=subprocess.PIPE, stderr=subprocess.PIPE)
        for _ in range(2)
    ]
    ended = [process.communicate(timeout=120) for process in started]
    assert ended[0] == ended[1]
    assert ended[0][1] == b""
    assert len(list(cache.iterdir())) == 2
    with_files = {path.name: path.read_bytes() for path in cache.iterdir()}
    assert all(hashlib.sha256(content[32:]).digest() == content[:32] for content in with_files.values())


def test_the_folder_and_the_files_are_private(cache: Path) -> None:
    keep(*SOURCES)
    assert cache.stat().st_mode & 0o777 == 0o700
    assert the_file(cache).stat().st_mode & 0o777 == 0o600


def cut(content: bytes) -> bytes:
    return content[: len(content) // 2]


def flipped(content: bytes) -> bytes:
    return content[:-3] + bytes([content[-3] ^ 1]) + content[-2:]


def of_another_shape(content: bytes) -> bytes:
    return hashlib.sha256(b"\x91\x93\x01\x02\x03").digest() + b"\x91\x93\x01\x02\x03"


@pytest.mark.parametrize(
    "damage", [cut, flipped, of_another_shape, lambda content: b"", lambda content: b"x"]
)
def test_a_damaged_file_is_made_anew(cache: Path, compilations: list[str], damage: Any) -> None:
    keep(*SOURCES)
    sound = the_file(cache).read_bytes()
    the_file(cache).write_bytes(damage(sound))
    compilations.clear()
    assert [pattern.pattern for pattern in keep(*SOURCES)] == list(SOURCES)
    assert compilations
    assert the_file(cache).read_bytes() == sound


@pytest.mark.parametrize("mode", [0o620, 0o602])
def test_a_file_that_others_may_write_is_not_read(cache: Path, compilations: list[str], mode: int) -> None:
    keep(*SOURCES)
    the_file(cache).chmod(mode)
    compilations.clear()
    keep(*SOURCES)
    assert compilations
    assert the_file(cache).stat().st_mode & 0o777 == 0o600


def test_a_file_of_another_user_is_not_read(
    cache: Path, compilations: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    keep(*SOURCES)
    compilations.clear()
    another = os.geteuid() + 1
    monkeypatch.setattr(os, "geteuid", lambda: another)
    keep(*SOURCES)
    assert compilations


@pytest.mark.parametrize("kind", ["link", "pipe", "folder"])
def test_what_is_no_plain_file_is_not_read(cache: Path, compilations: list[str], kind: str) -> None:
    keep(*SOURCES)
    path = the_file(cache)
    aside = path.rename(cache.parent / "aside")
    if kind == "link":
        path.symlink_to(aside)
    elif kind == "pipe":
        os.mkfifo(path)
    else:
        path.mkdir()
    compilations.clear()
    keep(*SOURCES)
    assert compilations
    assert list(cache.iterdir()) == [path]  # nor is a half of one left behind


def test_a_folder_that_cannot_be_made_is_done_without(cache: Path, compilations: list[str]) -> None:
    cache.write_text("a file is in the way")
    assert [pattern.pattern for pattern in keep(*SOURCES)] == list(SOURCES)
    assert cache.read_text() == "a file is in the way"


def test_a_folder_that_cannot_be_written_is_done_without(
    cache: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refused(*_: object) -> None:
        raise PermissionError

    monkeypatch.setattr(os, "replace", refused)
    assert [pattern.pattern for pattern in keep(*SOURCES)] == list(SOURCES)
    assert list(cache.iterdir()) == []


def test_off_reads_and_writes_nothing(cache: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BERITAEXTRACT_CACHE", "off")
    monkeypatch.setenv("XDG_CACHE_HOME", str(cache))
    assert compiled.folder() is None
    keep(*SOURCES)
    assert not cache.exists()


@pytest.mark.skipif(sys.platform in {"win32", "darwin"}, reason="the folder of XDG")
def test_the_folder_is_that_of_the_users_caches(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("BERITAEXTRACT_CACHE")
    monkeypatch.setenv("HOME", "/home/wartawan")
    monkeypatch.delenv("XDG_CACHE_HOME", raising=False)
    assert compiled.folder() == Path("/home/wartawan/.cache/beritaextract")
    monkeypatch.setenv("XDG_CACHE_HOME", "/var/tmp/simpanan")
    assert compiled.folder() == Path("/var/tmp/simpanan/beritaextract")
    monkeypatch.setenv("XDG_CACHE_HOME", "relative, which the standard says to ignore")
    assert compiled.folder() == Path("/home/wartawan/.cache/beritaextract")


def test_each_purpose_and_each_release_of_regex_has_a_file(
    cache: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    keep(*SOURCES)
    keep(*SOURCES, purpose="another")
    monkeypatch.setattr(regex, "__version__", "1999.1.1")
    keep(*SOURCES)
    assert len(list(cache.iterdir())) == 3


def test_the_newest_files_stay(cache: Path) -> None:
    for number in range(20):
        keep(*SOURCES, purpose=str(number))
        os.utime(max(cache.iterdir(), key=lambda path: path.stat().st_mtime_ns), (number, number))
    assert len(list(cache.iterdir())) == 12
    assert min(path.stat().st_mtime for path in cache.iterdir()) == 8


@pytest.mark.parametrize("taken", [(), ("x", 0), ("x", {1, 2}), ("x", object())])
def test_patterns_of_another_shape_are_compiled_each_time(
    cache: Path, monkeypatch: pytest.MonkeyPatch, taken: tuple[object, ...]
) -> None:
    monkeypatch.setattr(compiled, "_TAKEN_APART", lambda pattern: (regex.compile, taken))
    assert [pattern.pattern for pattern in keep(*SOURCES)] == list(SOURCES)
    assert not cache.exists()
