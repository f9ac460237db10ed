"""The same words lead to two places, or two links side by side lead to one.

## Why

In a list of links, two called "the report" cannot be told apart. A picture and its words that are two links to one
place are two stops for one thing.

## Example

    The [report](https://example.org/2021) and the [report](https://example.org/2022)

## Fix

Make the words differ: "the report of 2021", "the report of 2022". Put a picture and its words into one link.

## Standards

WCAG 2.4.4 Link Purpose (In Context); 2.4.9 Link Purpose (Link Only).
"""

from collections.abc import Iterator, Sequence

from publisher.checks.addresses import is_outside
from publisher.checks.lnk02_link_text_vague import is_vague
from publisher.checks.wording import heard
from publisher.diagnostics import Diagnostic, Rule, Severity
from publisher.model.book import Book, Chapter
from publisher.model.inlines import Inline, Link, Text
from publisher.model.walk import every, nodes
from publisher.model.words import spoken

RULE = Rule(
    code="LNK-04",
    name="link-text-ambiguous",
    severity=Severity.WARNING,
    standards=("WCAG 2.4.4", "WCAG 2.4.9"),
    who="people who go through a list of the links: they cannot tell one from another",
)


def check(book: Book) -> Iterator[Diagnostic]:
    """One finding for each link with the words of an earlier one to another place, or beside one to the same place."""
    for chapter in book.chapters:
        beside = {link.span for link in _beside(book, chapter)}
        first: dict[str, str] = {}
        for link in every(Link, (chapter.blocks, chapter.notes)):
            words = heard(spoken(link.content))
            place = _place(book, link)
            if link.span in beside:
                yield RULE.found(link.span, "Two links side by side go to one place", help="make them one link")
            elif words and place and not is_vague(words) and first.setdefault(words, place) != place:
                message = f"'{spoken(link.content)}' goes to two places"
                yield RULE.found(link.span, message, help="make the words differ")


def _place(book: Book, link: Link) -> str:
    """Where a link leads: an id of the book, or an address; nothing where it leads nowhere (LNK-01)."""
    return book.links.get(link.span) or (link.href.strip().rstrip("/") if is_outside(link.href) else "")


def _beside(book: Book, chapter: Chapter) -> Iterator[Link]:
    """The second of each two links to one place between which there is nothing but space."""
    for node in nodes((chapter.blocks, chapter.notes)):
        content: Sequence[Inline] = getattr(node, "content", ())
        links = [inline for inline in content if not (isinstance(inline, Text) and not inline.text.strip())]
        for one, other in zip(links, links[1:]):
            if isinstance(one, Link) and isinstance(other, Link) and _place(book, one) == _place(book, other) != "":
                yield other
