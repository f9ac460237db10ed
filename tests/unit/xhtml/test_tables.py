"""Tables as XHTML: headings with their direction, wide ones on a screen, on a page on its side, and as a list."""

from textwrap import indent

import pytest
from books import book_of

from publisher.xhtml.blocks import blocks
from publisher.xhtml.element import Element, element
from publisher.xhtml.layout import Layout

MANIFEST = (
    "book: {title: T, language: en-GB, date: 2026-01-05}\nchapters: [a.md]\n"
    "references:\n  ref: {type: book, title: R, author: [{family: W}], issued: 2001}\n"
)
WIDE = (
    "| Port [@ref] | January | February[^1] | March |\n|---|---|---|---|\n"
    "| Dover | 1 | 2 | |\n| Deal | 4 | 5 [@ref] | 6 |\n\n: Tides {#tbl-tides row-headers=1}\n\n[^1]: A note.\n"
)
SPANS = """<table id="tbl-spans" summary="Two tides a year.">
<caption>Tides</caption>
<tr><th rowspan="2">Port</th><th colspan="2" scope="colgroup">2021</th></tr>
<tr><th>Spring</th><th>Neap</th></tr>
<tr><th colspan="3">Kent</th></tr>
<tr><th>Dover</th><td>6</td><td>4</td></tr>
</table>
"""


def made(chapter: str, *, paper: bool = False, measure: float = 35.0, turned: float = 0.0) -> Element:
    book = book_of({"book.yaml": MANIFEST, "a.md": f"# One\n\n{chapter}"})
    layout = Layout(book=book, pictures={}, paper=paper, measure=measure, turned=turned)
    return element("div", *blocks(book.chapters[0].blocks[1:], layout))


def cells(root: Element) -> list[tuple[str, str, str]]:
    found = (cell for cell in root.iter() if cell.tag in ("th", "td"))
    return [(cell.tag, cell.get("scope") or "", "".join(cell.itertext())) for cell in found]


def test_headings_say_what_they_head() -> None:
    found = cells(made(WIDE))
    assert [cell[:2] for cell in found[:4]] == [("th", "col")] * 4
    assert found[4:8] == [("th", "row", "Dover"), ("td", "", "1"), ("td", "", "2"), ("td", "", "")]


def test_rows_of_headings_at_the_beginning_are_the_head() -> None:
    root = made(SPANS)
    assert [len(head.findall("tr")) for head in root.iter("thead")] == [2]
    assert cells(root) == [
        ("th", "col", "Port"), ("th", "colgroup", "2021"), ("th", "col", "Spring"), ("th", "col", "Neap"),
        ("th", "rowgroup", "Kent"), ("th", "row", "Dover"), ("td", "", "6"), ("td", "", "4"),
    ]  # fmt: skip


def test_the_summary_stands_before_the_table_that_it_describes() -> None:
    summary, table = made(SPANS)
    assert (summary.text, summary.get("id")) == ("Two tides a year.", table.get("aria-describedby"))


def test_an_empty_heading_is_none() -> None:
    assert cells(made("|  | Tide |\n|---|---|\n| Dover | 6 |\n"))[0] == ("td", "", "")
    assert not list(made("|  | |\n|---|---|\n| Dover | 6 |\n\n: Tides {row-headers=1}").iter("thead"))


def test_what_fits_has_no_frame() -> None:
    assert made(WIDE).find("table") is not None


def test_what_is_wide_is_rolled_on_a_screen() -> None:
    frame = made(WIDE, measure=10.0)[0]
    assert {name: frame.get(name) for name in ("role", "tabindex", "aria-labelledby")} == {
        "role": "group", "tabindex": "0", "aria-labelledby": "tbl-tides-caption",
    }  # fmt: skip
    assert [caption.get("id") for caption in frame.iter("caption")] == ["tbl-tides-caption"]


@pytest.mark.parametrize("columns", [6, 7])
def test_more_than_six_columns_turn_the_page(columns: int) -> None:
    rows = ["| x " * columns + "|", "|---" * columns + "|", "| 1 " * columns + "|"]
    root = made("\n".join(rows) + "\n\n: Many\n", paper=True, turned=60.0)
    assert (root[0].get("class") == "turned") is (columns == 7)


def test_inside_a_box_no_page_is_turned() -> None:
    boxed = f"::: aside\n{WIDE.partition('[^1]:')[0]}\n:::\n\n[^1]: A note.\n"
    root = made(boxed, paper=True, measure=10.0, turned=60.0)
    assert not [found for found in root.iter("div") if found.get("class") == "turned"]
    assert [found for found in root.iter("div") if found.get("class") == "stacked"]


