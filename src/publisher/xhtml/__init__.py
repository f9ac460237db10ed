"""Book in, semantic XHTML out: shared by every edition that a browser engine draws."""
