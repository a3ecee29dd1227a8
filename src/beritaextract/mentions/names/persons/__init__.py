"""Persons: found by titles, cues and shapes, mended, and joined to records."""
