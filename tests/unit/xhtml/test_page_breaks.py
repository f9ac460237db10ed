"""Marks of pages stand before the first word of the page, and never where they would do harm."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from publisher.model.pages import PageStart
from publisher.xhtml.page_breaks import mark_pages, number_margins
from publisher.xhtml.running import PICTURE, letters, runs

MARK = re.compile(r'<span[^>]*aria-label="(\w+)"[^>]*></span>')


def marked(markup: str, offset: int, *, block: str = "b") -> str:
    """A block, with a mark before the character of this offset."""
    root = etree.fromstring(f"<body>{markup}</body>")
    text = "".join(letter for run in runs(root) if run.block == block for _, letter in letters(run.text))
    start = PageStart(label="12", block=block, offset=offset, words=text[offset : offset + 9])
    assert mark_pages({"a.xhtml": root}, (start,)) == (("12", "page-12"),)
    return MARK.sub("|", etree.tostring(root[0]).decode())


@pytest.mark.parametrize(
    ("markup", "offset", "result"),
    [
        ('<p id="b">one two</p>', 3, '<p id="b">one |two</p>'),
        ('<p id="b">one <em>two</em> six</p>', 3, '<p id="b">one |<em>two</em> six</p>'),
        ('<p id="b"><em>one</em> two</p>', 3, '<p id="b"><em>one</em> |two</p>'),
        ('<p id="b"><strong><em>one</em></strong></p>', 0, '<p id="b">|<strong><em>one</em></strong></p>'),
        ('<p id="b">half of it</p>', 2, '<p id="b">half |of it</p>'),
        ('<p id="b">half<em>way</em> up</p>', 4, '<p id="b">half<em>way</em> |up</p>'),
        ('<p id="b">it is half</p>', 6, '<p id="b">it is half|</p>'),
        ('<p id="b">well-known</p>', 5, '<p id="b">well-|known</p>'),
        ('<p id="b">see <a href="#x">one two</a> six</p>', 6, '<p id="b">see |<a href="#x">one two</a> six</p>'),
        ('<p id="b">so <ruby>A<rt>b</rt></ruby></p>', 3, '<p id="b">so |<ruby>A<rt>b</rt></ruby></p>'),
        (
            '<section><p>x</p><h2 id="b">A title</h2></section>',
            0,
            '<section><p>x</p>|<h2 id="b">A title</h2></section>',
        ),
        ('<section><h2 id="b">A long title</h2></section>', 5, '<section>|<h2 id="b">A long title</h2></section>'),
        (
            '<figure id="b"><img/><figcaption>w</figcaption></figure>',
            1,
            '<figure id="b"><img/><figcaption>|w</figcaption></figure>',
        ),
        ('<div><figure id="b"><img/></figure></div>', 0, '<div>|<figure id="b"><img/></figure></div>'),
        ('<ul id="b"><li>one</li><li>two</li></ul>', 3, '<ul id="b"><li>one</li><li>|two</li></ul>'),
        (
            '<table id="b"><tr><td>a</td><th>c</th></tr></table>',
            1,
            '<table id="b"><tr><td>a</td><th>|c</th></tr></table>',
        ),
        (
            '<li><p id="b"><span class="n">n1</span> one</p></li>',
            0,
            '<li><p id="b">|<span class="n">n1</span> one</p></li>',
        ),
        ('<p id="b">\u6f6e\u6c50\u304c</p>', 1, '<p id="b">&#28526;|&#27728;&#12364;</p>'),
        ('<pre id="b"><code>one\n two</code></pre>', 3, '<pre id="b"><code>one\n |two</code></pre>'),
    ],
)
def test_where_a_mark_stands(markup: str, offset: int, result: str) -> None:
    assert marked(markup, offset) == result


def test_addresses_do_not_count() -> None:
    """They are whole on paper and short on a screen."""
    here = '<p id="b">one <a class="address" href="x">example.org</a> two</p>'
    there = etree.fromstring(
        '<p id="b">one <a class="address">https://www.example.org/</a><span class="on-paper"> (x)</span> two</p>'
    )
    assert "".join(text for run in runs(there) if run.block for _, text in letters(run.text)) == "onetwo"
    assert marked(here, 3) == here.replace(" two", " |two")


def test_a_page_whose_words_are_not_there_is_left_out() -> None:
    root = etree.fromstring('<body><p id="b">one two</p></body>')
    starts = [
        PageStart(label="1", block="b", offset=3, words="six"),
        PageStart(label="2", block="c", offset=0, words="one"),
    ]
    assert mark_pages({"a": root}, starts) == ()
    assert len(root[0]) == 0


def test_notes_in_another_list_are_others() -> None:
    note = '<body><section role="doc-endnotes" id="{}"><p id="b">one</p></section></body>'
    [run] = [run for run in runs(etree.fromstring(note.format("notes"))) if run.text]
    start = PageStart(label="1", block=run.block, offset=0, words="one")
    assert mark_pages({"a": etree.fromstring(note.format("notes"))}, (start,))
    assert not mark_pages({"a": etree.fromstring(note.format("first-notes"))}, (start,))


def test_an_id_of_the_author_is_not_taken() -> None:
    root = etree.fromstring('<body><p id="b">one <em id="page-1">two</em></p></body>')
    start = PageStart(label="1", block="b", offset=0, words="one")
    assert mark_pages({"a": root}, (start,)) == (("1", "print-page-1"),)


@given(st.lists(st.integers(0, 60), min_size=1, max_size=12, unique=True).map(sorted))
def test_any_pages_are_marked_in_their_order_and_no_word_is_changed(offsets: list[int]) -> None:
    markup = (
        (
            '<body><p id="b">one <em>two three</em> four<b>five</b> <a href="#">six seven</a> eight nine ten <code>eleven</code>'
            "</p><h2>twelve <img/></h2><p>thirteen fourteen</p></body>"
        )
        .replace("<h2>", '<h2 id="b">')
        .replace("<p>t", '<p id="b">t')
    )
    root = etree.fromstring(markup)
    text = "".join(letter for run in runs(root) for _, letter in letters(run.text))
    before = "".join(root.itertext())
    starts = [
        PageStart(label=str(at), block="b", offset=at, words=text[at : at + 20]) for at in offsets if at < len(text)
    ]
    found = mark_pages({"a": root}, starts)
    assert [label for label, _ in found] == [start.label for start in starts]
    assert [made.get("id") for made in root.iter() if made.get("role")] == [id for _, id in found]
    assert "".join(root.itertext()) == before
    assert PICTURE in text
    for made in root.iter():
        if made.get("role"):
            assert made.getparent().tag in {"p", "body", "em", "code", "b"}


@pytest.mark.parametrize(
    ("markup", "offset", "result"),
    [
        ('<p id="b">one two six</p>', 3, '<p id="b">one <w>|two</w> six</p>'),
        ('<p id="b">one <em>two</em> six</p>', 3, '<p id="b">one <em><w>|two</w></em> six</p>'),
        ('<p id="b">one <em>two</em> six</p>', 6, '<p id="b">one <em>two</em> <w>|six</w></p>'),
        ('<p id="b">half of it</p>', 2, '<p id="b">half <w>|of</w> it</p>'),
        (
            '<section><h2 id="b">A long title</h2></section>',
            5,
            '<section><h2 id="b">A long <w>|title</w></h2></section>',
        ),
        ('<p id="b"><a href="#x">one two</a></p>', 3, '<p id="b"><a href="#x">one <w>|two</w></a></p>'),
        ('<figure id="b"><img/></figure>', 0, '<figure id="b">|<img/></figure>'),
        ('<p id="b">\u6f6e\u6c50\u304c</p>', 1, '<p id="b">&#28526;<w>|&#27728;</w>&#12364;</p>'),
    ],
)
def test_a_number_in_the_margin_holds_on_to_its_word(markup: str, offset: int, result: str) -> None:
    root = etree.fromstring(f"<body>{markup}</body>")
    text = "".join(letter for run in runs(root) if run.block == "b" for _, letter in letters(run.text))
    start = PageStart(label="12", block="b", offset=offset, words=text[offset : offset + 9])
    assert number_margins(root, (start,), "p. {}".format) == ("p. 12",)
    said = etree.tostring(root[0]).decode()
    number = '<span data-label="p. 12" class="print-page" aria-hidden="true"'
    said = re.sub(rf"{number}(/>|></span>)", "|", said)
    assert re.sub(r'<span class="page-start">(.*?)</span>', r"<w>\1</w>", said) == result
    assert "".join(letter for run in runs(root) if run.block == "b" for _, letter in letters(run.text)) == text
