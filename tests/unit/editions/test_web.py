"""The web edition: every page whole by itself, every way leads somewhere, and nothing is fetched or run."""

import json
import re
from collections.abc import Iterator, Mapping
from io import BytesIO
from pathlib import Path
from urllib.parse import unquote, urlsplit
from zipfile import ZipFile

import pytest
from lxml import etree, html

from publisher.editions import EDITIONS
from publisher.editions.edition import Options
from publisher.files import Files
from publisher.publish import examine
from publisher.themes.theme import load

BOOK = Path(__file__).parents[2] / "golden" / "constructs" / "book"
HOME, SINGLE = "the-tides-web", "the-tides-web.html"
MANIFEST = 'book: {{title: "{title}", language: {language}, date: 2026-01-05, slug: tides, description: "{description}"}}\nchapters: [a.md]\n{more}'


def built(folder: Path) -> Files:
    """The web edition of the book in ``folder``."""
    return edition("web", folder)


def edition(name: str, folder: Path, options: Options = Options(), made: Mapping[str, Files] = {}) -> Files:
    """An edition of the book in ``folder``, and no other."""
    book = examine(folder).book
    files = EDITIONS[name].write(book, load(book.manifest.theme, book.manuscript.styles), options, made)
    assert isinstance(files, Files)
    return files


def small(
    folder: Path,
    *,
    title: str = "Tides",
    language: str = "en",
    description: str = "",
    more: str = "",
    text: str = "# A\n\nWords.\n",
) -> Files:
    """The web edition of a book of one chapter."""
    said = MANIFEST.format(title=title, language=language, description=description, more=more)
    (folder / "book.yaml").write_text(said, encoding="utf-8")
    (folder / "a.md").write_text(text, encoding="utf-8")
    return built(folder)


def parsed(files: Files) -> Mapping[str, etree._Element]:
    return {name: html.document_fromstring(data) for name, data in files.items() if name.endswith(".html")}


@pytest.fixture(scope="module")
def files() -> Files:
    return built(BOOK)


@pytest.fixture(scope="module")
def pages(files: Files) -> Mapping[str, etree._Element]:
    return parsed(files)


@pytest.fixture(scope="module")
def epub() -> ZipFile:
    return ZipFile(BytesIO(edition("epub", BOOK)["the-tides.epub"]))


def test_same_bytes_twice(files: Files) -> None:
    assert dict(built(BOOK)) == dict(files)


def test_each_chapter_and_list_has_its_page(files: Files) -> None:
    assert SINGLE in files
    names = {name.removeprefix(f"{HOME}/") for name in files if name.startswith(f"{HOME}/") and name.endswith(".html")}
    chapters = {"preface.html", "words.html", "things.html", "harbour.html", "appendix.html"}
    parts = {"part-the-water.html", "part-the-land.html"}
    assert names == {"index.html", "notes.html", "references.html", "imprint.html"} | chapters | parts


def test_every_page_has_its_landmarks_in_order(pages: Mapping[str, etree._Element]) -> None:
    for name, page in pages.items():
        body = page.find("body")
        assert body is not None
        tags = [child.tag for child in body if child.tag != "nav"]
        assert tags == ["a", "header", "main", "footer"], name
        assert body[0].get("href") == f"#{page.xpath('//main/@id')[0]}"
        assert page.xpath("count(//nav)") >= 1


def test_every_page_says_what_it_is(pages: Mapping[str, etree._Element]) -> None:
    titles = {name: page.findtext("head/title") for name, page in pages.items()}
    assert titles[f"{HOME}/words.html"] == "Words – The Tides"
    assert titles[f"{HOME}/index.html"] == titles[SINGLE] == "The Tides"
    assert len(set(titles.values())) == len(titles) - 1
    for page in pages.values():
        assert (page.get("lang"), page.get("dir")) == ("en-GB", "ltr")
        assert page.xpath("//meta[@name='viewport']")
    assert pages[f"{HOME}/appendix.html"].xpath("//meta[@name='description']/@content") == ["Nothing more."]


def test_headings_begin_at_the_first_level_and_skip_none(pages: Mapping[str, etree._Element]) -> None:
    for name, page in pages.items():
        levels = [int(made.tag[1]) for made in page.iter("h1", "h2", "h3", "h4", "h5", "h6")]
        assert levels[0] == 1 and levels.count(1) == 1, name
        assert all(after - before <= 1 for before, after in zip(levels, levels[1:])), (name, levels)


