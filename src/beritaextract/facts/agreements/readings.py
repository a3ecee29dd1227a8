"""What a text says of an agreement in one place: the words for it, what is done to it, and what follows."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, cast

from beritaextract.rules import Rule

__all__ = ["MADE", "Action", "Document", "Kind", "Reading", "Verb"]

Kind = Literal["MoU", "PKS", "agreement"]
Action = Literal["signed", "extended", "planned", "existing"]

MADE = frozenset({"signed", "extended"})
"""The actions by which an agreement comes about."""


@dataclass(frozen=True, slots=True)
class Document:
    """A mention of an agreement: ``firm`` where its name alone tells, ``count`` where it is a number of them."""

    start: int
    end: int
    rule: Rule
    count: bool = False

    @property
    def kind(self) -> Kind:
        return cast(Kind, self.rule.fields["kind"])

    @property
    def firm(self) -> bool:
        return self.rule.fields.get("firm") != "no"

    @property
    def lasting(self) -> bool:
        """Whether it is a treaty, which can be in force without a word of its signing."""
        return self.rule.fields.get("lasting") == "yes"

    @property
    def agreed(self) -> bool:
        """Whether its name says that two have come to it: "kesepakatan bersama"."""
        return self.rule.fields.get("agreed") == "yes"

    @property
    def alone(self) -> bool:
        """Whether one party is enough: a commitment."""
        return self.rule.fields.get("alone") == "yes"

    @property
    def short(self) -> bool:
        return self.rule.fields.get("short") == "yes"

    @property
    def verbal(self) -> bool:
        """Whether a verb tells of the cooperation: "menggandeng"."""
        return self.rule.fields.get("verbal") == "yes"

    @property
    def states(self) -> bool:
        """Whether it is what states make with one another."""
        return self.rule.fields.get("states") == "yes"


@dataclass(frozen=True, slots=True)
class Verb:
    """What is done to an agreement; ``firm`` where it can be nothing else than signing.

    The rule says what is done. ``form`` says where those stand who do it; it is that of the first verb in
    "menyepakati perpanjangan".
    """

    start: int
    end: int
    rule: Rule
    form: str

    @property
    def firm(self) -> bool:
        return self.rule.fields.get("firm") != "no"

    @property
    def joins(self) -> bool:
        """Whether a cooperation begins or goes on by it, without a word of a signing."""
        fields = self.rule.fields
        return "loosely" in fields or fields["action"] == "existing"


@dataclass(frozen=True, slots=True)
class Reading:
    """A document in its sentence, of which the part up to ``until`` speaks of it.

    ``action`` is ``None`` where it is only mentioned; ``linked`` where it shares the verb of the document before it;
    ``holds`` where the text says that it was made before, and is in force; ``replaced`` where another one follows it;
    ``renewal`` where it is the extension, still to come, of the one that the same words name.
    """

    document: Document
    sentence: int
    until: int
    action: Action | None
    verb: Verb | None
    linked: bool = False
    holds: bool = False
    replaced: bool = False
    renewal: bool = False
