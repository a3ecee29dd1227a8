"""Everything this package raises.

BeritaError
├── ArticleError   a file or a text that cannot be read
├── ConfigError    a setting, a selection or a baseline that is wrong
├── ExportError    a target or a format of output that cannot be used
├── RuleError      a rule file, part or gazetteer that is wrong
└── WorkerError    worker processes that cannot do their work
"""

from __future__ import annotations


class BeritaError(Exception):
    """The root. ``str(error)`` is one line that says where, what and the remedy.

    Attributes:
        code: A stable word for scripts and error records.
    """

    code = "error"


class ArticleError(BeritaError):
    """A file, a row or a text that cannot be read as an article.

    Attributes:
        path: The file or folder, where nobody else knows it.
        row: The place in a file of many articles, if only this one cannot be read.
    """

    code = "article"

    def __init__(self, message: str, *, path: str | None = None, row: int | None = None) -> None:
        super().__init__(message)
        self.path = path
        self.row = row


class ConfigError(BeritaError):
    """A setting that is wrong: names the file, the key and the remedy."""

    code = "config"


class ExportError(BeritaError):
    """A target or a format of output that cannot be used: names it and the remedy."""

    code = "export"


class RuleError(BeritaError):
    """A rule file that is wrong: names the file, the rule and the remedy."""

    code = "rules"


class WorkerError(BeritaError):
    """Worker processes cannot start, or one has died or run out of time over a text: names it and the remedy."""

    code = "worker"