def addresses(page: etree._Element) -> Iterator[str]:
    for attribute in ("href", "src"):
        yield from (link.get(attribute) for link in page.iter() if isinstance(link.tag, str) and link.get(attribute))


def test_every_way_inside_leads_to_a_place(files: Files, pages: Mapping[str, etree._Element]) -> None:
    ids = {name: [made.get("id") for made in page.iter() if made.get("id")] for name, page in pages.items()}
    assert all(len(set(found)) == len(found) for found in ids.values())
    outside = {"the-tides.epub", "the-tides.pdf"}  # the other editions, beside this one
    for name, page in pages.items():
        for address in addresses(page):
            parts = urlsplit(address)
            if parts.scheme:
                continue
            steps = (*name.split("/")[:-1], *unquote(parts.path).split("/")) if parts.path else name.split("/")
            target = "/".join(steps).replace(f"{HOME}/../", "")
            assert target in files or target in outside, (name, address)
            assert not parts.fragment or parts.fragment in ids[target], (name, address)


def test_ids_are_those_of_the_epub(epub: ZipFile, pages: Mapping[str, etree._Element]) -> None:
    own = ("cover.xhtml", "nav.xhtml")
    documents = [name for name in epub.namelist() if name.endswith(".xhtml") and not name.endswith(own)]
    wanted = {
        made.get("id") for name in documents for made in etree.fromstring(epub.read(name)).iter() if made.get("id")
    }
    folder = {made.get("id") for name, page in pages.items() if name != SINGLE for made in page.iter()}
    single = {made.get("id") for made in pages[SINGLE].iter()}
    assert len(wanted) > 30
    assert wanted - folder == set()
    assert wanted - single == set()


def test_nothing_runs_and_nothing_is_fetched(files: Files, pages: Mapping[str, etree._Element]) -> None:
    for name, page in pages.items():
        assert all(script.get("type") == "application/ld+json" for script in page.iter("script"))
        assert not [made for made in page.iter() if any(key.startswith("on") for key in made.attrib)]
        fetched = [made.get("src") for made in page.iter() if made.get("src")] + page.xpath(
            "//link[@rel='stylesheet']/@href"
        )
        assert not [address for address in fetched if urlsplit(address).scheme not in ("", "data")], name
    css = files[f"{HOME}/style.css"].decode() + "".join(pages[SINGLE].xpath("//style/text()"))
    assert "@import" not in css
    asked = re.findall(r'url\("([^"]+)"\)', css)
    assert asked and all(f"{HOME}/{address}" in files for address in asked)


def test_the_single_file_stands_alone(pages: Mapping[str, etree._Element]) -> None:
    assert not pages[SINGLE].xpath("//link[@rel='stylesheet']")
    pictures = pages[SINGLE].xpath("//img/@src")
    assert pictures and all(address.startswith("data:image/") for address in pictures)
    assert "url(" not in "".join(pages[SINGLE].xpath("//style/text()"))


def test_the_face_comes_with_its_licence(files: Files) -> None:
    assert b"SIL OPEN FONT LICENSE" in files[f"{HOME}/fonts/OFL.txt"]


def test_a_theme_with_another_face_ships_none(tmp_path: Path) -> None:
    (tmp_path / "styles").mkdir()
    (tmp_path / "styles" / "tokens.yaml").write_text("face: {screen: sans-serif}")
    files = small(tmp_path)
    assert not [name for name in files if "/fonts/" in name]
    assert b"@font-face" not in files["tides-web/style.css"]


