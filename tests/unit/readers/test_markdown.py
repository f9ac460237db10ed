"""What a chapter's text becomes, where every part of it stands, and what hostile texts do: little, and soon."""

from collections.abc import Callable
from time import process_time
from types import MappingProxyType

import pytest

from publisher.model.alternatives import Decorative, Described, Unstated
from publisher.model.blocks import (
    Alignment,
    Box,
    Cell,
    CodeBlock,
    Definition,
    DefinitionList,
    Details,
    Figure,
    Heading,
    ListBlock,
    ListItem,
    Paragraph,
    Quotation,
    Row,
    Table,
    ThematicBreak,
)
from publisher.model.faults import FaultKind
from publisher.model.inlines import (
    Abbreviation,
    Citation,
    CitedItem,
    Code,
    CrossReference,
    Emphasis,
    InlineImage,
    LineBreak,
    Link,
    NoteReference,
    Passage,
    Phrase,
    Strong,
    Text,
)
from publisher.model.roles import BoxKind
from publisher.model.walk import every
from publisher.readers.markdown import Content, read_chapter
from publisher.source import Span

FIGURES = MappingProxyType(
    {
        "map": Figure(
            key="map",
            path="images/map.svg",
            alternative=Described(text="Five harbours"),
            span=Span("book.yaml", 9, 3),
            words=Span("book.yaml", 11, 10),
        )
    }
)


def read(text: str) -> Content:
    return read_chapter(text, file="01.md", figures=FIGURES)


# A tree in words: the kind, what it says of itself, what is in it.


def shown(node: object) -> object:
    match node:
        case tuple():
            return [shown(each) for each in node]
        case Text(text=text):
            return text
        case LineBreak() | ThematicBreak():
            return type(node).__name__
        case Code(text=text):
            return ("Code", text)
        case CodeBlock(text=text, language=language):
            return ("CodeBlock", language, text)
        case Abbreviation(text=text, expansion=expansion):
            return ("Abbreviation", text, expansion)
        case Emphasis(content=content) | Strong(content=content) | Paragraph(content=content):
            return (type(node).__name__, *map(shown, content))
        case Phrase(kind=kind, content=content):
            return ("Phrase", kind.value, *map(shown, content))
        case Passage(content=content):
            return ("Passage", node.language, node.classes, node.id, *map(shown, content))
        case Link(href=href, content=content):
            return ("Link", href, *map(shown, content))
        case Citation(items=items):
            return ("In sentence" if node.in_sentence else "Citation", *((each.key, each.locator) for each in items))
        case NoteReference(label=name) | CrossReference(target=name):
            return (type(node).__name__, name)
        case InlineImage(path=path, alternative=alternative, key=key):
            return ("InlineImage", key, path, alternative)
        case Heading(level=level, content=content, id=id):
            return ("Heading", level, id, *map(shown, content))
        case ListBlock(start=start, items=items):
            return ("List", start, *map(shown, items))
        case ListItem(blocks=blocks) | Quotation(blocks=blocks):
            return (type(node).__name__, *map(shown, blocks))
        case DefinitionList(definitions=definitions):
            return ("DefinitionList", *map(shown, definitions))
        case Definition(terms=terms, meanings=meanings):
            return (shown(terms), shown(meanings))
        case Box(kind=kind, blocks=blocks):
            return ("Box", kind.value, node.title, node.source, node.language, *map(shown, blocks))
        case Details(summary=summary, blocks=blocks):
            return ("Details", shown(summary), *map(shown, blocks))
        case Table(head=head, bodies=bodies):
            return ("Table", node.key, node.summary, shown(node.caption), shown(head), *map(shown, bodies))
        case Row(cells=cells):
            return [shown(each) for each in cells]
        case Cell(blocks=blocks):
            sizes = (node.columns, node.rows) if node.columns + node.rows > 2 else ()
            return (node.header or "data", *sizes, *map(shown, blocks))
        case Figure(key=key, path=path, alternative=alternative):
            return ("Figure", key, path, alternative, shown(node.caption), node.kind, shown(node.description))
    raise AssertionError(f"{type(node)} is shown nowhere")


def words(*content: object) -> list[object]:
    return [("Paragraph", *content)]


def cells(header: str, *texts: str) -> list[object]:
    return [(header, ("Paragraph", text)) if text else (header,) for text in texts]


