"""Reading: bytes or a string → the text of an article, frozen once; all offsets count in it."""

from beritaextract.reading.plain import Text, read, read_file

__all__ = ["Text", "read", "read_file"]
