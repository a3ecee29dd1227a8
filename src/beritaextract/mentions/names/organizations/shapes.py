"""How the words of organisations' names are printed."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from beritaextract.mentions.names.page import Page

__all__ = ["fits", "is_model", "with_form"]

_FORMS: Final = frozenset(("pt", "cv"))


def fits(forms: Sequence[str], at: int, shape: tuple[int, ...]) -> bool:
    """Whether words are printed with the capitals that their table asks for."""
    for word, letter in enumerate(shape, at):
        if letter and not (forms[word].isupper() if letter == 2 else forms[word][0].isupper()):
            return False
    return True


def is_model(form: str) -> bool:
    """Whether a word is the number of a model: "G6", "208"."""
    if len(form) > 5 or not any(map(str.isdigit, form)):
        return False
    return form[0].isupper() or (form.isdigit() and len(form) < 4)


def with_form(page: Page, first: int) -> int:
    """Where a name begins with the "PT" or "PT." before it."""
    at = first - (first > 1 and page.forms[first - 1] == ".")
    return at - 1 if at > 0 and page.forms[at - 1].isupper() and page.lowers[at - 1] in _FORMS else first
