"""Which files a path means."""

from __future__ import annotations

import glob
import os
import re
from collections.abc import Iterator

from beritaextract.errors import ArticleError
from beritaextract.reading.formats import SUFFIXES, known
from beritaextract.reading.opening import STDIN

__all__ = ["expand", "is_article"]

_OURS = re.compile(rb'\s*\[?\s*\{\s*"(?:schema|name)":\s*"beritaextract')


def expand(path: str) -> Iterator[str | ArticleError]:
    """The files that a path names: itself, those below a folder, or those that a glob fits."""
    if path == STDIN or os.path.isfile(path):
        yield path
    elif os.path.isdir(path):
        yield from _folder(path)
    elif glob.has_magic(path) and not os.path.lexists(path):
        found = sorted(glob.glob(path, recursive=True))
        if not found:
            yield ArticleError(f"{path}: fits no file; check the pattern", path=path)
        for each in found:
            yield from _folder(each) if os.path.isdir(each) else [each]
    else:
        yield path


def _folder(path: str) -> Iterator[str | ArticleError]:
    """Every file below ``path`` whose name tells its format, sorted; what cannot be listed is an error of its own."""
    closed: list[OSError] = []
    found: list[str] = []
    for folder, inner, names in os.walk(path, onerror=closed.append):
        inner[:] = [name for name in inner if _is_entered(os.path.join(folder, name))]
        found += [os.path.join(folder, name) for name in names if known(name) and not name.startswith(".")]
    for error in closed:
        where = error.filename
        yield ArticleError(f"{where}: {error.strerror}; make the folder readable", path=where)
    articles = [each for each in sorted(found) if not _is_a_result(each)]
    if not articles and not closed:
        yield ArticleError(
            f"{path}: no file in this folder ends in {' '.join(SUFFIXES)}; name the files", path=path
        )
    yield from articles


def is_article(path: str, *, below: str) -> bool:
    """Whether the folder ``below`` means this file or folder in it when it is named as an input."""
    name = os.path.basename(path)
    if os.path.isdir(path):
        meant = _is_entered(path)
    else:
        meant = known(name) is not None and not name.startswith(".") and not _is_a_result(path)
    above = os.path.dirname(path)
    return meant and (above in (below, path) or is_article(above, below=below))


def _is_entered(folder: str) -> bool:
    """Whether the articles in a folder count when one above it is named."""
    return not (
        os.path.basename(folder).startswith(".")
        or _belongs_to_a_page(folder)
        or any(_is_a_result(os.path.join(folder, name)) for name in ("datapackage.json", "manifest.json"))
    )


def _belongs_to_a_page(folder: str) -> bool:
    """Whether a browser has put a page's images and frames there: ``Berita.html`` and ``Berita_files``."""
    page, _, ending = folder.rpartition("_")
    return ending in ("files", "file") and any(os.path.exists(f"{page}{end}") for end in (".html", ".htm"))


def _is_a_result(path: str) -> bool:
    """Whether a file is what this program has written beside the articles."""
    if not path.lower().endswith((".json", ".jsonl")):
        return False
    try:
        with open(path, "rb") as file:
            return _OURS.match(file.read(200)) is not None
    except OSError:
        return False
