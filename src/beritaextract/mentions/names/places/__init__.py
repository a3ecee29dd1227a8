"""Places: proposed by tables and grammar, mended, and joined to records."""
