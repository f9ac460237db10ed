"""The web edition as files: the folder with its style sheet, pictures and faces, and the one file beside it."""

from collections.abc import Iterator, Mapping
from importlib.resources import files
from pathlib import Path

from publisher.editions.edition import Options
from publisher.editions.web.folder import STYLES, folder
from publisher.editions.web.pages import COLUMN
from publisher.editions.web.single import single
from publisher.files import Files
from publisher.model.book import Book
from publisher.paper.fonts import FAMILIES
from publisher.themes.theme import Theme
from publisher.xhtml.layout import Layout
from publisher.xhtml.pictures import picture_names

_FACE = FAMILIES[0]
_PACKAGE, _PATHS = next(iter(_FACE.faces.items()))


def write(book: Book, theme: Theme, options: Options, made: Mapping[str, Files]) -> Files:
    """The web edition of a book (WCAG 2.2, HTML)."""
    css = theme.css("screen")
    pictures = picture_names(book.manuscript.assets)
    layout = Layout(book=book, pictures=pictures, measure=COLUMN)
    # Only a theme that is set in the face ships it.
    faces = dict(_faces()) if _FACE.name in theme.tokens["face.screen"] else {}
    home = f"{book.slug}-web"
    inside = {
        **dict(folder(layout, options, made)),
        STYLES: (_font_rules() + css if faces else css).encode(),
        **faces,
        **{pictures[path]: asset.data for path, asset in book.manuscript.assets.items()},
    }
    beside = {f"{home}.html": single(book, css, options, made)}
    return Files({**{f"{home}/{name}": data for name, data in inside.items()}, **beside})


def _faces() -> Iterator[tuple[str, bytes]]:
    """The face's files as they are, with their licence (OFL 1.1 §2)."""
    for path in _PATHS:
        yield f"fonts/{Path(path).name}", files(_PACKAGE).joinpath(path).read_bytes()
    yield "fonts/OFL.txt", files(_PACKAGE).joinpath("LICENSE").read_bytes()


def _font_rules() -> str:
    """The face by its name, as the theme calls it; until it is there, words stand in another (CSS Fonts 4 §4.9)."""
    return "".join(
        f'@font-face {{ font-family: "{_FACE.name}"; src: url("fonts/{Path(path).name}"); '
        f"font-weight: {'bold' if 'Bold' in path else 'normal'}; "
        f"font-style: {'italic' if 'Italic' in path else 'normal'}; font-display: swap }}\n"
        for path in _PATHS
    )
