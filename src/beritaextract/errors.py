"""Everything this package raises.

BeritaError
├── ArticleError   a file or a text that cannot be read
├── ConfigError    a setting, a selection or a baseline that is wrong
└── RuleError      a rule file, part or gazetteer that is wrong
"""

from __future__ import annotations


class BeritaError(Exception):
    """The root. ``str(error)`` is one line that says where, what and the remedy.

    Attributes:
        code: A stable word for scripts and error records.
    """

    code = "error"


class ArticleError(BeritaError):
    """A file or text that cannot be read as an article."""

    code = "article"


class ConfigError(BeritaError):
    """A setting that is wrong: names the file, the key and the remedy."""

    code = "config"


class RuleError(BeritaError):
    """A rule file that is wrong: names the file, the rule and the remedy."""

    code = "rules"
