"""A manifest that can be read: what it says, where it says it, and all that it says wrongly."""

import datetime
from pathlib import Path

import pytest

from publisher.model.faults import FaultKind
from publisher.model.manifest import EpubOptions, HandoutOptions, Manifest, PdfOptions, TextOptions
from publisher.model.references import Name, PartialDate
from publisher.model.roles import Matter, Role
from publisher.readers.manifest import read_manifest
from publisher.source import Span

DATA = Path(__file__).parents[2] / "data"
GOOD = "book: {title: T, language: en}\nchapters: [a.md]\n"


def read(text: str) -> Manifest:
    return read_manifest(text.encode())


def read_good(text: str) -> Manifest:
    manifest = read(GOOD + text)
    assert manifest.faults == ()
    return manifest


def faults(text: str) -> list[tuple[str, str, str]]:
    """Place, kind and message of every fault."""
    return [(f"{f.span.line}:{f.span.column}", f.kind.name, f.message) for f in read(text).faults]


def helps(text: str) -> list[str]:
    return [fault.help for fault in read(text).faults]


@pytest.fixture(scope="module")
def every_key() -> Manifest:
    manifest = read_manifest((DATA / "every-key.yaml").read_bytes())
    assert manifest.faults == ()
    return manifest


def test_types_decide_what_a_value_is(every_key: Manifest) -> None:
    assert every_key.book.version == "1.10"
    assert every_key.book.date == datetime.date(2022, 3, 29)
    assert every_key.book.series is not None and every_key.book.series.number == "2"
    assert every_key.figures["rule"].decorative is True
    assert read_good("theme: no\n").theme == "no"
    assert read_good('theme: "true"\n').theme == "true"


def test_chapters_are_flattened_with_matter_and_part(every_key: Manifest) -> None:
    told = [(c.file, c.matter, c.role, c.part) for c in every_key.chapters]
    assert told == [
        ("chapters/00-summary.md", Matter.FRONT, Role.CHAPTER, ""),
        ("chapters/01-introduction.md", Matter.BODY, Role.CHAPTER, ""),
        ("chapters/02-law.md", Matter.BODY, Role.CHAPTER, ""),
        ("chapters/03.md", Matter.BODY, Role.CHAPTER, "Part One"),
        ("chapters/04.md", Matter.BODY, Role.CONCLUSION, "Part One"),
    ]
    assert (every_key.chapters[2].title, every_key.chapters[2].language) == ("The law", "cy")


def test_a_chapter_stands_where_its_file_is_named() -> None:
    manifest = read("book: {title: T, language: en}\nchapters:\n  - a.md\n  - {role: preface, file: b.md}\n")
    assert [chapter.span for chapter in manifest.chapters] == [Span("book.yaml", 3, 5), Span("book.yaml", 4, 27)]


def test_a_path_is_kept_as_it_was_written() -> None:
    manifest = read("book: {title: T, language: en}\nchapters: ['../x\\y.md', C:/z.md]\n")
    assert [chapter.file for chapter in manifest.chapters] == ["../x\\y.md", "C:/z.md"]
    assert manifest.faults == ()


def test_a_description_is_text_or_a_file(every_key: Manifest) -> None:
    street, map = every_key.figures["portugal-street"], every_key.figures["map"]
    assert (street.description, street.description_file) == ("", "figures/street.md")
    assert (map.description, map.description_file) == ("Two paragraphs.\n\nThe second.", "")


def test_silence_and_an_empty_alternative_are_told_apart() -> None:
    figures = read_good("figures:\n  a: {image: x}\n  b: {image: x, alt: ''}\n  c: {image: x, alt: }\n").figures
    assert [figures[key].alt for key in "abc"] == [None, "", None]


