"""The forms that a book comes in, as its readers choose among them: what each file is, its format,
and what it is for."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import PurePosixPath
from types import MappingProxyType

from publisher.model.book import Book
from publisher.model.locale import in_words
from publisher.model.manifest import HandoutOptions
from publisher.model.words import spoken

PRINT_ONLY = "PRINT-ONLY"

# By edition, the best first: what it is, what follows the book's name in those of its files that readers open, its use.
_FORMS: Mapping[str, tuple[str, str, str]] = MappingProxyType(
    {
        "epub": (
            "E-book for phones, tablets and reading programs",
            ".epub",
            "You choose the size and the colours of the letters; screen readers and braille displays read all of it.",
        ),
        "web": ("The whole book on one page", "-web.html", "Opens in every browser, also without a connection."),
        "pdf": ("To read or print", ".pdf", "The pages of the print edition, tagged for screen readers."),
        "large-print": (
            "Large print",
            "-large-print.pdf",
            "Large letters on paper or on a screen, tagged for screen readers.",
        ),
        "handout": ("Handout", "-handout{}.pdf", "A few pages to print and to give away, tagged for screen readers."),
        "booklet": ("Booklet", "-booklet{}.pdf", "Small pages in reading order, tagged for screen readers."),
        "text": (
            "Plain text",
            ".txt",
            "For braille displays, note takers and simple programs; every picture is told in words.",
        ),
        "braille": (
            "Braille",
            "{}.brf",
            "For embossers and braille displays. Made by software; ask us whether a braille reader has proofread it.",
        ),
        "audio": ("Audio", "-audio/{}", "To listen to, a file a chapter."),
    }
)
_FOLDER = (
    "One page a chapter",
    "-web/index.html",
    "The same in a browser, with a page for each chapter. Keep the folder whole.",
)
_LARGE = "large-print"
_VOLUME = re.compile(r"-volume-(\d+)\.brf$")
_CELLS = ("Braille, in the cells of Unicode", "-braille.txt", "For braille displays that show a text file as it is.")
# What is for a machine and no reader: what it is, and what it is for.
_SHEETS = (
    "Booklet, to print and fold",
    "Pages side by side, in the order of the printer. Screen readers cannot make sense of it.",
)
_PRESS = ("For the print shop", "Made for the inks of a printing press. It says nothing to a screen reader.")


@dataclass(frozen=True, slots=True, kw_only=True)
class Form:
    """What a reader may take: ``path`` is opened, relative to the folder of all files; ``size``
    counts all that is needed.

    ``words`` say what it is and ``purpose`` what it is for, in the book's language or in English; ``kind`` is its
    format. One for a machine is ``to_print`` alone.
    """

    path: str
    words: str
    kind: str
    purpose: str
    size: int = 0
    to_print: bool = False


def forms(book: Book, edition: str, files: Mapping[str, int]) -> tuple[Form, ...]:
    """What readers open among the ``files`` of an edition, which are given with their sizes in bytes; 0 is unknown."""
    if edition == "web":
        return tuple(_web(book, files))
    volumes = {path: int(found[1]) for path in files if (found := _VOLUME.search(path))}
    made = (_form(book, edition, path, size) for path, size in files.items())
    named = (replace(form, words=_volume(book, form, volumes)) if form.path in volumes else form for form in made)
    last = len(volumes) + 1
    return tuple(
        sorted(named, key=lambda form: (form.to_print, volumes.get(form.path, last), PurePosixPath(form.path).stem))
    )


def _volume(book: Book, form: Form, volumes: Mapping[str, int]) -> str:
    """Which of how many volumes a form is."""
    return in_words(book.manifest.book.language, "Braille, volume {} of {}", volumes[form.path], len(volumes))


def in_order(editions: Iterable[str]) -> tuple[str, ...]:
    """The editions that readers choose among, the best first; then those for machines."""
    return tuple(sorted(editions, key=lambda name: (*_FORMS, name).index(name)))


def size_in_words(size: int) -> str:
    """A size in bytes, as people say it: 85 KB, 1.2 MB."""
    return f"{size / 1e6:.1f} MB" if size >= 1e6 else f"{max(1, round(size / 1000))} KB"


def _web(book: Book, files: Mapping[str, int]) -> Iterator[Form]:
    for words, end, purpose in (_FORMS["web"], _FOLDER):
        path = book.slug + end
        home = f"{path.rpartition('/')[0]}/" if "/" in end else path
        size = sum(size for name, size in files.items() if name.startswith(home))
        if path in files:
            yield Form(path=path, words=_say(book, words), kind="HTML", purpose=_say(book, purpose), size=size)


def _form(book: Book, edition: str, path: str, size: int) -> Form:
    kind = PurePosixPath(path).suffix.removeprefix(".").upper()
    if edition not in _FORMS:
        words, purpose = (_say(book, text) for text in _PRESS)
        return Form(path=path, words=words, kind=kind, purpose=purpose, size=size, to_print=True)
    words, end, purpose = _CELLS if path.endswith(_CELLS[1]) else _FORMS[edition]
    own = _own_name(path.removeprefix(book.slug), end) if "{}" in end else ""
    if own.endswith(PRINT_ONLY):
        words, purpose = _SHEETS
        own = _named(book, edition, own.removesuffix(PRINT_ONLY).strip("-"))
        return Form(
            path=path, words=_titled(book, words, own), kind=kind, purpose=_say(book, purpose), size=size, to_print=True
        )
    twin = own == _LARGE or own.endswith(f"-{_LARGE}")
    own = own.removesuffix(_LARGE).strip("-") if twin else own
    title = _titled(book, words, _named(book, edition, own))
    said = f"{title}, {_say(book, 'large print')}" if twin else title
    return Form(path=path, words=said, kind=kind, purpose=_say(book, purpose), size=size)


def _own_name(ending: str, pattern: str) -> str:
    """What stands between the fixed parts of a file's name: "mp" in "-handout-mp.pdf"."""
    before, _, after = pattern.partition("{}")
    return ending.removeprefix(before).removesuffix(after).strip("-")


def _titled(book: Book, words: str, own: str) -> str:
    said = _say(book, words)
    return f"{said}: {own}" if own else said


def _named(book: Book, edition: str, own: str) -> str:
    """What the handout or booklet ``own`` is called: by the handout's title, unless it has none or shares it."""
    asked = book.manifest.editions
    folded = {name: asked.folded(booklet) for name, booklet in asked.booklets.items()}
    named: Mapping[str, HandoutOptions | None] = {"handout": asked.handouts, "booklet": folded}.get(edition, {})
    titles = {name: _title(book, handout) for name, handout in named.items() if handout}
    title = titles.get(own, "")
    return title if title and list(titles.values()).count(title) == 1 else own


def _title(book: Book, handout: HandoutOptions) -> str:
    text = book.manuscript.texts.get(handout.text)
    return handout.title or (spoken(text.title) if text else "")


def _say(book: Book, words: str) -> str:
    return in_words(book.manifest.book.language, words)