INLINES = {
    "plain words": ["plain words"],
    "two\nlines": ["two\nlines"],
    "*em* **strong** _em_ __strong__": [
        *[("Emphasis", "em"), " ", ("Strong", "strong"), " ", ("Emphasis", "em"), " ", ("Strong", "strong")]
    ],
    "***both***": [("Strong", ("Emphasis", "both"))],
    "snake_case_name 2 * 3 * 4": ["snake_case_name 2 * 3 * 4"],
    r"\*stars\* \@kim \# \[x] 1\. \\ \{.a}": ["*stars* @kim # [x] 1. \\ {.a}"],
    "&copy; &amp; &#8212; AT&T 1 < 2 > 0 &nothing": ["© & — AT&T 1 < 2 > 0 &nothing"],
    "`a < b & \\c` ``x`y``": [("Code", "a < b & \\c"), " ", ("Code", "x`y")],
    "`[@a] ![b] *c* <d>`": [("Code", "[@a] ![b] *c* <d>")],
    "one  \ntwo<br>three": ["one", "LineBreak", "two", "LineBreak", "three"],
    "[words](02.md#a)": [("Link", "02.md#a", "words")],
    "[w *x*](https://a.org/b_(c)?d=1&e=2)": [("Link", "https://a.org/b_(c)?d=1&e=2", "w ", ("Emphasis", "x"))],
    "[words](<a b.md>)": [("Link", "a b.md", "words")],
    "[words]()": [("Link", "", "words")],
    "<https://a.org/> <kim@a.org>": [
        *[("Link", "https://a.org/", "https://a.org/"), " ", ("Link", "mailto:kim@a.org", "kim@a.org")]
    ],
    "[words][r], [r], [r][]\n\n[r]: https://a.org": [
        *[("Link", "https://a.org", "words"), ", ", ("Link", "https://a.org", "r"), ", "],
        ("Link", "https://a.org", "r"),
    ],
    "https://a.org kim@a.org": ["https://a.org kim@a.org"],
    "[@a]": [("Citation", ("a", ""))],
    "[@a; @b-2018, p. 12]": [("Citation", ("a", ""), ("b-2018", "p. 12"))],
    "@a says; see @b.": [("In sentence", ("a", "")), " says; see ", ("In sentence", ("b", "")), "."],
    "(@a) “@b” —@c": [
        *["(", ("In sentence", ("a", "")), ") “", ("In sentence", ("b", "")), "” —", ("In sentence", ("c", ""))]
    ],
    "@fig-map, @tbl-a and @sec-b; [@sec-c]": [
        *[("CrossReference", "fig-map"), ", ", ("CrossReference", "tbl-a"), " and "],
        *[("CrossReference", "sec-b"), "; ", ("CrossReference", "sec-c")],
    ],
    "words[^1] more[^long-name]": ["words", ("NoteReference", "1"), " more", ("NoteReference", "long-name")],
    "see ![map] here": ["see ", ("InlineImage", "map", "images/map.svg", Described(text="Five harbours")), " here"],
    "see ![no] here": ["see ", ("InlineImage", "no", "", Unstated()), " here"],
    "a ![alt & *so*](x.png) b": ["a ", ("InlineImage", "", "x.png", Described(text="alt & *so*")), " b"],
    "a ![](x.png) b ![](y.png){.decorative}": [
        *["a ", ("InlineImage", "", "x.png", Unstated()), " b ", ("InlineImage", "", "y.png", Decorative())]
    ],
    "[bonjour]{lang=fr}": [("Passage", "fr", (), "", "bonjour")],
    "[*a* b]{#x .keyword}": [("Passage", "", ("keyword",), "x", ("Emphasis", "a"), " b")],
    "HTML and HTMLs\n\n*[HTML]: Hypertext Markup": [("Abbreviation", "HTML", "Hypertext Markup"), " and HTMLs"],
    'CO<sub>2</sub> <abbr title="World">W</abbr>': [
        *["CO", ("Phrase", "sub", "2"), " ", ("Abbreviation", "W", "World")]
    ],
    "<q>*so* <cite>it</cite></q>": [("Phrase", "q", ("Emphasis", "so"), " ", ("Phrase", "cite", "it"))],
    "<q><cite>a *b* <q>[c](d) `<e>`</q></cite></q>": [
        (
            *("Phrase", "q"),
            ("Phrase", "cite", "a ", ("Emphasis", "b"), " ", ("Phrase", "q", ("Link", "d", "c"), " ", ("Code", "<e>"))),
        )
    ],
    "<q>*a <cite>b</cite> c*</q>": [("Phrase", "q", ("Emphasis", "a ", ("Phrase", "cite", "b"), " c"))],
    "<q>a <q>b</q> c</q> <q>d</q>": [("Phrase", "q", "a ", ("Phrase", "q", "b"), " c"), " ", ("Phrase", "q", "d")],
    "<ruby>kan<rp>(</rp><rt>han</rt><rp>)</rp></ruby>": [
        ("Phrase", "ruby", "kan", ("Phrase", "rp", "("), ("Phrase", "rt", "han"), ("Phrase", "rp", ")"))
    ],
    '<abbr title="Carbon dioxide">CO<sub>2</sub></abbr>': [("Abbreviation", "CO2", "Carbon dioxide")],
    "a <!-- said to the author --> b": ["a  b"],
}


