"""Mentions: typed spans with a value, found in the frozen text."""

from beritaextract.mentions.finder import Finder, Found
from beritaextract.mentions.kinds import Mentions

__all__ = ["Finder", "Found", "Mentions"]
