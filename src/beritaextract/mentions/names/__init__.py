"""Names: persons, organisations and places, and who holds which office."""

from beritaextract.mentions.names.finder import Entity, How, NameFinder, Names
from beritaextract.mentions.names.proposals import Label
from beritaextract.mentions.names.tagger.labels import digest

__all__ = ["Entity", "How", "Label", "NameFinder", "Names", "digest"]
