"""What a handout has around its text: who says what and when, and the ways to more of it."""

from collections.abc import Iterator
from dataclasses import replace
from io import BytesIO
from types import MappingProxyType

import segno

from publisher.model.assets import DRAWING, Asset
from publisher.model.book import Book
from publisher.model.locale import day_in_words, words_language
from publisher.model.manifest import Contact
from publisher.xhtml.element import Child, Element, element, spanned
from publisher.xhtml.elsewhere import around
from publisher.xhtml.formats import other_formats
from publisher.xhtml.inlines import printed_address, work_title
from publisher.xhtml.layout import Layout

QR_CODE = ".publisher/qr-code.svg"  # among the pictures; no author's file is called so
_QUIET = 4  # modules of white around the code (ISO/IEC 18004 §9.1)
_SYMBOL = 22  # millimetres, without the quiet zone (rules HO-12: at least 20)
_DRAFT = "Draft: this copy was made in spite of errors and is not for publication."


def masthead(book: Book, whole: Book, layout: Layout, *, id: str, draft: bool, edition: str) -> Element:
    """The head of the handout ``book``, an excerpt of ``whole``: who says it, what it is, when it was said."""
    info = book.manifest.book
    who = info.publisher.name or ", ".join(person.name for person in info.contributors if person.role == "aut")
    day = day_in_words(info.language, info.date) if info.date else ""
    version = layout.say("Version {}", info.version) if info.version else ""
    when = ", ".join(filter(None, (day, version)))
    # In the margin, so that a draft fills the pages that the release fills; large letters find no room there.
    sign = "draft" if edition else "draft above"
    parts = [element("p", *layout.words(_DRAFT), class_=sign)] if draft else []
    parts += [element("p", who, class_="who")] if who else []
    parts.append(element("h1", info.title, id=id))
    origin: tuple[Child, ...] = ()
    inside = _inside(layout)
    if info.title != whole.manifest.book.title:
        origin = around("From {}", (), work_title(whole.manifest.book.title, inside), inside)
    if origin or when:
        separated = (", ",) if origin and when else ()
        said = (*origin, *separated, element("span", when))
        parts.append(element("p", *said, class_="when", attributes=layout.ours))
    parts += [element("p", *spanned((edition,), layout.ours), class_="edition")] if edition else []
    return element("div", *parts, class_="masthead")


def more(whole: Book, url: str, layout: Layout, *, large: bool) -> Element:
    """The foot of a handout (rules C5): its other formats and those of the ``whole``, whom to ask,
    the code of ``url``."""
    own, inside = layout.say("standard print" if large else "large print"), _inside(layout)
    said: tuple[Child, ...] = inside.words("This handout is also made in {}.", own)
    if formats := other_formats(whole, ""):
        title = work_title(whole.manifest.book.title, inside)
        said = (*said, " ", *around("The whole of {}: {}.", (), title, inside, ", ".join(formats)))
    parts = [element("p", *said, attributes=layout.ours)]
    contact = whole.manifest.accessibility.contact
    if contact and (contact.email or contact.phone or contact.post):
        parts.append(element("p", *_asked(contact, inside), attributes=layout.ours))
    if url:
        parts.insert(0, _code(url, layout))
    heading = element("h2", *layout.words("Other formats"), id="formats-title")
    return element("section", heading, *parts, class_="formats", id="formats", aria_labelledby="formats-title")


def _inside(layout: Layout) -> Layout:
    """The layout of a paragraph that is all words of ours, with names in them."""
    return layout.spoken_in(words_language(layout.book.manifest.book.language))


def _code(url: str, layout: Layout) -> Element:
    """The QR code of an address, and the address: a code never stands alone (rules HO-12)."""
    wide = side(url)
    image = element(
        "img", src=QR_CODE, alt=layout.say("QR code: opens {}", url), class_="qr-code", style=f"width: {wide:g}mm"
    )
    link = element("a", *printed_address(url, "breakable"), href=url, class_="address")
    said = (layout.say("Scan or type:"), " ", link)
    words = element("p", *said, style=f"width: calc(99% - {wide:g}mm)", attributes=layout.ours)
    return element("div", words, image, class_="scan")


def _asked(contact: Contact, layout: Layout) -> Iterator[Child]:
    """Whom to ask, by every way that there is, and how soon they answer."""
    ways: list[Child] = [element("a", contact.email, href=f"mailto:{contact.email}")] if contact.email else []
    ways += [layout.say("telephone {}", contact.phone)] if contact.phone else []
    ways += [contact.post] if contact.post else []
    yield from layout.words("If you need another format or find a problem, ask us:")
    for number, way in enumerate(ways):
        yield from (", " if number else " ", way)
    yield "."
    if contact.days:
        within = "We answer within one working day." if contact.days == 1 else "We answer within {} working days."
        yield from (" ", *layout.words(within, *([contact.days] if contact.days > 1 else [])))


def with_code(book: Book, url: str) -> Book:
    """``book`` with the QR code of ``url`` among its pictures."""
    assets = MappingProxyType({**book.manuscript.assets, QR_CODE: _drawn(url)})
    return replace(book, manuscript=replace(book.manuscript, assets=assets))


def _drawn(url: str) -> Asset:
    code, drawn = _qr(url), BytesIO()
    code.save(drawn, kind="svg", border=_QUIET, light="#fff", xmldecl=False, omitsize=True, nl=False)
    side = float(code.symbol_size(border=_QUIET)[0])
    return Asset(path=QR_CODE, media_type=DRAWING, data=drawn.getvalue(), width=side, height=side)


def side(url: str) -> float:
    """The side of a code with its quiet zone, in millimetres."""
    modules = _qr(url).symbol_size(border=0)[0]
    return round(_SYMBOL * (modules + 2 * _QUIET) / modules, 2)


def _qr(url: str) -> segno.QRCode:
    return segno.make_qr(url, error="m", boost_error=False)
