"""The page map: the first word of each page, and words that are on none."""

from io import BytesIO
from types import SimpleNamespace
from xml.etree import ElementTree

import pikepdf
import pytest
from tagged import Reader

from publisher.paper.alignment import SourceText
from publisher.paper.engine import Rendering, render
from publisher.paper.pages import lost_text
from publisher.source import Span

WORDS = " ".join(f"word{number}" for number in range(900))
LOOK = "@page { size: 100mm 100mm; margin: 10mm } body { margin: 0; font-size: 10pt; orphans: 1; widows: 1 }"


def laid(body: str, look: str = "") -> Rendering:
    html = f'<!DOCTYPE html><html lang="en"><head><title>Small</title></head><body>{body}</body></html>'
    return render(html, stylesheet=LOOK + look, resources={})


def block(text: str, line: int, tag: str = "p", **more: str) -> str:
    attributes = "".join(f' {name.rstrip("_")}="{value}"' for name, value in more.items())
    return f'<{tag} data-place="a.md:{line}:1"{attributes}>{text}</{tag}>'


def test_a_page_starts_where_the_one_before_ended() -> None:
    done = laid(block(WORDS, 3))
    assert [start.block for start in done.starts] == ["a.md:3:1"] * done.pages
    squeezed = WORDS.replace(" ", "")
    assert [squeezed[start.offset :][: len(start.words)] for start in done.starts] == [
        start.words for start in done.starts
    ]
    assert done.starts[0].offset == 0 < done.starts[1].offset < done.starts[2].offset
    assert len(done.starts) == done.pages > 2


def test_what_is_made_starts_no_page() -> None:
    """Heads that are repeated, marks of lists, addresses on paper alone, words of the margins."""
    rows = "".join(f"<tr>{block(f'cell {row}', row + 10, 'td')}</tr>" for row in range(40))
    head = "<thead><tr><th>Head</th></tr></thead>"
    done = laid(f"<table>{head}{rows}</table>", '@page { @top-left { content: "Running" } }')
    assert done.pages > 1 and done.starts[-1].words.startswith("cell")
    high = f"{head}<tbody><tr><td>{WORDS}</td></tr><tr><td>last</td></tr></tbody>"  # too high for its head beside it
    done = laid(block("First", 3) + block(high, 9, "table"), "tr { break-inside: avoid }")
    assert [start.words[:4] for start in done.starts] == ["Firs"] + ["word"] * (len(done.starts) - 1)
    items = "".join(block(f"item {item}", item + 1, "li") for item in range(40))
    assert {start.words[:4] for start in laid(f"<ol>{items}</ol>").starts} == {"item"}
    address = block(f'Words <span class="on-paper">{"(address) " * 300}</span>and more words.', 5)
    assert [start.words[:5] for start in laid(address).starts] == ["Words", "andmo"]


def test_pages_without_words_of_the_text_start_nowhere() -> None:
    body = f'<section class="title-page"><h1 id="t">Title</h1></section>{block("Text", 2, style="break-before: right")}'
    assert [(start.label, start.block) for start in laid(body).starts] == [("iii", "a.md:2:1")]


def test_a_word_broken_with_a_hyphen_is_told_from_its_break() -> None:
    done = laid(block("so " + "dampf\u00adschiff\u00adfahrt" * 60, 3))
    assert all(start.words in "so" + "dampfschifffahrt" * 60 for start in done.starts)


@pytest.mark.parametrize(
    ("body", "look", "words", "label"),
    [
        ("x" * 300 + " after", "", "x" * 300, "i"),
        (WORDS, "#bad { height: 20mm; overflow: hidden }", WORDS[-20:], ""),
        ("before after", "#bad { margin-left: 95mm }", "before after", "i"),
        ("before <b>never seen</b> after", "b { display: none }", "never seen", ""),
        ("before <b>never seen</b> after", "b { visibility: hidden }", "never seen", "i"),
        ("before <b>never seen</b> after", "b { opacity: 0 }", "never seen", "i"),
        (
            "<span>a note that is too long</span>" + WORDS,
            "span { position: absolute; left: 200mm }",
            "a note that is too long",
            "i",
        ),
    ],
)
def test_lost_words_are_told_at_their_paragraph(body: str, look: str, words: str, label: str) -> None:
    [lost] = laid(f"{block('Good', 1)}{block(body, 7, id='bad')}", look).lost
    assert lost.span == Span("a.md", 7, 1)
    assert words in lost.words and lost.label == label


def test_one_finding_for_one_block() -> None:
    rows = "".join(f"<tr>{''.join(block('wide' * 9, row, 'td') for _ in range(9))}</tr>" for row in range(2, 6))
    [lost] = laid(block(f"<table>{block(rows, 2, 'tbody')}</table>", 1, "section")).lost
    assert lost.span == Span("a.md", 2, 1)


def test_what_nobody_is_to_read_is_not_lost() -> None:
    hidden = '<p hidden>away</p><p aria-hidden="true">* * *</p>'
    assert laid(hidden + block("Text", 1)).lost == ()


def test_our_sheet_loses_nothing(short: Rendering, long: Rendering) -> None:
    assert (short.lost, long.lost) == ((), ())


def test_a_page_that_shows_what_is_not_there_is_no_page() -> None:
    root = ElementTree.fromstring("<html><body><p>Text</p></body></html>")
    source = SourceText(root)
    assert source.take(root[0][0], "Text", "-")
    stray = SimpleNamespace(is_written=True, piece=None, page=0, text="Text", seen=True, element=root[0][0])
    document = SimpleNamespace(_html=SimpleNamespace(etree_element=root))
    with pytest.raises(RuntimeError, match="page i shows 'Text', which is not in the text"):
        lost_text(document, [stray], source, ["i"])


GENERATED = """.block { display: block } .loud { text-transform: uppercase } q::before { content: "" }
.paged::after { content: " (page 1)" }"""


@pytest.mark.parametrize(
    ("body", "read"),
    [
        ('<p><span class="block">One</span> <span class="block">two</span></p>', "One two"),
        ('<p>One<span class="block">two</span></p>', "One two"),
        ("<p>One<br>two</p>", "One two"),
        ("<p>(2019) <cite>" + "Names " * 30 + "</cite></p>", "(2019) " + "Names " * 30),
        ("<p>" + "so/" * 60 + "</p>", "so/" * 60),
        ('<p class="loud">Straße <b>und</b> so ' + "Weg " * 30 + "</p>", "Straße und so " + "Weg " * 30),
        ('<p><b class="paged">see</b> <i>here</i> <q class="paged">so</q>.</p>', "see (page 1) here so (page 1)."),
        ('<p><b class="paged">' + "see " * 19 + "</b> <i>here</i></p>", "see " * 19 + "(page 1) here"),
    ],
)
def test_one_space_stands_between_words(body: str, read: str) -> None:
    tree = Reader(pikepdf.open(BytesIO(laid(body, GENERATED).pdf))).tree
    assert tree.text.strip() == read.strip()


def test_the_specimen_tells_its_pages(short: Rendering) -> None:
    assert [start.label for start in short.starts if not start.label.isdigit()] == ["iv"]
