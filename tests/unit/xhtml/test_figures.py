"""Figures, their descriptions and the list of figures as XHTML, on a screen and on paper."""

from collections.abc import Mapping

from books import book_of

from publisher.model.book import Book
from publisher.xhtml.chapters import chapter
from publisher.xhtml.element import Element
from publisher.xhtml.illustrations import figures
from publisher.xhtml.layout import Layout
from publisher.xhtml.notes import notes

SVG = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 90 60"><path d="M0 0h90v60z"/></svg>'
HEAD = "book: {title: T, language: en-GB, date: 2026-01-05}\nchapters: [a.md]\nfigures:\n"


def book(figures: Mapping[str, str], text: str, **files: str) -> Book:
    listed = "".join(f"  {key}: {{image: x.svg, {said}}}\n" for key, said in figures.items())
    return book_of({"book.yaml": HEAD + listed, "a.md": f"# One\n\n{text}\n", "x.svg": SVG, **files})


def layout(made: Book, *, paper: bool = False) -> Layout:
    return Layout(book=made, pictures={path: path for path in made.manuscript.assets}, paper=paper)


def written(made: Book, *, paper: bool = False) -> Element:
    return chapter(made.chapters[0], layout(made, paper=paper))


def one(root: Element, tag: str, **attributes: str) -> Element:
    [found] = [made for made in root.iter(tag) if all(made.get(name) == value for name, value in attributes.items())]
    return found


def words(root: Element) -> str:
    return " ".join("".join(root.itertext()).split())


def test_a_figure_is_named_by_its_caption() -> None:
    said = "alt: A quay, caption: 'The *old* quay', credit: Kim, licence: CC0"
    source = "source: {title: Docks, url: 'https://e.org/'}"
    figure = one(written(book({"quay": f"{said}, {source}"}, "![quay]")), "figure")
    caption = one(figure, "figcaption")
    assert figure.get("aria-labelledby") == caption.get("id")
    assert figure[-1] is caption
    assert words(caption) == "Figure 1. The old quay Kim. CC0. Docks."
    assert one(figure, "img").attrib == {"src": "x.svg", "alt": "A quay"}


def test_what_is_decorative_is_silent() -> None:
    root = written(book({"wave": "decorative: true"}, "![wave]\n\nA ![](x.svg){.decorative} sign."))
    assert [(picture.get("alt"), picture.get("role")) for picture in root.iter("img")] == [("", "presentation")] * 2
    assert not list(root.iter("figcaption"))


def test_each_description_is_found_and_returned_from() -> None:
    said = {
        "chart": "alt: Bars, caption: The chart, description: {file: long.md}",
        "plan": "alt: Rooms, description: Two rooms.",
        "view": "alt: Hills, description: Three hills.",
        "lamp": "alt: A lamp, caption: In a note, description: It is lit.",
    }
    text = "![chart]\n\n::: aside\n![plan]\n:::\n\n- A view\n\n    ![view]\n\nA mark.[^1]\n\n"
    text += "[^1]: A note.\n\n    ![lamp]"
    made = book(said, text, **{"long.md": "# Whole\n\n## Part\n\n| A | B |\n|---|---|\n| 1 | 2 |\n\n: Data\n"})
    root = written(made)
    root.extend(notes(made.notes, layout(made)))
    for picture in root.iter("img"):
        link = one(root, "a", id=picture.get("aria-details", ""))
        description = one(root, "div", id=link.get("href", "#")[1:])
        back = list(description.iter("a"))[-1]
        assert words(description[0]) == words(link)
        assert one(root, "figure", id=back.get("href", "#")[1:]) in list(picture.iterancestors("figure"))
    assert [words(link) for link in root.iter("a") if "description" in link.get("href", "")] == [
        "Description of Figure 1", "Description of picture 1", "Description of picture 2", "Description of Figure 2",
    ]  # fmt: skip
    described = one(root, "div", id="fig-chart-description")
    assert [heading.tag for heading in described.iter("h1", "h2", "h3", "h4", "h5")] == ["h3", "h4", "h5"]
    assert [found.tag for found in root.iter("section")] == ["section", "section", "section"]  # landmarks: few


def test_a_width_is_for_paper() -> None:
    made = book({"quay": "alt: A quay, width: 40%"}, "![quay]\n\n![On the spot](x.svg){width=30%}")
    assert [picture.get("style") for picture in written(made, paper=True).iter("img")] == ["width: 40%", "width: 30%"]
    assert [picture.get("style") for picture in written(made).iter("img")] == [None, None]


def test_what_is_said_on_the_spot_is_what_the_manifest_may_say() -> None:
    made = book({}, '![A quay](x.svg){width="9px;color:red" kind=foto colour=red credit=Kim}')
    assert [picture.get("style") for picture in written(made, paper=True).iter("img")] == [None]
    assert [fault.message for fault in made.manuscript.faults] == [
        "'width' is '9px;color:red'", "'kind' is 'foto'", "A picture has no 'colour'",
    ]  # fmt: skip


def test_a_picture_alone_in_a_link_is_no_sign() -> None:
    root = written(book({}, "[![Trust](x.svg)](https://e.org/)\n\nSee [![Trust](x.svg)](https://e.org/)."))
    assert [paragraph.get("class") for paragraph in root.iter("p")] == ["picture", None]


def test_one_picture_stands_twice_under_two_names() -> None:
    root = written(book({"a": "alt: A quay, caption: One", "b": "alt: The quay, caption: Two"}, "![a]\n\n![b]"))
    assert [figure.get("id") for figure in root.iter("figure")] == ["fig-a", "fig-b"]


def test_more_than_five_figures_have_a_list() -> None:
    said = {f"f{number}": f"alt: A quay, caption: 'Quay *{number}* [@no]', credit: Kim" for number in range(6)}
    text = "\n\n".join(f"![f{number}]" for number in range(6))
    [listed] = figures(layout(book(said, text)))
    assert listed.get("{http://www.idpf.org/2007/ops}type") == "loi"
    assert words(listed).startswith("FiguresFigure 1. Quay 0 Kim.Figure 2.")
    assert [link.get("href") for link in listed.iter("a")] == [f"#fig-f{number}" for number in range(6)]
    assert figures(layout(book(dict(list(said.items())[:5]), text))) == ()


def test_the_credit_of_a_sign_in_a_sentence_stands_in_the_list() -> None:
    [listed] = figures(layout(book({"logo": "alt: 'Trust, a logo', credit: Kim"}, "By ![logo].")))
    assert words(listed) == "Picture creditsTrust, a logo. Kim."
    assert figures(layout(book({"logo": "alt: 'Trust, a logo'"}, "By ![logo]."))) == ()


def test_tables_in_a_description_are_numbered_where_it_stands() -> None:
    table = "| A | B |\n|---|---|\n| 1 | 2 |\n\n: Caption"
    text = f"![chart]\n\n{table} {{#tbl-text}}"
    said = {"chart": "alt: Bars, caption: C, description: {file: long.md}"}
    made = book(said, text, **{"long.md": f"{table} {{#tbl-long}}\n"})
    assert {id: number for id, number in made.numbers.items() if id.startswith("tbl")} == {"tbl-text": 1, "tbl-long": 2}
