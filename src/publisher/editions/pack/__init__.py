"""The campaign pack: every form of the book in one file, with a page that leads to them (rules PK-01 to PK-08)."""
