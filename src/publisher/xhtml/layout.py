"""What differs between editions when the same words are written: where pictures stand, and what paper needs."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from publisher.model.book import Book
from publisher.model.locale import in_words, primary, words_language
from publisher.xhtml.element import Child, spanned
from publisher.xhtml.language import spoken_in


@dataclass(frozen=True, slots=True, kw_only=True)
class Layout:
    """How an edition lays a book out.

    ``pictures`` gives the address of each picture by its path in the book. ``paper`` prints the addresses of links and
    the pages of cross-references; ``large``, in large print, sets titles of works in quotation marks and pictures as
    wide as the line; ``told`` are the words of its drawings that are too small, by path, and ``aside`` the paths of
    those that stand on a page on its side. A place inside the book is always ``#id``, as ids are the book's alone; an
    edition of several documents makes those that lead from one to another whole (``documents.linked``), and
    ``together`` says that all chapters stand in one, to be told apart there. ``measure`` is the length of a line in
    letters' heights (em), ``turned`` that of a page on its side, 0 where there is none to be had. ``under`` is the
    level of the heading that the text stands under. ``language`` is that of the text around; where it is empty, the
    book's.
    """

    book: Book
    pictures: Mapping[str, str]
    paper: bool = False
    large: bool = False
    together: bool = False
    told: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    aside: frozenset[str] = frozenset()
    shift: int = 0
    measure: float = 20.0  # WCAG 1.4.10: a column of 320 px
    turned: float = 0.0
    under: int = 1
    language: str = ""

    def heading(self, level: int) -> str:
        """The tag of a heading: chapters of a part, and all in them, stand one level below it (rules EN-08)."""
        return f"h{min(6, level + self.shift)}"

    @property
    def around(self) -> str:
        """The language of the text around what is written."""
        return self.language or self.book.manifest.book.language

    def say(self, english: str, *values: object) -> str:
        """Words of ours, in the language of the book or else in English."""
        return in_words(self.book.manifest.book.language, english, *values)

    @property
    def ours(self) -> Mapping[str, str | None]:
        """The attributes of an element that holds words of ours, where the text around is in another language."""
        language = words_language(self.book.manifest.book.language)
        return spoken_in(language, self.around) if primary(language) != primary(self.around) else {}

    def words(self, english: str, *values: object) -> tuple[Child, ...]:
        """Words of ours as content, in a span of their own where the text around is in another language."""
        return spanned((self.say(english, *values),), self.ours)

    def spoken_in(self, language: str) -> "Layout":
        """The layout of what stands inside an element in ``language``; unchanged where it is empty."""
        return replace(self, language=language or self.language)

    def inside(self) -> "Layout":
        """The layout of what stands inside a box, a list, a note or a cell: there no page can be turned."""
        return replace(self, turned=0.0)
