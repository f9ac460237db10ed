"""Words by a CSL style: entries and marks, with links, order and letters; and styles that are refused."""

import time
from collections.abc import Mapping
from pathlib import Path

import pytest

from publisher.model.inlines import Emphasis, Link, Phrase, Strong
from publisher.model.references import Name, PartialDate, Reference
from publisher.model.roles import PhraseKind
from publisher.model.wordings import Wording
from publisher.model.words import spoken
from publisher.readers.citation_style import Refused, wordings
from publisher.readers.citation_style.style import LARGEST
from publisher.source import Span

AUTHOR_DATE = (Path(__file__).parents[2] / "data" / "author-date.csl").read_bytes()
HEAD = b'<style xmlns="http://purl.org/net/xbiblio/csl" class="in-text" version="1.0">'
LAYOUT = b"<citation><layout><text variable='title'/></layout></citation>"


def book(key: str, family: str, year: int | None, title: str = "Tides", **more: object) -> Reference:
    issued = PartialDate(year=year, month=3, day=9) if year else None
    authors = (Name(family=family, given="John"),) if family else ()
    fields = {"title": title, "authors": authors, "issued": issued, **more}
    return Reference(key=key, type="book", span=Span("book.yaml"), **fields)  # type: ignore[arg-type]


def worded(*references: Reference, style: bytes = AUTHOR_DATE, language: str = "en-GB") -> Mapping[str, Wording]:
    made = wordings(style, references, language=language)
    assert not isinstance(made, Refused), made
    return made


def test_an_entry_is_worded_without_number() -> None:
    accessed = PartialDate(year=2022, month=3, day=24)
    reference = book("a", "Smith", 2019, accessed=accessed, url="https://example.org/a?b=1&c=2")
    (wording,) = worded(reference).values()
    assert spoken(wording.words) == "Smith, J., 2019, Tides, Retrieved 24 March 2022, https://example.org/a?b=1&c=2."
    assert (wording.mark, wording.after_name) == ("Smith 2019", "2019")


def test_styles_become_inlines_and_addresses_links() -> None:
    (wording,) = worded(book("a", "Smith", 2019, fields=(("volume", "3"), ("DOI", "10.1000/x")))).values()
    kinds = {type(inline): spoken(inline.content) for inline in wording.words if isinstance(inline, Strong | Link)}
    assert kinds == {Strong: "2019", Link: "https://doi.org/10.1000/x"}
    phrases = {inline.kind: spoken(inline.content) for inline in wording.words if isinstance(inline, Phrase)}
    assert phrases == {PhraseKind.CITED_WORK: "Tides", PhraseKind.SUPERSCRIPT: "3"}
    assert not [inline for inline in wording.words if isinstance(inline, Emphasis)]


def test_nothing_in_a_field_is_markup() -> None:
    title = "On <i>Fucus</i> & <script>go()</script> \ufdd1\ufdd0 ]]> {x}"
    (wording,) = worded(book("a", "<b>", 2019, title)).values()
    assert "On <i>Fucus</i> & <script>go()</script> ]]> {x}" in spoken(wording.words)
    assert wording.mark == "<b> 2019"


def test_the_list_is_in_the_order_of_the_style() -> None:
    made = worded(book("z", "Zane", 2001), book("b", "Brown", 2010), book("a", "Brown", 2003))
    assert list(made) == ["a", "b", "z"]


def test_two_of_one_year_have_letters_that_the_list_shows() -> None:
    made = worded(book("a", "Smith", 2019, "One"), book("b", "Smith", 2019, "Two"), book("c", "Smith", 2018, "Three"))
    assert [(made[key].mark, made[key].after_name) for key in "abc"] == [
        ("Smith 2019a", "2019a"),
        ("Smith 2019b", "2019b"),
        ("Smith 2018", "2018"),
    ]
    assert "2019b, Two" in spoken(made["b"].words)


def test_two_without_a_year_are_told_apart_by_their_titles() -> None:
    made = worded(book("a", "Smith", None, "One"), book("b", "Smith", None, "Two"))
    assert [wording.mark for wording in made.values()] == ["Smith no date, One", "Smith no date, Two"]


def test_a_source_without_words_is_called_by_its_title() -> None:
    style = AUTHOR_DATE.replace(b'<text macro="author-short"/><text macro="year"/>', b'<text variable="genre"/>')
    assert worded(book("a", "Smith", 2019), style=style)["a"].mark == "Tides"


