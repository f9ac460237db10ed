"""A post in each of its forms becomes the sources of a book: its words, its notes, its pictures, its references."""

import subprocess
import sys
from base64 import b64encode
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest
from ruamel.yaml import YAML
from sources import laid

from publisher.adoption import adopted
from publisher.examine import examine
from publisher.model.blocks import Paragraph
from publisher.model.notes import Note
from publisher.model.words import spoken
from publisher.readers.posts.book import Sources, sources
from publisher.readers.posts.entries import entry
from publisher.readers.posts.formats import read_post

PNG = bytes.fromhex(
    "89504e470d0a1a0a0000000d49484452000000010000000108060000001f15c4890000000d49444154789c6360606060000000"
    "050001a5f645400000000049454e44ae426082"
)
PAGE = """<!DOCTYPE html><html lang="en-GB"><head><meta charset="utf-8"><title>A site – Harbour</title>
<meta property="article:published_time" content="2024-05-06T10:00:00Z"><meta name="author" content="A. Writer">
<link rel="canonical" href="https://www.example.org/posts/harbour"></head><body><nav><a href="/">Home</a></nav>
<article><h1>The harbour</h1>
<p>The quay<sup id="r1"><a href="#n1">[1]</a></sup> was <b>rebuilt </b>again (1), see <a href="../other">there</a> and
<a href="#why">why</a>.</p>
<figure><img src="images/boat.png" alt="A boat"><figcaption>The boat (2)</figcaption></figure>
<p><img src="https://cdn.example.org/far.gif"></p>
<h3 id="why">Why</h3><p>Because.<sup id="r2"><a href="#n1">[1]</a></sup></p><ul><li>One<ul><li>Two</li></ul></li></ul>
<table><caption>Rows</caption><tr><th>A</th><th>B</th></tr><tr><th>1</th><td>x|y</td></tr></table>
<h3>References</h3>
<p>(1) Harbour Trust, (2020) Survey of the Quays of the Island, Retrieved 4 May 2024, from https://www.example.org/s</p>
<p>(2) Miller, J. (1999) Boats and Nets, Sea Press</p>
<hr><ol><li id="n1">A note with <em>words</em>. <a href="#r1">↩</a> <a href="#r2">↩</a></li></ol></article>
<footer>All rights</footer></body></html>
"""
BOAT = {"post.html": PAGE, "images/boat.png": PNG}


def made(folder: Path, name: str = "post.html", language: str = "en-GB") -> Sources:
    return adopted(sources(read_post(folder / name), language=language))


def test_a_web_page_becomes_a_book(tmp_path: Path) -> None:
    book = made(laid(tmp_path, BOAT))
    assert {**book.book, "date": str(book.book["date"])} == {
        "title": "The harbour",
        "language": "en-GB",
        "date": "2024-05-06",
        "contributors": [{"name": "A. Writer", "role": "aut"}],
    }
    assert dict(book.chapters) == {
        "chapters/01-the-harbour.md": (
            "# The harbour\n\nThe quay[^1] was **rebuilt** again [@harbour-trust], see "
            "[there](https://www.example.org/other) and [why](#sec-why).\n\n![boat]\n\n![far]\n\n"
            "[^1]: A note with *words*.\n"
        ),
        "chapters/02-why.md": (
            "# Why {#sec-why}\n\nBecause.[^1]\n\n-   One\n    -   Two\n\n| A | B |\n| --- | --- |\n| 1 | x\\|y |\n\n"
            ": Rows {row-headers=1}\n\n[^1]: A note with *words*.\n"
        ),
    }
    assert dict(book.figures) == {
        "boat": {"image": "images/boat.png", "alt": "A boat", "caption": "The boat [@miller-j-1999]"},
        "far": {"image": "images/far.gif"},
    }
    assert dict(book.pictures) == {"images/boat.png": PNG}
    assert book.told == (
        "left out: 'Home'",
        "left out: 'All rights'",
        "'https://cdn.example.org/far.gif' did not come along: put the picture at images/far.gif",
    )


