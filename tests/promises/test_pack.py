"""Promise 9, the pack: every accessible format, from the same words, on the same day; or no pack at all."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from hashlib import sha256
from io import BytesIO
from pathlib import Path, PurePosixPath
from typing import Any
from zipfile import ZipFile

import pikepdf
import pytest
from lxml import html
from pictures import svg
from sources import laid

from publisher.diagnostics import PackRefused
from publisher.editions import REPORT
from publisher.editions.edition import Options
from publisher.editions.pack.write import write as pack
from publisher.examine import Examined, examine
from publisher.files import Files
from publisher.publish import report, write
from publisher.themes.theme import theme_of

MANIFEST = """\
book:
  title: The Tides
  language: en-GB
  slug: tides
  date: 2026-01-05
  publisher: {name: A small press}
chapters: [chapters/a.md, chapters/b.md]
figures:
  quay: {image: images/quay.svg, alt: Nine people wait on a quay, caption: "Arrivals, by day", credit: Kim Lee, kind: illustration}
references:
  survey: {type: report, title: Survey of the Quays, author: [{literal: Harbour Trust}], issued: 2025, accessed: 2026-01-02, URL: "https://example.org/s"}
editions:
  epub: {}
  pdf: {page: A5}
  web: {}
  text: {}
  handout: {title: Tides in short, chapters: [chapters/b.md], url: "https://example.org/short"}
  booklet: {of: handout}
  pack: {}
accessibility:
  contact: {email: tides@example.org, phone: 020 7946 0000, days: 5}
"""
CHAPTERS = {
    "chapters/a.md": """\
# Ebb

The water leaves the harbour twice a day[^moon], and nobody is asked [@survey].

![quay]

| Day    | Boats that wait |
|--------|----------------:|
| Monday | 17              |
| Friday | 23              |

: Boats at low water

[^moon]: The moon pulls, and so does the sun.
""",
    "chapters/b.md": """\
# Flood