def test_what_fits_nowhere_is_a_list_of_its_rows() -> None:
    root = made(WIDE, paper=True, measure=10.0)
    inner = root.xpath(".//li//li")
    items = [" ".join("".join(item.itertext()).split()) for item in inner]
    assert items == ["January: 1", "Februaryn1: 2", "March: –", "January: 4", "February: 5 (1)", "March: 6"]
    rows = ["".join(row.itertext()) for row in root.iter("p") if row.get("class") == "row"]
    assert rows == ["Port (1): Dover", "Port: Deal"]
    assert root[0].get("id") == "tbl-tides"
    assert not root.xpath(".//li[@class='long']")


def test_a_row_of_many_values_may_go_on_on_the_next_page() -> None:
    many = f"| Port |{' May |' * 9}\n|{'---|' * 10}\n| Dover |{' 1 |' * 9}\n\n: Tides {{row-headers=1}}\n"
    assert len(made(many, paper=True, measure=10.0).xpath(".//li[@class='long']")) == 1


def test_marks_stand_once_wherever_the_table_goes() -> None:
    for options in ({}, {"paper": True, "measure": 10.0}, {"paper": True, "measure": 10.0, "turned": 60.0}):
        ids = [found.get("id") for found in made(WIDE, **options).iter() if found.get("id")]  # type: ignore[arg-type]
        assert len(ids) == len(set(ids))
        assert {"cite-ref-1", "noteref-a-1-1", "cite-ref-2"} <= set(ids)


def test_joined_cells_are_a_list_only_where_a_column_would_be_lost() -> None:
    assert made(SPANS, paper=True, measure=30.0).find("table") is not None
    assert made(SPANS, paper=True, measure=3.0).find(".//ul") is not None


def test_large_print_says_why_a_table_is_a_list() -> None:
    book = book_of({"book.yaml": MANIFEST, "a.md": f"# One\n\n{WIDE}"})
    layout = Layout(book=book, pictures={}, paper=True, large=True, measure=10.0)
    [made] = blocks(book.chapters[0].blocks[1:], layout)
    assert [part.get("class") for part in made] == ["caption", "why on-paper", None]
    assert (made[1].text or "").startswith("This table is wider than the page.")


@pytest.mark.parametrize(
    ("box", "said"), [("warning", "Warning"), ("tip", "Tip"), ("action", "What to do"), ("quote", "")]
)
def test_a_box_without_a_title_says_what_it_is(box: str, said: str) -> None:
    [root] = made(f"::: {box}\nWords.\n:::")
    assert [p.text for p in root.iter("p") if "box-title" in (p.get("class") or "")] == ([said] if said else [])


@pytest.mark.parametrize(
    ("box", "title", "said"),
    [
        ("warning", "High water", ["Warning", "High water"]),
        ("warning", "A warning to all", ["A warning to all"]),
        ("tip", "Boots", ["Boots"]),
    ],
)
def test_on_paper_a_warning_with_a_title_says_that_it_is_one(box: str, title: str, said: list[str]) -> None:
    [root] = made(f'::: {{.{box} title="{title}"}}\nWords.\n:::', paper=True)
    assert [part.text for part in root] == [*said, "Words."]


def test_the_title_of_a_box_stands_in_place_of_its_kind_and_is_found_as_a_heading() -> None:
    box = '::: {.warning title="High water"}\nWords.\n:::'
    [root] = made(box)
    assert [(part.tag, part.text) for part in root] == [("h2", "High water"), ("p", "Words.")]
    nested = indent(box, "    ")
    below = made(f"## Two\n\n### Three\n\n- One\n\n{nested}\n\n## Two again\n\n{box}")
    assert [title.tag for title in below.iter() if title.get("class") == "box-title"] == ["h4", "h3"]


def test_in_large_print_a_cell_of_several_rows_is_told_in_each() -> None:
    table = (
        "<table><caption>Tides</caption>\n<tr><th>Port</th><th>Month</th><th>Height</th></tr>\n"
        '<tr><th rowspan="2">Dover[^1]</th><td>May</td><td>6</td></tr>\n<tr><td>June</td><td>7</td></tr>\n'
        '<tr><td colspan="3">Measured</td></tr>\n</table>\n\n[^1]: A note.\n'
    )
    book = book_of({"book.yaml": MANIFEST, "a.md": f"# One\n\n{table}"})
    layout = Layout(book=book, pictures={}, paper=True, large=True, measure=5.0)
    [root] = blocks(book.chapters[0].blocks[1:], layout)
    rows = [
        " / ".join("".join(part.itertext()) for part in (*row.findall("p"), *row.iter("li")) if part is not row)
        for row in root.findall("ul/li")
    ]
    assert rows == ["Port: Dovern1 / Month: May / Height: 6", "Port: Dover / Month: June / Height: 7", "Measured"]
    ids = [made.get("id") for made in root.iter() if made.get("id")]
    assert len(ids) == len(set(ids))
