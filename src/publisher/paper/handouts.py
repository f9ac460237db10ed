"""A handout on pages: an excerpt of the book as a document of its own, with a masthead, its
references and the way to more."""

from dataclasses import replace

from publisher.assembly.excerpt import excerpt
from publisher.diagnostics import RenderingFailed
from publisher.files import Cache
from publisher.model.blocks import Figure, Heading
from publisher.model.book import Book, Chapter
from publisher.model.manifest import HandoutOptions
from publisher.model.words import spoken
from publisher.paper.document import bound, edition_line, paper_layout
from publisher.paper.drawings import large_letters, relettered
from publisher.paper.engine import Rendering
from publisher.paper.handout_pages import handout_geometry, handout_rules, picture_height
from publisher.paper.handout_parts import masthead, more, with_code
from publisher.paper.once import with_addresses_once
from publisher.paper.printing import on_pages
from publisher.paper.stylesheet import CLEAR, LARGE, Geometry, millimetres
from publisher.themes.large import enlarged
from publisher.themes.theme import Theme
from publisher.xhtml.blocks import blocks
from publisher.xhtml.chapters import chapter, descriptions
from publisher.xhtml.element import Element, element
from publisher.xhtml.illustrations import credited, figures
from publisher.xhtml.language import spoken_in
from publisher.xhtml.layout import Layout
from publisher.xhtml.notes import notes, references

_SET_THE_SCENE = frozenset({"photo", "illustration"})  # kinds of pictures from which nothing is read off
_BESIDE = 400  # letters of a caption: so many stand beside a picture on any page
_SHORT = 7.5  # figures of a key fact that have room before its words; a capital is as wide as one and a half
_NARROW = frozenset("0123456789 .,:/-–abcdefghijklnopqrstuvxyz")
_FOLIO = 7  # em: "Page 2 of 6" stands beside the title at the foot
_NOTHING = "the handout has nothing in it: name `chapters:`, `sections:`, `figures:` or a `text:` under `handout:`"


def handout_laid_out(
    book: Book,
    theme: Theme,
    handout: HandoutOptions,
    *,
    page: str,
    size: str,
    draft: bool,
    name: str,
    cache: Cache | None,
    blanks: int = 0,
    large: bool = False,
) -> Rendering:
    """The excerpt of ``book`` that ``handout`` asks for, on pages of the size ``page`` with a body of ``size``.

    As many ``blanks``, pages that say so, stand at the end; ``large`` print takes another look and wider margins. What
    is made is kept in ``cache`` by ``name``, the end of its file's name. Raises RenderingFailed, also for a handout
    with nothing in it.
    """
    taken = excerpt(book, handout, name=name.removesuffix("-large-print"))  # one document, whatever its letters
    if not taken.chapters:
        raise RenderingFailed(_NOTHING)
    theme = enlarged(theme) if large else theme
    geometry = handout_geometry(theme, page, size, LARGE if large else CLEAR)
    made = with_code(taken, handout.url) if handout.url else taken
    letters = large_letters(taken, geometry, size, height=picture_height(geometry)) if large else {}
    layout = paper_layout(taken, letters, large=large, measure=geometry.measure / millimetres(size))
    edition = edition_line(taken, size) if large else ""
    body = _body(book, handout, layout, draft=draft, edition=edition, blanks=blanks)
    if not large:
        _set(body, taken, geometry)
    rules = handout_rules(geometry, size, duplex=handout.duplex, language=book.manifest.book.language)
    root = bound(taken, (body,), edition=edition, head=geometry.block_width / millimetres(size) - _FOLIO)
    kept = f"{name}-{blanks}" if blanks else name
    drawn, sheets = relettered(made, letters), ("print", "handout")
    return on_pages(drawn, root, theme, rules=rules, name=kept, cache=cache, sheets=sheets, large=large)


def _body(whole: Book, handout: HandoutOptions, layout: Layout, *, draft: bool, edition: str, blanks: int) -> Element:
    """All that is printed, in its order, each address once."""
    book, own = layout.book, whole.manuscript.texts.get(handout.text)
    title = _title_id(book) if own else "title"
    parts = [masthead(book, whole, layout, id=title, draft=draft, edition=edition)]
    below = replace(layout, shift=1)
    for member in book.chapters:
        parts += (
            _untitled(member, layout)
            if own and member.slug == own.slug or not member.title
            else [chapter(member, below)]
        )
    parts += [*notes(book.notes, below), *references(below), *(figures(below) if credited(book) else ())]
    parts.append(more(whole, handout.url, layout, large=bool(edition)))
    parts += [element("p", *layout.words("This page is blank"), class_="blank-page") for _ in range(blanks)]
    return with_addresses_once(element("div", *parts, class_="handout"))


def _set(root: Element, book: Book, page: Geometry) -> None:
    """Pictures that set the scene are small, their captions beside them; key facts that are all short are marked so.

    Both are set without a grid, which the engine cannot part between two pages.
    """
    shown = {book.ids[figure.span]: figure for figure in book.every(Figure)}
    for made in root.iter("figure"):
        figure = shown[made.get("id") or ""]
        if figure.kind in _SET_THE_SCENE and len(spoken(figure.caption)) < _BESIDE and len(made) == 2:
            asset = book.manuscript.assets[figure.path]
            wide = min(page.block_height / 5 * asset.width / asset.height, page.block_width / 2)
            made.set("class", "figure beside")
            made[0].set("style", f"width: {wide:.2f}mm")
            made[1].set("style", f"width: {page.block_width - wide - 6:.2f}mm")
    for facts in root.iter("dl"):
        terms = list(facts.iter("dt"))
        alone = all(after is None or after.tag != "dt" for after in (term.getnext() for term in terms))
        if alone and all(map(_is_short, terms)):  # facts of a list are set alike
            for term in terms:
                term.set("class", "short")


def _is_short(term: Element) -> bool:
    return sum(1.0 if letter in _NARROW else 1.5 for letter in "".join(map(str, term.itertext()))) <= _SHORT


def _title_id(book: Book) -> str:
    """The id of the title of the text that comes first, which is the handout's."""
    first = next(iter(book.chapters[0].blocks), None)
    return book.ids[first.span] if isinstance(first, Heading) and first.level == 1 else "title"


def _untitled(member: Chapter, layout: Layout) -> list[Element]:
    """What stands below the title of a chapter, which stands elsewhere."""
    first = next(iter(member.blocks), None)
    rest = member.blocks[1:] if isinstance(first, Heading) and first.level == 1 else member.blocks
    inside = layout.spoken_in(member.language)
    attributes = spoken_in(member.language, layout.around)
    made = element("div", *blocks(rest, inside), *descriptions(member, inside), class_="text", attributes=attributes)
    return [made]