@pytest.mark.parametrize("written", INLINES)
def test_inlines(written: str) -> None:
    content = read(written)
    assert shown(content.blocks) == words(*INLINES[written])
    assert content.faults == ()


HARBOURS = Described(text="Five harbours")
BLOCKS = {
    "# Title": [("Heading", 1, "", "Title")],
    "### *A* b ### {#sec-a}": [("Heading", 3, "sec-a", ("Emphasis", "A"), " b")],
    "Title\n===\n\nSection\n---": [("Heading", 1, "", "Title"), ("Heading", 2, "", "Section")],
    "#": [("Heading", 1, "")],
    "one\n\ntwo": [("Paragraph", "one"), ("Paragraph", "two")],
    "- a\n- b": [("List", None, ("ListItem", ("Paragraph", "a")), ("ListItem", ("Paragraph", "b")))],
    "3. a\n4. b": [("List", 3, ("ListItem", ("Paragraph", "a")), ("ListItem", ("Paragraph", "b")))],
    "- a\n    1. b\n\n    c": [
        (
            *("List", None),
            ("ListItem", ("Paragraph", "a"), ("List", 1, ("ListItem", ("Paragraph", "b"))), ("Paragraph", "c")),
        )
    ],
    "- a\n\n    ```\n    x\n      y\n    ```\n\n- b": [
        (
            *("List", None),
            ("ListItem", ("Paragraph", "a"), ("CodeBlock", "", "x\n  y")),
            ("ListItem", ("Paragraph", "b")),
        )
    ],
    "> a\n> b\n>\n> > c": [("Quotation", ("Paragraph", "a\nb"), ("Quotation", ("Paragraph", "c")))],
    "```python\n# x\n*y* &amp; <b>\n```": [("CodeBlock", "python", "# x\n*y* &amp; <b>")],
    "1.  ```\n    x\n      y\n    ```\n\n    z\n\n-   ~~~ sh\n    w\n    ~~~": [
        ("List", 1, ("ListItem", ("CodeBlock", "", "x\n  y"), ("Paragraph", "z"))),
        ("List", None, ("ListItem", ("CodeBlock", "sh", "w"))),
    ],
    "    x = 1\n    ::: note\n\n    @y <table>": [("CodeBlock", "", "x = 1\n::: note\n\n@y <table>")],
    "a\n\n---\n\nb\n\n* * *": [("Paragraph", "a"), "ThematicBreak", ("Paragraph", "b"), "ThematicBreak"],
    "Term\n: a\n: b": [("DefinitionList", ([["Term"]], [[("Paragraph", "a")], [("Paragraph", "b")]]))],
    "| A | B |\n|---|--:|\n| x | |\n| y | z | w |": [
        ("Table", "", "", [], [cells("col", "A", "B")], [cells("data", "x", ""), cells("data", "y", "z", "w")])
    ],
    '| A | B |\n|---|---|\n| x | y |\n\n: The *tides* {#tbl-t row-headers=1 summary="s t"}': [
        (
            *("Table", "tbl-t", "s t", ["The ", ("Emphasis", "tides")], [cells("col", "A", "B")]),
            [cells("row", "x") + cells("data", "y")],
        )
    ],
    "<table><tr><th>A</th><td colspan=2>*x*</td></tr></table>": [
        ("Table", "", "", [], [], [[("row", ("Paragraph", "A")), ("data", 2, 1, ("Paragraph", ("Emphasis", "x")))]])
    ],
    "<details><summary>More *so*</summary>\n\n- a\n</details>": [
        ("Details", ["More ", ("Emphasis", "so")], ("List", None, ("ListItem", ("Paragraph", "a"))))
    ],
    "::: tip\na\n:::": [("Box", "tip", "", "", "", ("Paragraph", "a"))],
    'a\n::: {.quote source="Jo" title="T" lang=cy}\nb\n::: note\nc\n:::\n:::\nd': [
        ("Paragraph", "a"),
        ("Box", "quote", "T", "Jo", "cy", ("Paragraph", "b"), ("Box", "note", "", "", "", ("Paragraph", "c"))),
        ("Paragraph", "d"),
    ],
    "![map]": [("Figure", "map", "images/map.svg", HARBOURS, [], "", [])],
    "![no]": [("Figure", "no", "", Unstated(), [], "", [])],
    '![Alt](x.png "A *b* [@c]"){#fig-x kind=photo description="d"}': [
        (
            *("Figure", "x", "x.png", Described(text="Alt"), ["A ", ("Emphasis", "b"), " ", ("Citation", ("c", ""))]),
            *("photo", [("Paragraph", "d")]),
        )
    ],
    "![](x.png){.decorative}": [("Figure", "", "x.png", Decorative(), [], "", [])],
    "<!-- one\ntwo -->\na": [("Paragraph", "a")],
    "a\r\nb\r\n\r\nc": [("Paragraph", "a\nb"), ("Paragraph", "c")],
    "": [],
}


