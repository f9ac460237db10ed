"""The web edition: a page a chapter, and the whole book in one file. No script, and nothing fetched."""
