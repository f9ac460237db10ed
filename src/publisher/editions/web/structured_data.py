"""What a page says of the book to catalogues."""

from publisher.editions.edition import Options
from publisher.facts.linked_data import linked_data
from publisher.model.book import Book
from publisher.xhtml.element import Element, element


def structured_data(book: Book, options: Options) -> Element:
    """A data block: no script (HTML §4.12.1), so no policy forbids it and nothing runs."""
    # HTML §4.12.1.3: nothing in the data may look like the end of the element or a comment.
    text = linked_data(book, options.claimed(book)).replace("<", "\\u003c")
    return element("script", text, type="application/ld+json")
