"""The web edition as a folder: a first page with what there is, and a page for each chapter and list."""

from collections.abc import Iterator, Mapping, Sequence

from publisher.editions.edition import Options
from publisher.editions.web.downloads import downloads
from publisher.editions.web.front import front
from publisher.editions.web.pages import Page, pages
from publisher.editions.web.structured_data import structured_data
from publisher.files import Files
from publisher.xhtml.documents import linked
from publisher.xhtml.element import Element, element, html
from publisher.xhtml.layout import Layout
from publisher.xhtml.pages import title_page
from publisher.xhtml.shell import shell

INDEX = "index.html"
STYLES = "style.css"


def folder(layout: Layout, options: Options, made: Mapping[str, Files]) -> Iterator[tuple[str, bytes]]:
    """Each page by its name in the folder."""
    book = layout.book
    listed = tuple(pages(layout, options, notes_below=book.manifest.notes.web != "book"))
    others = downloads(layout, made, web=f"../{book.slug}-web.html", other="The whole book on one page", up="../")
    mains = {INDEX: element("main", *front(layout, listed, others))}
    mains |= {page.name: element("main", *page.content) for page in listed}
    for main in linked(mains).values():
        _shorten(main)
    index = shell(
        layout,
        tuple(mains[INDEX]),
        title=book.manifest.book.title,
        description=book.manifest.book.description,
        header=title_page(book, formats=(), draft=options.draft),
        after=_ways_on(layout, listed, -1),
        imprint="imprint.html",
        head=(*_head(), structured_data(book, options)),
    )
    yield INDEX, html(index)
    for number, page in enumerate(listed):
        yield page.name, html(_page(layout, page, tuple(mains[page.name]), listed, number))


def _page(layout: Layout, page: Page, main: Sequence[Element], listed: Sequence[Page], number: int) -> Element:
    title = layout.book.manifest.book.title
    return shell(
        layout,
        main,
        title=f"{page.title} – {title}",
        description=page.description,
        header=(element("p", element("a", title, href=INDEX), class_="book"), _contents(layout, listed, page)),
        after=_ways_on(layout, listed, number),
        imprint="imprint.html",
        name=page.name,
        head=_head(),
    )


def _head() -> tuple[Element, ...]:
    return (element("link", rel="stylesheet", href=STYLES),)


def _contents(layout: Layout, listed: Sequence[Page], shown: Page) -> Element:
    """The contents in short, folded away: every page, and which one this is."""
    items = (_way(page.title, page.name, current=page is shown) for page in listed)
    folded = element(
        "details", element("summary", layout.say("Contents"), attributes=layout.ours), element("ol", *items)
    )
    return element("nav", folded, class_="pages", aria_label=layout.say("Contents"))


def _way(title: str, address: str, *, current: bool = False) -> Element:
    return element("li", element("a", title, href=address, aria_current="page" if current else None))


def _ways_on(layout: Layout, listed: Sequence[Page], number: int) -> tuple[Element, ...]:
    """The pages before and behind, always in this order and at this place."""
    contents = (layout.say("Contents"), INDEX)
    before = (listed[number - 1].title, listed[number - 1].name) if number > 0 else contents
    ways = [_way_on(layout, "Previous:", *before, rel="prev")] if number >= 0 else []
    if number + 1 < len(listed):
        ways.append(_way_on(layout, "Next:", listed[number + 1].title, listed[number + 1].name, rel="next"))
    return (element("nav", *ways, class_="ways-on", aria_label=layout.say("Previous and next page")),)


def _way_on(layout: Layout, lead: str, title: str, address: str, *, rel: str) -> Element:
    return element(
        "p", element("span", layout.say(lead), attributes=layout.ours), " ", element("a", title, rel=rel, href=address)
    )


def _shorten(main: Element) -> None:
    """A link to the section that a page is there for leads to the page: an address that people can pass on."""
    for link in main.iter("a"):
        name, hash, id = link.get("href", "").partition("#")
        if hash and name == f"{id}.html":
            link.set("href", name)
