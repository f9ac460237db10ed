"""The campaign pack as a file. It closes only over editions that are all there and all say the same (promise 9)."""

from collections.abc import Iterator, Mapping

from publisher.diagnostics import PackRefused
from publisher.editions.edition import REPORT, Options
from publisher.editions.pack import pages
from publisher.editions.pack.archive import archive, checksums
from publisher.editions.pack.included import included
from publisher.editions.pack.plain import plain
from publisher.facts.agreement import disagreements
from publisher.facts.claims import statement
from publisher.facts.facts import facts
from publisher.facts.linked_data import linked_data
from publisher.facts.onix import onix
from publisher.facts.sources import sources
from publisher.files import Files
from publisher.model.book import Book
from publisher.themes.theme import Theme
from publisher.xhtml.element import element
from publisher.xhtml.forms import Form, forms, in_order
from publisher.xhtml.layout import Layout


def write(book: Book, theme: Theme, options: Options, made: Mapping[str, Files]) -> Files:
    """The pack of a book: every edition that it includes, and the record of their build, among ``made``.

    Raises PackRefused where one is missing, made from other sources, or says something else than the book.
    """
    listed = included(book.manifest)
    if why := next(_refusals(book, listed, made), ""):
        raise PackRefused(f"the pack does not close: {why}")
    editions = {name: made[name] for name in in_order(listed)}
    own = _own(book, theme, options, tuple(_forms(book, editions)))
    files = [item for each in (*editions.values(), made.get(REPORT, Files()), own) for item in each.items()]
    if twice := {name for name, _ in files if [other for other, _ in files].count(name) > 1}:
        raise PackRefused(f"the pack does not close: two files are called {min(twice)}; give the book another slug")
    content = dict(files)
    return Files({f"{book.slug}-pack.zip": archive({**content, pages.CHECKSUMS: checksums(content)}, book.modified)})


def _refusals(book: Book, listed: tuple[str, ...], made: Mapping[str, Files]) -> Iterator[str]:
    if not listed:
        yield "it includes no edition; name some under `editions:`"
    for name in (name for name in listed if not made.get(name)):
        asked = name in book.manifest.editions.named
        yield f"{name} could not be made" if asked else f"{name} is missing; name it under `editions:`"
    source = sources(book.manuscript)
    for name in listed:
        if name in made and made[name].sources != source:
            yield f"{min(made[name])} is stale: it was made from other sources"
    for name in listed:
        try:
            yield from disagreements(book, made[name])
        except ValueError as broken:
            yield f"{min(made[name])} cannot be read back: {broken}"


def _forms(book: Book, editions: Mapping[str, Files]) -> Iterator[Form]:
    for name, files in editions.items():
        yield from forms(book, name, {path: len(data) for path, data in files.items()})


def _own(book: Book, theme: Theme, options: Options, listed: tuple[Form, ...]) -> Files:
    """What stands in the pack beside the editions.

    Its first page and its statement, each as a page and as text; a record for catalogues, and with an ISBN one for the
    book trade.
    """
    layout, css = Layout(book=book, pictures={}), theme.css("screen")
    true, claimed = facts(book), options.claimed(book)
    said, product = statement(true, book.manifest, claimed), onix(book, true, claimed)
    first = pages.index(layout, listed, said, product=bool(product), draft=options.draft)
    second = pages.statement_page(layout, said)
    return Files(
        {
            pages.INDEX: pages.page(layout, first, css),
            pages.READ_ME: plain((*first.header, *first.main)),
            pages.STATEMENT: pages.page(layout, second, css),
            pages.LINKED_DATA: f"{linked_data(book, claimed)}\n".encode(),
            **({pages.PRODUCT: product} if product else {}),
            pages.STATEMENT_TEXT: plain((element("p", book.manifest.book.title), *second.main)),
        }
    )
