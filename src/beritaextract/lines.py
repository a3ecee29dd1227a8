"""Text of others, made safe to print."""

from __future__ import annotations

__all__ = ["one_line"]


def one_line(text: str, longest: int | None = None) -> str:
    """One line without control characters, cut after a word where it is longer: an article must not steer the terminal.

    >>> one_line("Rp5\\n juta\\x1b"), one_line("lima juta rupiah", 12)
    ('Rp5 juta�', 'lima juta…')
    """
    line = "".join(
        char if char.isprintable() else "\N{REPLACEMENT CHARACTER}" for char in " ".join(text.split())
    )
    if longest is None or len(line) <= longest:
        return line
    whole, space, _ = line[:longest].rpartition(" ")
    kept = whole if space and len(whole) * 2 > longest else line[: longest - 1]
    return f"{kept.rstrip(' ,;:-')}…"