def test_what_is_made_reads_as_a_book_with_all_its_words(tmp_path: Path) -> None:
    book = made(laid(tmp_path / "post", BOAT))
    read = examine(laid(tmp_path / "book", {name: bytes(data) for name, data in book.files().items()})).book
    assert [spoken(chapter.title) for chapter in read.chapters] == ["The harbour", "Why"]
    assert len(read.notes) == 2 and all(isinstance(note.note, Note) for note in read.notes)
    assert [entry.reference.key for entry in read.entries] == ["harbour-trust", "miller-j-1999"]


def test_a_number_that_names_another_source_than_its_sentence_is_told_at_its_place(tmp_path: Path) -> None:
    wrong = PAGE.replace("Because.", "The Survey of the Quays of the Island by the Harbour Trust says so (2).")
    book = made(laid(tmp_path, {**BOAT, "post.html": wrong}))
    text = book.chapters["chapters/02-why.md"]
    assert "says so [@miller-j-1999].[^1]" in text
    assert "<!-- The post has (2) here, which names ‘Miller, J.’; the sentence speaks of ‘Harbour Trust’." in text
    assert any("Which one is meant?" in line for line in book.told)


def test_without_a_list_typed_numbers_stay(tmp_path: Path) -> None:
    text = "The harbour\n\nIt was rebuilt twice (1), and a third time (2), says everybody who has been there.\n"
    book = made(laid(tmp_path, {"a.txt": text}), "a.txt")
    assert "(1), and a third time (2)" in book.chapters["chapters/01-the-harbour.md"] and not book.references


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Smith, J. et al (2001) A Title, A Press", {"author": [{"literal": "Smith, J. et al"}], "issued": 2001, "title": "A Title, A Press"}),
        ("A Report, (2018) An Office, Retrieved March 24 2022, from", {"accessed": "2022-03-24", "title": "A Report, (2018) An Office"}),
        ("A Page, available at: https://www.example.org/a_b.", {"URL": "https://www.example.org/a_b", "title": "A Page"}),
        ("A Page, 2018. https://www.example.org/a (retrieved 1 May 2024)", {"URL": "https://www.example.org/a", "accessed": "2024-05-01", "title": "A Page, 2018"}),
        ("A Page (accessed 2024-02-04).", {"accessed": "2024-02-04", "title": "A Page"}),
        ("Smith, J. and Jones, B. (2023) A Title", {"author": [{"literal": "Smith, J. and Jones, B."}], "issued": 2023, "title": "A Title"}),
        ("Acts of the Sea Fish Co.", {"title": "Acts of the Sea Fish Co."}),
        ("Retrieved 31 February 2022", {"title": "Retrieved 31 February 2022"}),
    ],
)  # fmt: skip
def test_an_entry_gives_what_can_be_told_for_certain(text: str, said: dict[str, object]) -> None:
    found = {name: str(value) if name == "accessed" else value for name, value in entry(text).items() if name != "type"}
    assert found == said


def test_a_plain_text_and_what_was_guessed(tmp_path: Path) -> None:
    long = "The quay was rebuilt twice in the years after the flood, and each time the people of the town " * 2
    text = f"top\n\nThe Harbour Today\n\n{long}\n\nWhat comes next:\n\nA short line.\n\n- One\n- Two\n\nA map\n\nMap: of it\n"
    book = made(laid(tmp_path, {"a.txt": text}), "a.txt")
    assert list(book.chapters.values())[0].startswith("# The Harbour Today\n\ntop\n\n")
    assert list(book.chapters.values())[1].startswith(
        "# What comes next:\n\nA short line.\n\n-   One\n-   Two\n\nA map"
    )
    assert book.told == ("taken for the title: 'The Harbour Today'", "taken for a heading: 'What comes next:'")


