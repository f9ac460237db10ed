"""publisher: a folder of Markdown and one manifest in, books that everybody can read out.

``examine`` reads, assembles and checks the book in a folder; ``write`` makes its editions as files in memory;
``put`` stands them in a folder, whole or not at all.
"""

__version__ = "0.1.0"