Read [the survey](https://example.org/s) before the water *comes back*[^again], as @fig-quay shows.

[^again]: It always does.
""",
}
# The editions whose files are read back as a whole, each with a file that can be changed.
READ = {"epub": "tides.epub", "web": "tides-web.html", "text": "tides.txt"}


@dataclass(frozen=True)
class Built:
    examined: Examined
    made: Mapping[str, Files]

    def pack(self, **changed: Files | None) -> bytes:
        """The pack of these editions, some of them changed or gone. Raises PackRefused."""
        made = {name: files for name, files in {**self.made, **changed}.items() if files is not None}
        book = self.examined.book
        [data] = pack(book, theme_of(book), Options(), made).values()
        return data


def laid_out(folder: Path, manifest: str = MANIFEST) -> Path:
    laid(folder, {"book.yaml": manifest, **CHAPTERS})
    (folder / "images").mkdir(exist_ok=True)
    (folder / "images/quay.svg").write_bytes(svg('<path d="M0 0h90v60z"/>'))
    return folder


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Built:
    examined = examine(laid_out(tmp_path_factory.mktemp("book")))
    assert examined.findings == ()
    done = write(examined.book, ("epub", "pdf", "web", "text", "handout", "booklet"))
    assert [one.failure for one in done] == [""] * 6
    return Built(examined, {**{one.edition.name: one.files for one in done}, REPORT: report(examined, done)})


@pytest.fixture(scope="module")
def members(built: Built) -> Mapping[str, bytes]:
    return unpacked(built.pack())


def unpacked(data: bytes) -> dict[str, bytes]:
    with ZipFile(BytesIO(data)) as archive:
        assert archive.testzip() is None
        return {name: archive.read(name) for name in archive.namelist()}


def all_of(page: html.HtmlElement, path: str) -> list[Any]:
    """What an XPath finds."""
    return list(page.xpath(path))  # type: ignore[arg-type]


def with_member(data: bytes, change: Callable[[str, bytes], bytes]) -> bytes:
    """The archive with what ``change`` makes of its members."""
    stream = BytesIO()
    with ZipFile(BytesIO(data)) as old, ZipFile(stream, "w") as new:
        for entry in old.infolist():
            new.writestr(entry, change(entry.filename, old.read(entry)))
    return stream.getvalue()


def changed(built: Built, edition: str, old: str, new: str) -> Files:
    """An edition in which ``old`` is ``new`` wherever it stands."""
    files, path = built.made[edition], READ[edition]

    def change(name: str, data: bytes) -> bytes:
        return re.sub(re.escape(old).replace(r"\ ", r"\s+").encode(), new.encode(), data)

    data = with_member(files[path], change) if path.endswith(".epub") else change(path, files[path])
    assert data != files[path]
    return replace(files, contents={**files, path: data})


def test_everything_is_in_it(members: Mapping[str, bytes], built: Built) -> None:
    editions = {path: data for name, files in built.made.items() for path, data in files.items()}
    own = {"index.html", "READ-ME-FIRST.txt", "accessibility-statement.html", "accessibility-statement.txt"}
    own |= {"book.jsonld", "SHA256SUMS"}
    assert set(members) == {*editions, *own}
    assert {path: members[path] for path in editions} == editions
    assert {"tides-handout-large-print.pdf", "tides-booklet-PRINT-ONLY.pdf", "report.html", "report.json"} < set(
        members
    )
    assert b"-pack.zip" not in members["report.json"] + members["report.html"]


def test_members_are_safe_and_plain(built: Built) -> None:
    data = built.pack()
    with ZipFile(BytesIO(data)) as archive:
        entries = archive.infolist()
    names = [entry.filename for entry in entries]
    assert names == sorted(names) and len({name.casefold() for name in names}) == len(names)
    for entry in entries:
        path = PurePosixPath(entry.filename)
        assert not path.is_absolute() and ".." not in path.parts and "\\" not in entry.filename
        assert entry.filename.isascii() and " " not in entry.filename and len(entry.filename) <= 100
        assert entry.date_time == (2026, 1, 5, 0, 0, 0)
        assert not entry.extra and not entry.comment and entry.external_attr == 0o644 << 16
    assert built.pack() == data


def test_checksums_are_those_of_all_other_members(members: Mapping[str, bytes]) -> None:
    lines = members["SHA256SUMS"].decode().splitlines()
    sums = {name: digest for digest, _, name in (line.partition("  ") for line in lines)}
    assert sums == {name: sha256(data).hexdigest() for name, data in members.items() if name != "SHA256SUMS"}


@pytest.mark.parametrize("name", ["index.html", "accessibility-statement.html"])
def test_every_link_leads_somewhere(name: str, members: Mapping[str, bytes]) -> None:
    page = html.document_fromstring(members[name])
    ids = {made.get("id") for made in page.iter() if made.get("id")}
    for link in page.iter("a"):
        address = link.get("href", "")
        assert address.startswith("mailto:") or address in members or address.removeprefix("#") in ids, address
    assert not list(page.iter("script", "img", "link", "iframe"))
    assert page.get("lang") == "en-GB"


def test_the_first_page_says_what_each_file_is(members: Mapping[str, bytes]) -> None:
    page = html.document_fromstring(members["index.html"])
    said = {
        section.get("id"): " ".join(section.text_content().split())
        for section in page.iter("section")
        if section.get("id")
    }
    listed = {link.get("href") for link in all_of(page, "//section[@id='to-read']//a")}
    assert listed == {
        *("tides.epub", "tides-web.html", "tides-web/index.html", "tides.pdf", "tides.txt", "tides-booklet.pdf"),
        *("tides-handout.pdf", "tides-handout-large-print.pdf"),
    }
    assert [link.get("href") for link in all_of(page, "//section[@id='to-print']//a")] == [
        "tides-booklet-PRINT-ONLY.pdf"
    ]
    assert "not accessible" in said["to-print"] and "PRINT-ONLY" not in said["to-read"]
    kilobytes = max(1, round(len(members["tides.epub"]) / 1000))
    assert f"E-book for phones, tablets and reading programs (EPUB, {kilobytes} KB)." in said["to-read"]
    assert "tides@example.org" in said["ask"] and "020 7946 0000" in said["ask"] and "5 working days" in said["ask"]
    text = " ".join(members["READ-ME-FIRST.txt"].decode().split())
    assert all(name in text for name in listed) and "tides@example.org" in text
    assert max(map(len, members["READ-ME-FIRST.txt"].decode().splitlines())) <= 72


def test_the_statement_is_the_same_as_page_and_as_text(members: Mapping[str, bytes]) -> None:
    page = html.document_fromstring(members["accessibility-statement.html"])
    text = " ".join(members["accessibility-statement.txt"].decode().replace("\n- ", "\n").split())
    sentences = [" ".join(made.text_content().split()) for made in all_of(page, "//main//*[self::h1 or self::li]")]
    assert len(sentences) > 3 and all(sentence in text for sentence in sentences)


@pytest.mark.parametrize(
    ("edition", "old", "new", "said"),
    [
        ("epub", "nobody is asked", "nobody was asked", "the book says 'is asked', and not 'was asked"),
        ("web", "nobody is asked", "nobody was asked", "the book says 'is asked', and not 'was asked"),
        ("text", "nobody is asked", "nobody was asked", "the book says 'is asked', and not 'was asked"),
        ("epub", "The moon pulls, and so does the sun.", "", "the book says 'The moon pulls, and so does the sun.'"),
        ("text", "The moon pulls, and so does the sun.", "", "the book says 'The moon pulls, and so does the sun.'"),
        (
            "epub",
            "Nine people wait on a quay",
            "Ten people wait on a quay",
            "no picture says 'Nine people wait on a quay'",
        ),
        (
            "web",
            "Nine people wait on a quay",
            "Ten people wait on a quay",
            "no picture says 'Nine people wait on a quay'",
        ),
        (
            "text",
            "Nine people wait on a quay",
            "Ten people wait on a quay",
            "no picture says 'Nine people wait on a quay'",
        ),
        ("epub", "Arrivals, by day", "Arrivals, by night", "the book says 'day'"),
        ("epub", "Survey of the Quays", "Survey of the Keys", "the book says 'Quays'"),
        ("epub", ">23<", ">17<", "the book says '23'"),
        ("text", "Boats that wait: 23", "Boats that wait: 17", "the book says '23'"),
    ],
)
def test_an_edition_that_says_something_else_is_refused(
    edition: str, old: str, new: str, said: str, built: Built
) -> None:
    """The refusal names the file, the author's line, and the first words that differ."""
    with pytest.raises(PackRefused) as refusal:
        built.pack(**{edition: changed(built, edition, old, new)})
    assert str(refusal.value).startswith(f"the pack does not close: {READ[edition]} differs from ")
    assert said in str(refusal.value)
    assert re.search(r"from (chapters/[ab]\.md|book\.yaml):\d+:\d+: ", str(refusal.value))


@pytest.mark.parametrize("edition", READ)
def test_an_edition_that_says_more_is_refused(edition: str, built: Built) -> None:
    """A passage that the book does not have, and one that it has, but once."""
    for more in ("Nobody has ever counted the boats that were lost.", "The moon pulls, and so does the sun."):
        with pytest.raises(PackRefused) as refusal:
            built.pack(**{edition: changed(built, edition, "It always does.", f"It always does. {more}")})
        assert f"{READ[edition]} says '" in str(refusal.value)
        assert str(refusal.value).endswith("which the book does not say there")


def test_pages_of_another_text_are_refused(built: Built, tmp_path: Path) -> None:
    """What was printed of one text is not put beside another, whatever its name and its claim."""
    folder = laid_out(tmp_path)
    (folder / "chapters/a.md").write_text(CHAPTERS["chapters/a.md"].replace("nobody is asked", "nobody was asked"))
    [other] = write(examine(folder).book, ("pdf",))
    with pytest.raises(PackRefused, match="tides.pdf differs from chapters/a.md:3:1: the book says 'is asked"):
        built.pack(pdf=replace(other.files, sources=built.made["pdf"].sources))
    with pytest.raises(PackRefused, match="tides.pdf is stale: it was made from other sources"):
        built.pack(pdf=other.files)


def test_a_missing_edition_is_refused(built: Built) -> None:
    with pytest.raises(PackRefused, match="text could not be made"):
        built.pack(text=None)
    with pytest.raises(PackRefused, match="booklet could not be made"):
        built.pack(booklet=Files())


def test_a_broken_file_is_refused(built: Built) -> None:
    for edition, path in (("epub", "tides.epub"), ("pdf", "tides.pdf")):
        files = built.made[edition]
        with pytest.raises(PackRefused, match=f"{path} cannot be read back"):
            built.pack(**{edition: replace(files, contents={path: files[path][:2000]})})


def test_an_untagged_pdf_is_refused(built: Built) -> None:
    files, stream = built.made["pdf"], BytesIO()
    with pikepdf.open(BytesIO(files["tides.pdf"])) as pdf:
        del pdf.Root["/StructTreeRoot"]
        pdf.save(stream)
    with pytest.raises(PackRefused, match="tides.pdf differs from"):
        built.pack(pdf=replace(files, contents={"tides.pdf": stream.getvalue()}))


@pytest.mark.parametrize(
    ("include", "failure"), [("[epub, text]", ""), ("[epub, braille]", "braille is missing; name it")]
)
def test_only_what_is_listed_is_in_it(include: str, failure: str, tmp_path: Path) -> None:
    """A refusal leaves the other editions."""
    few = re.sub(
        "editions:\n.*(?=accessibility:)",
        f"editions: {{epub: {{}}, text: {{}}, web: {{}}, pack: {{include: {include}}}}}\n",
        MANIFEST,
        flags=re.S,
    )
    epub, done = write(examine(laid_out(tmp_path, few)).book, ("epub", "pack"))
    assert epub.files
    assert done.failure.startswith(f"the pack does not close: {failure}" if failure else "")
    names = set(unpacked(done.files["tides-pack.zip"])) if not failure else {"tides.epub", "tides.txt", "index.html"}
    assert {"tides.epub", "tides.txt"} < names and not any("-web" in name for name in names)