@pytest.mark.parametrize("written", BLOCKS)
def test_blocks(written: str) -> None:
    content = read(written)
    assert shown(content.blocks) == BLOCKS[written]
    assert content.faults == ()


def test_every_box_kind_is_read() -> None:
    for kind in BoxKind:
        (box,) = read(f"::: {kind.value}\na\n:::").blocks
        assert isinstance(box, Box) and box.kind is kind


def test_alignment_of_columns() -> None:
    (table,) = read("| a | b | c |\n|:--|:-:|--:|\n| 1 | 2 | 3 |").blocks
    assert [cell.alignment for cell in every(Cell, table)] == [Alignment.START, Alignment.CENTRE, Alignment.END] * 2


def test_notes_are_put_aside_with_all_their_blocks() -> None:
    content = read("a[^1] b[^2] c[^1]\n\n[^1]: One\n    more.\n\n    Two.\n\n    - three\n\n[^2]: Four.\n\nd")
    assert shown(content.blocks) == [
        ("Paragraph", "a", *(("NoteReference", "1"), " b", ("NoteReference", "2"), " c", ("NoteReference", "1"))),
        ("Paragraph", "d"),
    ]
    assert [(note.label, shown(note.blocks)) for note in content.notes] == [
        (
            "1",
            [*words("One\nmore."), *words("Two."), ("List", None, ("ListItem", ("Paragraph", "three")))],
        ),
        ("2", words("Four.")),
    ]


def test_a_key_of_the_manifest_wins_over_a_link_definition() -> None:
    content = read("see ![map] and ![other]\n\n[map]: a.png\n[other]: b.png")
    assert [image.path for image in every(InlineImage, content.blocks)] == ["images/map.svg", "b.png"]


def test_pictures_are_looked_for_once_each_at_their_place() -> None:
    asked: list[tuple[str, Span]] = []

    def find(path: str, at: Span) -> str:
        asked.append((path, at))
        return "found/" + path

    content = read_chapter("![a](x.png)\n\nsee ![b](y.png)", file="01.md", find=find)
    assert asked == [("x.png", Span("01.md", 1, 1)), ("y.png", Span("01.md", 3, 5))]
    assert [figure.path for figure in every(Figure, content.blocks)] == ["found/x.png"]