def test_catalogues_read_what_the_epub_says(epub: ZipFile, pages: Mapping[str, etree._Element]) -> None:
    package = etree.fromstring(epub.read("EPUB/content.opf"))
    said: dict[str, list[str]] = {}
    for meta in package.iter("{*}meta"):
        if meta.get("property", "").startswith("schema:"):
            said.setdefault(meta.get("property", "")[7:], []).append(meta.text or "")
    for name in (SINGLE, f"{HOME}/index.html"):
        data = json.loads(pages[name].xpath("//script/text()")[0])
        assert (data["@type"], data["name"]) == ("Book", "The Tides")
        assert data["inLanguage"] == [each.text for each in package.iter("{http://purl.org/dc/elements/1.1/}language")]
        assert data["accessMode"] == said["accessMode"]
        assert [",".join(one["itemListElement"]) for one in data["accessModeSufficient"]] == said[
            "accessModeSufficient"
        ]
        assert data["accessibilityFeature"] == said["accessibilityFeature"]
        assert data["accessibilityHazard"] == said["accessibilityHazard"]
        assert [data["accessibilitySummary"]] == said["accessibilitySummary"]


def test_each_page_knows_itself_in_the_contents(pages: Mapping[str, etree._Element]) -> None:
    for name, page in pages.items():
        current = page.xpath("//nav//a[@aria-current='page']/@href")
        assert current == ([] if name in (SINGLE, f"{HOME}/index.html") else [name.removeprefix(f"{HOME}/")])


def test_ways_on_pass_every_page_once(pages: Mapping[str, etree._Element]) -> None:
    name, passed = "index.html", []
    while name:
        passed.append(name)
        following = pages[f"{HOME}/{name}"].xpath("//nav[@class='ways-on']//a[@rel='next']/@href")
        if following:
            assert pages[f"{HOME}/{following[0]}"].xpath("//a[@rel='prev']/@href") == [name]
        name = following[0] if following else ""
    assert len(passed) == len(pages) - 1
    assert passed[:3] == ["index.html", "preface.html", "part-the-water.html"] and passed[-1] == "imprint.html"


def test_no_download_leads_to_what_was_not_made(tmp_path: Path) -> None:
    page = parsed(small(tmp_path, more="editions: {epub: {}, web: {}, pack: {}}\n"))["tides-web/index.html"]
    [link] = page.xpath("//section[@class='downloads']//a")
    assert (link.text, link.get("href")) == ("The whole book on one page (web page)", "../tides-web.html")


def test_sizes_are_those_of_files_made_before(tmp_path: Path) -> None:
    small(tmp_path)
    made = {"epub": Files({"tides.epub": bytes(84_600)}), "pdf": Files({"tides.pdf": bytes(1_250_000)})}
    files = edition("web", tmp_path, made=made)
    for name in ("tides-web.html", "tides-web/index.html"):
        words = parsed(files)[name].xpath("//section[@class='downloads']//a/text()")[1:]
        assert words == [
            "E-book for phones, tablets and reading programs (EPUB, 85 KB)",
            "To read or print (PDF, 1.2 MB)",
        ]


def test_what_nobody_can_read_stands_last_among_the_downloads(tmp_path: Path) -> None:
    small(tmp_path)
    sheets = Files({"tides-booklet.pdf": b"", "tides-booklet-PRINT-ONLY.pdf": b""})
    made = {"booklet": sheets, "text": Files({"tides.txt": b""})}
    page = parsed(edition("web", tmp_path, made=made))["tides-web.html"]
    assert page.xpath("//section[@class='downloads']//a/@href")[1:] == [
        "tides-booklet.pdf",
        "tides.txt",
        "tides-booklet-PRINT-ONLY.pdf",
    ]


def test_the_address_of_a_page_is_said(tmp_path: Path) -> None:
    pages = parsed(small(tmp_path, more='editions: {web: {url: "https://example.org/tides/"}}\n'))
    canonical = {name: page.xpath("//link[@rel='canonical']/@href") for name, page in pages.items()}
    assert canonical["tides-web/a.html"] == ["https://example.org/tides/a.html"]
    assert canonical["tides-web/index.html"] == canonical["tides-web.html"] == ["https://example.org/tides/"]


def test_a_book_from_right_to_left(tmp_path: Path) -> None:
    for page in parsed(small(tmp_path, title="מים", language="he")).values():
        assert (page.get("lang"), page.get("dir")) == ("he", "rtl")
        assert page.find("body")[0].get("lang") == "en"  # words of ours, which are not in the book's language


