"""One book in five scripts: the words are heard in their order, in the right language, and none of them is a blank.

The chapters are Article 1 of the Universal Declaration of Human Rights with notes, a figure, lists and a table around
it. The judges' word on the same book is in tests/judges/test_five_scripts.py.
"""

import re
from collections.abc import Iterator, Mapping
from io import BytesIO
from pathlib import Path

import pikepdf
import pytest
from epubs import documents, package
from five_scripts import BOOK, IN_ARABIC, changed, made

from publisher.model.reading import Tag, every
from publisher.paper.reading import read_pdf
from publisher.publish import examine, write
from publisher.xhtml.reading import read_epub

DIRECTIONS = {"ar": "rtl", "he": "rtl", "hi": None, "ja": None, "zh-Hans": None}
SENTENCES = {
    "ar": "يولد جميع الناس أحرارًا متساوين في الكرامة والحقوق، وقد وهبوا عقلًا وضميرًا",
    "he": "כל בני האדם נולדו בני חורין ושווים בערכם ובזכויותיהם.",
    "hi": "उन्हें बुद्धि और अन्तरात्मा की देन प्राप्त है और परस्पर उन्हें भाईचारे के भाव से बर्ताव करना चाहिए।",
    "ja": "すべての人間は、生れながらにして自由であり、かつ、尊厳と権利とについて平等である。",
    "zh-Hans": "人人生而自由，在尊严和权利上一律平等。他们赋有理性和良心，并应以兄弟关系的精神相对待。",
}
MIXED = {  # digits, brackets and another script within a line
    "ar": "1948 (القرار 217 ألف)، واسمه بالإنكليزية Universal Declaration of Human Rights (UDHR) (1, 2).n1",
    "he": "ביום 10 בדצמבר 1948 (החלטה 217), ושמה באנגלית Universal Declaration of Human Rights (UDHR) (1).n2",
    "hi": "(संकल्प 217) स्वीकृत की; अंग्रेज़ी में इसका नाम Universal Declaration of Human Rights है (1).n3",
    "ja": "1948年12月10日に国際連合総会で採択された（決議217）。英語ではUniversal Declaration of Human Rightsという (1).n4",
    "zh-Hans": "联合国大会于1948年12月10日通过本宣言（第217号决议）。英文名称是Universal Declaration of Human Rights (1).n5",
}
NOTES = {
    "ar": "هذه حاشية قصيرة، وفيها قوسان (هما هذان) والعدد 217.",
    "he": "הערה קצרה, ובה סוגריים (אלה) והמספר 217. מילה מנוקדת: שָׁלוֹם.",
    "hi": "यह एक छोटी टिप्पणी है (संख्या 217)।",
    "ja": "これは短い注である（決議217）。",
    "zh-Hans": "这是一条简短的注释（第217号决议）。",
}


@pytest.fixture(scope="module")
def english() -> Mapping[str, bytes]:
    return made(BOOK)


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """On pages so small that every chapter runs over several."""
    return made(changed(tmp_path_factory.mktemp("small") / "book", ("page: A5", "page: A6")))["pdf"]


@pytest.fixture(scope="module")
def arabic(tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, bytes]:
    return made(changed(tmp_path_factory.mktemp("arabic") / "book", *IN_ARABIC))


def one_line(text: str) -> str:
    return " ".join(text.split())


def chapters(data: bytes) -> Mapping[str, Tag]:
    """Each chapter of a PDF that is in another language than the book, by language."""
    return {tag.language: tag for tag in every(read_pdf(data)) if tag.role == "Sect" and tag.language}


def letters(tag: Tag) -> str:
    """Without what differs between a page and a screen: markers of lists, folios behind links, spaces."""
    parts = (child if isinstance(child, str) else letters(child) for child in tag.children)
    return re.sub(r"\(page\d+\)|\s", "", "".join(parts)) if tag.role != "Lbl" else ""