def test_references_keep_every_field(every_key: Manifest) -> None:
    index, book = every_key.references
    assert (index.key, index.type, index.title) == ("gsi-2018", "report", "Global Slavery Index")
    assert index.authors == (Name(literal="Walk Free Foundation"),)
    assert (index.issued, index.accessed) == (PartialDate(year=2018), PartialDate(year=2022, month=3, day=24))
    assert (index.url, index.archived) == ("https://example.org/index", "https://example.org/kept")
    assert every_key.place("references.gsi-2018").key == index.span
    assert (book.type, book.key, book.issued) == ("document", "smith:2019.b", PartialDate(year=2019, month=3))
    assert book.authors == (Name(family="Smith", given="Ann", non_dropping_particle="van"),)
    assert book.fields == (("volume", "12"), ("page", "12-15"))
    assert book.names == (("translator", (Name(family="Roe", given="Cy"),)),)
    assert book.dates == (("original-date", PartialDate(year=1999)),)


@pytest.mark.parametrize("name", ["refs.json", "data/refs.bib"])
def test_references_may_be_a_file(name: str) -> None:
    manifest = read_good(f"references: {name}\n")
    assert (manifest.references_file, manifest.references) == (name, ())


def test_without_editions_there_are_two() -> None:
    editions = read_good("").editions
    assert (editions.epub, editions.pdf, editions.web) == (EpubOptions(), PdfOptions(), None)


def test_an_edition_may_be_named_alone() -> None:
    editions = read_good("editions:\n  text:\n  pdf: {}\n  handouts: {mps: }\n").editions
    assert (editions.text, editions.pdf, editions.epub) == (TextOptions(), PdfOptions(), None)
    assert editions.handouts == {"mps": HandoutOptions()}


def test_hazards_are_a_word_or_a_list() -> None:
    assert read_good("accessibility: {hazards: none}\n").accessibility.hazards == ("none",)
    assert read_good("accessibility: {hazards: [flashing, motion]}\n").accessibility.hazards == ("flashing", "motion")


@pytest.mark.parametrize("page", ["A4", "a5 landscape", "portrait B5", "Letter", "6in 9in", "148.5mm 210mm", "20cm"])
def test_page_sizes_are_those_of_css(page: str) -> None:
    pdf = read_good(f"editions: {{pdf: {{page: {page}, bleed: 0}}}}\n").editions.pdf
    assert pdf is not None and pdf.page == page


