"""Imported by the process from which workers are forked: they share the shipped rules, and start at once."""

from __future__ import annotations

import gc

from beritaextract.pipeline import Extractor

__all__ = ["SHARED"]

SHARED = Extractor()
"""Keeps the rules and the model of names alive."""

gc.freeze()  # a collection would write to the pages that the workers share
