"""What the braille edition asks for and cannot have, for MAN-08 and MAN-09. Liblouis is asked only where it is."""

from collections.abc import Iterator

from publisher.braille.code import code, like, unnamed
from publisher.braille.liblouis import liblouis
from publisher.diagnostics import BrailleFailed, ToolMissing
from publisher.model.book import Book

_CELLS, _LINES = 20, 10  # the shortest line and page that hold a table's rows, and an entry of the contents

Conflict = tuple[str, str, str]


def braille_conflicts(book: Book) -> Iterator[Conflict]:
    """The key, what is wrong and what to do, for each setting that the edition cannot be made with."""
    asked, places = book.manifest.editions.braille, book.manifest.places
    if not asked:
        return
    if "editions.braille.table" not in places and (why := unnamed(book.manifest.book.language)):
        said, _, help = why.partition(": ")
        yield "braille", f"The braille edition has no table of its own: {said}", help.capitalize()
    if asked.cells < _CELLS:
        yield (
            "braille.cells",
            f"A line of {asked.cells} cells is too short for words",
            f"Take {_CELLS} or more; 40 is usual",
        )
    if asked.lines < _LINES:
        yield "braille.lines", f"A page of {asked.lines} lines is too short", f"Take {_LINES} or more; 25 is usual"


def unknown_table(book: Book) -> tuple[str, str] | None:
    """What is wrong with the name of the table, and what to write instead; None where it is known, or nobody knows."""
    asked = book.manifest.editions.braille
    if not asked or "editions.braille.table" not in book.manifest.places:
        return None
    try:
        with liblouis() as louis:
            if code(asked.table, louis):
                return None
            if louis.table(asked.table):
                return f"The table '{asked.table}' has eight dots, and a BRF file has six", "name a table of six dots"
            likely = " or ".join(f"`{name}`" for name in like(asked.table, louis))
    except (ToolMissing, BrailleFailed):
        return None
    help = f"did you mean {likely}?" if likely else "its tables are the .ctb and .utb files in its folder of tables"
    return f"liblouis has no table '{asked.table}'", help
