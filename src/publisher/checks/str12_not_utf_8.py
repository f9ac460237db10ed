"""A text holds bytes that are no characters.

## Why

Each encoding reads the same bytes as other letters. A file that is not UTF-8 would reach its readers with signs in the
place of letters, and a screen reader would spell them out. Control characters make a book's files invalid.

## Example

A chapter saved by an old word processor, in which `café` is stored as four bytes.

## Fix

Open the file in your editor and save it as UTF-8. Remove the character that is named.

## Standards

- EPUB 3.3 §3.2: documents are in UTF-8 or UTF-16; we write UTF-8.
- XML 1.0 §2.2: the characters that a document may hold.
"""

import re
import sys
import unicodedata
from collections.abc import Iterator

from publisher.diagnostics import Diagnostic, Rule, Severity
from publisher.model.blocks import CodeBlock
from publisher.model.book import Book
from publisher.model.faults import FaultKind
from publisher.model.inlines import Code
from publisher.source import Span

RULE = Rule(
    code="STR-12",
    name=FaultKind.NOT_UTF8.value,
    severity=Severity.ERROR,
    standards=("EPUB 3.3 §3.2", "XML 1.0 §2.2"),
    who="everybody, and most of all people who listen: wrong signs are read out one by one",
)
_TICKS = 3  # and a space, before what an inline code shows
_NUMBERED = re.compile(r"&#(?:[xX]([0-9A-Fa-f]{1,8})|([0-9]{1,9}));")


def check(book: Book) -> Iterator[Diagnostic]:
    """One finding for each file that could not be decoded, at the first byte that is none of a character."""
    yield from (RULE.found(fault.span, fault.message, help=fault.help) for fault in book.faults(FaultKind.NOT_UTF8))
    for span, found in _numbered(book):
        if _is_no_text(found) and not _in_code(found[0], span, book):
            yield RULE.found(span, f"'{found[0]}' stands for no character", help="write the character itself")


def _numbered(book: Book) -> Iterator[tuple[Span, re.Match[str]]]:
    """Every character of the chapters that is written as its number, and where."""
    for chapter in book.chapters:
        for number, row in enumerate(book.manuscript.lines.get(chapter.file, ()), start=1):
            for found in _NUMBERED.finditer(row) if "&#" in row else ():
                yield Span(chapter.file, number, found.start() + 1), found


def _is_no_text(written: re.Match[str]) -> bool:
    """Whether a number is that of a control character, a surrogate, or of nothing (HTML §13.5: numeric references)."""
    code = int(written[1], 16) if written[1] else int(written[2])
    if code > sys.maxunicode or code & 0xFFFE == 0xFFFE or 0xFDD0 <= code <= 0xFDEF:
        return True
    return unicodedata.category(chr(code)) in ("Cc", "Cs") and chr(code) not in "\t\n\r"


def _in_code(written: str, at: Span, book: Book) -> bool:
    """Whether it is code that shows it there."""
    inline = (code for code in book.every(Code) if (code.span.file, code.span.line) == (at.file, at.line))
    if any(written in code.text and 0 <= at.column - code.span.column <= len(code.text) + _TICKS for code in inline):
        return True
    blocks = (code for code in book.every(CodeBlock) if written in code.text and code.span.file == at.file)
    return any(0 <= at.line - code.span.line <= len(code.text.split("\n")) for code in blocks)
