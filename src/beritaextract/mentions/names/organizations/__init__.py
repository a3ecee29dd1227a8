"""Organisations: proposed by tables, grammar and cues, mended, and joined to records."""
