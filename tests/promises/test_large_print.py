"""Promise 9, its large-print half: every run of text is large, upright and whole, and no word of the book is missing.

The book's own style sheet asks for all that large print must not have.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from io import BytesIO
from pathlib import Path

import pikepdf
import pytest
from sources import laid
from tagged import Element, Reader, _to_unicode

from publisher.examine import examine
from publisher.model.book import Book
from publisher.publish import write

MANIFEST = """\
book: {title: THE TIDES OF Dover, language: en-GB, slug: tides, date: 2026-01-05, contributors: [{name: Ann Author}]}
chapters:
  front: [{file: chapters/00.md, role: preface}]
  body: [chapters/01.md, chapters/02.md]
figures:
  moon: {image: images/moon.svg, alt: A white disc, caption: "The moon, as *everybody* sees it[^3]", credit: Drawn for this, kind: illustration, width: 40%}
  rows: {image: images/rows.svg, alt: Twelve small words in rows, caption: "Rows", credit: Drawn for this, kind: illustration}
  chart: {image: images/chart.svg, alt: Ten bars that rise, caption: "By the year", credit: Drawn for this, kind: illustration}
references:
  atlas: {type: book, author: [{family: Writer, given: Ann}], issued: 2001, title: "An Atlas", URL: "https://www.example.org/atlas"}
