"""The braille edition as files: a BRF a volume, and all of it in Unicode for displays (rules BR-02, BR-12)."""

from collections.abc import Mapping, Sequence

from publisher.braille.cells import to_ascii
from publisher.braille.code import Code, code, unnamed
from publisher.braille.liblouis import Liblouis, liblouis
from publisher.braille.stretches import codes
from publisher.diagnostics import BrailleFailed
from publisher.editions.braille.book import Written
from publisher.editions.braille.pages import Format
from publisher.editions.braille.scribe import Scribe
from publisher.editions.edition import Options, Printed
from publisher.facts.setting import setting
from publisher.files import Files
from publisher.model.book import Book
from publisher.model.manifest import BrailleOptions
from publisher.themes.theme import Theme


def write(book: Book, theme: Theme, options: Options, made: Mapping[str, Files]) -> Printed:
    """The braille of a book; a theme says nothing here. Raises ToolMissing without liblouis, and BrailleFailed."""
    asked = book.manifest.editions.braille or BrailleOptions()
    if "editions.braille.table" not in book.manifest.places and (why := unnamed(book.manifest.book.language)):
        raise BrailleFailed(why)
    with liblouis() as louis:
        language = book.manifest.book.language
        scribe = Scribe(codes=codes(_code(asked.table, louis), louis, language))
        form = Format(cells=asked.cells, lines=asked.lines, title=book.manifest.book.title)
        written = Written(setting=setting(book), options=options, scribe=scribe, form=form)
        volumes = [volume.pages for volume in written.volumes()]
        try:
            return Printed(files=_files(book.slug, volumes), lost=written.lost())
        except ValueError as fault:
            raise BrailleFailed(f"the table '{asked.table}' does not keep to six dots: {fault}") from fault


def _code(table: str, louis: Liblouis) -> Code:
    found = code(table, louis)
    if found is None:
        raise BrailleFailed(f"liblouis has no table '{table}' of six dots")
    return found


def _files(slug: str, volumes: Sequence[Sequence[Sequence[str]]]) -> Files:
    several = [f"{slug}-volume-{number}.brf" for number in range(1, len(volumes) + 1)]
    names = several if len(volumes) > 1 else [f"{slug}.brf"]
    brf = {name: to_ascii(_joined(pages, "\r\n")).encode("ascii") for name, pages in zip(names, volumes, strict=True)}
    every = [page for pages in volumes for page in pages]
    return Files({**brf, f"{slug}-braille.txt": _joined(every, "\n").encode()})


def _joined(pages: Sequence[Sequence[str]], end: str) -> str:
    """Pages of lines, with a form feed between them."""
    return "\f".join("".join(f"{line}{end}" for line in page) for page in pages)
