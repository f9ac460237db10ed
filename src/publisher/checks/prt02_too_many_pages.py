"""An edition with more pages than it may have.

## Why

A handout on one sheet is read on the way; one that spills over by three lines needs a second sheet, and loses half of
its readers and doubles its price.

## Example

    editions:
      handout: {chapters: [chapters/00-summary.md], max-pages: 2}

## Fix

Shorten the text from the words on that the finding names, at the place it gives, take out a figure, or allow more
pages. A handout that fills more than its pages with words alone is found at once; all else when the edition is built,
on its finished pages. Its large-print twin may have as many as it needs.

## Standards

- This publisher's own: a limit that somebody has set is kept or said to be broken.
"""

from collections.abc import Iterator
from math import ceil

from publisher.assembly.excerpt import excerpt
from publisher.checks.look import look
from publisher.checks.running_text import OBJECT, running_texts
from publisher.diagnostics import Diagnostic, Rule, Severity
from publisher.model.book import Book
from publisher.model.manifest import HandoutOptions, key_of
from publisher.model.pages import Overflow
from publisher.paper.handout_pages import handout_geometry
from publisher.paper.stylesheet import millimetres
from publisher.source import Span
from publisher.themes.theme import Theme

RULE = Rule(
    code="PRT-02",
    name="too-many-pages",
    severity=Severity.ERROR,
    standards=("max-pages",),
    who="people who are handed one sheet: the end is on another",
)
_LETTER = 0.4  # em: narrower than the average letter of any face that we set, so that a page never holds more


def check(book: Book) -> Iterator[Diagnostic]:
    """One finding for each handout whose text cannot stand on its pages, however tightly it is set."""
    theme = look(book)
    for name, handout in book.manifest.editions.every_handout.items() if theme else ():
        taken = excerpt(book, handout).chapters if handout.max_pages else ()
        found = (text for chapter in taken for text in running_texts(chapter.blocks))
        texts = [(text.span, word) for text in found for word in text.text.split()]
        words = " ".join(word for _, word in texts)
        if theme and handout.max_pages and words:
            fits = _letters(theme, handout)
            pages = ceil(len(words) / fits)
            if pages > handout.max_pages:
                held = min(len(words[: int(fits * handout.max_pages)].split()), len(texts) - 1)
                first = " ".join(word for _, word in texts[held:])
                at = book.manifest.place(f"editions.{key_of(name)}.max-pages").value
                yield _finding(f"At least {pages}", handout.max_pages, first, at, str(texts[held][0]))


def too_many_pages(overflow: Overflow) -> Diagnostic:
    """The finding about an edition that has more pages than it may, at the limit."""
    pages, allowed = overflow.pages, overflow.allowed
    first = pages[allowed]
    return _finding(f"{len(pages)}", allowed, first.said, overflow.at, first.block if ":" in first.block else "")


def _finding(pages: str, allowed: int, spilled: str, at: Span, begun: str) -> Diagnostic:
    """``begun`` is the place of the paragraph that spilled, where an author wrote it."""
    words = " ".join(spilled.replace(OBJECT, " ").split()[:5])
    first = f"'{words}'" if words else "a picture"
    return RULE.found(
        at, f"{pages} pages, {allowed} allowed; {first} spilled", help=f"cut from {begun or 'there'} on, or allow more"
    )


def _letters(theme: Theme, handout: HandoutOptions) -> float:
    """How many letters a page can hold at most: no gap, no heading, every line full."""
    try:
        page = handout_geometry(theme, handout.page, handout.size)
    except ValueError:
        return float("inf")  # MAN-08: a page that holds no text
    return page.block_height / page.line * page.block_width / (_LETTER * millimetres(handout.size))