typography: {hyphenate: true}
theme: THEME
editions: {epub: {}, pdf: {page: A5}, large-print: {size: SIZE}}
accessibility: {contact: {email: books@example.org}}
"""
MOON = b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 90 60"><circle cx="45" cy="30" r="20" fill="#345"/></svg>'
ROWS = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 600 120" font-size="9">'
ROWS += "".join(f'<text x="300" y="{9 + n * 9}" text-anchor="middle">Quay {n}</text>' for n in range(12)) + "</svg>"
CHART = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 600 300"><style>text { font: 9px serif }</style>'
CHART += (
    "".join(f'<text x="{n * 60 + 30}" y="295" text-anchor="middle">{2015 + n}</text>' for n in range(10)) + "</svg>"
)
HOSTILE = b"""\
em, cite, blockquote, p.never { font-style: italic !important }
h2, .running { text-transform: uppercase; font-variant: small-caps }
p, li { text-align: justify !important; hyphens: auto; font-size: 9pt }
figcaption { font: italic 8pt serif }
.note-reference { font-size: 50% }
"""
TOKENS = b"size: {note: 0.84em, mark: 0.9em}\ncolour: {quiet: '#6b6e75'}\n"
WIDE = "| Port | " + " | ".join(f"Observation{n}" for n in range(8)) + " |\n|" + "---|" * 9 + "\n"
WIDE += "".join(f"| Port{row} | " + " | ".join(f"value{row}.{n}" for n in range(8)) + " |\n" for row in range(6))


def sentences(chapter: int) -> str:
    return "\n\n".join(
        " ".join(
            f"In paragraph {n}.{m} of part {chapter} the incomprehensibility of *stressed* words, NATO and "
            f"<cite>The Long Book</cite> is well-known[^{n % 3 + 1}], [@atlas]."
            for m in range(4)
        )
        for n in range(12)
    )


def book(folder: Path, *, theme: str = "plain", size: str = "18pt", pages: bool = True) -> Path:
    manifest = MANIFEST.replace("THEME", theme).replace("SIZE", size)
    files: dict[str, bytes] = {
        "book.yaml": (manifest if pages else manifest.replace(" pdf: {page: A5},", "")).encode(),
        "images/moon.svg": MOON,
        "images/rows.svg": ROWS.encode(),
        "images/chart.svg": CHART.encode(),
        "styles/print.css": HOSTILE,
        "styles/tokens.yaml": TOKENS,
        "chapters/00.md": b"# Before it\n\nSee @sec-wide and @tbl-all.\n",
        "chapters/01.md": f"# Part one\n\n![moon]\n\n{sentences(1)}\n\n{_notes(1)}".encode(),
        "chapters/02.md": f"# Part two\n\n## A wide table {{#sec-wide}}\n\n{WIDE}\n: Everything {{#tbl-all row-headers=1}}\n\n"
        f"> A *quotation* of words.\n\n::: warning\nBeware of *it*.\n:::\n\n![rows]\n\n![chart]\n\n{sentences(2)}\n\n{_notes(2)}".encode(),
    }
    if theme == "looks/ours":
        files["looks/ours/tokens.yaml"] = b"extends: dyslexia-friendly\nsize: {table: 0.85em}\nleading: {body: 1.7}\n"
    return laid(folder, files)


def _notes(chapter: int) -> str:
    return "\n\n".join(f"[^{n}]: Note {n} of part {chapter}, from <cite>Elsewhere</cite>." for n in (1, 2, 3))


@dataclass(frozen=True)
class Run:
    """A run of glyphs: its letters, its size in points, its face, where it begins and ends from the
    left, its baseline, and whether it is part of a drawing."""

    page: int
    text: str
    size: float
    face: str
    x: float
    end: float
    y: float
    drawn: bool = False


def runs(pdf: pikepdf.Pdf) -> Iterator[Run]:
    for number, page in enumerate(pdf.pages):
        yield from _painted(number, page, page.resources, float(page.mediabox[3]), _ONE)


def _painted(
    number: int,
    content: pikepdf.Page | pikepdf.Object,
    resources: pikepdf.Object,
    height: float,
    matrix: Sequence[float],
) -> Iterator[Run]:
    """The runs of a page, or of a form that is painted on it: words of drawings stand in forms."""
    drawn = matrix is not _ONE
    fonts = {name: _Face(font) for name, font in resources.get("/Font", {}).items()}
    stack, text, face, size = list[Sequence[float]](), _ONE, None, 0.0
    for operands, operator in pikepdf.parse_content_stream(content):
        match str(operator):
            case "q":
                stack.append(matrix)
            case "Q":
                matrix = stack.pop()
            case "cm":
                matrix = _times(tuple(map(float, operands)), matrix)
            case "Do" if (form := resources.XObject[str(operands[0])]).Subtype == "/Form":
                yield from _painted(number, form, form.Resources, height, matrix)
            case "Tf":
                face, size = fonts[str(operands[0])], float(operands[1])
            case "Tm":
                text = tuple(map(float, operands))
            case "Tj" | "TJ":
                assert face
                shown = list(operands[0]) if str(operator) == "TJ" else list(operands)
                a, b, _, _, x, y = _times(text, matrix)
                scale = (a * a + b * b) ** 0.5
                said, width = face.read(shown)
                yield Run(
                    number, said, round(scale * size, 2), face.name, x, x + width * size * scale, height - y, drawn
                )


_ONE = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)


def _times(one: Sequence[float], two: Sequence[float]) -> tuple[float, ...]:
    a, b, c, d, e, f = one
    g, h, i, j, k, m = two
    return a * g + b * i, a * h + b * j, c * g + d * i, c * h + d * j, e * g + f * i + k, e * h + f * j + m


class _Face:
    def __init__(self, font: pikepdf.Object) -> None:
        self.name = str(font.BaseFont)
        self.letters = _to_unicode(font)
        self.widths: dict[int, float] = {}
        listed = list(font.DescendantFonts[0].W)
        for first, widths in zip(listed[::2], listed[1::2], strict=True):
            self.widths |= {int(first) + n: float(width) for n, width in enumerate(widths)}

    def read(self, shown: Sequence[object]) -> tuple[str, float]:
        """The letters, and their width in em."""
        text, width = "", 0.0
        for piece in shown:
            if isinstance(piece, pikepdf.String):
                codes = [int.from_bytes(bytes(piece)[at : at + 2], "big") for at in range(0, len(bytes(piece)), 2)]
                text += "".join(self.letters.get(code, "") for code in codes)
                width += sum(self.widths.get(code, 0.0) for code in codes)
            else:
                width -= float(str(piece))
        return text, width / 1000


@dataclass
class Built:
    book: Book
    files: Mapping[str, bytes]

    @cached_property
    def large(self) -> pikepdf.Pdf:
        return pikepdf.open(BytesIO(self.files["tides-large-print.pdf"]))

    @cached_property
    def runs(self) -> list[Run]:
        return list(runs(self.large))

    @cached_property
    def tree(self) -> Reader:
        return Reader(self.large)


def built(folder: Path, *names: str) -> Built:
    examined = examine(folder)
    done = write(examined.book, names or ("pdf", "large-print"))
    assert not [(one.failure, one.findings) for one in done if one.failure or one.findings]
    pages = next(one.pages for one in done if one.edition.name == "large-print")
    files = {name: data for one in done for name, data in one.files.items()}
    return Built(book=_with(examined.book, pages), files=files)


def _with(book: Book, pages: object) -> Book:
    return replace(book, pages=pages)  # type: ignore[arg-type]


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Built:
    return built(book(tmp_path_factory.mktemp("large")))


@pytest.fixture(
    scope="module",
    params=[("dyslexia-friendly", "24pt"), ("looks/ours", "16pt")],
    ids=lambda value: value[0].replace("/", "-"),
)
def other(tmp_path_factory: pytest.TempPathFactory, request: pytest.FixtureRequest) -> tuple[Built, float]:
    theme, size = request.param
    return built(book(tmp_path_factory.mktemp("other"), theme=theme, size=size)), float(size.removesuffix("pt"))


def test_every_run_is_at_least_as_large_as_the_body(made: Built) -> None:
    sizes = [run.size for run in made.runs if run.text.strip() and not run.drawn]
    assert min(sizes) == 18 and sizes.count(18) > 0.8 * len(sizes)


def test_words_of_drawings_are_large_or_told(made: Built) -> None:
    drawn = [run for run in made.runs if run.drawn and run.text.strip()]
    assert min(run.size for run in drawn) >= 16
    assert "2015201620172018" in "".join(run.text for run in drawn)
    told = " ".join(made.tree.tree.text.split())
    assert "Words in the picture: Quay 0; Quay 1; Quay 2; Quay 3" in told


def test_so_it_is_in_other_themes_and_sizes(other: tuple[Built, float]) -> None:
    made, body = other
    assert min(run.size for run in made.runs if run.text.strip() and not run.drawn) == body
    assert min(run.size for run in made.runs if run.drawn) >= 16


def test_nothing_is_slanted(made: Built, other: tuple[Built, float]) -> None:
    faces = {run.face for run in (*made.runs, *other[0].runs)}
    assert not [face for face in faces if re.search("italic|oblique", face, re.IGNORECASE)]
    [stressed] = {run.face for run in made.runs if run.text.strip() == "stressed"}
    assert "Bold" in stressed


def test_titles_of_works_stand_in_quotation_marks(made: Built) -> None:
    assert "“The Long Book”" in made.tree.tree.text and "“An Atlas”" in made.tree.tree.text
    assert "“The Long Book”" not in Reader(pikepdf.open(BytesIO(made.files["tides.pdf"]))).tree.text


def test_only_what_was_written_in_capitals_is(made: Built) -> None:
    capitals = {word for run in made.runs for word in re.findall(r"[A-Z]{3,}", run.text)}
    assert {"NATO", "TIDES"} < capitals <= {"THE", "TIDES", "NATO", "EPUB", "PDF"}


def test_lines_are_ragged_and_no_word_is_broken(made: Built) -> None:
    ends: dict[tuple[int, float], float] = {}
    last: dict[tuple[int, float], str] = {}
    for run in made.runs:
        at = (run.page, round(run.y))
        if 72 < run.x < 560 and run.text.strip() and run.end > ends.get(at, 0):
            ends[at], last[at] = run.end, run.text
    rounded = [round(end) for end in ends.values() if end > 400]
    assert len(rounded) > 100
    assert max(map(rounded.count, rounded)) < len(rounded) / 5
    assert not [text for text in last.values() if text.rstrip().endswith("-") and not text.rstrip().endswith("well-")]


def test_margins_and_measure_hold(made: Built) -> None:
    millimetre = 72 / 25.4
    for page in made.large.pages:
        assert [round(float(side) / millimetre) for side in page.mediabox[2:]] == [210, 297]
    body = [run for run in made.runs if run.size == 18 and len(run.text) > 30]
    assert min(run.x for run in body) >= 25 * millimetre - 0.1
    for run in body:
        assert run.end <= (210 - (20 if run.page % 2 == 0 else 25)) * millimetre + 1
    assert sorted(len(run.text) for run in body)[int(0.95 * len(body))] <= 65


def test_numbers_in_the_margin_stay_where_printers_print(made: Built, other: tuple[Built, float]) -> None:
    edge = 5 * 72 / 25.4
    beside = [run for run in (*made.runs, *other[0].runs) if run.text.startswith("p.") and (run.x < 70 or run.x > 470)]
    assert len(beside) > 20
    assert min(run.x for run in beside) > edge and max(run.end for run in beside) < 210 * 72 / 25.4 - edge


def words(root: Element) -> str:
    """The letters of a part, but for case (the style sheet changes it), pages and the marks around titles of works."""
    return words_of(root.text)


def words_of(text: str) -> str:
    return re.sub(r"\(?page\d+\)?|“|”|\u00ad", "", "".join(text.split())).casefold()


def test_no_text_of_the_standard_edition_is_lost(made: Built) -> None:
    """Block by block, whatever pages and tables have become."""
    here = words(made.tree.tree)
    standard = Reader(pikepdf.open(BytesIO(made.files["tides.pdf"]))).tree
    own = ("otherformats", "pagenumbersarethose")  # what each says of itself
    for kind in ("H1", "H2", "LBody", "P"):
        for text in map(words, standard.every(kind)):
            for piece in re.split(r"(?<=[.:])", text) if not text.startswith(own) else ():
                assert piece in here, piece


def test_pages_of_the_standard_edition_stand_beside_their_first_words(made: Built) -> None:
    assert len(made.book.pages) > 8
    for start in made.book.pages:
        said = f"p. {start.label}"
        [number] = [run for run in made.runs if " ".join(run.text.split()) == said and (run.x < 72 or run.x > 480)]
        line = sorted(
            (run for run in made.runs if run.page == number.page and abs(run.y - number.y) < 1), key=lambda run: run.x
        )
        assert start.words[:6].strip("\ufffc") in re.sub(
            r"\s|“", "", "".join(run.text for run in line if run != number)
        ), start
        assert (number.x > 400) == (number.page % 2 == 0)
    beside = {f"p. {start.label}" for start in made.book.pages}
    assert beside <= {" ".join(text.split()) for text in made.tree.artifacts}  # who listens is not interrupted
    told = f"such as “p. {made.book.pages[0].label}”"
    assert " ".join(made.tree.tree.text.split()).count(told) == 1


def test_it_says_which_edition_it_is(made: Built, other: tuple[Built, float]) -> None:
    line = "Large print edition, 18 point"
    assert [run.page for run in made.runs if run.text == line] == [0]
    with made.large.open_metadata() as said:
        assert said["dc:title"] == f"THE TIDES OF Dover ({line})"
        assert said["pdfuaid:part"] == "1"
    giant = "Giant print edition, 24 point"
    assert (words_of(giant) in words(other[0].tree.tree)) == (other[1] == 24)


def test_a_wide_table_is_a_list_that_says_why(made: Built) -> None:
    assert not list(made.tree.tree.every("Table"))
    text = made.tree.tree.text
    assert text.count("This table is wider than the page.") == 1
    assert "Observation7: value5.7" in text
    assert {tuple(float(side) for side in page.mediabox[2:]) for page in made.large.pages} == {
        tuple(float(side) for side in made.large.pages[0].mediabox[2:])
    }  # and no page is turned


def test_cross_references_name_its_own_pages(made: Built) -> None:
    printed = next(run.page for run in made.runs if run.text.startswith("A wide table") and run.size > 18)
    first = next(number for number, label in enumerate(_labels(made.large)) if label == "1")
    assert f"A wide table (page {printed - first + 1})" in made.tree.tree.text


def _labels(pdf: pikepdf.Pdf) -> list[str]:
    return [page.label for page in pdf.pages]


def test_without_a_print_edition_no_page_is_told(tmp_path: Path) -> None:
    made = built(book(tmp_path, pages=False), "large-print")
    assert not [run for run in made.runs if run.text.startswith("p.\u00a0")]
    assert "in the margin" not in made.tree.tree.text
