"""Text of others, made safe to print."""

from __future__ import annotations

__all__ = ["one_line"]


def one_line(text: str, longest: int | None = None) -> str:
    """One line without control characters, cut where it is longer: an article must not steer the terminal.

    >>> one_line("Rp5\\n juta\\x1b"), one_line("lima juta rupiah", 10)
    ('Rp5 juta�', 'lima juta…')
    """
    line = "".join(
        char if char.isprintable() else "\N{REPLACEMENT CHARACTER}" for char in " ".join(text.split())
    )
    return line if longest is None or len(line) <= longest else f"{line[: longest - 1].rstrip()}…"