@pytest.mark.parametrize("language", DIRECTIONS)
def test_words_are_heard_in_their_order(language: str, english: Mapping[str, bytes]) -> None:
    words = one_line(chapters(english["pdf"])[language].words)
    assert SENTENCES[language] in words
    assert MIXED[language] in words


@pytest.mark.parametrize("language", DIRECTIONS)
def test_page_and_screen_say_the_same_over_line_and_page_ends(
    language: str, english: Mapping[str, bytes], small: bytes
) -> None:
    said = next(tag for tag in read_epub(english["epub"]) if tag.language == language and f"{language[:2]}." in tag.id)
    on_screen = letters(said)
    assert letters(chapters(english["pdf"])[language]) == on_screen
    assert letters(chapters(small)[language]) == on_screen
    assert len(pikepdf.open(BytesIO(small)).pages) > len(pikepdf.open(BytesIO(english["pdf"])).pages)


def test_what_runs_from_right_to_left_leaves_no_mark_on_other_words(english: Mapping[str, bytes]) -> None:
    words = one_line(" ".join(tag.words for tag in read_pdf(english["pdf"])))
    assert "born free and equal in dignity and rights (1). In Arabic" in words
    assert "United Nations General Assembly, (1948) Universal Declaration of Human Rights" in words
    assert not re.search(r"\)\d|\d\(", words)


@pytest.mark.parametrize("language", DIRECTIONS)
def test_notes_keep_the_language_of_their_chapter(language: str, english: Mapping[str, bytes]) -> None:
    notes = [tag for tag in every(read_pdf(english["pdf"])) if tag.role == "LI" and tag.language == language]
    assert len(notes) == 1 and NOTES[language] in one_line(notes[0].words)
    [back] = [tag for tag in every((notes[0],)) if tag.language == "en-GB"]
    assert one_line(back.words) == "Back to: a"


@pytest.mark.parametrize(("language", "direction"), DIRECTIONS.items())
def test_documents_say_language_and_direction(
    language: str, direction: str | None, english: Mapping[str, bytes]
) -> None:
    root = documents(english["epub"])[f"{language[:2]}.xhtml"]
    section = root.find(".//{*}section")
    for element in (root, section):
        assert (element.get("lang"), element.get("dir")) == (language, direction)
    label = next(span for span in root.iter("{*}span") if span.get("class") == "label")
    assert (label.get("lang"), label.get("dir")) == ("en-GB", "ltr" if direction else None)
    inside = next(span for span in root.iter("{*}span") if span.get("lang") == "en")
    assert inside.get("dir") == ("ltr" if direction else None)


def test_contents_say_the_language_of_each_title(english: Mapping[str, bytes]) -> None:
    nav = documents(english["epub"])["nav.xhtml"]
    said = [span.get("lang") for span in nav.iter("{*}span") if span.get("lang")]
    assert said == [language for language in DIRECTIONS for _ in range(2)]


def test_every_face_is_a_true_one(english: Mapping[str, bytes]) -> None:
    pdf = pikepdf.open(BytesIO(english["pdf"]))
    used = {str(font["/BaseFont"]).partition("+")[2] for page in pdf.pages for font in page.Resources.Font.values()}
    for family in ("Noto-Sans-Arabic", "Noto-Sans-Hebrew", "Noto-Sans", "Noto-Sans-CJK-JP"):
        assert {family, f"{family}-Bold"} <= used


def test_a_book_that_runs_from_right_to_left_is_turned_to_the_right(arabic: Mapping[str, bytes]) -> None:
    assert package(arabic["epub"]).find("{*}spine").get("page-progression-direction") == "rtl"
    pdf = pikepdf.open(BytesIO(arabic["pdf"]))
    assert pdf.Root.ViewerPreferences.Direction == "/R2L" and str(pdf.Root.Lang) == "ar"
    pages = documents(arabic["epub"])
    said = [(pages[name].get("lang"), pages[name].get("dir")) for name in ("nav.xhtml", "en.xhtml")]
    assert said == [("ar", "rtl"), ("en", None)]


