"""Facts with source spans from Indonesian news, and a check of every article against itself."""

from __future__ import annotations

import importlib
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from beritaextract import values
    from beritaextract.errors import ArticleError, BeritaError, RuleError
    from beritaextract.model import Article
    from beritaextract.pipeline import Extractor, extract, extract_file
    from beritaextract.reading.document import Document
    from beritaextract.reading.files import read

__version__ = "0.1.0"

__all__ = [
    "Article",
    "ArticleError",
    "BeritaError",
    "Document",
    "Extractor",
    "RuleError",
    "__version__",
    "extract",
    "extract_file",
    "read",
    "values",
]

# The names load on first use: `beritaextract --help` then answers without pydantic and without rules.
_HOMES = {
    "Article": "beritaextract.model",
    "ArticleError": "beritaextract.errors",
    "BeritaError": "beritaextract.errors",
    "Document": "beritaextract.reading.document",
    "Extractor": "beritaextract.pipeline",
    "RuleError": "beritaextract.errors",
    "extract": "beritaextract.pipeline",
    "extract_file": "beritaextract.pipeline",
    "read": "beritaextract.reading.files",
}


def __getattr__(name: str) -> Any:
    if name == "values":
        return importlib.import_module("beritaextract.values")
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    value = getattr(importlib.import_module(_HOMES[name]), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