def test_words_cannot_break_out(tmp_path: Path) -> None:
    (tmp_path / "styles").mkdir()
    (tmp_path / "styles" / "screen.css").write_text("p::before { content: '</style><script>alert(1)</script>' }")
    evil = "</script><script>alert(1)</script><!--"
    pages = parsed(small(tmp_path, title=evil, description=evil))
    for page in pages.values():
        assert not [script for script in page.iter("script") if script.get("type") != "application/ld+json"]
        assert page.find("body").find("footer") is not None
    data = json.loads(pages["tides-web.html"].xpath("//script/text()")[0])
    assert (data["name"], data["description"]) == (evil, evil)


@pytest.mark.parametrize(
    ("placed", "folder", "single"),
    [("book", "notes.html", "notes"), ("chapter", "a.html", "a-notes"), ("page", "a.html", "notes")],
)
def test_notes_stand_where_the_manifest_wants_them(tmp_path: Path, placed: str, folder: str, single: str) -> None:
    more = f"notes: {{web: {placed}}}\n"
    pages = parsed(small(tmp_path, more=more, text="# A\n\nWords.[^1]\n\n[^1]: A note.\n"))
    homes = [name for name, page in pages.items() if name != "tides-web.html" and page.xpath("//*[@id='note-a-1']")]
    assert homes == [f"tides-web/{folder}"]
    assert pages["tides-web.html"].xpath("//section[.//*[@id='note-a-1']]/@id") == [single]
    assert ("tides-web/notes.html" in pages) == (placed == "book")


def test_a_table_that_a_phone_may_not_hold_is_rolled(tmp_path: Path) -> None:
    """At 320 px in letters of 18 px, whatever the face (WCAG 1.4.10, 1.4.12)."""
    rows = "\n".join(f"| North {number} | 2020 | 2021 | 2022 | 2023 |" for number in range(2))
    text = f"# A\n\n| Area | One | Two | Six | Ten |\n|---|---|---|---|---|\n{rows}\n\n: Homes\n"
    for name, page in parsed(small(tmp_path, text=text)).items():
        frames = [frame for frame in page.iter("div") if frame.get("class") == "rolled"]
        assert [table for frame in frames for table in frame.iter("table")] == list(page.iter("table")), name


def test_no_two_landmarks_of_the_single_file_have_one_name(tmp_path: Path) -> None:
    drawing = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><path d="M0 0h9v9z"/></svg>'
    (tmp_path / "a.svg").write_text(drawing)
    (tmp_path / "b.md").write_text("# B\n\n![Below](a.svg){description='Down.'}\n")
    (tmp_path / "a.md").write_text("# A\n\n![Above](a.svg){description='Up.'}\n")
    said = MANIFEST.format(title="Tides", language="en", description="", more="")
    (tmp_path / "book.yaml").write_text(said.replace("[a.md]", "[a.md, b.md]"))
    page = parsed(built(tmp_path))["tides-web.html"]
    texts = {made.get("id"): "".join(map(str, made.itertext())) for made in page.iter()}
    ids = [section.get("aria-labelledby", "").split() for section in page.iter("section")]
    names = [" ".join(texts[id] for id in each) for each in ids if each]
    assert len(names) == len(set(names)) and "Image descriptions A" in names


def test_a_draft_says_so_first(tmp_path: Path) -> None:
    small(tmp_path)
    files = edition("web", tmp_path, Options(draft=True))
    for name in ("tides-web.html", "tides-web/index.html"):
        assert parsed(files)[name].xpath("//header//p[@class='draft']")


def test_marks_of_chapters_that_count_anew_are_told_apart_in_one_file(tmp_path: Path) -> None:
    notes = "[^1].\n\n[^1]: A note.\n"
    (tmp_path / "b.md").write_text(f"# B\n\nWords{notes}", encoding="utf-8")
    more = "notes: {epub: chapter, print: chapter, web: chapter}\n"
    manifest = MANIFEST.format(title="Tides", language="en", description="", more=more)
    (tmp_path / "book.yaml").write_text(manifest.replace("[a.md]", "[a.md, b.md]"), encoding="utf-8")
    (tmp_path / "a.md").write_text(f"# A\n\nWords{notes}", encoding="utf-8")
    found = parsed(built(tmp_path))
    names = {name: page.xpath("//a[@role='doc-noteref']/@aria-label") for name, page in found.items()}
    assert names["tides-web.html"] == ["Note n1, A", "Note n1, B"]
    assert names["tides-web/a.html"] == ["Note n1"]
