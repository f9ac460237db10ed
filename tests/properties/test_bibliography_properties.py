"""Whatever stands in a bibliography, it is read or refused at its place, and what is read is text in the book."""

import json
from pathlib import Path

import pytest
from books import book_of
from epubs import documents
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from publisher.editions.edition import Options
from publisher.editions.epub.write import write
from publisher.readers.bibliography import read_bibliography
from publisher.readers.text import rows
from publisher.themes.theme import Theme, load

STYLE = (Path(__file__).parents[1] / "data" / "author-date.csl").read_text(encoding="utf-8")
PIECES = tuple('a , = { } # " \\ $ ~ 1 @book{ @string{ title author crossref'.split()) + ("\n", " and ")
JSON_PIECES = ("[", "]", "{", "}", ",", ":", '"', "\\", '"id"', '"a"', "1", "null", "\n", "NaN", "\ud800")

MARKUP = ("<b>", "&amp;", "]]>", "<!--", "\ufdd0", "{}", "a & b", "\\'e")
ELEMENTS = set("html head meta title link body section h1 p a ol li span cite strong em sup".split())

words = st.one_of(st.text(max_size=30), st.sampled_from(MARKUP))
address = st.one_of(words, words.map(lambda rest: f"https://example.org/{rest}"))
item = st.fixed_dictionaries(
    {"id": st.just("a")},
    optional={
        **{name: words for name in ("title", "container-title", "publisher", "volume", "issue", "page", "DOI")},
        **{name: address for name in ("URL", "archived")},
        "author": st.lists(st.fixed_dictionaries({"family": words, "given": words}), max_size=3),
        "editor": st.lists(st.fixed_dictionaries({"literal": words}), max_size=2),
        "issued": st.just({"date-parts": [[2019, 3]]}),
    },
)


@pytest.fixture(scope="module")
def theme() -> Theme:
    return load("plain", {})


@pytest.mark.parametrize("style", ["numeric", "author-date.csl"])
@given(item=item)
@settings(max_examples=60, deadline=None)
def test_any_text_in_any_field_is_text_in_the_book(style: str, item: dict[str, object], theme: Theme) -> None:
    book = book_of(
        {
            "book.yaml": "book: {title: T, slug: t, language: en, date: 2026-01-05}\nchapters: [a.md]\n"
            f"references: a.json\ncitations: {{style: {style}}}\n",
            "a.json": json.dumps([item]),
            "a.md": "# One\n\nSee [@a], and @a says.\n",
            "author-date.csl": STYLE,
        }
    )
    made = documents(write(book, theme, Options(draft=True), {})["t.epub"])
    pages = [made[f"{name}.xhtml"] for name in ("a", "references")]
    text = " ".join(" ".join("".join(page.itertext()) for page in pages).split())
    (entry,) = book.entries
    assert " ".join(entry.reference.title.replace("\ufdd0", "").split()) in text
    assert {etree.QName(element).localname for page in pages for element in page.iter()} <= ELEMENTS


@settings(max_examples=300)
@given(st.lists(st.sampled_from(PIECES), max_size=40).map("".join))
def test_anything_like_bibtex_is_read_or_refused(text: str) -> None:
    check_places(text, "a.bib")


@settings(max_examples=300)
@given(st.lists(st.sampled_from(JSON_PIECES), max_size=40).map("".join) | item.map(lambda one: json.dumps([one])[:-3]))
def test_anything_like_json_is_read_or_refused(text: str) -> None:
    check_places(text, "a.json")


def check_places(text: str, file: str) -> None:
    read = read_bibliography(text, file=file)
    lines = rows(text)
    for span in (*(fault.span for fault in read.faults), *(place.value for place in read.places.values())):
        assert 1 <= span.line <= len(lines) and 1 <= span.column <= len(lines[span.line - 1]) + 1
    assert all(fault.message and fault.help for fault in read.faults)
