"""Files, pages and words of handouts that the promise's book does not have."""

from io import BytesIO
from pathlib import Path

import pikepdf
import pypdfium2 as pdfium
import pytest

from publisher.editions.edition import Options
from publisher.model.reading import every
from publisher.paper.reading import read_pdf
from publisher.publish import Made, examine, write

MANIFEST = """\
book: {title: The Harbour, language: LANGUAGE, date: 2026-01-05, slug: harbour}
chapters: [chapters/01.md, chapters/02.md]
editions: EDITIONS
accessibility: {contact: {email: books@example.org, days: 1}}
"""
FIRST = "# The quay\n\nIt is as [they say](02.md) and as @sec-law says.\n"
SECOND = (
    "# The law {#sec-law}\n\n"
    + "\n\n".join(f"Paragraph {number} of the law is short." for number in range(1, 46))
    + "\n"
)


def made(folder: Path, editions: str, language: str = "en-GB") -> Made:
    (folder / "chapters").mkdir()
    (folder / "book.yaml").write_text(MANIFEST.replace("EDITIONS", editions).replace("LANGUAGE", language))
    (folder / "chapters/01.md").write_text(FIRST)
    (folder / "chapters/02.md").write_text(SECOND)
    [done] = write(examine(folder).book, ("handout",))
    return done


def pages(data: bytes) -> int:
    return len(pikepdf.open(BytesIO(data)).pages)


def words(data: bytes) -> str:
    return " ".join(" ".join(tag.words for tag in read_pdf(data)).split())


@pytest.fixture(scope="module")
def several(tmp_path_factory: pytest.TempPathFactory) -> Made:
    asked = "{handouts: {one: {chapters: [chapters/01.md]}, law: {chapters: [chapters/02.md], page: A5}}}"
    done = made(tmp_path_factory.mktemp("several"), asked)
    assert (done.failure, done.findings) == ("", ())
    return done


def test_each_handout_has_two_files(several: Made) -> None:
    names = {f"harbour-handout-{name}{end}.pdf" for name in ("one", "law") for end in ("", "-large-print")}
    assert set(several.files) == names


@pytest.mark.parametrize("lead", ["", "The quay needs help."])
def test_a_large_number_stands_under_the_title_of_its_box(lead: str, tmp_path: Path) -> None:
    """Beside it there may be no lead, or one of a single line."""
    (tmp_path / "handout.md").write_text(
        f'# A\n\n::: {{.summary title="In short"}}\n{lead}\n\n41\n:   boats came.\n:::\n'
    )
    done = made(tmp_path, "{handout: {text: handout.md}}")
    page = pdfium.PdfDocument(done.files["harbour-handout.pdf"])[0].get_textpage()
    places = {}
    for word in ("In short", "41", "boats"):
        index, count = page.search(word, match_case=True).get_next()
        boxes = [page.get_charbox(number) for number in range(index, index + count)]
        places[word] = min(box[1] for box in boxes), min(box[0] for box in boxes), max(box[2] for box in boxes)
    assert places["41"][0] < places["In short"][0]
    assert places["41"][1] == pytest.approx(places["In short"][1], abs=2)
    assert places["41"][2] < places["boats"][1]


@pytest.mark.parametrize("second", ["5,200,000 homes\n:   stood", "42"])
def test_large_numbers_of_a_list_are_set_alike(second: str, tmp_path: Path) -> None:
    """Where one is too long for its place beside the words, or two share their words, all stand above them."""
    facts = f"41\n:   boats came.\n\n{second}\n43\n:   boats left.\n"
    (tmp_path / "handout.md").write_text(f"# A\n\n::: summary\n{facts}:::\n")
    done = made(tmp_path, "{handout: {text: handout.md}}")
    page = pdfium.PdfDocument(done.files["harbour-handout.pdf"])[0].get_textpage()
    starts = [_left(page, word) for word in ("41", "boats came", second[:2], "43", "boats left")]
    assert starts == pytest.approx([starts[0]] * len(starts), abs=2)


