"""Mentions: typed spans with a value, found in the frozen text."""

from beritaextract.mentions.finder import Finder, Found
from beritaextract.mentions.kinds import Mentions
from beritaextract.mentions.names import Entity, How, Label, digest

__all__ = ["Entity", "Finder", "Found", "How", "Label", "Mentions", "digest"]
