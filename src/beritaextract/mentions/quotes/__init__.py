"""Quotes: what somebody says, in quotation marks or not, and who says it."""

from beritaextract.mentions.quotes.finder import QuoteFinder

__all__ = ["QuoteFinder"]