def test_one_page_stays_one(several: Made) -> None:
    """It is printed on one side: a second page would be a blank sheet."""
    assert pages(several.files["harbour-handout-one.pdf"]) == 1


def test_an_odd_number_of_pages_ends_with_one_that_says_that_it_is_blank(several: Made) -> None:
    data = several.files["harbour-handout-law.pdf"]
    assert pages(data) == 4
    assert words(data).endswith("This page is blank")
    with pikepdf.open(BytesIO(data)) as pdf:
        assert [round(float(side)) for side in pdf.pages[0].mediabox] == [0, 0, 420, 595]


def test_without_print_the_book_is_named_and_no_page(several: Made) -> None:
    said = words(several.files["harbour-handout-one.pdf"])
    assert "It is as they say (see The law in The Harbour) and as The law (see The Harbour) says." in said


def test_without_an_address_there_is_no_code(several: Made) -> None:
    data = several.files["harbour-handout-one.pdf"]
    assert not [tag for tag in every(read_pdf(data)) if tag.role == "Figure"]
    assert "Scan" not in words(data)
    assert words(data).endswith("ask us: books@example.org. We answer within one working day.")


def test_in_another_language_the_words_are_its_own(tmp_path: Path) -> None:
    asked = '{handout: {chapters: [chapters/01.md], url: "https://example.org/h"}}'
    done = made(tmp_path, asked, "de-DE")
    said = words(done.files["harbour-handout.pdf"])
    assert "they say (siehe The law in The Harbour)" in said
    assert "Scannen oder eintippen: https://example.org/h" in said
    assert "Dieses Blatt gibt es auch in Großdruck." in said


def test_from_right_to_left_a_title_stands_right_of_its_words_and_an_address_runs_left_to_right(tmp_path: Path) -> None:
    (tmp_path / "handout.md").write_text("# A\n\n::: {.summary title=Heading}\nWords.\n:::\n")
    done = made(tmp_path, '{handout: {text: handout.md, url: "https://example.org/h"}}', "ar")
    page = pdfium.PdfDocument(done.files["harbour-handout.pdf"])[0].get_textpage()
    at = {word: _left(page, word) for word in ("https", "example", "org", "Other", "Heading", "Words")}
    assert at["https"] < at["example"] < at["org"] < at["Other"]
    assert at["Words"] < at["Heading"]


def _left(page: pdfium.PdfTextPage, word: str) -> float:
    """Where a word begins on its page."""
    index, _ = page.search(word, match_case=True).get_next()
    left: float = page.get_charbox(index)[0]
    return left


def test_a_manifest_without_handouts_is_told_what_to_write(tmp_path: Path) -> None:
    assert "write what it takes from the book under `handout:`" in made(tmp_path, "{epub: {}}").failure


def test_a_draft_has_the_pages_of_the_release_and_says_what_it_is_first(tmp_path: Path) -> None:
    """The sign stands in the margin: no line of the text moves for it."""
    release = made(tmp_path, "{handout: {chapters: [chapters/02.md], duplex: false}}").files["harbour-handout.pdf"]
    [done] = write(examine(tmp_path).book, ("handout",), options=Options(draft=True))
    draft = done.files["harbour-handout.pdf"]
    assert words(draft).startswith("Draft: ") and "Draft" not in words(release)
    first, second = (_lines(pdfium.PdfDocument(data)) for data in (release, draft))
    assert len(first) > 40 and set(first) <= set(second)


def _lines(document: pdfium.PdfDocument) -> list[tuple[int, float, float]]:
    """The page and the lower left corner of each run of letters."""
    found = []
    for number, page in enumerate(document):
        text = page.get_textpage()
        boxes = (text.get_rect(index) for index in range(text.count_rects()))
        found += [(number, round(left, 1), round(bottom, 1)) for left, bottom, _, _ in boxes]
    return found