def test_lists_and_sources_of_a_plain_text_need_no_empty_lines(tmp_path: Path) -> None:
    text = "The Harbour\n\nIt needs (2):\n- a quay that\n  lasts\n- a crane\n\n3) Nets\n4) Ropes\n\nReferences\n\n(1) A Report, 2018.\n(2) Another Report, 2019, which is long enough to be\nbroken.\n"
    book = made(laid(tmp_path, {"a.txt": text}), "a.txt")
    assert list(book.chapters.values()) == [
        "# The Harbour\n\nIt needs [@another-report]:\n\n-   a quay that<br>lasts\n-   a crane\n\n3.  Nets\n4.  Ropes\n"
    ]
    assert [said["title"] for said in book.references.values()] == [
        "A Report, 2018", "Another Report, 2019, which is long enough to be broken",
    ]  # fmt: skip


def test_what_pages_say_in_other_ways(tmp_path: Path) -> None:
    page = """<html lang="en-GB"><body><h1>A</h1><div lang="en"><p>Here.</p><p lang="fr">Allez <a href="https://example.org/">voir
    <em lang="de">das</em></a></p></div><blockquote lang="de">Gut</blockquote><p>One<svg><title>icon</title></svg></p>
    <p style="display: none">Not seen</p><img src="data:image/gif;base64,AA" data-src="late.png" alt="Late">
    <figure><table><tr><th>x</th></tr><tr><td>1</td></tr></table><figcaption>Rows</figcaption></figure></body></html>"""
    book = made(laid(tmp_path, {"a.html": page, "late.png": PNG}), "a.html")
    assert list(book.chapters.values()) == [
        "# A\n\nHere.\n\n[Allez [voir *[das]{lang=de}*](https://example.org/)]{lang=fr}\n\n> [Gut]{lang=de}\n\nOne\n\n![late]\n\n"
        "| x |\n| --- |\n| 1 |\n\n: Rows\n"
    ]
    assert book.told == ("left out: 'icon'", "left out: 'Not seen'") and book.pictures == {"images/late.png": PNG}
    read = examine(laid(tmp_path / "book", {name: bytes(data) for name, data in book.files().items()})).book
    assert "Allez voir das" in [
        spoken(block.content) for block in read.chapters[0].blocks if isinstance(block, Paragraph)
    ]


def test_lines_that_a_plain_text_draws(tmp_path: Path) -> None:
    text = "The Harbour\n===\n\nIt is old.\n\n* * *\n\nWHAT NOW?\n\n1. Write.\n\n2. Call.\n\n1. Again\n\nSources\n[1] A.\n[2] B.\n"
    book = made(laid(tmp_path, {"a.txt": text}), "a.txt")
    assert "\n".join(book.chapters.values()) == (
        "# The Harbour\n\nIt is old.\n\n# WHAT NOW?\n\n1.  Write.\n2.  Call.\n\n1\\. Again\n\n"
        "# Sources\n\n\\[1\\] A.\n\n\\[2\\] B.\n"
    )


def test_what_a_site_puts_into_a_post_is_named_and_left_out(tmp_path: Path) -> None:
    row = '<div class="share-buttons">Share: <a href="#">Tweet</a></div>'
    film = '<iframe src="https://video.example.org/1" title="A film"></iframe>'
    text = '<p class="social-care">Care for <a href="/all">all</a> of us: ' + "many words of it " * 12 + "</p>"
    page = f"<html lang='en'><body><article><h1>A</h1>{row}{text}{film}<hr><h2>B</h2><p>c</p></article></body></html>"
    book = made(laid(tmp_path, {"a.html": page}), "a.html")
    assert book.told == ("left out: 'Share: Tweet'", "left out: 'A film https://video.example.org/1'")
    first = book.chapters["chapters/01-a.md"]
    assert first.startswith("# A\n\nCare for all of us") and first.endswith("words of it\n")


def test_markdown_that_other_programs_read(tmp_path: Path) -> None:
    text = '---\ntitle: A\ntags: [b]\ndraft: false\n---\n# One\n\n{{< toc >}}\n\n~~Gone~~, see [two](#two-and-more).\n\n![A boat](b.png "The boat")\n\n# Two and more\n\nText.\n'
    book = made(laid(tmp_path, {"a.md": text, "b.png": PNG}), "a.md")
    assert "<del>Gone</del>, see [two](#sec-two-and-more)" in book.chapters["chapters/01-one.md"]
    assert book.figures["b"] == {"image": "images/b.png", "alt": "A boat", "caption": "The boat"}
    assert book.told == (
        "taken for words: '{{< toc >}}', which looks like a command of another program",
        "left out of the front matter: tags, draft",
    )


