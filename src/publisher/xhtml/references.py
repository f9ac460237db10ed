"""The words of an entry of the list of references, as XHTML."""

from datetime import date
from urllib.parse import urlsplit

from publisher.model.book import Entry
from publisher.model.inlines import Inline, Link
from publisher.model.references import PartialDate
from publisher.model.words import spoken
from publisher.xhtml.element import Child, element, spanned
from publisher.xhtml.inlines import inlines, is_outside, printed_address
from publisher.xhtml.language import running
from publisher.xhtml.layout import Layout


def entry_words(entry: Entry, layout: Layout) -> tuple[Child, ...]:
    """An entry without its number; the addresses of its links are whole on paper."""
    words = tuple(child for inline in entry.words for child in _inline(inline, layout))
    return spanned(words, running(spoken(entry.words), layout.around))


def _inline(inline: Inline, layout: Layout) -> tuple[Child, ...]:
    if not isinstance(inline, Link):
        return inlines((inline,), layout)
    label = spoken(inline.content)
    if not is_outside(inline.href):
        return (label,)
    lead = () if label == inline.href else (f"{label}: ",) if layout.paper else (label,)
    shown = address(inline.href, layout) if layout.paper or not lead else ()
    return (element("a", *lead, *shown, class_="address", href=inline.href),)


def address(url: str, layout: Layout) -> tuple[Child, ...]:
    """An address to be read: whole on paper; on a screen the host and the path."""
    if layout.paper:
        return printed_address(url, "breakable")
    parts = urlsplit(url)
    return ((parts.netloc + parts.path).removeprefix("www.").rstrip("/") or url,)


def day_of(date: date) -> str:
    """A day of the calendar in words: 24 March 2022."""
    return PartialDate(year=date.year, month=date.month, day=date.day).in_words
