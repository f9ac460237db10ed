"""What stands around the text on every page, in the same order: skip link, header, text, ways on,
footer (WCAG 3.2.3)."""

from collections.abc import Mapping, Sequence

from publisher.xhtml.documents import document
from publisher.xhtml.element import Child, Element, element
from publisher.xhtml.language import direction
from publisher.xhtml.layout import Layout

_MAIN = "main-content"


def shell(
    layout: Layout,
    main: Sequence[Element],
    *,
    title: str,
    description: str,
    header: Sequence[Element],
    after: Sequence[Element] = (),
    imprint: str,
    name: str | None = "",
    head: Sequence[Element] = (),
) -> Element:
    """A whole page. ``imprint`` is an address; ``head`` is added.

    ``name`` is what follows the address of the web edition, None for a page that has none there.
    """
    book = layout.book
    made = document(
        title,
        (
            element("a", layout.say("Skip to the text"), class_="skip", href=f"#{_MAIN}", attributes=layout.ours),
            element("header", *header),
            element("main", *main, id=_MAIN),
            *after,
            _footer(layout, imprint),
        ),
        language=book.manifest.book.language,
        direction=direction(book.manifest.book.language),
        metadata=_metadata(description),
    )
    made[0].extend(head)
    for picture in made.iter("img"):
        if not picture.get("alt"):
            picture.attrib.pop("role", "")  # ARIA in HTML §4: an empty alternative has said it
    address = book.manifest.editions.web and book.manifest.editions.web.url
    if address and name is not None:
        made[0].append(element("link", rel="canonical", href=f"{address.rstrip('/')}/{name}"))
    return made


def _metadata(description: str) -> Mapping[str, str]:
    return {"viewport": "width=device-width, initial-scale=1", "description": description}


def _footer(layout: Layout, imprint: str) -> Element:
    """Who made the book and whom to ask, at the same place on every page (WCAG 3.2.6)."""
    info, contact = layout.book.manifest.book, layout.book.manifest.accessibility.contact
    about = element("a", layout.say("About this book and its accessibility"), href=imprint, attributes=layout.ours)
    lines: list[tuple[Child, ...]] = [(about,)]
    if info.rights:
        lines.insert(0, (info.rights,))
    if info.publisher.name:
        lines.insert(0, (_ours("Published by", layout), " ", info.publisher.name))
    if contact and contact.email:
        mail = element("a", contact.email, href=f"mailto:{contact.email}")
        lines.append((_ours("Another format, or a problem:", layout), " ", mail))
    return element("footer", *(element("p", *line) for line in lines))


def _ours(words: str, layout: Layout) -> Element:
    return element("span", layout.say(words), attributes=layout.ours)