def test_markdown_of_another_dialect(tmp_path: Path) -> None:
    text = "---\ntitle: 'Tides: a book'\nlang: en-GB\ndate: 2024-05-06\nauthor: [A. Writer, B. Writer]\n---\n\n# One\n\nWords.[^a]\n\n# Two\n\n![A boat](images/boat.png)\n\n[^a]: A note.\n"
    folder = laid(tmp_path, {"a.md": text, "images/boat.png": PNG})
    post = read_post(folder / "a.md")
    assert (post.title, post.language, post.date, post.authors) == (
        "Tides: a book", "en-GB", "2024-05-06", ("A. Writer", "B. Writer"),
    )  # fmt: skip
    book = made(folder, "a.md")
    assert list(book.chapters.values()) == ["# One\n\nWords.[^1]\n\n[^1]: A note.\n", "# Two\n\n![boat]\n"]


WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


def docx() -> bytes:
    """A word processor's file: a title, a heading, a footnote, a list of two, words in bold."""
    kinds = "application/vnd.openxmlformats-officedocument.wordprocessingml"
    packages = "http://schemas.openxmlformats.org/package/2006"
    files = {
        "[Content_Types].xml": f'<Types xmlns="{packages}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="{kinds}.document.main+xml"/></Types>',
        "_rels/.rels": f'<Relationships xmlns="{packages}/relationships"><Relationship Id="r1" Type="{OFFICE}/officeDocument" Target="word/document.xml"/></Relationships>',
        "word/_rels/document.xml.rels": f'<Relationships xmlns="{packages}/relationships"><Relationship Id="r1" Type="{OFFICE}/styles" Target="styles.xml"/><Relationship Id="r2" Type="{OFFICE}/footnotes" Target="footnotes.xml"/></Relationships>',
        "word/styles.xml": f'<w:styles xmlns:w="{WORD}"><w:docDefaults><w:rPrDefault><w:rPr><w:lang w:val="cy-GB"/></w:rPr></w:rPrDefault></w:docDefaults><w:style w:type="paragraph" w:styleId="Title"><w:name w:val="Title"/></w:style><w:style w:type="paragraph" w:styleId="H1"><w:name w:val="heading 1"/></w:style></w:styles>',
        "word/footnotes.xml": f'<w:footnotes xmlns:w="{WORD}"><w:footnote w:id="1"><w:p><w:r><w:t>A note.</w:t></w:r></w:p></w:footnote></w:footnotes>',
        "word/document.xml": f'<w:document xmlns:w="{WORD}"><w:body><w:p><w:pPr><w:pStyle w:val="Title"/></w:pPr><w:r><w:t>Tides</w:t></w:r></w:p><w:p><w:r><w:t xml:space="preserve">It </w:t></w:r><w:r><w:rPr><w:b/></w:rPr><w:t>rises</w:t></w:r><w:r><w:footnoteReference w:id="1"/></w:r><w:r><w:t>.</w:t></w:r></w:p></w:body></w:document>',
    }  # fmt: skip
    stream = BytesIO()
    with ZipFile(stream, "w") as container:
        for name, text in files.items():
            container.writestr(name, text)
    return stream.getvalue()


def test_a_word_processors_file(tmp_path: Path) -> None:
    folder = laid(tmp_path, {"a.docx": docx()})
    assert read_post(folder / "a.docx").language == "cy-GB"
    assert list(made(folder, "a.docx").chapters.values()) == ["# Tides\n\nIt **rises**[^1].\n\n[^1]: A note.\n"]


def test_pictures_inside_a_page_come_along(tmp_path: Path) -> None:
    inside = f"data:image/png;base64,{b64encode(PNG).decode()}"
    book = made(laid(tmp_path, {"a.html": f'<h1>T</h1><p><img alt="" src="{inside}"></p>'}), "a.html")
    assert book.figures == {"picture": {"image": "images/picture.png", "decorative": True}}
    assert book.pictures == {"images/picture.png": PNG}


