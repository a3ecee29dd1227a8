"""Reading: files → documents, each an article's text, frozen once; all offsets count in it."""