@pytest.mark.parametrize(
    ("value", "message"),
    [
        ("editions: {pdf: {page: A11}}", "'page' is 'A11', wants a page size such as A4, A5 landscape or 6in 9in"),
        ("editions: {pdf: {page: 0mm 3mm}}", "'page' is '0mm 3mm', wants a page size such as"),
        ("editions: {pdf: {size: 12}}", "'size' is '12', wants a length such as 12pt"),
        ("editions: {pdf: {size: 1em}}", "'size' is '1em', wants a length such as 12pt"),
        ("editions: {pdf: {bleed: -3mm}}", "'bleed' is '-3mm', wants a length such as 3mm"),
        ("editions: {pdf: {marks: yes}}", "'marks' is 'yes', wants true or false"),
        ("editions: {pdf: {marks: 'true'}}", "'marks' is 'true', wants true or false"),
        ("editions: {braille: {cells: 0}}", "'cells' is '0', wants a whole number from 1"),
        ("editions: {braille: {cells: 1" + "0" * 5000 + "}}", "'cells' is '1000"),
        ("editions: {braille: {table: ../../x}}", "'table' is '../../x', wants letters"),
        ("editions: {audio: {voice: --help}}", "'voice' is '--help', wants the name of a voice"),
        ("editions: {handouts: {../x: {}}}", "'../x' cannot be a key, wants letters"),
        ("editions: {pack: {include: [epub, pfd]}}", "'include' is 'pfd', wants one of epub, pdf"),
        ("editions: {pdf: 12pt}", "'pdf' is '12pt', wants the keys page, size, bleed, marks"),
        ("editions:", "'editions' is empty, wants the keys epub, pdf"),
        ("figures: {m: {image: x, width: 0%}}", "'width' is '0%', wants a percentage such as 80%"),
        ("figures: {m: {image: x, width: 101%}}", "'width' is '101%', wants a percentage"),
        ("figures: {m: {image: x, kind: foto}}", "'kind' is 'foto', wants one of photo, illustration"),
        ("figures: {m: {image: x, caption: [a]}}", "'caption' is a list, wants a text"),
        ("figures: {m: picture.png}", "'m' is 'picture.png', wants the keys image, alt"),
        ("figures: [m]", "'figures' is a list, wants a group of keys"),
        ("figures: {a b: {image: x}}", "'a b' cannot be a key, wants letters, digits and _ - : ."),
        ("figures: {m_: {image: x}}", "'m_' cannot be a key"),
        ("figures: {a–b: {image: x}}", "'a–b' cannot be a key"),
        ("references: {r: {type: reprot}}", "'type' is 'reprot', wants a CSL type such as report"),
        ("references: {r: {author: Jane Doe}}", "'author' is 'Jane Doe', wants a list of entries with the keys family"),
        ("references: {r: {author: [Jane Doe]}}", "'author' is 'Jane Doe', wants the keys family, given"),
        ("references: {r: {issued: 2018-13}}", "'issued' is '2018-13', wants a date such as 2018, 2018-03"),
        ("references: {r: {issued: March 2018}}", "'issued' is 'March 2018', wants a date"),
        ("references: {r: {issued: {raw: '2018'}}}", "'issued' is a group of keys, wants a date"),
        ("references: {r: {issued: {date-parts: [[2018], [2019]]}}}", "'issued' is a group of keys, wants a date"),
        ("references: {r: {issued: {date-parts: [[2019, 2, 29]]}}}", "'issued' is a group of keys, wants a date"),
        ("references: refs.txt", "'references' is 'refs.txt', wants the path of a .json or .bib file"),
        ("references: {r: [1]}", "'r' is a list, wants the keys type"),
        ("citations: {style: harvard}", "'style' is 'harvard', wants numeric, or the path of a CSL file"),
        ("citations: {uncited: List}", "'uncited' is 'List', wants one of list, further-reading, drop"),
        ("notes: {epub: foot}", "'epub' is 'foot', wants one of book, chapter"),
        ("notes: {web: foot}", "'web' is 'foot', wants one of book, chapter, page"),
        ("typography: {quotes: no}", "'quotes' is 'no', wants one of smart, as-written"),
        ("accessibility: {market: [us]}", "'market' is 'us', wants one of uk, eu"),
        ("accessibility: {market: uk}", "'market' is 'uk', wants a list"),
        ("accessibility: {contact: {days: five}}", "'days' is 'five', wants a whole number from 1"),
        ("reviews: [{rule: A, at: b, by: c, on: 2026-02-30}]", "'on' is '2026-02-30', wants a date such as 2022-03-29"),
        ("allow: {rule: X}", "'allow' is a group of keys, wants a list of entries with the keys rule, at, reason"),
        ("theme:", "'theme' is empty, wants a text"),
    ],
)
def test_a_wrong_value_is_one_fault(value: str, message: str) -> None:
    ((_, kind, said),) = faults(f"{GOOD}{value}\n")
    assert kind == "WRONG_VALUE"
    assert said.startswith(message)
    assert all(helps(f"{GOOD}{value}\n"))


def test_a_group_of_keys_is_shown_as_it_is_written() -> None:
    assert next(iter(helps(f"{GOOD}editions: {{pdf: 12pt}}\n"))).endswith("as in `{page: …}`")


@pytest.mark.parametrize(
    ("field", "message"),
    [
        ("date: 2022-02-30", "'date' is '2022-02-30', wants a date such as 2022-03-29"),
        ("date: 29 March 2022", "'date' is '29 March 2022', wants a date"),
        ("slug: ../../etc", "'slug' is '../../etc', wants letters"),
        ("slug: .hidden", "'slug' is '.hidden', wants letters"),
        ("subtitle: ~", "'subtitle' is empty, wants a text"),
        ("publisher: A Press", "'publisher' is 'A Press', wants the keys name, url"),
        ("contributors: [{name: J, role: author}]", "'role' is 'author', wants a MARC relator code such as aut"),
        ("subjects: Slavery", "'subjects' is 'Slavery', wants a list"),
    ],
)
def test_a_wrong_value_of_the_book_is_one_fault(field: str, message: str) -> None:
    text = f"book:\n  title: T\n  language: en\n  {field}\nchapters: [a.md]\n"
    ((_, kind, said),) = faults(text)
    assert (kind, said[: len(message)]) == ("WRONG_VALUE", message)


