"""What a title page says of the other forms of the book."""

from books import book_of

from publisher.xhtml.cover import cover
from publisher.xhtml.formats import other_formats
from publisher.xhtml.pages import title_page

MANIFEST = "book: {title: T, language: LANG, date: 2026-01-05}\nchapters: [a.md]\neditions: {epub: {}, pdf: {}, press: {profile: p.icc}, large-print: {}, pack: {}}\n"


def test_the_formats_that_the_manifest_names_less_the_one_at_hand() -> None:
    book = book_of({"book.yaml": MANIFEST.replace("LANG", "en-GB"), "a.md": "# One"})
    assert other_formats(book, "pdf") == ("large print", "e-book")
    assert other_formats(book, "large-print") == ("standard print", "e-book")


def test_the_title_page_names_them_in_the_language_of_the_book() -> None:
    book = book_of({"book.yaml": MANIFEST.replace("LANG", "fr"), "a.md": "# Un"})
    [page] = title_page(
        book, formats=other_formats(book, "epub"), draft=False, edition="Édition en gros caractères, corps 18"
    )
    said = [p.text for p in page.iter("p")]
    assert said[-1] == "Autres formats\u00a0: impression ordinaire, gros caractères."
    assert "Édition en gros caractères, corps 18" in said


def test_the_cover_says_which_edition_it_is_below_its_picture() -> None:
    book = book_of({"book.yaml": MANIFEST.replace("LANG", "pl"), "a.md": "# One"})
    made = cover(book, "images/a.svg", edition="Large print edition, 18 point")
    assert [(part.tag, part.get("lang"), part.text) for part in made] == [
        ("img", None, None),
        ("p", "en", "Large print edition, 18 point"),
    ]
    assert [part.tag for part in cover(book, "images/a.svg")] == ["img"]
