"""Agreements: memoranda and cooperation agreements, with their parties."""

from __future__ import annotations

from collections.abc import Iterator

from beritaextract.facts.agreements.accords import Accords
from beritaextract.facts.agreements.days import Days
from beritaextract.facts.agreements.documents import read
from beritaextract.facts.agreements.filling import Filler
from beritaextract.facts.agreements.followers import Followers
from beritaextract.facts.agreements.gate import leads, may_tell
from beritaextract.facts.agreements.news import News
from beritaextract.facts.agreements.sights import Sights
from beritaextract.facts.agreements.state import State
from beritaextract.facts.agreements.telling import Teller
from beritaextract.facts.grammar import Grammar
from beritaextract.facts.kinds import Kind, Scene
from beritaextract.model import Agreement

__all__ = ["KIND"]


def _find(scene: Scene, grammar: Grammar) -> Iterator[Agreement]:
    """The agreements of one text; the mentions of one in headline, body and captions are one record."""
    drawing = scene.drawing
    rules = grammar.active(drawing.text, ["document"], drawing.needs)
    if not rules:
        return
    verbs = grammar.active(drawing.text, ["verb"], drawing.needs)
    tell = any(rule.fields.get("firm") != "no" or "lasting" in rule.fields for rule in rules)
    if not tell and not leads(drawing, rules) and not may_tell(drawing, rules, verbs):
        return
    rules += verbs
    sketches = drawing.sketches
    readings = [list(read(sketch, grammar, rules)) for sketch in sketches]
    if not any(reading.action for each in readings for reading in each):
        return
    state = State(sketches, grammar, scene.mentions.officials)
    followers = Followers(state)
    for number, accord in enumerate(_accords(state, followers).read(readings)):
        if record := Teller(Days(state, followers, accord, number == 0)).record():
            yield record


def _accords(state: State, followers: Followers) -> Accords:
    filler = Filler(state, followers)
    return Accords(state, filler, Sights(state, filler), News(state.sketches, state.grammar))


KIND = Kind("agreements", "a", _find)