def test_nothing_outside_the_folder_of_the_post_is_read(tmp_path: Path) -> None:
    folder = laid(
        tmp_path,
        {
            "secret.png": PNG,
            "post/a.html": '<h1>T</h1><img alt="x" src="../secret.png"><img src="file:///etc/hostname">',
        },
    )
    (folder / "post" / "link.png").symlink_to(folder / "secret.png")
    assert made(folder / "post", "a.html").pictures == {}


def run(folder: Path, *words: str) -> "subprocess.CompletedProcess[str]":
    command = [sys.executable, "-m", "publisher", "-C", str(folder), "import", *words]
    return subprocess.run(command, capture_output=True, text=True, timeout=120)


def test_the_command_puts_a_book_that_can_be_checked(tmp_path: Path) -> None:
    done = run(laid(tmp_path, BOAT), "post.html")
    assert (done.returncode, done.stdout) == (
        0, f"A book stands in {tmp_path / 'the-harbour'}: chapters 2, pictures 2, references 2. "
        f"Next: publisher -C {tmp_path / 'the-harbour'} check\n"
    )  # fmt: skip
    manifest = YAML(typ="safe").load((tmp_path / "the-harbour" / "book.yaml").read_text())
    assert list(manifest) == ["book", "chapters", "figures", "references"]
    codes = {finding.rule.code for finding in examine(tmp_path / "the-harbour").findings}
    assert "MAN-05" in codes and not {"STR-13", "REF-01", "REF-06", "MAN-02"} & codes


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("nowhere.html",), "cannot be read: No such file"),
        (("post.rtf",), "its name ends in none of .docx"),
        (("bad.docx",), "it is no .docx file"),
        (("bad.md",), "its front matter is no YAML"),
        (("bad.txt", "--language", "en"), "is not UTF-8"),
        (("plain.txt",), "does not say its language"),
        (("post.html", "full"), "is not empty"),
        (("folder.html",), "cannot be read: Is a directory"),
    ],
)
def test_what_cannot_be_imported_is_told_and_nothing_is_written(
    words: tuple[str, ...], said: str, tmp_path: Path
) -> None:
    files = {
        **BOAT,
        "post.rtf": "x",
        "bad.docx": b"PK\x03\x04broken",
        "bad.md": "---\na: [\n---\n",
        "bad.txt": b"\xff\xe9",
        "plain.txt": "Words.\n",
        "full/mine.txt": "mine",
        "folder.html/x": "x",
    }
    before = sorted(laid(tmp_path, files).rglob("*"))
    done = run(tmp_path, *words)
    assert done.returncode == 2 and said in done.stderr and "Traceback" not in done.stderr
    assert sorted(tmp_path.rglob("*")) == before


def test_what_stands_around_a_list_of_sources_stays_as_it_is(tmp_path: Path) -> None:
    code = "<pre>one\n\n\ntwo</pre>"
    page = PAGE.replace("<h3>References</h3>", f"{code}<h3>References</h3>").replace(
        "<hr>", "<h3>Then</h3><p>More.</p>"
    )
    book = made(laid(tmp_path, {**BOAT, "post.html": page}))
    assert "```\none\n\n\ntwo\n```\n\n[^1]: " in book.chapters["chapters/02-why.md"]
    assert list(book.chapters.values())[2] == "# Then\n\nMore.\n"


def test_a_list_of_sources_inside_a_quotation_is_left_to_people(tmp_path: Path) -> None:
    listed = PAGE[PAGE.index("<p>(1)") : PAGE.index("<hr>")]
    book = made(laid(tmp_path, {**BOAT, "post.html": PAGE.replace(listed, f"<blockquote>{listed}</blockquote>")}))
    assert not book.references and "again (1), see" in book.chapters["chapters/01-the-harbour.md"]


def test_a_section_without_text_keeps_its_place(tmp_path: Path) -> None:
    page = PAGE.replace('<h3 id="why">', '<h3>Bare</h3><h3 id="why">')
    assert "chapters/02-bare.md" in made(laid(tmp_path, {**BOAT, "post.html": page})).chapters