def test_words_of_ours_are_marked_where_the_book_is_in_another_language(arabic: Mapping[str, bytes]) -> None:
    tags = read_pdf(arabic["pdf"])
    in_english = {one_line(tag.words) for tag in every(tags) if tag.language == "en"}
    assert {"Contents", "Notes", "References", "About this book", "10 December 1948"} <= in_english
    assert {"Figure 1.", "Table 1."} <= in_english
    assert any(words.startswith("Accessibility of this publication") for words in in_english)
    title = next(tag for tag in every(tags) if tag.role == "H1" and "لحقوق الإنسان" in tag.words)
    assert title.language == ""  # the book's own


def test_a_sign_is_drawn_as_its_language_writes_it(tmp_path: Path) -> None:
    (tmp_path / "chapters").mkdir()
    (tmp_path / "book.yaml").write_text(
        "book: {title: Signs, language: en, slug: signs, date: 2022-03-29}\nchapters: [chapters/a.md]\n"
        "editions: {pdf: {}}\naccessibility: {contact: {email: books@example.org}}\n"
    )
    text = "# Signs\n\n[直]{lang=ja} and [直]{lang=zh-Hans} and [直]{lang=ja}\n"
    (tmp_path / "chapters" / "a.md").write_text(text, encoding="utf-8")
    data = made_pdf(tmp_path)
    glyphs = [code for page in pikepdf.open(BytesIO(data)).pages for code in signs(page)]
    assert len(glyphs) == 3 and glyphs[0] == glyphs[2] != glyphs[1]
    assert one_line(" ".join(tag.words for tag in read_pdf(data))).endswith("直 and 直 and 直")


def made_pdf(folder: Path) -> bytes:
    [result] = write(examine(folder).book, ("pdf",))
    return next(iter(result.files.values()))


def signs(page: pikepdf.Page) -> Iterator[bytes]:
    """The glyphs that a page shows in the face for East Asia."""
    names = {name for name, font in page.Resources.Font.items() if "CJK" in str(font["/BaseFont"])}
    current = ""
    for instruction in pikepdf.parse_content_stream(page):
        if str(instruction.operator) == "Tf":
            current = str(instruction.operands[0])
        elif str(instruction.operator) == "TJ" and current in names:
            yield from (bytes(part) for part in instruction.operands[0] if isinstance(part, pikepdf.String))


GERMAN = """\
# Artikel 2

Jeder hat Anspruch auf die in dieser Erklärung verkündeten Rechte und Freiheiten ohne irgendeinen Unterschied, etwa nach
Rasse, Hautfarbe, Geschlecht, Sprache, Religion, politischer oder sonstiger Überzeugung, nationaler oder sozialer
Herkunft, Vermögen, Geburt oder sonstigem Stand. Niemand darf in Sklaverei oder Leibeigenschaft gehalten werden;
Sklaverei und Sklavenhandel sind in allen ihren Formen verboten.
"""


@pytest.mark.parametrize("hyphenate", [False, True])
def test_words_broken_by_a_dictionary_are_read_whole(hyphenate: bool, tmp_path: Path) -> None:
    (tmp_path / "chapters").mkdir()
    (tmp_path / "book.yaml").write_text(
        "book: {title: Zwei, language: de, slug: zwei, date: 2022-03-29}\nchapters: [chapters/a.md]\n"
        f"typography: {{hyphenate: {str(hyphenate).lower()}}}\neditions: {{pdf: {{page: A6}}}}\n"
        "accessibility: {contact: {email: books@example.org}}\n"
    )
    (tmp_path / "chapters" / "a.md").write_text(GERMAN, encoding="utf-8")
    paragraphs = [tag.words for tag in every(read_pdf(made_pdf(tmp_path))) if tag.role == "P"]
    [words] = [one_line(words) for words in paragraphs if words.strip().startswith("Jeder hat")]
    assert ("\u00ad" in words) is hyphenate
    assert words.replace("\u00ad", "") == one_line(GERMAN.partition("\n\n")[2])
