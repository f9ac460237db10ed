"""The braille edition: words in, pages of cells out, for embossers and displays. liblouis
translates, we set the lines."""
