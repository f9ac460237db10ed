"""A link inside the book leads nowhere.

## Why

Who follows it stays where they are, or leaves the book for an error page. On paper there is no page to name. A file of
the folder that is no chapter is in no edition: a link to it is broken as soon as the book leaves your machine.

## Example

    See [the law](02-laws.md#sec-54).

where the file is called `02-law.md`.

## Fix

Correct the file or the anchor. Paths are written from the chapter's own file. To point at something outside the book,
give its whole address, with `https://`.

## Standards

- EPUBCheck RSC-007 and RSC-012.
- WCAG 2.4.4 Link Purpose (In Context).
"""

from collections.abc import Iterator
from posixpath import dirname, relpath
from urllib.parse import unquote

from publisher.checks.addresses import is_outside, leaves_the_book
from publisher.checks.wholeness import is_whole
from publisher.diagnostics import Diagnostic, Rule, Severity
from publisher.model.book import Book
from publisher.model.inlines import Link
from publisher.model.names import nearest

RULE = Rule(
    code="LNK-01",
    name="link-broken-internal",
    severity=Severity.ERROR,
    standards=("EPUBCheck RSC-007", "WCAG 2.4.4"),
    who="everybody who follows the link: it leads nowhere",
)


def check(book: Book) -> Iterator[Diagnostic]:
    """One finding for each link without an address, or with one inside the book that is not there."""
    whole = is_whole(book)
    for link in book.every(Link):
        if not link.href.strip():
            yield RULE.found(link.span, "Link has no address", help="write it in the brackets: [words](address)")
        elif whole and link.span not in book.links and not is_outside(link.href) and not leaves_the_book(link):
            yield RULE.found(link.span, f"'{link.href}' goes nowhere", help=_help(book, link))


def _help(book: Book, link: Link) -> str:
    path, _, anchor = unquote(link.href).partition("#")
    if "\\" in path:
        return "write '/' between folders, not '\\'"
    files = {chapter.slug: relpath(chapter.file, dirname(link.span.file) or ".") for chapter in book.chapters}
    target = book.targets.get(anchor)
    if target and anchor != target.chapter:
        return f"did you mean '{files[target.chapter]}#{anchor}'?"
    if path and path not in files.values():
        near = nearest(path, files.values())
        return f"did you mean '{near}{'#' if anchor else ''}{anchor}'?" if near else "name a chapter of the book"
    near = nearest(anchor, book.targets)
    return f"did you mean '#{near}'?" if near else f"write {{#{anchor}}} behind the heading that is meant"