# ‸ stands before each node of the kind: nothing else is one.
PLACES: tuple[tuple[type, str], ...] = (
    (Heading, "‸# Title\n\n‸## Two {#x}\n\n> ‸### Three\n\n::: note\n‸#### Four\n:::"),
    (Heading, "‸Title\n===\n\n‸*Two* words\n---"),
    (Heading, "a\n\n‸#\n\nb"),
    (Paragraph, "‸a\nb\n\n- ‸c\n\n> ‸d\n\n‸*e* f\n\n1.  ‸g"),
    (ListItem, "‸- a\n‸- b\n    ‸- c\n\n‸1. d"),
    (Quotation, "a\n\n‸> b\n> c\n\n- d\n\n    ‸> e"),
    (CodeBlock, "‸```\nx\n```\n\n- a\n\n    ‸~~~\n    y\n    ~~~"),
    (Table, "a\n\n‸| A | B |\n|---|---|\n| x | y |\n\nb\n\n‸<table><tr><td>x</td></tr></table>"),
    (Cell, "| ‸A | ‸B |\n|---|---|\n| ‸x | ‸*y* |\n|‸z|‸w|"),
    (Box, "a\n‸::: note\nb\n‸::: tip\nc\n:::\n:::\n\n- d\n\n    ‸::: aside\n    e\n    :::"),
    (Details, "‸<details><summary>a</summary>b</details>"),
    (Definition, "‸Term\n: a\n\n‸Other\n: b"),
    (Figure, "a\n\n‸![map]\n\n‸![a](b.png)\n\n> ‸![a](b.png)\n\n::: note\n‸![map]\n:::"),
    # Links
    (Link, "see ‸[a](b) and ‸[*c*](d), ‸<https://a.org>, ‸[e][r] and ‸[r].\n‸[f](g)\n\n[r]: h"),
    (Link, "- a ‸[b](c)\n    - ‸[d](e)\n\n        ‸[f](g)"),
    (Link, "> a ‸[b](c)\n> ‸[d](e)\n\n>‸[f](g)"),
    (Link, "| A | B |\n|---|---|\n| ‸[b](c) | d ‸[e](f) |\n|‸[g](h)|  ‸[i](j)|"),
    (Link, "::: note\na ‸[b](c)\n:::\n\n- a\n\n    ::: note\n    b ‸[c](d)\n    :::"),
    (Link, "*em* ‸[a](b) **strong** ‸[c](d) `code` ‸[e](f) \\* ‸[g](h) &amp; ‸[i](j)"),
    (Link, "‸[a](b)\n*em*‸[c](d)\n**s** ‸[e](f)"),
    (Link, "*‸[a](b)* **‸[c](d)** _x ‸[e](f)_"),
    (Link, "a\tb\t‸[c](d)\n\n-\ta ‸[e](f)"),
    (Link, "# Title ‸[a](b)\n\n## ‸[c](d) {#x}"),
    (Link, "Term ‸[a](b)\n: c ‸[d](e)"),
    (Link, "<table><tr>\n<td>‸[a](b)</td>\n  <td>c ‸[d](e)</td></tr></table>"),
    (Link, "a <!-- b --> ‸[c](d) <sub>e</sub> ‸[f](g) <q>‸[h](i)</q>"),
    (Link, "é ’ “ünï” 漢字 \N{WATER WAVE} ‸[a](b)"),
    (Link, "| A |\n|---|\n| b |\n\n: Caption ‸[c](d) {#tbl-x}"),
    # Pictures
    (InlineImage, "see ‸![map] and ‸![a](b.png){.decorative} and *‸![c](d.png)*"),
    (InlineImage, "- ‸![map] a\n\n> b ‸![map]\n\n| A |\n|---|\n| ‸![map] |\n| a ‸![b](c.png) |"),
    (InlineImage, "[‸![a](b.png)](c)"),
    # Citations
    (CitedItem, "a [‸@a; ‸@b, p. 12] and ‸@c says\n‸@d too\n[‸@e]"),
    (CitedItem, "- [‸@a]\n\n> ‸@b says\n\n| A |\n|---|\n| x [‸@c] |\n| ‸@d |\n\n: Caption [‸@e] {#tbl-x}"),
    (CitedItem, "*em* [‸@a] **s** ‸@b *‸@c*\n*em* ‸@d\n::: note\n[‸@e]\n:::\n\n-\ta [‸@f]"),
    (CitedItem, "# Title [‸@a]\n\nTerm ‸@b\n: c [‸@d]"),
    (Citation, "a ‸[@b; @c] d ‸@e"),
    (CrossReference, "as ‸@fig-map, ‸@tbl-a show\n‸@sec-b and ‸[@sec-c]"),
    (NoteReference, "a‸[^1] b ‸[^2]\n‸[^3] *c*‸[^4]\n\n- d‸[^5]"),
    (Passage, "a ‸[b]{lang=fr} *‸[c]{.d}*"),
)


