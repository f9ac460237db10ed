"""Whether a book was read whole: what seems to be missing elsewhere may stand in what could not be read."""

from publisher.model.blocks import Table
from publisher.model.book import Book
from publisher.model.faults import Fault, FaultKind
from publisher.model.walk import every

_LOST = (FaultKind.FILE_MISSING, FaultKind.PATH_ESCAPE, FaultKind.OVERSIZE)


def is_whole(book: Book) -> bool:
    """Whether every chapter is there, and is text to its end. What is lost has been said, and is said once."""
    named = {entry.span for entry in book.manifest.chapters}
    lost = (fault.kind in _LOST and fault.span in named or _swallows(fault) for fault in book.manuscript.faults)
    return bool(book.chapters) and all(entry.file for entry in book.manifest.chapters) and not any(lost)


def _swallows(fault: Fault) -> bool:
    """Whether a fault has taken what stands behind it: a byte that is no text, a block without an end."""
    return fault.kind is FaultKind.NOT_UTF8 or (fault.kind is FaultKind.UNSUPPORTED and "never closed" in fault.message)


def tables(book: Book) -> tuple[Table, ...]:
    """Every table that holds none and stands in none: TAB-03 speaks of the others."""
    nested = {fault.span for fault in book.faults(FaultKind.NESTED_TABLE)}
    if not nested:
        return book.every(Table)
    every_one = ((table, {inner.span for inner in every(Table, table)}) for table in book.every(Table))
    return tuple(table for table, held in every_one if not held & nested)