def test_a_faulty_value_leaves_the_default_and_reading_goes_on() -> None:
    manifest = read(
        "book: {title: T, language: en, date: soon}\nchapters: [a.md, [b.md], {file: c.md, role: chaptre}, '']\n"
        "editions: {pdf: {size: big, page: A5}}\nfigures: {m: 5, n: {image: x}}\n"
    )
    assert [fault.kind for fault in manifest.faults] == [FaultKind.WRONG_VALUE] * 6
    assert manifest.book.date is None
    assert manifest.editions.pdf == PdfOptions(page="A5")
    assert [(chapter.file, chapter.role) for chapter in manifest.chapters] == [
        ("a.md", Role.CHAPTER),
        ("c.md", Role.CHAPTER),
    ]
    assert list(manifest.figures) == ["m", "n"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("chapters: [a.md]\n", [("1:1", "'book' is required")]),
        ("chapters: [a.md]\nbook:\n", [("2:1", "'book' is required")]),
        ("chapters: [a.md]\nbook: {title: T}\n", [("2:1", "'language' is required")]),
        ("chapters: [a.md]\nbook: {title: T, language: }\n", [("2:18", "'language' is required")]),
        ("chapters: [a.md]\nbook: {title: ' ', language: en}\n", [("2:15", "'title' is required")]),
        ("chapters: [a.md]\nbook: {}\n", [("2:1", "'language' is required"), ("2:1", "'title' is required")]),
        ("book: {title: T, language: en}\n", [("1:1", "'chapters' is required")]),
        ("book: {title: T, language: en}\nchapters:\n", [("2:1", "'chapters' is required")]),
        ("book: {title: T, language: en}\nchapters: []\n", [("2:11", "'chapters' is required")]),
        ("book: {title: T, language: en}\nchapters: {front: [], body: []}\n", [("2:11", "'chapters' is required")]),
        ("book: {title: T, language: en}\nchapters: [{role: preface}]\n", [("2:12", "'file' is required")]),
        ("book: {title: T, language: en}\nchapters: [{part: P, chapters: []}]\n", [("2:32", "'chapters' is required")]),
        ("book: {title: T, language: en}\nchapters: [a.md, {part: P}]\n", [("2:18", "'chapters' is required")]),
        (GOOD + "figures:\n  m: {alt: A}\n", [("4:3", "'image' is required")]),
        (GOOD + "figures:\n  m: {image: x, description: {}}\n", [("4:17", "'file' is required")]),
        (GOOD + "allow:\n  - {rule: A, at: b}\n", [("4:5", "'reason' is required")]),
        (GOOD + "allow:\n  - rule: A\n    at: b\n    reason:\n", [("6:5", "'reason' is required")]),
        (GOOD + "reviews:\n  - {rule: A, at: b, on: 2026-01-05}\n", [("4:5", "'by' is required")]),
    ],
)
def test_a_missing_field_is_found_at_the_key_that_lacks_it(text: str, expected: list[tuple[str, str]]) -> None:
    found = faults(text)
    assert [kind for _, kind, _ in found] == ["MISSING_FIELD"] * len(expected)
    assert [(place, message) for place, _, message in found] == expected


