"""Book pages on paper: HTML and CSS in, one tagged, archivable, reproducible PDF out. WeasyPrint is behind it.

This floor fetches nothing, reads no file of the author's and knows no edition.
"""
