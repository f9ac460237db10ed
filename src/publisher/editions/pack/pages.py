"""The pages of the pack itself: what there is and what it is for, how accessible it is, and whom to ask."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from publisher.xhtml.element import Child, Element, element, html
from publisher.xhtml.forms import Form, size_in_words
from publisher.xhtml.layout import Layout
from publisher.xhtml.pages import Statement, accessibility, title_page
from publisher.xhtml.shell import shell

INDEX, READ_ME = "index.html", "READ-ME-FIRST.txt"
STATEMENT, STATEMENT_TEXT = "accessibility-statement.html", "accessibility-statement.txt"
LINKED_DATA, PRODUCT = "book.jsonld", "onix.xml"
REPORT, REPORT_DATA, CHECKSUMS = "report.html", "report.json", "SHA256SUMS"

# What stands beside the book's own forms.
_ABOUT = (
    (READ_ME, "All files in words"),
    (STATEMENT, "Accessibility statement"),
    (STATEMENT_TEXT, "Accessibility statement"),
    (REPORT, "Report of the build, for editors"),
    (REPORT_DATA, "Report of the build, for programs"),
    (LINKED_DATA, "Record for catalogues"),
    (PRODUCT, "Record for the book trade"),
    (CHECKSUMS, "Checksums: they show whether a file has been changed"),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """A page of the pack: what stands in its header and in its main part."""

    title: str
    header: tuple[Element, ...]
    main: tuple[Element, ...]


def index(layout: Layout, forms: Sequence[Form], statement: Statement, *, product: bool, draft: bool) -> Page:
    """The page that leads to every file; ``product`` says that a record for the book trade is one of them."""
    book = layout.book
    to_read, to_print = ([form for form in forms if form.to_print is machine] for machine in (False, True))
    main = [
        *(_paragraph(text, class_="lead") for text in (book.manifest.book.description,) if text),
        element(
            "p", *layout.words("The same words in every format, made on the same day: take the one that suits you.")
        ),
        _section(layout, "to-read", "To read", _list(layout, to_read)),
        *(
            _section(layout, "to-print", "For printing only: not accessible", *_warned(layout, to_print))
            for _ in to_print[:1]
        ),
        _section(layout, "ask", "Another format", *_contact(layout, statement)),
        _section(layout, "about", "About these files", _about(layout, product)),
    ]
    return Page(title=book.manifest.book.title, header=title_page(book, formats=(), draft=draft), main=tuple(main))


def statement_page(layout: Layout, statement: Statement) -> Page:
    """The page on accessibility, which begins with the way back to the first page."""
    book = layout.book
    title = f"{layout.say('Accessibility statement')} – {book.manifest.book.title}"
    back = element("p", element("a", book.manifest.book.title, href=INDEX), class_="book")
    return Page(title=title, header=(back,), main=accessibility(book, statement))


def page(layout: Layout, made: Page, css: str) -> bytes:
    """A page as a file that needs no other."""
    book = layout.book
    root = shell(
        layout,
        made.main,
        title=made.title,
        description=book.manifest.book.description,
        header=made.header,
        imprint=STATEMENT,
        name=None,
        head=(element("style", css.replace("</", "<\\/")),),  # CSS Syntax §4.3.7: "\/" is a slash
    )
    return html(root)


def _paragraph(*content: Child, class_: str | None = None) -> Element:
    return element("p", *content, class_=class_)


def _section(layout: Layout, id: str, title: str, *content: Element) -> Element:
    heading = element("h2", *layout.words(title), id=f"{id}-title")
    return element("section", heading, *content, id=id, aria_labelledby=f"{id}-title")


def _list(layout: Layout, forms: Iterable[Form]) -> Element:
    return element("ul", *(_item(form) for form in forms), attributes=layout.ours)


def _item(form: Form) -> Element:
    """What a file is, its format and size, and what it is for."""
    size = f"({form.kind}, {size_in_words(form.size)})".replace(" ", "\N{NO-BREAK SPACE}")
    return element("li", element("a", form.words, href=form.path), f" {size}. ", form.purpose)


def _warned(layout: Layout, forms: Iterable[Form]) -> tuple[Element, ...]:
    warning = layout.words("These files are for a machine. To read, take one of the others.")
    return element("p", *warning), _list(layout, forms)


def _contact(layout: Layout, statement: Statement) -> tuple[Element, ...]:
    contact = statement.contact
    if not contact or not (contact.email or contact.phone or contact.post):
        return (element("p", *layout.words("Ask whoever gave you these files.")),)
    ways: list[Child] = [element("a", contact.email, href=f"mailto:{contact.email}")] if contact.email else []
    ways += [layout.say("telephone {}", contact.phone)] if contact.phone else []
    ways += [contact.post] if contact.post else []
    asked = element("p", layout.say("If you need another format or find a problem, ask us:"), attributes=layout.ours)
    listed = element("ul", *(element("li", way) for way in ways))
    return asked, listed, *(element("p", statement.answer, attributes=layout.ours) for _ in (1,) if statement.answer)


def _about(layout: Layout, product: bool) -> Element:
    there = [(name, words) for name, words in _ABOUT if product or name != PRODUCT]
    kinds = {name: name.rpartition(".")[2].upper() if "." in name else "TXT" for name, _ in there}
    items = (element("li", element("a", f"{layout.say(words)} ({kinds[name]})", href=name)) for name, words in there)
    return element("ul", *items, attributes=layout.ours)