@pytest.mark.parametrize(
    ("line", "key", "help"),
    [
        ("figure: {}", "figure", "Did you mean 'figures'?"),
        ("note: {}", "note", "Did you mean 'notes'?"),
        ("editions: {large_print: {}}", "large_print", "Did you mean 'large-print'?"),
        ("editions: {PDF: {}}", "PDF", "Did you mean 'pdf'?"),
        ("references: {r: {url: x}}", "url", "Did you mean 'URL'?"),
        ("references: {r: {container: x}}", "container", "Did you mean 'container-title'?"),
        ("figures: {m: {image: x, license: y}}", "license", "Did you mean 'licence'?"),
        ("language: en", "language", "'language' belongs under 'book'"),
        ("contact: {}", "contact", "'contact' belongs under 'accessibility'"),
        ("alt: x", "alt", "'alt' belongs under 'book.cover' or to an entry of 'figures'"),
        ("typography: {figures: {}}", "figures", "'figures' belongs at the top of the manifest"),
        ("editions: {text: {url: x}}", "url", "'url' belongs under 'editions.handout' or under 'editions.web'"),
        ("editions: {pdf: {voice: x}}", "voice", "'voice' belongs under 'editions.audio'"),
        ("editions: {epub: {zzz: x}}", "zzz", "Known here: no key at all"),
        ("series: {}", "series", "'series' belongs under 'book'"),
        ("zzz: {}", "zzz", "Remove it; `publisher schema` prints the keys that are known"),
        ("allow: [{rule: A, at: b, reason: c, zzz: d}]", "zzz", "Known here: rule, at, reason"),
        ("<<: {theme: plain}", "<<", "Remove it; `publisher schema` prints the keys that are known"),
        ("span: x", "span", "Remove it; `publisher schema` prints the keys that are known"),
    ],
)
def test_an_unknown_key_is_met_with_help(line: str, key: str, help: str) -> None:
    (fault,) = read(f"{GOOD}{line}\n").faults
    assert (fault.kind, fault.message, fault.help) == (FaultKind.UNKNOWN_KEY, f"Unknown key '{key}'", help)
    assert fault.span == Span("book.yaml", 3, line.index(key) + 1)


@pytest.mark.parametrize(
    "text",
    [
        "book: {titel: T, language: en}\nchapters: [a.md]\n",
        "title: T\nbook: {language: en}\nchapters: [a.md]\n",
        "book: {title: T, lang: en}\nchapters: [a.md]\n",
        "book: {title: T, language: en}\nchapter: [a.md]\n",
        GOOD + "figures: {m: {img: x}}\n",
    ],
)
def test_a_required_key_under_another_name_is_one_fault(text: str) -> None:
    assert [kind for _, kind, _ in faults(text)] == ["UNKNOWN_KEY"]


def test_all_faults_are_told_at_once_in_the_order_of_places() -> None:
    found = faults("chapters: [a.md, 5: 6]\nbook:\n  title: ''\n  date: x\n  zzz: 1\n")
    assert [(place, kind) for place, kind, _ in found] == [
        ("1:18", "MISSING_FIELD"),
        ("1:18", "UNKNOWN_KEY"),
        ("2:1", "MISSING_FIELD"),
        ("3:10", "MISSING_FIELD"),
        ("4:9", "WRONG_VALUE"),
        ("5:3", "UNKNOWN_KEY"),
    ]


def test_a_key_stands_where_it_was_written() -> None:
    head = "# é\nbook:\n  title: T\n  subtitle: >-\n    Two\n    lines\n  language: en\n"
    manifest = read(head + "chapters: [a.md, b.md]\n")
    place = manifest.places["book.subtitle"]
    assert (place.key, place.value, place.end) == tuple(Span("book.yaml", *at) for at in ((4, 3), (5, 5), (7, 1)))
    item = manifest.places["chapters.1"]
    assert (item.key, item.value, item.end) == tuple(Span("book.yaml", 8, column) for column in (18, 18, 22))
    assert manifest.place("book.date") == manifest.places["book"]
    assert manifest.place("theme").key == Span("book.yaml", 1, 1)


def test_an_empty_value_stands_at_its_key() -> None:
    assert read(GOOD + "figures:\n  m:\n    alt:\n").places["figures.m.alt"].value == Span("book.yaml", 5, 5)


def test_the_books_at_hand_have_no_faults() -> None:
    assert read_manifest((DATA.parents[1] / "book.yaml").read_bytes()).faults == ()