@pytest.mark.parametrize(
    "style",
    [
        AUTHOR_DATE.replace(b'citation-format="author-date"', b'citation-format="numeric"'),
        AUTHOR_DATE.replace(b'class="in-text"', b'class="note"'),
        AUTHOR_DATE.replace(b'<category citation-format="author-date"/>', b"").replace(
            b'<text macro="author-short"/>', b'<text variable="citation-number"/>'
        ),
    ],
    ids=["numeric", "note", "numbers in its layout"],
)
def test_numbers_and_notes_keep_our_marks_and_our_order(style: bytes) -> None:
    made = worded(book("z", "Zane", 2001), book("a", "Brown", 2003), style=style)
    assert [wording.mark for wording in made.values()] == ["", ""]
    assert list(made) == ["z", "a"]
    assert "[" not in spoken(made["z"].words)


def test_a_style_without_a_list_words_entries_as_it_cites_them() -> None:
    style = AUTHOR_DATE[: AUTHOR_DATE.index(b"<bibliography>")] + b"</style>"
    assert spoken(worded(book("a", "Smith", 2019), style=style)["a"].words) == "Smith 2019"


@pytest.mark.parametrize(
    ("language", "words"), [("en-GB", "no date"), ("de", "ohne Datum"), ("cy", "dim dyddiad"), ("x'y", "no date")]
)
def test_terms_are_in_the_language_of_the_book(language: str, words: str) -> None:
    (wording,) = worded(book("a", "Smith", None), language=language).values()
    assert words in spoken(wording.words) and wording.after_name == words


def test_a_body_with_capitals_by_style_is_worded() -> None:
    part = b'name-as-sort-order="all"><name-part name="given" text-case="uppercase"/></name>'
    style = AUTHOR_DATE.replace(b'name-as-sort-order="all"/>', part)
    reference = Reference(key="a", type="book", span=Span("book.yaml"), authors=(Name(literal="Walk Free"),))
    assert "Walk Free" in spoken(worded(reference, style=style)["a"].words)


def citing(layout: bytes, macros: bytes = b"") -> bytes:
    return HEAD + b"<citation><layout>" + layout + b"</layout></citation>" + macros + b"</style>"


REFUSED = {
    "nothing": (b"", "no XML"),
    "no XML": (b"{}", "no XML"),
    "no CSL": (b"<html/>", "no CSL style"),
    "a picture": (b"\x89PNG\r\n\x1a\n", "no XML"),
    "an entity": (b'<!DOCTYPE style [<!ENTITY x SYSTEM "x">]>' + HEAD + LAYOUT + b"&x;</style>", "document type"),
    "a dependent style": (
        HEAD + b'<info><link rel="independent-parent" href="http://www.zotero.org/styles/apa"/></info></style>',
        "use 'apa'",
    ),
    "no layout": (HEAD + b"<citation/></style>", "no layout"),
    "too long": (b" " * (LARGEST + 1), "bytes"),
    "too many": (HEAD + LAYOUT + b"<macro/>" * 20_001 + b"</style>", "elements"),
    "too deep": (citing(b"<group>" * 200 + b"</group>" * 200), "nests"),
    "a macro of itself": (citing(b"<text macro='a'/>", b"<macro name='a'><text macro='a'/></macro>"), "macros"),
    "a name that searches": (citing(b'<text macro="a\'] | //*"/>'), "no name"),
    "a macro that is not there": (citing(b"<text macro='b'/>"), "cannot word"),
}


@pytest.mark.parametrize(("style", "why"), REFUSED.values(), ids=REFUSED)
def test_a_style_is_refused(style: bytes, why: str) -> None:
    made = wordings(style, (book("a", "Smith", 2019),), language="en-GB")
    assert isinstance(made, Refused)
    assert why in made.why and len(made.why) < 200


def test_macros_that_double_are_refused_at_once() -> None:
    macros = "".join(f"<macro name='m{n}'><text macro='m{n + 1}'/><text macro='m{n + 1}'/></macro>" for n in range(60))
    started = time.process_time()
    assert isinstance(
        wordings(citing(b"<text macro='m0'/>", macros.encode()), (book("a", "Smith", 2019),), language="en-GB"), Refused
    )
    assert time.process_time() - started < 60  # of a processor: a doubling of 60 macros would never end
