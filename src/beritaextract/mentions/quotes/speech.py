"""The words of attribution, from ``speech_verbs.csv``, and the words around them, from ``speech_words.csv``."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Literal, TypeAlias

from beritaextract.mentions.names.lexicon import Lexicon
from beritaextract.rules import RuleBook, cells, grouped

__all__ = ["DOUBLE", "LOST", "SINGLE", "STOPS", "Form", "Vocabulary"]

Form: TypeAlias = Literal["bare", "nya", "active", "passive", "according", "mark", "stop"]
"""How a word of attribution stands: *kata X*, *katanya*, *X mengatakan*, *disampaikan X*, *menurut X*.

Quotation marks and the signs that may end a sentence stand among them.
"""

LOST = "\ufffd"
"""What a broken encoding leaves of a quotation mark, a dash or an apostrophe."""
DOUBLE = frozenset(f'"“”„‟«»＂〝〞{LOST}')
STOPS = frozenset(".?!…;")
SINGLE = frozenset("'‘’‚‛`´")


class Vocabulary:
    """The words around speech, in small letters.

    ``forms`` says of every word how it attributes, marks and stops among them; ``reports`` are the active verbs
    whose object is what somebody says, ``takes_things`` those of them whose object may be a thing, and
    ``takes_clauses`` those that report nothing but a clause marked as one. The other sets are the roles of
    ``speech_words.csv``:

    * ``pronouns`` (*dia*) and ``that`` (*itu*, in *politikus itu*) point to somebody named before;
    * ``adverbs`` stand between subject and verb; a verb after ``coordinators`` has the subject of the one before;
    * ``asides`` end the words that name a speaker (*kata Rudi saat …*), ``settings`` begin an insertion after his
      name, ``openings`` a sentence that has its subject later, ``subordinators`` a clause that is none
      (``begins_apart``: *namun* too, behind which the subject may stand at once);
    * ``companions`` lead to a person who is with the subject, ``kin`` to one whom the speaker belongs to;
    * ``institutions`` and ``strangers`` begin a speaker who is no named person, ``works`` what nobody says (*lagu
      ini menceritakan*); after a word of ``comparing`` a relative clause does name who speaks;
    * what stands in marks after a word of ``naming`` is a name, and one that begins with ``pointers`` a link;
    * ``offices`` are the titles of ``roles.csv`` with their roles, ``acting`` the words that stand before one;
    * after ``purposes`` a verb tells what somebody means to do or did, not what he says; ``clauses`` lead to a
      clause, ``predicates`` stand in one, ``verbless`` only look like verbs;
    * after ``abbreviations`` a full stop does not end the sentence.
    """

    def __init__(self, book: RuleBook) -> None:
        self.forms: dict[str, Form] = dict.fromkeys((*DOUBLE, *SINGLE), "mark")
        self.forms |= dict.fromkeys(STOPS, "stop")
        self.forms["menurut"] = "according"
        self.bare: set[str] = set()
        self.nya: set[str] = {"menurutnya"}
        self.reports: set[str] = set()
        self.takes_things: set[str] = set()
        self.takes_clauses: set[str] = set()
        for row in book.table("speech_verbs"):
            self._read_verb(row)
        self._file(self.nya, "nya")
        self._file(self.bare, "bare")
        self._read_words(grouped(book.columns("speech_words", "role", "word")))
        self.offices = Lexicon(
            (title, row["role"]) for row in book.table("roles") for title in cells(row, "role", "variants")
        )

    def _read_words(self, words: Mapping[str, Iterable[str]]) -> None:
        self.pronouns = frozenset(words.get("pronoun", ()))
        self.that = frozenset(words.get("that", ()))
        self.adverbs = frozenset(words.get("adverb", ()))
        self.asides = frozenset(words.get("aside", ()))
        self.settings = frozenset(words.get("setting", ()))
        self.openings = frozenset(words.get("opening", ()))
        self.subordinators = frozenset(words.get("subordinator", ()))
        self.openings |= self.subordinators
        self.begins_apart = self.openings.union(words.get("contrast", ()))
        self.companions = frozenset(words.get("companion", ()))
        self.coordinators = frozenset(words.get("coordinator", ()))
        self.kin = frozenset(words.get("kin", ()))
        self.institutions = frozenset(words.get("institution", ()))
        self.strangers = frozenset(words.get("stranger", ()))
        self.works = frozenset(words.get("work", ()))
        self.comparing = frozenset(words.get("comparing", ()))
        self.naming = frozenset(words.get("naming", ()))
        self.pointers = frozenset(words.get("pointer", ()))
        self.purposes = frozenset(words.get("purpose", ()))
        self.clauses = frozenset(words.get("clause", ()))
        self.predicates = frozenset(words.get("predicate", ()))
        self.verbless = frozenset(words.get("verbless", ()))
        self.acting = frozenset(words.get("acting", ()))
        self.abbreviations = frozenset(words.get("abbreviation", ()))

    @staticmethod
    def is_passive(word: str) -> bool:
        """Whether a word has the form of a passive verb: *ditemui*, *disaksikan*."""
        return len(word) > 5 and word.startswith("di")

    def office(self, title: str) -> str | None:
        """The role that a title begins with."""
        words = title.lower().split()
        found = self.offices.longest(words, 0, len(words)) if words else None
        return found[1] if found else None

    def _read_verb(self, row: Mapping[str, str]) -> None:
        self.bare.update(cells(row, "bare"))
        self.nya.update(cells(row, "nya_form"))
        active = cells(row, "active")
        self._file(active, "active")
        self._file(cells(row, "passive"), "passive")
        if row["reports"]:
            self.reports.update(active)
        if row["reports"] in ("clause", "marked"):
            self.takes_things.update(active)
        if row["reports"] == "marked":
            self.takes_clauses.update(active)

    def _file(self, words: Iterable[str], form: Form) -> None:
        for word in words:
            self.forms.setdefault(word, form)