def at(written: str) -> tuple[str, list[Span]]:
    """The text without its carets, and the places where they stood."""
    spans = []
    for number, row in enumerate(written.split("\n"), start=1):
        parts = row.split("‸")[:-1]
        spans += [Span("01.md", number, sum(map(len, parts[: n + 1])) + 1) for n in range(len(parts))]
    return written.replace("‸", ""), spans


@pytest.mark.parametrize(("kind", "written"), PLACES)
def test_places(kind: type, written: str) -> None:
    text, spans = at(written)
    assert [str(node.span) for node in every(kind, read(text).blocks)] == [str(span) for span in spans]


def test_places_in_notes() -> None:
    text, spans = at("x[^1]\n\n‸[^1]: a ‸[b](c)\n\n    ‸[d](e) and [‸@f]\n\n    - ‸@g")
    (note,) = read(text).notes
    found = (note, *every(Link, note.blocks), *every(CitedItem, note.blocks))
    assert sorted(each.span for each in found) == spans


@pytest.mark.parametrize(
    "lead", ["", "\n", "# T\n\n", "<!-- a\nb -->\n", "[r]: s\n\n", "::: note\na\n:::\n\n", "[^1]: n\n\n"]
)
def test_what_is_taken_out_before_moves_nothing(lead: str) -> None:
    rows = lead.count("\n")
    (link,) = every(Link, read(f"{lead}a [b](c)").blocks)
    assert link.span == Span("01.md", rows + 1, 3)


# What cannot be taken, each as ‸ and the kind.
FAULTS: tuple[tuple[str, FaultKind], ...] = (
    ("‸---\ntitle: x\n---\n\na", FaultKind.UNSUPPORTED),
    ("- a\n  ‸- b", FaultKind.UNSUPPORTED),
    ("a ‸^[b] c", FaultKind.UNSUPPORTED),
    ("a ‸~~b~~ c", FaultKind.UNSUPPORTED),
    ("*a* ‸~~b~~", FaultKind.UNSUPPORTED),
    ("‸::: other\na\n:::", FaultKind.UNSUPPORTED),
    ("‸::: note\na", FaultKind.UNSUPPORTED),
    ("a\n\n‸:::\n\nb", FaultKind.UNSUPPORTED),
    ("a\n\n‸```\nb", FaultKind.UNSUPPORTED),
    ("a ‸[see @b] c", FaultKind.UNSUPPORTED),
    ("a ‸[-@b] c", FaultKind.UNSUPPORTED),
    ('‸[a](b "c")', FaultKind.UNSUPPORTED),
    ("a\n\n‸<!-- b", FaultKind.UNCLOSED_HTML),
    ("a ‸<sub>b", FaultKind.UNCLOSED_HTML),
    ("a‸</sub> b", FaultKind.UNCLOSED_HTML),
    ("‸<table><tr><td>a", FaultKind.UNCLOSED_HTML),
    ("a ‸<b>c</b>", FaultKind.RAW_HTML),
    ("a <q>b ‸<b>c</b></q>", FaultKind.RAW_HTML),
    ("- a\n\n    ‸<div>b</div>", FaultKind.RAW_HTML),
    ("> a ‸<i>b</i>", FaultKind.RAW_HTML),
    ("a ‸<sup class=b>c</sup>", FaultKind.RAW_HTML),
    ("<table>\n<tr>‸<td id=x>a</td></tr></table>", FaultKind.RAW_HTML),
    ("a ‸<u>b</u>", FaultKind.PRESENTATIONAL_HTML),
    ("‸<table border=1><tr><td>a</td></tr></table>", FaultKind.PRESENTATIONAL_HTML),
    ("a\n\n‸<script>\nb\n</script>\n\nc", FaultKind.ACTIVE_CONTENT),
    ("a ‸<iframe src=b></iframe> c", FaultKind.ACTIVE_CONTENT),
    ("a ‸<b onclick=x()>b</b>", FaultKind.ACTIVE_CONTENT),
    ("a[^1]\n\n[^1]: b\n\n‸[^1]: c", FaultKind.NOTE_LABEL),
)


