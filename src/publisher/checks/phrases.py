"""Phrases that a rule looks for, with their places: in the words of the text, where they are in the rule's language."""

import re
from collections.abc import Iterator

from publisher.checks.running_text import running_text
from publisher.model.book import Book
from publisher.model.inlines import Text
from publisher.source import Span


def phrases(
    book: Book, pattern: re.Pattern[str], signs: tuple[str, ...], *, language: str = ""
) -> Iterator[tuple[str, Span]]:
    """Each match of ``pattern`` in the text, and in captions; with a ``language`` ("en"), only where that is written.

    ``signs`` are letters of which every match holds one: to look for them takes a tenth of the time.
    """
    written = {chapter.file: chapter.language or book.manifest.book.language for chapter in book.chapters}
    for text in book.every(Text):
        if not any(sign in text.text for sign in signs):
            continue
        spoken = written.get(text.span.file, book.manifest.book.language)
        if language and spoken.partition("-")[0].lower() != language:
            continue
        for match in pattern.finditer(text.text):
            place = running_text((text,), text).place(match.start(), match.end(), book.manuscript.lines)
            yield " ".join(match[0].split()), place