@pytest.mark.parametrize(("written", "kind"), FAULTS)
def test_faults(written: str, kind: FaultKind) -> None:
    text, spans = at(written)
    assert [(fault.kind, fault.span) for fault in read(text).faults] == [(kind, span) for span in spans]


def test_nothing_is_lost_with_a_fault() -> None:
    content = read("a <b>bold</b> ~~struck~~ ^[note] [see @c]\n\n::: other\nd\n:::")
    assert "".join(text.text for text in every(Text, content.blocks)) == "a bold struck note [see ]d"
    assert [item.key for item in every(CitedItem, content.blocks)] == ["c"]


LIMIT = 20.0  # seconds of a processor, ten times what a busy machine takes: what grows with the square takes minutes

HOSTILE: dict[str, Callable[[], str]] = {
    "brackets": lambda: "[" * 20_000,
    "brackets in lines": lambda: "[\n" * 20_000,
    "links": lambda: "[](" * 20_000,
    "link openings": lambda: "[a](<" * 4_000,
    "images": lambda: "![" * 4_000,
    "image openings": lambda: "![a](" * 4_000,
    "nested lists": lambda: "".join("    " * depth + "- a\n" for depth in range(500)),
    "lists in one line": lambda: "- " * 500 + "a",
    "nested boxes": lambda: "::: note\n" * 500 + "x\n" + ":::\n" * 500,
    "unclosed boxes": lambda: "::: note\n" * 500,
    "quotations": lambda: ">" * 500 + " a",
    "stars": lambda: "* " * 4_000,
    "emphasis": lambda: "*a **b " * 3_000,
    "nested emphasis": lambda: "**a __b " * 2_000 + "__ **" * 2_000,
    "addresses": lambda: "<http://a" * 4_000,
    "tags": lambda: "<a " * 4_000,
    "phrases": lambda: "<sup>" * 4_000,
    "nested phrases": lambda: "<sup>" * 300 + "x" + "</sup>" * 300,
    "tables": lambda: "<table>\n" * 2_000,
    "details": lambda: "<details>\n" * 2_000,
    "cells": lambda: "<table>" + "<tr><td>" * 2_000,
    "code": lambda: "` " * 10_001,
    "attributes": lambda: "[x]{" + ".a " * 8_000,
    "citations": lambda: "[" + "@a;" * 4_000,
    "a long paragraph": lambda: "[@a; " * 60_000,
    "escapes": lambda: "\\[" * 100_000,
    "rows of a table": lambda: "<table>\n" + "<tr>\n<td>a</td>\n<td>b</td>\n</tr>\n" * 3_000 + "</table>",
    "an unclosed comment": lambda: "a\n\n<!-- b" + "\n\nc" * 4_000,
    "an unclosed fence": lambda: "a\n\n```\n" + "b\n" * 4_000,
    "control characters": lambda: "a\0b\x02klzzwxh:0001\x03c\ufdd00\ufdd1\U000f0000\U0010fffd" * 100,
}


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_texts_end_soon(name: str) -> None:
    text = HOSTILE[name]()
    before = process_time()
    content = read(text)
    assert process_time() - before < LIMIT
    assert content.blocks or content.faults


NESTED = (
    *("brackets", "links", "nested lists", "lists in one line", "nested boxes"),
    *("quotations", "nested phrases", "details"),
)


@pytest.mark.parametrize("name", NESTED)
def test_what_nests_too_deep_is_said_once(name: str) -> None:
    said = [fault for fault in read(HOSTILE[name]()).faults if fault.kind is FaultKind.OVERSIZE]
    assert len(said) == 1


@pytest.mark.parametrize(
    "written", ["a\0b", "a\x02\x03b", "\ufdd00\ufdd1", "\U000f0000", "\U0010fffd", "\x02klzzwxh:0\x03"]
)
def test_characters_that_the_reader_keeps_for_itself(written: str) -> None:
    content = read(f"{written} [c](d)")
    assert [link.href for link in every(Link, content.blocks)] == ["d"]
    assert [link.span.column for link in every(Link, content.blocks)] == [len(written) + 2]
